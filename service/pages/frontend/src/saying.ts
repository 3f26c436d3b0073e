// What the page says of itself: how the check goes, what was just done, which language a text came through.
// One rule: each is a sentence, in a place that screen readers listen to.

import type { State, Told } from "./checking";
import { byId, element } from "./elements";
import { counted } from "./words";

/** Say what was just done, or why it cannot be; and what one must not overlook. */
export function say(what: string, but?: string): void {
  byId("said").replaceChildren(what, ...(but ? [" ", element("strong", {}, but)] : []));
}

let state: State = "idle";
let count = 0;
let besides = ""; // by whose style a text was checked, or why it was by none

/** Say how many names there are to look at, once the text is checked. */
export function found(names: number): void {
  count = names;
  if (state === "done") outcome();
}

/** Say how the check goes. */
export function told({ state: now, detail, anew, again, guessed, style, warning }: Told): void {
  const before = state;
  state = now;
  if (state === "done") besides = warning ? ` ${warning}` : another(style ?? "");
  const status = byId("checked");
  status.dataset.state = state;
  byId("again").hidden = state !== "failed"; // what was refused would be refused again
  if (state === "failed") {
    const seconds = counted(Math.round((again ?? 0) / 1000), "second");
    status.textContent = `Not checked: ${detail} Your text is safe; trying again in ${seconds}.`;
  } else if (state === "refused") status.textContent = `Not checked: ${detail}`;
  else if (state === "done") outcome();
  else if (state === "idle") status.textContent = "";
  else if (anew && before !== "failed") status.textContent = "Checking …";
  // Once the names are put right nothing tells any more: what was guessed stands as long as the text does.
  if (guessed || state === "idle") guess(guessed ?? null);
}

function outcome(): void {
  const text = (count ? `Checked: ${counted(count, "name")} to look at.` : "Checked: nothing to look at.") + besides;
  const status = byId("checked");
  if (status.textContent !== text) status.textContent = text;
}

/** Say which style was taken where none is chosen and the text is in a language that another than the first writes. */
function another(style: string): string {
  const choice = byId<HTMLSelectElement>("style");
  const name = [...choice.options].find(({ value }) => value !== "" && value === style)?.text;
  return choice.value === "" && name ? ` House style, by the language of the text: ${name}.` : "";
}

function guess(language: string | null): void {
  const source = byId<HTMLSelectElement>("source");
  const name = [...source.options].find(({ value }) => value !== "" && value === language)?.text;
  source.options[0]!.text = name ? `Guessed: ${name}` : "Not known";
}
