// The ways to leave a name as it is, in the same words everywhere: on cards, in the small box, in what is said of it.
// One rule: each says how far it reaches.

import type { Decision, Mention } from "./shapes";

export type Way = "here" | "reject" | "ignore" | "not-this";

interface Wording {
  label: string;
  title: (name: string, entity: string) => string;
  said: (name: string, entity: string) => string;
  left: string; // in the list of what is left alone
}

const WORDINGS: Record<Way, Wording> = {
  here: {
    label: "Keep only here",
    title: (name) => `Keep ${name} in this one place; it stays marked elsewhere`,
    said: (name) => `${name} is kept in this one place`,
    left: "kept in one place",
  },
  reject: {
    label: "Keep in this text",
    title: (name) => `Keep ${name} wherever it stands in this text`,
    said: (name) => `${name} is kept in this text`,
    left: "kept in this text",
  },
  ignore: {
    label: "Keep in every text",
    title: (name) => `Keep ${name} in this text and, from now on, in every other`,
    said: (name) => `${name} is kept in every text from now on`,
    left: "kept in every text",
  },
  "not-this": {
    label: "Always means something else",
    title: (name, entity) => `${name} does not mean ${entity}: this holds from now on, in every text`,
    said: (name, entity) => `${name} does not mean ${entity}, from now on in every text`,
    left: "means something else, in every text",
  },
};

/** The ways that are open for a name spelled so in so many places, by their reach: where it stands once, the place is
 * the text; and only what means somebody can mean somebody else. */
export function ways({ entity }: Mention, places: number): Way[] {
  const all: Way[] = ["here", "reject", "ignore", "not-this"];
  return all.filter((way) => (way === "here" ? places > 1 : way !== "not-this" || entity !== null));
}

export function label(way: Way): string {
  return WORDINGS[way].label;
}

/** What a way does, in a sentence. */
export function title(way: Way, { surface, entity }: Mention): string {
  return WORDINGS[way].title(surface, entity?.canonical ?? "that");
}

/** What was done, as a sentence without its full stop. */
export function said({ action, name, label: entity }: Decision): string {
  return action === "accept" ? `${name} is changed` : WORDINGS[action].said(name, entity);
}

export function left({ action }: Decision): string {
  return action === "accept" ? "" : WORDINGS[action].left;
}

/** What the button says that writes what is advised, in so many places. */
export function acceptLabel(places: number): string {
  if (places < 2) return "Accept";
  return places === 2 ? "Accept both" : `Accept all ${places}`;
}
