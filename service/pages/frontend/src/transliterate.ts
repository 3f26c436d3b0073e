// The page of names in Latin letters: it follows what is typed.
// One rule: the page at the address is the answer; the script only asks for it anew and puts it in its place.

import { refused } from "./bulk-asking";
import { withCopyButtons } from "./copying";
import { byId } from "./elements";

const PAUSE = 350; // milliseconds after the last key
const SILENT = "The service does not answer; try again in a moment. What you typed stays.";
const FIELDS = ["text", "language", "from", "target"];
const MARKS = ["aria-invalid", "aria-describedby"];

const form = byId<HTMLFormElement>("ask");
let waiting = 0;
let asking = new AbortController();

/** Ask when typing pauses; whatever was asked before is no longer wanted. */
function later(pause: number): void {
  window.clearTimeout(waiting);
  asking.abort();
  waiting = window.setTimeout(() => void ask(), pause);
}

async function ask(): Promise<void> {
  const address = addressed();
  window.history.replaceState(null, "", address);
  asking = new AbortController();
  const { signal } = asking;
  byId("answer").setAttribute("aria-busy", "true");
  try {
    const made = await page(address, signal);
    if (signal.aborted) return;
    show(made);
    trouble(null);
  } catch (wrong) {
    if (signal.aborted) return;
    byId("answer").replaceChildren();
    trouble((wrong as Error).message);
  }
  byId("answer").removeAttribute("aria-busy");
}

/** The address of the page that answers what the form says; what is blank is left out of it. */
function addressed(): string {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value.trim()) said.set(name, value.trim());
  return said.size ? `${form.action}?${said}` : form.action;
}

/** The page at an address, also where it says that something is wrong with what was typed. */
async function page(address: string, signal: AbortSignal): Promise<Document> {
  const answer = await fetch(address, { signal, headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer) throw new Error(SILENT);
  const body = await answer.text();
  const made = new DOMParser().parseFromString(body, "text/html");
  if (!made.getElementById("answer")) throw new Error(refused(answer.status, body));
  return made;
}

function show(made: Document): void {
  document.title = made.title;
  for (const name of FIELDS) renew(byId(name), made.getElementById(name)!);
  byId("answer").replaceChildren(...made.getElementById("answer")!.childNodes);
  withCopyButtons(byId("answer"));
  byId("said").textContent = byId("answer").querySelector(".summary")?.textContent ?? "";
}

/** A field with the choices and the error of the new page; what is in it stays. */
function renew(field: HTMLElement, made: HTMLElement): void {
  for (const mark of MARKS) {
    const value = made.getAttribute(mark);
    if (value === null) field.removeAttribute(mark);
    else field.setAttribute(mark, value);
  }
  document.getElementById(`${field.id}-error`)?.remove();
  const error = made.ownerDocument.getElementById(`${field.id}-error`);
  if (error) field.after(error);
  if (field instanceof HTMLSelectElement && field.innerHTML !== made.innerHTML) {
    const { value } = made as HTMLSelectElement; // read before its choices move, which chooses among those that are left
    field.replaceChildren(...made.childNodes);
    field.value = value;
  }
}

function trouble(sentence: string | null): void {
  byId("trouble").hidden = sentence === null;
  byId("trouble").textContent = sentence;
}

form.addEventListener("input", (event) => {
  if (!(event as InputEvent).isComposing) later((event.target as HTMLElement).tagName === "SELECT" ? 0 : PAUSE);
});
form.addEventListener("compositionend", () => later(PAUSE));
withCopyButtons(byId("answer"));
