// The name one is looking at, or the word that was changed: marked in the text, with what can be done beside it.
// One rule: it comes when one asks for it (a click, a tap, a key), and goes as soon as one types.

import { StateEffect, StateField, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, showTooltip, type Tooltip } from "@codemirror/view";

import { changeBox, nameBox, type Chosen } from "./box";
import { names, type Placed } from "./names";
import type { Decision } from "./shapes";

export type Looked = Placed | Decision;

export const lookedAt = StateEffect.define<Looked | null>();

const BESIDE = { x: 0, y: 6 }; // pixels between a name, with its line, and its box
const MARK = Decoration.mark({ class: "current-name" });

export function isChange(one: Looked | null): one is Decision {
  return one !== null && "action" in one;
}

/** The field of what one is looking at; ``chosen`` carries out what is chosen in the small box beside it. */
export function current(chosen: Chosen): StateField<Looked | null> {
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
      showTooltip.from(field, (one) => one && box(one)),
    ],
  });

  function box(one: Looked): Tooltip {
    return { pos: one.from, end: one.to, above: false, arrow: false, create: (view) => ({ dom: dom(view, one), offset: BESIDE }) };
  }

  function dom(view: EditorView, one: Looked): HTMLElement {
    return isChange(one) ? changeBox(one, chosen) : nameBox(view, one, chosen);
  }
}

/** Whether the text no longer has its mark. */
function gone(one: Looked, { state }: Transaction): boolean {
  const { shown, changed } = state.field(names);
  return !marks(isChange(one) ? changed : shown, one);
}

function marks(set: DecorationSet, { from, to }: Looked): boolean {
  let there = false;
  set.between(from, to, (start, end) => {
    there ||= start === from && end === to;
  });
  return there;
}
