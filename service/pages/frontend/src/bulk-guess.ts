// The guess: how the file is read, corrected at once; which column has the names; what else is known of them.
// One rule: a column is said by its name where that is clear, and by its number where it is not.

import { begin, correct } from "./bulk-asking";
import type { Guess, Job, Said } from "./bulk-shapes";
import { byId, element } from "./elements";
import { capital, counted } from "./words";

const READING = ["encoding", "delimiter", "quote", "header", "sheet"];
const WHOLE = ["kind", "language", "country", "style", "prefix"];
const OWN_COLUMNS = ["kind_column", "country_column", "language_column"];
const CONTEXT = ["region", "lat", "lon"];
// Words that head a column of names, the likeliest first where a file has several.
const HEADS_NAMES = (
  "city cities town towns village villages place places settlement person people organization organisation name names " +
  "ville villes lieu nom noms stadt ort orte ciudad nombre miasto nazwa місто назва город название имя"
).split(" ");

type Field = HTMLSelectElement | HTMLInputElement;

export class Guessing {
  private job: Job | null = null;
  private shown: Guess | null = null;
  private correcting: Promise<void> | null = null;
  private corrected = false; // since the correction that is under way was sent

  constructor(
    private readonly changed: (job: Job) => void,
    private readonly trouble: (sentence: string | null) => void,
  ) {
    for (const name of READING) byId(name).addEventListener("change", () => void this.correct());
    byId("start").addEventListener("click", () => void this.start());
  }

  /** Show how a job's file is read, and what was said of it. */
  show(job: Job): void {
    this.job = job;
    const guess = job.guess;
    if (!guess || JSON.stringify(guess) === JSON.stringify(this.shown)) return;
    const first = this.shown === null;
    this.shown = guess;
    this.told(guess);
    this.reading(job, guess);
    this.columns(guess, first ? job.settings : null);
    byId("rows").replaceChildren(this.table(guess));
    if (first) for (const name of [...WHOLE, "in_place"]) byId<Field>(name).value = `${job.settings[name] ?? ""}`;
  }

  private told(guess: Guess): void {
    const more = [...guess.notes, ...guess.rejected.map((one) => `Not readable, and kept apart: ${one}`)];
    const columns = counted(guess.column_count, "column");
    byId("guess-called").replaceChildren(`It is ${guess.called}, with ${columns}. `, ...more.map((note) => element("span", { class: "note-of-guess" }, `${note} `)));
    byId("findings").replaceChildren(
      ...guess.findings.flatMap(({ what, value, why }) => [element("dt", {}, `${capital(what)}: ${value}`), element("dd", {}, why)]),
    );
    (byId("findings").parentElement as HTMLElement).hidden = guess.findings.length === 0;
  }

  private reading(job: Job, guess: Guess): void {
    for (const field of document.querySelectorAll<HTMLElement>(".of-text")) field.hidden = guess.dialect === null;
    byId("header-field").hidden = guess.format !== "csv" && guess.format !== "xlsx";
    byId("sheet-field").hidden = guess.sheets.length < 2;
    byId("sheet").replaceChildren(...guess.sheets.map((name) => element("option", { value: name }, name)));
    for (const name of READING) {
      const field = byId<HTMLSelectElement>(name);
      const said = job.settings[name];
      field.value = said === undefined || said === null ? "" : `${said}`;
      if (field.selectedIndex < 0) field.selectedIndex = 0;
      const found = guess.findings.find(({ what }) => what === name);
      if (name !== "sheet") field.options[0]!.text = found && field.value === "" ? `${meaning(name, found.value)} – guessed` : "guess it";
    }
  }

