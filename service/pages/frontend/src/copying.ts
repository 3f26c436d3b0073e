// A button beside each form of a name, which copies it.
// One rule: what is copied is the form as it stands, with its capitals and marks, and nothing else.

import { byId, element } from "./elements";

/** Put the buttons beside the forms; they are the script's, as without it they would do nothing. */
export function withCopyButtons(answer: HTMLElement): void {
  for (const form of answer.querySelectorAll<HTMLElement>(".form")) form.after(copyButton(form));
}

function copyButton(form: HTMLElement): HTMLElement {
  const whose = `${form.textContent}, ${form.dataset.by}`;
  const made = element("button", { type: "button", class: "small plain", "aria-label": `Copy ${whose}` }, "Copy");
  made.addEventListener("click", () => void copy(form, made, whose));
  return made;
}

async function copy(form: HTMLElement, button: HTMLElement, whose: string): Promise<void> {
  if (!(await copied(form))) {
    byId("said").textContent = "The browser lets no page copy; the form is marked, copy it with the keys.";
    return;
  }
  for (const other of document.querySelectorAll<HTMLElement>("button.done")) face(other, "Copy", other.dataset.whose ?? "");
  button.dataset.whose = whose;
  face(button, "Copied", whose);
  byId("said").textContent = `Copied: ${form.textContent}`;
}

function face(button: HTMLElement, word: string, whose: string): void {
  button.classList.toggle("done", word === "Copied");
  button.textContent = word;
  button.setAttribute("aria-label", `${word} ${whose}`);
}

async function copied(form: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(form.textContent ?? "");
    return true;
  } catch {
    // Only pages over a secure connection may write to the clipboard so; a selection may be copied on any.
    window.getSelection()?.selectAllChildren(form);
    return document.execCommand("copy");
  }
}
