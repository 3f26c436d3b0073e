// Below the cards: names somebody decided to leave alone, and names that are right as they stand.

import type { EditorView } from "@codemirror/view";

import type { Acts } from "./card";
import { button, element } from "./elements";
import { entityLink } from "./entities";
import { left } from "./labels";
import { names } from "./names";
import type { Decision, Entity, Mention } from "./shapes";

/** Each as a fold, which stays open where it was. */
export function restElements(view: EditorView, acts: Acts): HTMLElement[] {
  const { right, decisions } = view.state.field(names);
  const text = view.state.doc.toString();
  const alone = decisions.filter(({ action, name }) => action !== "accept" && text.includes(name));
  const entities = spelled(right);
  const folds: HTMLElement[] = [];
  if (alone.length) folds.push(fold("left", `Left alone: ${alone.length}`, alone.map((one) => leftAlone(one, acts))));
  if (entities.length) folds.push(fold("right", `Spelled right: ${entities.length}`, entities.map(rightAsItIs)));
  return folds;
}

/** The entities of names, each with the spellings in which the text has it. */
function spelled(right: readonly Mention[]): [Entity, Set<string>][] {
  const found = new Map<string, [Entity, Set<string>]>();
  for (const { entity, surface } of right) {
    if (!entity) continue;
    const [, spellings] = found.get(entity.id) ?? [entity, new Set<string>()];
    found.set(entity.id, [entity, spellings.add(surface)]);
  }
  return [...found.values()];
}

function rightAsItIs([entity, spellings]: [Entity, Set<string>]): HTMLElement {
  const own = spellings.size === 1 && spellings.has(entity.canonical);
  if (own) return element("li", {}, entityLink(entity));
  return element("li", {}, element("bdi", {}, [...spellings].join(", ")), ": ", entityLink(entity));
}

function leftAlone(one: Decision, acts: Acts): HTMLElement {
  const back = button("Look again", `back-${one.key}`, () => acts.lookAgain(one), { label: `Look at ${one.name} again` });
  return element("li", {}, element("bdi", {}, one.name), `, ${left(one)} `, back);
}

function fold(id: string, title: string, rows: HTMLElement[]): HTMLElement {
  const before = document.getElementById(id);
  const details = element("details", { class: "fold", id, open: before instanceof HTMLDetailsElement && before.open });
  details.append(element("summary", {}, title), element("ul", {}, ...rows));
  return details;
}