  private columns(guess: Guess, said: Said | null): void {
    const column = byId<HTMLSelectElement>("column");
    const before = said ? "" : column.value;
    const options = () => guess.columns.map((name, at) => element("option", { value: reference(guess, at) }, name.trim() || `column ${at + 1}`));
    column.replaceChildren(element("option", { value: "" }, "choose"), ...options());
    column.value = `${said?.column ?? before}`;
    if (column.selectedIndex < 1) column.selectedIndex = likely(guess);
    for (const field of document.querySelectorAll<HTMLSelectElement>("select.of-columns")) {
      const chosen = said ? `${said[field.id] ?? contextOf(said)[field.id] ?? ""}` : field.value;
      field.replaceChildren(element("option", { value: "" }, "none"), ...options());
      field.value = chosen;
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    this.mark();
    column.onchange = () => this.mark();
  }

  private table(guess: Guess): HTMLElement {
    const head = guess.columns.map((name, at) =>
      element(
        "th",
        { scope: "col" },
        element("button", { type: "button", class: "plain small head", onclick: () => this.choose(at) }, element("bdi", {}, name.trim() || `column ${at + 1}`)),
      ),
    );
    const rows = guess.rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", { dir: "auto" }, cell))));
    return element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
  }

  private choose(at: number): void {
    byId<HTMLSelectElement>("column").selectedIndex = at + 1;
    this.mark();
  }

  /** Mark the chosen column in the table. */
  private mark(): void {
    const chosen = byId<HTMLSelectElement>("column").selectedIndex - 1;
    window.queueMicrotask(() => {
      for (const row of document.querySelectorAll("#rows tr")) {
        [...row.children].forEach((cell, at) => cell.classList.toggle("chosen", at === chosen));
      }
      document.querySelectorAll("#rows th button").forEach((button, at) => button.setAttribute("aria-pressed", `${at === chosen}`));
    });
  }

  /** Read the file anew, as it was corrected: one question at a time, so that the last correction is the one that holds. */
  private async correct(): Promise<void> {
    this.corrected = true;
    if (!this.job || this.correcting) return;
    this.correcting = this.ask(() => this.whole());
    await this.correcting;
    this.correcting = null;
  }

  /** The job once everything that was corrected, also while its answer was awaited, holds. */
  private async whole(): Promise<Job> {
    this.corrected = false;
    const answer = await correct(this.job!.id, this.read()).catch((wrong: Error) => wrong);
    if (this.corrected) return this.whole();
    if (answer instanceof Error) throw answer;
    return answer;
  }

  private async start(): Promise<void> {
    const column = byId<HTMLSelectElement>("column");
    if (column.value === "") {
      this.trouble("Choose the column of names first.");
      column.focus();
      return;
    }
    const said = { ...this.read(), ...this.known(), column: column.value };
    await this.correcting;
    await this.ask(() => begin(this.job!.id, said));
  }

  private async ask(question: () => Promise<Job>): Promise<void> {
    this.trouble(null);
    byId("guess").setAttribute("aria-busy", "true");
    try {
      this.changed(await question());
    } catch (wrong) {
      this.trouble((wrong as Error).message);
    } finally {
      byId("guess").removeAttribute("aria-busy");
    }
  }

  /** How the file is to be read; null where that is to be guessed. */
  private read(): Said {
    const said: Said = Object.fromEntries(READING.map((name) => [name, byId<HTMLSelectElement>(name).value || null]));
    said.header = said.header === null ? null : said.header === "true";
    if (!this.shown?.sheets.length) said.sheet = null;
    return said;
  }

  private known(): Said {
    const context = CONTEXT.flatMap((role) => (byId<Field>(role).value ? [`${role}=${byId<Field>(role).value}`] : []));
    return {
      ...Object.fromEntries([...WHOLE, ...OWN_COLUMNS].map((name) => [name, byId<Field>(name).value || null])),
      in_place: byId<Field>("in_place").value === "true" || null,
      context_columns: context.join(",") || null,
    };
  }
}

function meaning(name: string, value: string): string {
  if (name !== "header") return value;
  return value === "yes" ? "names the columns" : "is a row like the others";
}

/** How a column is said, so that the service knows which is meant. */
function reference(guess: Guess, at: number): string {
  const name = guess.columns[at] ?? "";
  const clear = guess.columns.filter((other) => other.trim().toLowerCase() === name.trim().toLowerCase()).length === 1;
  return clear && name.trim() !== "" && name.length < 120 && !/^\d+$|[,=]/.test(name) && name === name.trim() ? name : `${at + 1}`;
}

/** The place among the choices of the column that is likely the one of names; 0 if none is. */
function likely(guess: Guess): number {
  if (guess.columns.length === 1) return 1;
  const words = guess.columns.map((name) => new Set(name.toLowerCase().split(/[^\p{L}]+/u)));
  const word = HEADS_NAMES.find((one) => words.some((of) => of.has(one)));
  return word === undefined ? 0 : words.findIndex((of) => of.has(word)) + 1;
}

function contextOf(said: Said): Record<string, string> {
  const parts = `${said.context_columns ?? ""}`.split(",").filter(Boolean);
  return Object.fromEntries(parts.map((part) => [part.split("=")[0]!, part.split("=").slice(1).join("=") || part]));
}
