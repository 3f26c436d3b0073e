// Entities in words: what sort they are, what is said of them, how sure it is that they are meant.
// One rule: nothing is said twice.

import { element } from "./elements";
import type { Entity, Mention } from "./shapes";
import { percent } from "./words";

const SORT = /^[a-z][a-z ]*$/; // a description of a place begins with what it is: city, river, country

/** What sort of thing an entity is, to stand after "the". */
export function sort({ kind, description }: Entity): string {
  const first = description?.split(", ")[0] ?? "";
  return kind === "place" && SORT.test(first) ? first : kind;
}

/** What is said of an entity, without the parts that only say its name again. */
export function described({ kind, canonical, description }: Entity): string {
  if (!description) return kind;
  if (kind !== "place") return description;
  const name = folded(canonical);
  const parts = description.split(", ").filter((part, at) => at === 0 || !folded(part).startsWith(name));
  return parts.join(", ");
}

/** What the percentage is not. */
export const NOT_SPELLING = "It is about who or what is meant, and not about how it is spelled";

/** How sure it is, and of what. */
export function certainty({ confidence, entity }: Mention): string {
  return entity ? `${percent(confidence)} sure that the ${sort(entity)} is meant` : `${percent(confidence)} sure`;
}

/** An entity's name, which leads to its page, and what it is. */
export function entityLink(entity: Entity): HTMLElement {
  return element(
    "span",
    {},
    element(
      "a",
      { href: `/gazetteer/${encodeURIComponent(entity.id)}`, target: "_blank", rel: "noopener", title: "All its names, in a new tab" },
      element("bdi", {}, entity.canonical),
      element("span", { class: "outward", "aria-hidden": "true" }, "\u2009↗"),
      element("span", { class: "unseen" }, " (opens in a new tab)"),
    ),
    ` (${described(entity)})`,
  );
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
