// The review: one name after the other, with who may be meant; decided by keys or buttons, kept at once, taken back.
// One rule: what is shown as decided is kept by the service already.

import { decide, names } from "./bulk-asking";
import type { Candidate, Reviewed } from "./bulk-shapes";
import { byId, element } from "./elements";
import { counted, percent } from "./words";

const AHEAD = 10; // names that are left when more are asked for

interface Done {
  name: Reviewed;
  decision: string | null; // null: skipped
  said: string;
}

export class Review {
  private id = "";
  private roles: string[] = [];
  private columns: string[] = [];
  private left: Reviewed[] = [];
  private readonly done: Done[] = [];
  private fetched = 0;
  private ended = false;
  private anew = false; // something is decided that the result does not have
  private all = 0;
  private busy = false;

  constructor(
    private readonly trouble: (sentence: string | null) => void,
    private readonly say: (sentence: string) => void,
  ) {
    byId("undo").addEventListener("click", () => void this.undo());
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** Begin with the names of a job that a person should see; `all` is how many there are. */
  async begin(id: string, all: number): Promise<void> {
    this.id = id;
    this.all = all;
    this.left = [];
    this.done.length = 0;
    this.fetched = 0;
    this.ended = this.anew = false;
    await this.more();
    this.show();
  }

  /** How many names were decided since the result was written. */
  get decided(): number {
    return this.done.filter(({ decision }) => decision !== null).length;
  }

  private async more(): Promise<void> {
    try {
      while (this.left.length < AHEAD && !this.ended) {
        const found = await names(this.id, this.fetched);
        this.fetched += found.names.length;
        this.ended = found.names.length === 0;
        this.roles = found.roles;
        this.columns = found.columns;
        this.anew ||= found.anew;
        this.left.push(...found.names.filter(({ chosen }) => !chosen));
      }
    } catch (wrong) {
      this.trouble((wrong as Error).message);
    }
  }

  private key(event: KeyboardEvent): void {
    const typing = (event.target as HTMLElement).closest("input, select, textarea, dialog");
    if (byId("review").hidden || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = this.left[0];
    const key = event.key.toLowerCase();
    const candidate = name?.candidates[Number(key) - 1];
    if (candidate && name) void this.choose(name, candidate.id, candidate.canonical);
    else if (key === "n" && name) void this.choose(name, "nobody", "nobody");
    else if (key === "s" && name) this.skip(name);
    else if (key === "u") void this.undo();
    else return;
    event.preventDefault();
  }

  private async choose(name: Reviewed, decision: string, said: string): Promise<void> {
    await this.keep(name, decision, () => {
      this.left.shift();
      this.done.push({ name, decision, said });
      this.say(`${name.values[0]} is ${said}.`);
    });
    await this.more();
    this.show();
  }

  private skip(name: Reviewed): void {
    this.left.shift();
    this.done.push({ name, decision: null, said: "skipped" });
    this.say(`${name.values[0]} is skipped.`);
    this.show();
  }

  private async undo(): Promise<void> {
    const last = this.done.at(-1);
    if (!last) return;
    const back = (): void => {
      this.done.pop();
      this.left.unshift(last.name);
      this.say(`${last.name.values[0]} is back.`);
    };
    if (last.decision === null) back();
    else await this.keep(last.name, null, back);
    this.show();
  }

  private async keep(name: Reviewed, decision: string | null, then: () => void): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble(null);
    try {
      await decide(this.id, name.values, decision);
      then();
    } catch (wrong) {
      this.trouble(`Not kept: ${(wrong as Error).message}`);
    } finally {
      this.busy = false;
    }
  }

  private show(): void {
    const gone = this.done.length;
    const decided = counted(this.decided, "name");
    byId("review-count").textContent = this.all ? `${gone + (this.left.length ? 1 : 0)} of ${counted(this.all, "name")}; ${decided} decided` : "";
    byId<HTMLButtonElement>("undo").disabled = gone === 0;
    byId<HTMLButtonElement>("again").disabled = !this.anew && this.decided === 0;
    const name = this.left[0];
    const within = byId("card").contains(document.activeElement);
    byId("card").replaceChildren(name ? this.card(name) : element("p", { class: "all-seen" }, gone ? "That was the last one." : "There is no name to look at."));
    // Who decided by a button that is gone now goes on from the head of the list.
    if (within) byId("review-title").focus({ preventScroll: true });
  }

  private card(name: Reviewed): HTMLElement {
    const context = name.values.slice(1).flatMap((value, at) => (value ? [`${this.roles[at + 1]} ${value}`] : []));
    return element(
      "article",
      { class: "card" },
      element("h3", { dir: "auto" }, name.values[0] ?? ""),
      element("p", { class: "quiet" }, `${counted(name.rows, "row")}, the first is row ${name.first.toLocaleString("en")}${context.length ? `; ${context.join(", ")}` : ""}`),
      name.sample && element("dl", { class: "sample" }, ...this.sample(name.sample)),
      element("p", { class: "why" }, name.why),
      element("ol", { class: "candidates" }, ...name.candidates.map((one, at) => element("li", {}, this.candidate(name, one, at)))),
      element(
        "p",
        { class: "actions" },
        element("button", { type: "button", class: "plain", onclick: () => void this.choose(name, "nobody", "nobody") }, "Nobody"),
        element("button", { type: "button", class: "plain", onclick: () => this.skip(name) }, "Skip"),
      ),
    );
  }

  /** The first row that has the name, as far as it says anything. */
  private sample(cells: string[]): HTMLElement[] {
    const told = cells.flatMap((cell, at) => (cell.trim() ? [{ column: this.columns[at] || `column ${at + 1}`, cell }] : []));
    return told.map(({ column, cell }) => element("div", {}, element("dt", { dir: "auto" }, column), element("dd", { dir: "auto" }, cell)));
  }

  private candidate(name: Reviewed, one: Candidate, at: number): HTMLElement {
    return element(
      "button",
      { type: "button", class: "plain candidate", onclick: () => void this.choose(name, one.id, one.canonical) },
      element("kbd", {}, `${at + 1}`),
      element("span", { class: "candidate-name" }, element("bdi", {}, one.canonical)),
      element(
        "span",
        { class: "quiet" },
        one.description ? `${one.description}; ` : "",
        ...(one.name === one.canonical ? [] : ["as ‘", element("bdi", {}, one.name), "’; "]),
        percent(one.confidence),
      ),
    );
  }
}
