// Files: opened or dropped, kept until they are given back in the format they came in.
// One rule: outside of what was edited, a file comes back as it was, line endings included.

import type { ChangeSet } from "@codemirror/state";

import type { Decision, Markup } from "./shapes";
import { capital } from "./words";

export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const MARKUPS: Record<string, Markup> = { txt: "text", text: "text", md: "markdown", markdown: "markdown", html: "html", htm: "html" };
const TYPES: Record<Markup, [type: string, ending: string]> = {
  text: ["text/plain", "txt"],
  markdown: ["text/markdown", "md"],
  html: ["text/html", "html"],
};

export interface Opened {
  name: string;
  text: string;
  markup: Markup;
  ending: string;
  word: Blob | null; // the file itself, where it is one of Word
}

/** A file's text. Raises an Error with a sentence to show where it cannot be read. */
export async function open(file: File): Promise<Opened> {
  const ending = file.name.split(".").pop()?.toLowerCase() ?? "";
  if (ending === "docx") return { name: file.name, text: await textOfWord(file), markup: "text", ending: "\n", word: file };
  const markup = MARKUPS[ending] ?? (file.type.startsWith("text/") ? "text" : null);
  if (!markup) throw new Error(`${file.name} is no file this page reads; it reads .txt, .md, .html and .docx.`);
  const text = decoded(await file.arrayBuffer(), file.name);
  const lines = text.includes("\r\n") ? "\r\n" : text.includes("\r") && !text.includes("\n") ? "\r" : "\n";
  return { name: file.name, text, markup, ending: lines, word: null };
}

function decoded(bytes: ArrayBuffer, name: string): string {
  const [first, second] = new Uint8Array(bytes);
  const utf16 = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  try {
    return new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${name} is not in UTF-8. Save it as UTF-8 and open it again; nothing was changed.`);
  }
}

async function textOfWord(file: File): Promise<string> {
  const form = new FormData();
  form.set("file", file);
  form.set("answer", "json");
  const { text } = (await (await ofWord(form)).json()) as { text: string };
  return text;
}

/** The Word file with these edits in it, as tracked changes. */
export async function editedWord(file: Blob, name: string, edits: Edit[]): Promise<Blob> {
  const form = new FormData();
  form.set("file", file, name);
  form.set("edits", JSON.stringify(edits));
  return (await ofWord(form)).blob();
}

async function ofWord(form: FormData): Promise<Response> {
  const answer = await fetch("/check/docx", { method: "POST", body: form }).catch(() => null);
  if (!answer) throw new Error("The service does not answer; try again in a moment. Nothing was changed.");
  if (answer.ok) return answer;
  if (answer.status === 404 || answer.status === 405) {
    throw new Error("This service does not read Word files yet. Copy the text out of Word and paste it here.");
  }
  const problem = (await answer.json().catch(() => null)) as { detail?: string } | null;
  throw new Error(capital(problem?.detail ?? `The service answers ${answer.status}.`));
}

export interface Edit {
  start: number;
  end: number;
  replacement: string;
  why: string | null;
}

/** What was changed since a Word file was opened, in code points of the text it had then. */
export function edits(original: string, changes: ChangeSet, decisions: readonly Decision[]): Edit[] {
  const accepted = decisions.filter(({ action }) => action === "accept");
  const list: Edit[] = [];
  changes.iterChanges((from, to, fromNow, toNow, inserted) => {
    const why = accepted.find((one) => one.from < toNow && one.to > fromNow)?.why ?? null;
    list.push({ start: codePoints(original, from), end: codePoints(original, to), replacement: inserted.toString(), why });
  }, true);
  return list;
}

function codePoints(text: string, offset: number): number {
  return [...text.slice(0, offset)].length;
}

/** A name for what is saved, from the name of what came in; it says whether names are still open in it. */
export function savedName(name: string | null, markup: Markup, open: boolean): string {
  const how = open ? "part-checked" : "checked";
  if (name === null) return `text-${how}.${TYPES[markup][1]}`;
  const at = name.lastIndexOf(".");
  return at > 0 ? `${name.slice(0, at)}-${how}${name.slice(at)}` : `${name}-${how}`;
}

export function textBlob(text: string, markup: Markup): Blob {
  return new Blob([text], { type: `${TYPES[markup][0]};charset=utf-8` });
}

/** Let the browser save something under a name. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
