// How much there is to look at, and how much was changed: names, and how often the text mentions them.
// One rule: a name counts once however often it stands in the text, as it has one card.

import { group } from "./deciding";
import type { Placed } from "./names";
import type { Decision } from "./shapes";
import { counted } from "./words";

/** How many names there are to look at. */
export function toLookAt(all: readonly Placed[]): number {
  return new Set(all.map(group)).size;
}

/** How many names there are to look at, in how many mentions where it is more, of which sort; or that there are none, or
 * none any more. */
export function summed(all: readonly Placed[], begun: boolean): string {
  if (all.length === 0) return begun ? "No name left to look at." : "No name to look at.";
  const wrong = toLookAt(all.filter(({ mention }) => mention.class === "wrong"));
  const style = toLookAt(all.filter(({ mention }) => mention.class !== "wrong"));
  const parts = [wrong ? `${wrong} wrong` : "", style ? `${style} not house style` : ""];
  const count = toLookAt(all);
  const mentions = all.length > count ? `, ${counted(all.length, "mention")}` : "";
  return `${counted(count, "name")}${mentions}: ${parts.filter(Boolean).join(", ")}.`;
}

/** What was changed, as a sentence without its full stop. */
export function changed(decisions: readonly Decision[]): string {
  const [first] = decisions;
  const count = new Set(decisions.map(({ entity, name }) => entity ?? name)).size;
  if (first && count === 1) return `${first.name} changed${decisions.length > 1 ? ` in ${decisions.length} places` : ""}`;
  const places = decisions.length > count ? ` in ${counted(decisions.length, "place")}` : "";
  return `${counted(count, "name")} changed${places}`;
}
