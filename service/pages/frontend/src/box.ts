// The small box of a name in the text: what it is about, and what can be done with it.
// One rule: it offers what the card offers, in the same words, the nearest first and the rest under More.

import { EditorView, repositionTooltips } from "@codemirror/view";

import { alike } from "./deciding";
import { element } from "./elements";
import { certainty, NOT_SPELLING } from "./entities";
import { label, said, title, ways, type Way } from "./labels";
import type { Placed } from "./names";
import { choices, second } from "./offers";
import type { Decision, Mention } from "./shapes";
import { narrow } from "./size";

export type Act = "accept" | "accept-alike" | "put-back" | "look-again" | "close" | Way;

/** What carries out what is chosen, and knows the language a text came through. */
export interface Doing {
  act(what: Act, instead?: string): void;
  source(): string;
}

const NEAREST: Way = "reject";

export function nameBox(view: EditorView, one: Placed, doing: Doing): HTMLElement {
  const { mention } = one;
  const { replacement, surface } = mention;
  const more = element("div", { class: "box-more", hidden: true });
  return box(
    doing,
    `What to do with ${surface}`,
    element("bdi", {}, surface),
    element("p", { class: "box-why" }, mention.why && `${mention.why} `, element("span", { class: "box-sure", title: NOT_SPELLING }, `${certainty(mention)}.`)),
    element(
      "div",
      { class: "box-row" },
      replacement !== null && written(doing, "accept", "Write ", replacement, " here"),
      way(doing, NEAREST, mention),
      opener(view, one, more, () => rest(view, one, doing)),
    ),
    more,
  );
}

export function changeBox(view: EditorView, change: Decision, doing: Doing): HTMLElement {
  return box(
    doing,
    "What to do with the changed name",
    element("bdi", {}, view.state.sliceDoc(change.from, change.to)),
    element("div", { class: "box-row" }, written(doing, "put-back", "Put back ", change.name)),
  );
}

export function keptBox(kept: Decision, doing: Doing): HTMLElement {
  return box(
    doing,
    `What to do with ${kept.name}, which was kept`,
    element("bdi", {}, kept.name),
    element("p", { class: "box-says" }, `${said(kept)}.`),
    element("div", { class: "box-row" }, button(doing, "look-again", "Look again", `Have ${kept.name} marked again`)),
  );
}

/** A box with its head, which tells on a phone which name it is about, and closes it. */
function box(doing: Doing, says: string, name: HTMLElement, ...inside: HTMLElement[]): HTMLElement {
  const close = element("button", { type: "button", class: "small plain box-close", "aria-label": "Close", onclick: does(doing, "close") }, "×");
  return element("div", { class: "box", role: "group", "aria-label": says }, element("div", { class: "box-head" }, name, close), ...inside);
}

/** What is under More: other forms, who else might be meant, and the ways that are not the nearest. */
function rest(view: EditorView, one: Placed, doing: Doing): HTMLElement[] {
  const { mention } = one;
  const all = alike(view, one);
  const same = all.filter(({ mention: other }) => other.surface === mention.surface).length;
  const others = ways(mention, same).filter((each) => each !== NEAREST);
  const row = element(
    "div",
    { class: "box-row" },
    mention.replacement !== null && all.length > 1 && button(doing, "accept-alike", all.length === 2 ? "Write it in both places" : `Write it in all ${all.length} places`),
    ...others.map((each) => way(doing, each, mention)),
  );
  const forms = choices(mention, "Or write here", (text) => doing.act("accept", text));
  return [second(mention, doing.source(), () => fit(view, one)), ...(forms ? [forms] : []), row];
}

/** The button that shows the rest and goes. */
function opener(view: EditorView, one: Placed, more: HTMLElement, rest: () => HTMLElement[]): HTMLElement {
  const open = (event: Event) => {
    event.preventDefault();
    more.replaceChildren(...rest());
    more.hidden = false;
    made.remove();
    more.querySelector("button")?.focus({ preventScroll: true });
    fit(view, one);
  };
  const made = element("button", { type: "button", class: "small plain", "aria-expanded": "false", onclick: open }, "More");
  return made;
}

/** Find the box its place anew when it has grown; the name it is about stays in sight. */
function fit(view: EditorView, { from }: Placed): void {
  if (narrow()) view.dispatch({ effects: EditorView.scrollIntoView(from) });
  else repositionTooltips(view);
}

function written(doing: Doing, act: Act, before: string, name: string, after = ""): HTMLElement {
  return element("button", { type: "button", class: "small", onclick: does(doing, act) }, before, element("bdi", {}, name), after);
}

function way(doing: Doing, each: Way, mention: Mention): HTMLElement {
  return button(doing, each, label(each), title(each, mention));
}

function button(doing: Doing, act: Act, text: string, says?: string): HTMLElement {
  return element("button", { type: "button", class: "small plain", title: says, onclick: does(doing, act) }, text);
}

function does(doing: Doing, act: Act): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    doing.act(act);
  };
}
