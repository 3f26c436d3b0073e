// Undo and redo: from anywhere on the page, and what was undone is said.
// One rule: in a field one types into, but for the text itself, the browser's own undo is left alone.

import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { type EditorState, Transaction } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

import { changed } from "./counts";
import { said } from "./labels";
import { another, decided, takenBack } from "./names";
import { say } from "./saying";

const MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform);
const PLACES: Record<string, string> = { KeyZ: "z", KeyY: "y" }; // on a keyboard of other letters

export function undoIn(view: EditorView): boolean {
  return undo(view) || (say("Nothing to undo."), true);
}

export function redoIn(view: EditorView): boolean {
  return redo(view) || (say("Nothing to redo."), true);
}

/** Have the keys of undo and redo work wherever one is on the page, with Caps Lock or without. */
export function undoEverywhere(view: EditorView): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || !(MAC ? event.metaKey : event.ctrlKey)) return;
    const key = letter(event);
    if ((key !== "z" && key !== "y") || (event.target as HTMLElement).closest("input, textarea")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redoIn(view);
    else undoIn(view);
  });
}

/** The Latin letter of a key, which with Shift and Caps Lock at once is a small one. */
function letter({ key, code }: KeyboardEvent): string | undefined {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : PLACES[code];
}

/** Whether there is something to undo, and to redo. */
export function depths(state: EditorState): { undo: boolean; redo: boolean } {
  return { undo: undoDepth(state) > 0, redo: redoDepth(state) > 0 };
}

/** Whether a text that was cleared comes back. */
export function unclears(change: Transaction): boolean {
  return change.isUserEvent("undo") && change.startState.doc.length === 0 && change.effects.some((effect) => effect.is(another));
}

/** What an undo or redo did, in a sentence; null of any other change. */
export function undone(change: Transaction): string | null {
  const back = change.isUserEvent("undo");
  if (!back && !change.isUserEvent("redo")) return null;
  const steps = change.effects.flatMap((effect) => {
    if (effect.is(decided)) return [{ list: effect.value, was: !back }];
    return effect.is(takenBack) ? [{ list: effect.value, was: back }] : [];
  });
  const [step] = steps;
  const [first] = step && !step.was && back ? step.list : [];
  if (first?.action === "accept") {
    const now = change.newDoc.sliceString(first.from, first.to);
    return `${now} stands again in place of ${first.name}. Redo puts ${first.name} back.`;
  }
  const what = step ? (step.was ? doing(step.list) : undoing(step.list)) : edit(change, back);
  return back ? `Undone: ${what}. Redo does it again.` : `Done again: ${what}. Undo takes it back.`;
}

type Step = Parameters<typeof changed>[0];

function doing(list: Step): string {
  const [first] = list;
  return !first || first.action === "accept" ? changed(list) : said(first);
}

function undoing(list: Step): string {
  const [first] = list;
  return first?.action === "accept" ? `${first.name} put back` : `${first?.name} looked at again`;
}

function edit({ effects, newDoc, startState }: Transaction, back: boolean): string {
  if (!effects.some((effect) => effect.is(another))) return "the last edit";
  const [before, after] = back ? [newDoc, startState.doc] : [startState.doc, newDoc];
  if (after.length === 0) return "the text cleared";
  return before.length === 0 ? "a text pasted" : "the last edit";
}
