// Undo and redo: from anywhere on the page, and what was undone is said.
// One rule: in a field one types into, the browser's own undo is left alone.

import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { type EditorState, Transaction } from "@codemirror/state";
import type { EditorView, KeyBinding } from "@codemirror/view";

import { changed } from "./counts";
import { said } from "./labels";
import { another, decided, takenBack } from "./names";
import { say } from "./saying";

const MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform);

export function undoIn(view: EditorView): boolean {
  return undo(view) || (say("Nothing to undo."), true);
}

export function redoIn(view: EditorView): boolean {
  return redo(view) || (say("Nothing to redo."), true);
}

export const undoKeys: readonly KeyBinding[] = [
  { key: "Mod-z", run: undoIn, preventDefault: true },
  { key: "Mod-y", run: redoIn, preventDefault: true },
  { key: "Mod-Shift-z", run: redoIn, preventDefault: true },
];

/** Have the same keys work wherever else one is on the page. */
export function undoEverywhere(view: EditorView): void {
  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (event.defaultPrevented || event.altKey || !(MAC ? event.metaKey : event.ctrlKey) || !"zy".includes(key)) return;
    if ((event.target as HTMLElement).closest("input, textarea, .cm-content")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redoIn(view);
    else undoIn(view);
  });
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
