// What may be meant or written besides what is advised: on cards, and in the small box.

import { button, element } from "./elements";
import { entityLink } from "./entities";
import { whenLetGo } from "./pressing";
import { type RunnerUp, runnerUp } from "./runner-up";
import type { Mention } from "./shapes";

/** Who else might be meant, as soon as that is known. How likely it is of the name alone is not said: beside how sure it
 * is of this text, the two would not make a hundred. */
export function second(mention: Mention, source: string, known: () => void = () => {}): HTMLElement {
  const shown = element("p", { class: "runner", hidden: true });
  const show = ({ entity }: RunnerUp) => {
    shown.hidden = false;
    shown.append("By the name alone it could also be ", entityLink(entity), ".");
    known();
  };
  void runnerUp(mention, source).then((other) => other && whenLetGo(() => show(other)));
  return shown;
}

/** Other forms to write, behind these words; null where there are none. */
export function choices({ surface, alternatives, kind }: Mention, says: string, write: (text: string) => void): HTMLElement | null {
  if (alternatives.length === 0) return null;
  const shortens = (text: string) => kind === "person" && surface.includes(" ") && !text.includes(" ");
  return element(
    "div",
    { class: "choices", role: "group", "aria-label": `Instead of ${surface}` },
    element("span", {}, says),
    ...alternatives.map((text, place) =>
      button(text, `choice-${place}`, () => write(text), { note: shortens(text) ? "surname only" : null }),
    ),
  );
}
