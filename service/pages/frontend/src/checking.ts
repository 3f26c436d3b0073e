// Asking the service about the text while one writes on.
// One rule: an answer is about the text that was sent, and is carried over whatever was typed since.

import { ChangeSet, type ChangeDesc } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

import { found, names, type Placed } from "./names";
import type { Checked, Mention, Settings } from "./shapes";
import { capital } from "./words";

// How long a pause in typing is, by the length of the text: longer texts take longer to check.
const PAUSES: [number, number][] = [
  [20_000, 200],
  [60_000, 700],
  [Infinity, 1_500],
];
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export type State = "idle" | "waiting" | "asking" | "done" | "failed" | "refused";

export interface Told {
  state: State;
  detail?: string;
  anew?: boolean; // of a text of which nothing is known yet
  again?: number; // milliseconds until it is tried again
  guessed?: string | null;
  style?: string | null; // by which it was checked
  warning?: string | null;
}

/** Checks the text of one editor: after a pause, at once where asked, and again after a failure. */
export class Checking {
  private timer = 0;
  private asked: AbortController | null = null;
  private since: ChangeDesc | null = null;
  private wait = FIRST_WAIT;

  constructor(
    private readonly view: EditorView,
    private readonly settings: () => Settings,
    private readonly most: number, // characters that are checked at once
    private readonly tell: (told: Told) => void,
  ) {
    window.addEventListener("online", () => this.wait > FIRST_WAIT && this.now());
  }

  /** Note that the text has changed; it is asked about when a pause comes. */
  changed(changes: ChangeDesc): void {
    if (this.since) this.since = this.since.composeDesc(changes);
    const length = this.view.state.doc.length;
    this.after(PAUSES.find(([most]) => length <= most)?.[1] ?? 0);
  }

  /** Ask at once: after a paste, another style, another file. */
  now(): void {
    this.after(0);
  }

  private after(pause: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), pause);
  }

  private async ask(): Promise<void> {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const { doc } = this.view.state;
    if (/^\s*$/.test(doc.sliceString(0, 10_000)) && doc.length < 10_000) {
      this.view.dispatch({ effects: found.of({ advised: [], right: [] }) });
      this.tell({ state: "idle" });
      return;
    }
    const count = this.inCodePoints(doc.length);
    if (count > this.most) return this.refuse(tooLong(count, this.most));
    this.since = ChangeSet.empty(doc.length).desc;
    this.tell({ state: "asking", anew: !this.view.state.field(names).checked });
    try {
      const answer = await fetch("/check", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(this.question()),
        signal: asked.signal,
      });
      if (!answer.ok) return await this.refused(answer);
      const checked = (await answer.json()) as Checked;
      if (asked === this.asked) this.take(checked);
    } catch (error) {
      if (!asked.signal.aborted) this.later("The service does not answer.");
    }
  }

  private question(): Record<string, unknown> {
    const { style, source, markup } = this.settings();
    const ignore = this.view.state
      .field(names)
      .decisions.filter(({ action, from, to }) => action === "here" && from < to)
      .map(({ from, to }) => [this.inCodePoints(from), this.inCodePoints(to)]);
    return {
      text: this.view.state.doc.toString(),
      format: markup,
      style: style || null,
      source_language: source || null,
      ignore: ignore.slice(0, 1_000),
    };
  }

  private inCodePoints(offset: number): number {
    const before = this.view.state.doc.sliceString(0, offset);
    return offset - (before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
  }

  private take(checked: Checked): void {
    const { since } = this;
    const { doc } = this.view.state;
    const advised: Placed[] = [];
    const right: Mention[] = [];
    for (const mention of checked.mentions) {
      if (mention.class === null) {
        right.push(mention);
        continue;
      }
      const from = since ? since.mapPos(mention.start_utf16, 1) : mention.start_utf16;
      const to = since ? since.mapPos(mention.end_utf16, -1) : mention.end_utf16;
      if (from < to && doc.sliceString(from, to) === mention.surface) advised.push({ from, to, mention });
    }
    this.since = null;
    this.wait = FIRST_WAIT;
    this.view.dispatch({ effects: found.of({ advised, right }) });
    const { style, warning } = checked;
    this.tell({ state: "done", guessed: checked.guessed_source_language?.language ?? null, style, warning });
  }

  /** What the service refuses will not get better by asking again; what it cannot do just now may. */
  private async refused(answer: Response): Promise<void> {
    const problem = (await answer.json().catch(() => null)) as { detail?: string } | null;
    const detail = capital(problem?.detail ?? `The service answers ${answer.status}.`);
    if (answer.status >= 500 || answer.status === 429) this.later(detail);
    else this.refuse(detail);
  }

  /** The text stands unchecked: nothing that was found before is said of it. */
  private refuse(detail: string): void {
    this.wait = FIRST_WAIT;
    this.view.dispatch({ effects: found.of(null) });
    this.tell({ state: "refused", detail });
  }

  private later(detail: string): void {
    this.tell({ state: "failed", detail, again: this.wait });
    this.after(this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}

function tooLong(count: number, most: number): string {
  const [has, limit] = [count, most].map((one) => one.toLocaleString("en"));
  return `The text has ${has} characters, and at most ${limit} can be checked at once. Check it part by part: paste the first part alone, then the next.`;
}
