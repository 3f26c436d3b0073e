// Making elements of a page: text is always text, never markup.

type Child = Node | string | null | undefined | false;
type Properties = Record<string, string | boolean | ((event: Event) => void) | null | undefined>;

const SVG = "http://www.w3.org/2000/svg";

/** A new element with these attributes, listeners (`onclick`) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), properties, children);
}

/** The same for SVG. */
export function drawn(name: string, properties: Properties = {}, ...children: Child[]): SVGElement {
  return filled(document.createElementNS(SVG, name) as SVGElement, properties, children);
}

function filled<Made extends Element>(made: Made, properties: Properties, children: Child[]): Made {
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

interface Look {
  primary?: boolean;
  disabled?: boolean;
  label?: string; // where its text alone would not say enough
  title?: string;
  note?: string | null; // in small print after its text
}

/** A small button; by the name of its control the list finds it again when it was written anew. */
export function button(text: string, control: string, does: () => void, look: Look = {}): HTMLElement {
  const { primary, disabled, label, note } = look;
  return element(
    "button",
    {
      type: "button",
      class: primary ? "small" : "small plain",
      "data-control": control,
      disabled,
      "aria-label": label,
      title: look.title ?? label,
      onclick: does,
    },
    element("bdi", {}, text),
    note && element("span", { class: "note-of" }, ` ${note}`),
  );
}

/** The element of the page with this id, which the page has. */
export function byId<Made extends HTMLElement = HTMLElement>(id: string): Made {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as Made;
}
