// The button in the bar of a phone that leads down to the names, and back up to the text.
// One rule: it says where it leads.

import { byId } from "./elements";

const LEAST = 60; // pixels of the text in sight, with which one is still at it

export function thereAndBack(): void {
  const button = byId("to-names");
  const there = () => byId("editor").getBoundingClientRect().bottom < LEAST;
  const show = () => {
    const text = there() ? "Text" : "Names";
    if (button.textContent !== text) button.textContent = text;
  };
  button.addEventListener("click", () => (there() ? byId("editor") : byId("names")).scrollIntoView());
  window.addEventListener("scroll", show, { passive: true });
  window.addEventListener("resize", show);
}
