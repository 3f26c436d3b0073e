// The small box on a phone: a sheet above the bar at the foot, which scrolls inside itself.
// One rule: it never covers the name it is about.

import type { Extension, StateField } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

import { byId } from "./elements";
import type { Looked } from "./names";
import { narrow } from "./size";

const GAP = 12; // pixels between the name and the sheet

export function sheet(looked: StateField<Looked | null>, box: (view: EditorView, one: Looked) => HTMLElement): Extension {
  const shown = ViewPlugin.fromClass(
    class {
      private readonly place = byId("sheet");

      update({ state, startState, view }: ViewUpdate) {
        const one = state.field(looked);
        if (one === startState.field(looked)) return;
        this.place.replaceChildren(...(one && narrow() ? [box(view, one)] : []));
        this.place.scrollTop = 0;
      }

      destroy() {
        this.place.replaceChildren();
      }
    },
  );
  return [shown, EditorView.scrollMargins.of(() => (narrow() ? { top: GAP, bottom: covered() + GAP } : null))];
}

/** How much of the window the bar and the sheet at its foot cover. */
function covered(): number {
  return Math.max(window.innerHeight - byId("status").getBoundingClientRect().top, 0);
}
