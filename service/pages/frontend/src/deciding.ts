// What an editor decides of names, as changes of the text and of what is left alone.
// One rule: a decision is one step of the history, so that one undo takes it back as a whole.

import { isolateHistory } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";

import { decided, placed, takenBack, type Placed } from "./names";
import type { Action, Decision } from "./shapes";
import { sentenceAround } from "./words";

let made = 0;

/** Write what is advised, or what was chosen instead, for each of these names that has it; how many were written. */
export function accept(view: EditorView, chosen: readonly Placed[], instead?: string): number {
  const edits = chosen
    .map((one) => ({ one, insert: instead ?? one.mention.replacement }))
    .filter((edit): edit is { one: Placed; insert: string } => edit.insert !== null)
    .sort((a, b) => a.one.from - b.one.from);
  if (edits.length === 0) return 0;
  const changes = view.state.changes(edits.map(({ one, insert }) => ({ from: one.from, to: one.to, insert })));
  const decisions = edits.map(({ one, insert }) => {
    const from = changes.mapPos(one.from, -1);
    return { ...decision(view, one, "accept"), from, to: from + insert.length };
  });
  view.dispatch({
    changes,
    effects: decided.of(decisions),
    annotations: isolateHistory.of("full"),
    userEvent: "input.accept",
  });
  return edits.length;
}

/** Leave this spelling alone in the whole text: it is meant so. */
export function reject(view: EditorView, one: Placed): void {
  decide(view, [decision(view, one, "reject")]);
}

/** Leave this spelling alone: it names somebody or something else. */
export function notThis(view: EditorView, one: Placed): void {
  decide(view, [decision(view, one, "not-this")]);
}

/** Leave this one occurrence alone. */
export function leaveHere(view: EditorView, one: Placed): void {
  decide(view, [decision(view, one, "here")]);
}

/** Leave this spelling alone in every text from now on. */
export function ignore(view: EditorView, one: Placed): void {
  decide(view, [decision(view, one, "ignore")]);
}

/** Look at names again that were left alone. */
export function takeBack(view: EditorView, decisions: readonly Decision[]): void {
  view.dispatch({ effects: takenBack.of(decisions), annotations: isolateHistory.of("full") });
}

/** The names still to look at that are of the same entity, or the same unknown name. */
export function alike(view: EditorView, one: Placed): Placed[] {
  return placed(view).filter((other) => group(other) === group(one));
}

/** What the names of one entity have in common. */
export function group({ mention }: Placed): string {
  return mention.entity?.id ?? `unknown-${mention.cluster}`;
}

function decide(view: EditorView, decisions: Decision[]): void {
  view.dispatch({ effects: decided.of(decisions), annotations: isolateHistory.of("full") });
}

function decision(view: EditorView, { from, to, mention }: Placed, action: Action): Decision {
  const line = view.state.doc.lineAt(from);
  return {
    key: `${Date.now().toString(36)}-${++made}`,
    action,
    name: mention.surface,
    entity: mention.entity?.id ?? null,
    label: mention.entity?.canonical ?? mention.surface,
    from,
    to,
    why: mention.why,
    context: sentenceAround(line.text, from - line.from, to - line.from),
  };
}
