// The name one is looking at: marked in the text, with the nearest actions beside it.
// One rule: it comes when one asks for it (a click, a tap, a key), and goes as soon as one types.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, showTooltip, type Tooltip } from "@codemirror/view";

import { element } from "./elements";
import { names, type Placed } from "./names";

export const lookedAt = StateEffect.define<Placed | null>();

const MARK = Decoration.mark({ class: "current-name" });

export type Chosen = (view: EditorView, what: "accept" | "reject" | "here") => void;

/** The field of the current name; ``act`` carries out what is chosen in the small box beside it. */
export function current(act: Chosen): StateField<Placed | null> {
  return StateField.define<Placed | null>({
    create: () => null,
    update(value, change) {
      for (const effect of change.effects) if (effect.is(lookedAt)) return effect.value;
      if (value === null) return null;
      if (change.docChanged || stale(value, change.state.field(names).shown)) return null;
      return value;
    },
    provide: (field) => [
      EditorView.decorations.from(field, (one) =>
        one ? Decoration.set(MARK.range(one.from, one.to)) : Decoration.none,
      ),
      showTooltip.from(field, (one) => (one ? box(one, act) : null)),
    ],
  });
}

/** Whether the marks no longer have the name. */
function stale({ from, to }: Placed, marks: { between: Function }): boolean {
  let there = false;
  marks.between(from, to, (start: number, end: number) => {
    there ||= start === from && end === to;
  });
  return !there;
}

function box(one: Placed, act: Chosen): Tooltip {
  return { pos: one.from, end: one.to, above: false, arrow: false, create: (view) => ({ dom: buttons(view, one, act) }) };
}

function buttons(view: EditorView, { mention }: Placed, act: Chosen): HTMLElement {
  const does = (what: Parameters<Chosen>[1]) => (event: Event) => {
    event.preventDefault();
    act(view, what);
  };
  return element(
    "div",
    { class: "box", role: "group", "aria-label": `What to do with ${mention.surface}` },
    mention.replacement !== null &&
      element("button", { type: "button", class: "small", onclick: does("accept") }, "Write ", element("bdi", {}, mention.replacement)),
    element("button", { type: "button", class: "small plain", onclick: does("reject") }, "Keep"),
    element("button", { type: "button", class: "small plain", onclick: does("here") }, "Ignore here"),
  );
}
