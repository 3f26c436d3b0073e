// The name one is looking at, or a word that was changed or kept: marked in the text, with what can be done beside it.
// One rule: it comes when one asks for it (a click, a tap, a key), and goes as soon as one types or presses elsewhere.

import { StateEffect, StateField, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, showTooltip, type Tooltip } from "@codemirror/view";

import { changeBox, keptBox, nameBox, type Doing } from "./box";
import { type Looked, names } from "./names";
import type { Decision } from "./shapes";
import { sheet } from "./sheet";
import { narrow } from "./size";

export const lookedAt = StateEffect.define<Looked | null>();

const BESIDE = { x: 0, y: 6 }; // pixels between a name, with its line, and its box
const MARK = Decoration.mark({ class: "current-name" });

/** Whether it was decided on. */
export function isDecision(one: Looked | null): one is Decision {
  return one !== null && "action" in one;
}

/** The field of what one is looking at; ``doing`` carries out what is chosen in the small box beside it. */
export function current(doing: Doing): StateField<Looked | null> {
  return StateField.define<Looked | null>({
    create: () => null,
    update(value, change) {
      for (const effect of change.effects) if (effect.is(lookedAt)) return effect.value;
      return value === null || change.docChanged || gone(value, change) ? null : value;
    },
    provide: (field) => [
      EditorView.decorations.from(field, (one) =>
        one ? Decoration.set(MARK.range(one.from, one.to)) : Decoration.none,
      ),
      showTooltip.from(field, (one) => (one && !narrow() ? tooltip(one) : null)),
      sheet(field, box),
    ],
  });

  function tooltip(one: Looked): Tooltip {
    return { pos: one.from, end: one.to, above: false, arrow: false, create: (view) => ({ dom: box(view, one), offset: BESIDE }) };
  }

  function box(view: EditorView, one: Looked): HTMLElement {
    if (!isDecision(one)) return nameBox(view, one, doing);
    return one.action === "accept" ? changeBox(view, one, doing) : keptBox(one, doing);
  }
}

/** Whether the text no longer has its mark. */
function gone(one: Looked, { state }: Transaction): boolean {
  const { shown, changed, kept } = state.field(names);
  if (!isDecision(one)) return !marks(shown, one);
  return !marks(one.action === "accept" ? changed : kept, one);
}

function marks(set: DecorationSet, { from, to }: Looked): boolean {
  let there = false;
  set.between(from, to, (start, end) => {
    there ||= start === from && end === to;
  });
  return there;
}
