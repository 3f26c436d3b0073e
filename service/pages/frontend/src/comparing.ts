// Before and after: the lines in which names were changed, the old form struck out beside the new one.

import type { Text } from "@codemirror/state";

import { drawn, element } from "./elements";
import { directionIn, directionOf } from "./directions";
import type { Decision } from "./shapes";

const SHORT = 18; // characters of a name that its button can stay beside on the narrowest screen
const ARROW = "M6 3 2.5 6.5 6 10M3 6.5h7a3.5 3.5 0 0 1 0 7H6.5"; // back, and round to where it was

type Back = (one: Decision) => void;

/** The changed lines of a text, as a list; each change can be put back by itself. */
export function comparison(doc: Text, changes: readonly Decision[], back: Back): HTMLElement {
  const lines = new Map<number, Decision[]>();
  for (const one of changes) {
    const { number } = doc.lineAt(one.from);
    lines.set(number, [...(lines.get(number) ?? []), one]);
  }
  return element("ol", { class: lines.size > 1 ? "comparison" : "comparison single" }, ...[...lines].map(([number, changed]) => line(doc, number, changed, back)));
}

function line(doc: Text, number: number, changed: Decision[], back: Back): HTMLElement {
  const { from, to } = doc.line(number);
  const parts: (Node | string)[] = [];
  let at = from;
  for (const one of changed) {
    if (one.from < at) continue;
    const before = backButton(one, back);
    const end = Math.min(one.to, to);
    const [close] = doc.sliceString(end, to).match(/^[.,;:!?…)”’»]*/)!; // a comma stays with what it follows
    const now = element("ins", {}, doc.sliceString(one.from, end));
    const short = end - one.from <= SHORT;
    parts.push(doc.sliceString(at, one.from), element("del", {}, one.name), " ", ...(short ? [] : [now, " "]));
    parts.push(element("span", { class: "unbroken" }, short && now, short && " ", before, close));
    at = end + close.length;
  }
  return element("li", { value: `${number}`, dir: directionIn(directionOf(doc), doc.line(number).text) }, ...parts, doc.sliceString(at, to));
}

/** A small arrow, since there may be many of them in a line. */
function backButton(one: Decision, back: Back): HTMLElement {
  const says = `Put back ${one.name}`;
  return element(
    "button",
    { type: "button", class: "put-back", "data-control": one.key, "aria-label": says, title: says, onclick: () => back(one) },
    drawn("svg", { viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true" }, drawn("path", { d: ARROW })),
  );
}
