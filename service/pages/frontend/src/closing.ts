// Closing the small box: by a press anywhere outside it, and by Esc wherever the focus is.
// One rule: a press that opens it at another name leaves it open there.

import type { Looked } from "./names";
import { byTouch, whenTurned } from "./size";

interface Open {
  looked: () => Looked | null;
  close: () => void;
  toText: () => void;
}

/** Have it close so, and where the page turns from narrow to wide, as its place is another there. */
export function closing({ looked, close, toText }: Open): void {
  let before: Looked | null = null;
  document.addEventListener("click", () => (before = looked()), { capture: true });
  document.addEventListener("click", (event) => {
    // What was pressed may be gone by now: the path still knows where it was.
    const inside = event.composedPath().some((one) => one instanceof Element && one.matches(".box"));
    if (before && before === looked() && !inside) close();
  });
  whenTurned(close);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !looked() || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    const within = document.activeElement?.closest(".box");
    close();
    if (within && !byTouch()) toText();
  });
}
