// A card: an entity that is spelled another way, what is advised, why, how sure it is, and what one can do about it.
// One rule: all that the text shows by a line under a name, a card says in words.

import type { Direction } from "./directions";
import { button, element } from "./elements";
import { certainty, entityLink, NOT_SPELLING } from "./entities";
import { acceptLabel, label, title, ways, type Way } from "./labels";
import { hasPoint, locator } from "./locator";
import type { Placed } from "./names";
import { choices, second } from "./offers";
import type { Decision, Entity } from "./shapes";

export interface Acts {
  accept(chosen: readonly Placed[], instead?: string): void;
  leave(one: Placed, way: Way): void;
  lookAgain(one: Decision): void;
  putBack(one: Decision): void;
  look(one: Placed): void;
  source(): string;
}

export interface Card {
  key: string;
  all: Placed[];
}

/** How a card is shown: open or not, at which of its places, with which other places on the map. */
export interface Shown {
  open: boolean;
  at: number;
  places: readonly Entity[];
  around: (one: Placed) => Around;
  toggle: () => void;
  turn: (by: number) => void;
}

/** What stands before and after a name in its line, and the direction of that line. */
export interface Around {
  before: string;
  after: string;
  direction: Direction;
}

const ADVICE = { wrong: "wrong", house_style: "house style" };

export function cardElement(card: Card, shown: Shown, acts: Acts): HTMLElement {
  const wrong = card.all.some(({ mention }) => mention.class === "wrong");
  const id = `card-${card.key.replace(/[^\w-]/g, "_")}`;
  const surfaces = new Map<string, Placed[]>();
  for (const each of card.all) surfaces.set(each.mention.surface, [...(surfaces.get(each.mention.surface) ?? []), each]);
  const sure = card.all.filter(({ mention }) => mention.replacement !== null).length;
  return element(
    "li",
    { class: `card ${wrong ? "wrong" : "house_style"}${shown.open ? " open" : ""}`, "data-key": card.key },
    element(
      "div",
      { class: "card-head" },
      element(
        "button",
        { type: "button", class: "card-name", "aria-expanded": `${shown.open}`, "aria-controls": id, "data-control": "name", onclick: shown.toggle },
        ...[...surfaces].map(([surface, all]) => change(surface, all)),
        element("span", { class: "badge" }, ADVICE[wrong ? "wrong" : "house_style"]),
      ),
      button(acceptLabel(sure), "accept", () => acts.accept(card.all), { disabled: sure === 0, primary: true }),
    ),
    element("div", { class: "card-body", id, hidden: !shown.open }, ...(shown.open ? body(card, shown, acts) : [])),
  );
}

function change(surface: string, all: Placed[]): HTMLElement {
  const { replacement, alternatives } = all[0]!.mention;
  const target = replacement ?? alternatives[0];
  return element(
    "span",
    { class: "change" },
    element("bdi", { class: "was" }, surface),
    all.length > 1 && element("span", { class: "times" }, ` ×${all.length}`),
    element("span", { class: "arrow" }, target ? " → " : ""),
    target && element("bdi", { class: "becomes" }, replacement === null ? `${target}?` : target),
  );
}

function body(card: Card, shown: Shown, acts: Acts): (Node | false | null)[] {
  const one = card.all[shown.at]!;
  const { mention } = one;
  const { entity } = mention;
  const alike = card.all.filter((each) => each.mention.surface === mention.surface);
  return [
    mention.why !== null && element("p", { class: "why" }, mention.why),
    entity && element("p", { class: "who" }, entityLink(entity)),
    element("p", { class: "sure", title: NOT_SPELLING }, `${certainty(mention)}.`),
    second(mention, acts.source()),
    choices(mention, "Or write", (text) => acts.accept(alike, text)),
    actions(card, shown, alike.length, acts),
    hasPoint(entity) && element("figure", { class: "map" }, locator(entity, shown.places)),
  ];
}

function actions(card: Card, shown: Shown, alike: number, acts: Acts): HTMLElement {
  const one = card.all[shown.at]!;
  const { before, after, direction } = shown.around(one);
  return element(
    "div",
    { class: "actions" },
    ...ways(one.mention, alike).map((way) => button(label(way), way, () => acts.leave(one, way), { title: title(way, one.mention) })),
    element(
      "div",
      { class: "steps" },
      card.all.length > 1 && button("‹", "before", () => shown.turn(-1), { label: "The one before in the text" }),
      card.all.length > 1 && element("span", { class: "place" }, `${shown.at + 1} of ${card.all.length}`),
      card.all.length > 1 && button("›", "next", () => shown.turn(1), { label: "The next one in the text" }),
      button("Show in the text", "show", () => acts.look(one)),
    ),
    element("p", { class: "around", dir: direction }, before, element("strong", {}, one.mention.surface), after),
  );
}
