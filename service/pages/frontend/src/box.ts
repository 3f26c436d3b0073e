// The small box beside a name in the text: what it is about, and what can be done with it.
// One rule: it offers what the card offers, in the same words, the nearest first and the rest under More.

import { EditorView, repositionTooltips } from "@codemirror/view";

import { alike } from "./deciding";
import { element } from "./elements";
import { certainty } from "./entities";
import { label, title, ways, type Way } from "./labels";
import type { Placed } from "./names";
import type { Decision } from "./shapes";

export type Act = "accept" | "accept-alike" | "put-back" | Way;
export type Chosen = (what: Act) => void;

const NEAREST: Way = "reject";

export function nameBox(view: EditorView, one: Placed, chosen: Chosen): HTMLElement {
  const { mention } = one;
  const { replacement } = mention;
  const same = alike(view, one).length;
  const way = (each: Way) => button(chosen, each, label(each), title(each, mention));
  const more = element("div", { class: "box-row", hidden: true });
  if (replacement !== null && same > 1) more.append(button(chosen, "accept-alike", `Write it in all ${same} places`));
  more.append(...ways(mention).filter((each) => each !== NEAREST).map(way));
  return element(
    "div",
    { class: "box", role: "group", "aria-label": `What to do with ${mention.surface}` },
    element("p", { class: "box-why" }, mention.why && `${mention.why} `, element("span", { class: "box-sure" }, `${certainty(mention)}.`)),
    element(
      "div",
      { class: "box-row" },
      replacement !== null && written(chosen, "accept", "Write ", replacement, " here"),
      way(NEAREST),
      opener(view, more),
    ),
    more,
  );
}

export function changeBox(change: Decision, chosen: Chosen): HTMLElement {
  return element(
    "div",
    { class: "box", role: "group", "aria-label": "What to do with the changed name" },
    element("div", { class: "box-row" }, written(chosen, "put-back", "Put back ", change.name)),
  );
}

/** The button that shows the rest and goes. */
function opener(view: EditorView, more: HTMLElement): HTMLElement {
  const open = (event: Event) => {
    event.preventDefault();
    more.hidden = false;
    made.remove();
    more.querySelector("button")?.focus({ preventScroll: true });
    repositionTooltips(view);
  };
  const made = element("button", { type: "button", class: "small plain", "aria-expanded": "false", onclick: open }, "More");
  return made;
}

function written(chosen: Chosen, act: Act, before: string, name: string, after = ""): HTMLElement {
  return element("button", { type: "button", class: "small", onclick: does(chosen, act) }, before, element("bdi", {}, name), after);
}

function button(chosen: Chosen, act: Act, text: string, says?: string): HTMLElement {
  return element("button", { type: "button", class: "small plain", title: says, onclick: does(chosen, act) }, text);
}

function does(chosen: Chosen, act: Act): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    chosen(act);
  };
}
