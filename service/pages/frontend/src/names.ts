// The names in the text: where they are, what is advised of them, and what was decided.
// One rule: a place in the text is kept through every change; a name that is itself changed is let go.

import { invertedEffects } from "@codemirror/commands";
import { type ChangeDesc, type Range, StateEffect, StateField, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

import type { Action, Decision, Mention } from "./shapes";

/** A name where it stands now. */
export interface Placed {
  from: number;
  to: number;
  mention: Mention;
}

// Decisions on every occurrence of a spelling.
const SPELLINGS: Action[] = ["reject", "not-this", "ignore"];

interface Names {
  all: DecorationSet; // what the last check advised on
  shown: DecorationSet; // those of them that nobody has decided on
  right: Mention[]; // names of the last check that are left alone
  decisions: readonly Decision[];
}

export const found = StateEffect.define<{ advised: Placed[]; right: Mention[] }>();
export const decided = StateEffect.define<readonly Decision[]>({ map: moved });
export const takenBack = StateEffect.define<readonly Decision[]>({ map: moved });

export const names = StateField.define<Names>({
  create: () => ({ all: Decoration.none, shown: Decoration.none, right: [], decisions: [] }),
  update: updated,
  provide: (field) => EditorView.decorations.from(field, (value) => value.shown),
});

/** Undoing an edit takes back the decision that came with it, and redoing it decides again. */
export const undoable = invertedEffects.of((change) =>
  change.effects.flatMap((effect) => {
    if (effect.is(decided)) return [takenBack.of(effect.value)];
    return effect.is(takenBack) ? [decided.of(effect.value)] : [];
  }),
);

function updated(value: Names, change: Transaction): Names {
  let { all, right, decisions } = value;
  let shown = value.shown;
  let again = false;
  if (change.docChanged) {
    all = through(all, change);
    shown = through(shown, change);
    decisions = moved(decisions, change.changes);
  }
  for (const effect of change.effects) {
    if (effect.is(found)) {
      all = Decoration.set(effect.value.advised.map(marked), true);
      right = effect.value.right;
    } else if (effect.is(decided)) decisions = [...decisions, ...effect.value];
    else if (effect.is(takenBack)) {
      const keys = new Set(effect.value.map(({ key }) => key));
      decisions = decisions.filter(({ key }) => !keys.has(key));
    } else continue;
    again = true;
  }
  if (again) {
    const left = leftAlone(decisions);
    shown = all.update({ filter: (from, to, mark) => !left(from, to, mark.spec.mention) });
  } else if (!change.docChanged) return value;
  return { all, shown, right, decisions };
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

/** Whether a name is left alone, as decided: this occurrence, or this spelling, whomever it is taken for next. */
function leftAlone(decisions: readonly Decision[]): (from: number, to: number, mention: Mention) => boolean {
  const spans = new Set(decisions.filter(({ action }) => action === "here").map(({ from, to }) => `${from}-${to}`));
  const spellings = new Set(decisions.filter(({ action }) => SPELLINGS.includes(action)).map(({ name }) => name));
  return (from, to, { surface }) => spans.has(`${from}-${to}`) || spellings.has(surface);
}

/** The names to look at, in the order of the text. */
export function placed(view: EditorView): Placed[] {
  const list: Placed[] = [];
  view.state.field(names).shown.between(0, view.state.doc.length, (from, to, mark) => {
    list.push({ from, to, mention: mark.spec.mention });
  });
  return list;
}
