// Before and after: the lines in which names were changed, the old form struck out beside the new one.

import type { Text } from "@codemirror/state";

import { button, element } from "./elements";
import { directionIn, directionOf } from "./directions";
import type { Decision } from "./shapes";

const SHORT = 14; // characters of a name that its button can stay beside on the narrowest screen

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
    const before = button("Put back", one.key, () => back(one), { label: `Put back ${one.name}` });
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
