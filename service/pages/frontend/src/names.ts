// The names in the text: where they are, what is advised of them, and what was decided.
// One rule: a place in the text is kept through every change; a name that is itself changed is let go.

import { invertedEffects } from "@codemirror/commands";
import { type ChangeDesc, type EditorState, type Range, RangeSetBuilder, StateEffect, StateField, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

import type { Action, Decision, Mention } from "./shapes";

/** A name where it stands now. */
export interface Placed {
  from: number;
  to: number;
  mention: Mention;
}

/** What one may look at: a name, or a decision on one. */
export type Looked = Placed | Decision;

// Decisions on every occurrence of a spelling.
const SPELLINGS: Action[] = ["reject", "not-this", "ignore"];

// Decisions on a spelling in every text.
export const LASTING: readonly Action[] = ["not-this", "ignore"];

interface Names {
  all: DecorationSet; // what the last check advised on
  shown: DecorationSet; // those of them that nobody has decided on
  changed: DecorationSet; // words that were written in place of others
  kept: DecorationSet; // names that were left alone in this text
  right: Mention[]; // names of the last check that are left alone
  checked: boolean; // whether that check was of this text, whatever was typed since
  decisions: readonly Decision[];
}

/** What a check found in the text; null of one that is not checked at all. */
export const found = StateEffect.define<{ advised: Placed[]; right: Mention[] } | null>();
export const decided = StateEffect.define<readonly Decision[]>({ map: moved });
export const takenBack = StateEffect.define<readonly Decision[]>({ map: moved });

/** The decisions are these from here on: another text has come, or one that was taken away is back. */
export const another = StateEffect.define<readonly Decision[]>({ map: moved });

export const names = StateField.define<Names>({
  create: () => ({ all: Decoration.none, shown: Decoration.none, changed: Decoration.none, kept: Decoration.none, right: [], checked: false, decisions: [] }),
  update: updated,
  provide: (field) => [
    EditorView.decorations.from(field, (value) => strokes(value.shown)),
    EditorView.decorations.from(field, (value) => value.shown),
    EditorView.decorations.from(field, (value) => value.changed),
    EditorView.decorations.from(field, (value) => value.kept),
  ],
});

/** Undoing an edit takes back the decision that came with it, redoing it decides again; a name that comes back to the
 * text comes with what was decided of it. */
export const undoable = invertedEffects.of((change) => {
  const inverted = change.effects.flatMap((effect) => {
    if (effect.is(decided)) return [takenBack.of(effect.value)];
    return effect.is(takenBack) ? [decided.of(effect.value)] : [];
  });
  const before = change.startState.field(names).decisions;
  const lost = change.effects.some((effect) => effect.is(another)) || (change.docChanged && loses(before, change.changes));
  return lost ? [...inverted, another.of(before)] : inverted;
});

/** Whether a name that was decided on goes from the text. */
function loses(decisions: readonly Decision[], changes: ChangeDesc): boolean {
  return decisions.some(({ from, to }) => from < to && changes.mapPos(from, 1) >= changes.mapPos(to, -1));
}

function updated(value: Names, change: Transaction): Names {
  let { all, right, checked, decisions } = value;
  let { shown, changed, kept } = value;
  let again = false;
  if (change.docChanged) {
    all = through(all, change);
    shown = through(shown, change);
    changed = changed.map(change.changes);
    kept = through(kept, change);
    decisions = moved(decisions, change.changes);
    if (replaces(change)) [right, checked] = [[], false];
  }
  for (const effect of change.effects) {
    if (effect.is(found)) {
      all = Decoration.set((effect.value?.advised ?? []).map(marked), true);
      [right, checked] = [effect.value?.right ?? [], effect.value !== null];
    } else if (effect.is(decided)) decisions = [...decisions, ...effect.value];
    else if (effect.is(another)) decisions = effect.value;
    else if (effect.is(takenBack)) {
      const keys = new Set(effect.value.map(({ key }) => key));
      decisions = decisions.filter(({ key }) => !keys.has(key));
    } else continue;
    again = true;
  }
  if (again) {
    const left = leftAlone(decisions);
    shown = all.update({ filter: (from, to, mark) => !left(from, to, mark.spec.mention) });
    changed = Decoration.set(accepted(decisions).map(markedChange), true);
    kept = keptOf(all, decisions);
  } else if (!change.docChanged) return value;
  return { all, shown, changed, kept, right, checked, decisions };
}

/** Whether nothing is left of the text of before. */
function replaces({ changes, startState }: Transaction): boolean {
  let whole = false;
  changes.iterChangedRanges((from, to) => (whole ||= from === 0 && to === startState.doc.length));
  return whole;
}

/** The marks after a change, without those inside which something changed. */
function through(marks: DecorationSet, { changes }: Transaction): DecorationSet {
  changes.iterChangedRanges((from, to) => {
    marks = marks.update({
      filterFrom: from,
      filterTo: to,
      filter: (start, end) => (from === to ? end <= from || start >= to : end <= from || start >= to),
    });
  });
  return marks.map(changes);
}

function moved<Some extends readonly Decision[]>(decisions: Some, changes: ChangeDesc): readonly Decision[] {
  return decisions.map((one) => {
    const from = changes.mapPos(Math.min(one.from, changes.length), 1);
    return { ...one, from, to: Math.max(from, changes.mapPos(Math.min(one.to, changes.length), -1)) };
  });
}

function marked({ from, to, mention }: Placed): Range<Decoration> {
  return Decoration.mark({ class: `name ${mention.class}`, mention }).range(from, to);
}

const STROKES = {
  wrong: Decoration.mark({ class: "stroke wrong" }),
  house_style: Decoration.mark({ class: "stroke house_style" }),
};

/** The lines under the words of names: a blank has none, since one at the end of a line would be seen. */
function strokes(shown: DecorationSet): DecorationSet {
  const built = new RangeSetBuilder<Decoration>();
  for (const at = shown.iter(); at.value; at.next()) {
    const { surface, class: advice } = at.value.spec.mention as Mention;
    if (!advice) continue;
    for (const word of surface.matchAll(/\S+/g)) built.add(at.from + word.index, at.from + word.index + word[0].length, STROKES[advice]);
  }
  return built.finish();
}

function markedChange(change: Decision): Range<Decoration> {
  return Decoration.mark({ class: "changed", change, attributes: { title: `Was ${change.name}` } }).range(change.from, change.to);
}

/** Whether a name is left alone, as decided: this occurrence, or this spelling, whomever it is taken for next. */
function leftAlone(decisions: readonly Decision[]): (from: number, to: number, mention: Mention) => boolean {
  const spans = new Set(decisions.filter(({ action }) => action === "here").map(({ from, to }) => `${from}-${to}`));
  const spellings = new Set(decisions.filter(({ action }) => SPELLINGS.includes(action)).map(({ name }) => name));
  return (from, to, { surface }) => spans.has(`${from}-${to}`) || spellings.has(surface);
}

/** The names that were left alone in this text, each with the decision: where it was made, and wherever else it holds. */
function keptOf(all: DecorationSet, decisions: readonly Decision[]): DecorationSet {
  const made = decisions.filter(({ action, from, to }) => action !== "accept" && from < to);
  const spans = new Map(made.map((one) => [`${one.from}-${one.to}`, one]));
  const spellings = new Map(made.filter(({ action }) => SPELLINGS.includes(action)).map((one) => [one.name, one]));
  if (spellings.size)
    for (const at = all.iter(); at.value; at.next()) {
      const one = spellings.get(at.value.spec.mention.surface);
      const span = `${at.from}-${at.to}`;
      if (one && !spans.has(span)) spans.set(span, { ...one, from: at.from, to: at.to });
    }
  return Decoration.set([...spans.values()].map(markedKept), true);
}

function markedKept(kept: Decision): Range<Decoration> {
  return Decoration.mark({ class: "kept", kept }).range(kept.from, kept.to);
}

/** The names to look at, in the order of the text. */
export function placedIn(state: EditorState): Placed[] {
  const list: Placed[] = [];
  state.field(names).shown.between(0, state.doc.length, (from, to, mark) => {
    list.push({ from, to, mention: mark.spec.mention });
  });
  return list;
}

export function placed(view: EditorView): Placed[] {
  return placedIn(view.state);
}

/** The names that were left alone in this text, each where it stands. */
export function keptIn(state: EditorState): Decision[] {
  const list: Decision[] = [];
  state.field(names).kept.between(0, state.doc.length, (from, to, mark) => {
    list.push({ ...mark.spec.kept, from, to });
  });
  return list;
}

/** The decisions by which words were written in place of others, in the order of the text. */
export function accepted(decisions: readonly Decision[]): Decision[] {
  return decisions.filter(({ action, from, to }) => action === "accept" && from < to).sort((a, b) => a.from - b.from);
}

/** The decisions that hold in every text, and at no place of this one. */
export function lasting(decisions: readonly Decision[]): Decision[] {
  return decisions.filter(({ action }) => LASTING.includes(action)).map((one) => ({ ...one, from: 0, to: 0 }));
}
