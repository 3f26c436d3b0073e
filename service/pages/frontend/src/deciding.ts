// What an editor decides of names, as changes of the text and of what is left alone.
// One rule: a decision is one step of the history, so that one undo takes it back as a whole.

import { isolateHistory } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";

import type { Way } from "./labels";
import { decided, placed, takenBack, type Placed } from "./names";
import type { Action, Decision } from "./shapes";
import { sentenceAround } from "./words";

let made = 0;

/** Write what is advised, or what was chosen instead, for each of these names that has it; what was decided. */
export function accept(view: EditorView, chosen: readonly Placed[], instead?: string): Decision[] {
  const edits = chosen
    .map((one) => ({ one, insert: instead ?? one.mention.replacement }))
    .filter((edit): edit is { one: Placed; insert: string } => edit.insert !== null)
    .sort((a, b) => a.one.from - b.one.from);
  if (edits.length === 0) return [];
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
  return decisions;
}

/** Leave a name as it is: this one, this spelling in this text, or in every text; or it names something else. */
export function leave(view: EditorView, one: Placed, way: Way): Decision {
  const made = decision(view, one, way);
  view.dispatch({ effects: decided.of([made]), annotations: isolateHistory.of("full") });
  return made;
}

/** Write again what stood there before a name was changed. */
export function putBack(view: EditorView, one: Decision): void {
  view.dispatch({
    changes: { from: one.from, to: one.to, insert: one.name },
    effects: takenBack.of([one]),
    annotations: isolateHistory.of("full"),
    userEvent: "input.back",
  });
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
