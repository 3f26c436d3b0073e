// Before and after: the lines in which names were changed, the old form struck out beside the new one.

import type { Text } from "@codemirror/state";

import { element } from "./elements";
import type { Decision } from "./shapes";

/** The changed lines of a text, as a list; null where no name was changed. */
export function comparison(doc: Text, decisions: readonly Decision[]): HTMLElement | null {
  const accepted = decisions.filter(({ action, from, to }) => action === "accept" && from < to).sort((a, b) => a.from - b.from);
  if (accepted.length === 0) return null;
  const lines = new Map<number, Decision[]>();
  for (const one of accepted) {
    const { number } = doc.lineAt(one.from);
    lines.set(number, [...(lines.get(number) ?? []), one]);
  }
  return element("ol", { class: "comparison" }, ...[...lines].map(([number, changed]) => line(doc, number, changed)));
}

function line(doc: Text, number: number, changed: Decision[]): HTMLElement {
  const { from, to } = doc.line(number);
  const parts: (Node | string)[] = [];
  let at = from;
  for (const one of changed) {
    if (one.from < at) continue;
    parts.push(doc.sliceString(at, one.from), element("del", {}, one.name), " ", element("ins", {}, doc.sliceString(one.from, one.to)));
    at = Math.min(one.to, to);
  }
  return element("li", { value: `${number}`, dir: "auto" }, ...parts, doc.sliceString(at, to));
}
