// The legend below the text: what its marks mean.
// One rule: it explains the marks that are there, and no others.

import type { EditorState } from "@codemirror/state";

import { names, placedIn } from "./names";

export function legend(state: EditorState): void {
  const { changed, kept } = state.field(names);
  const there: Record<string, boolean> = { changed: changed.size > 0, kept: kept.size > 0 };
  for (const { mention } of placedIn(state)) there[mention.class!] = true;
  for (const line of document.querySelectorAll<HTMLElement>(".legend [data-mark]")) line.hidden = !there[line.dataset.mark!];
}
