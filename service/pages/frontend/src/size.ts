// What the page is read on, as its style sheet sees it too.

import type { EditorView } from "@codemirror/view";

import { byId } from "./elements";

const MARGIN = 8; // pixels between a box and the edge of the text
const NARROW = window.matchMedia("(max-width: 56rem)"); // the list is below the text
const TOUCH = window.matchMedia("(hover: none)");

export function narrow(): boolean {
  return NARROW.matches;
}

export function byTouch(): boolean {
  return TOUCH.matches;
}

/** Where a box beside a name may be: inside the text, in sight; on a phone anywhere above the bar at its foot. */
export function room(view: EditorView): { left: number; right: number; top: number; bottom: number } {
  const { left, right, top, bottom } = view.scrollDOM.getBoundingClientRect();
  const bar = byId("status");
  const end = getComputedStyle(bar).position === "fixed" ? bar.getBoundingClientRect().top : window.innerHeight;
  return { left: left + MARGIN, right: right - MARGIN, top: (narrow() ? 0 : Math.max(top, 0)) + MARGIN, bottom: Math.min(bottom, end) - MARGIN };
}
