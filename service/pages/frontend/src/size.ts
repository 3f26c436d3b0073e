// What the page is read on, as its style sheet sees it too.

import type { EditorView } from "@codemirror/view";

const MARGIN = 8; // pixels between a box and the edge of the text
const NARROW = window.matchMedia("(max-width: 56rem)"); // the list is below the text
const TOUCH = window.matchMedia("(hover: none)");

export function narrow(): boolean {
  return NARROW.matches;
}

/** Have something done when the page becomes narrow, or wide. */
export function whenTurned(does: () => void): void {
  NARROW.addEventListener("change", does);
}

export function byTouch(): boolean {
  return TOUCH.matches;
}

/** Where a box beside a name may be: inside the text, in sight. */
export function room(view: EditorView): { left: number; right: number; top: number; bottom: number } {
  const { left, right, top, bottom } = view.scrollDOM.getBoundingClientRect();
  return {
    left: left + MARGIN,
    right: right - MARGIN,
    top: Math.max(top, 0) + MARGIN,
    bottom: Math.min(bottom, window.innerHeight) - MARGIN,
  };
}
