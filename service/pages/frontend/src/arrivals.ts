// What comes onto the desk: a sample, a text that is pasted, a file that is opened or dropped, the text of before.
// One rule: what was pasted over can be had back.

import { isolateHistory } from "@codemirror/commands";
import { type Extension, Transaction } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

import type { Checking } from "./checking";
import { state } from "./editor";
import { byId } from "./elements";
import type { Fields } from "./fields";
import { open } from "./files";
import type { Judgements } from "./judgements";
import type { Kept, Memory } from "./memory";
import { another, decided, lasting, names } from "./names";
import type { Paper } from "./paper";
import { SAMPLE } from "./sample";
import { say } from "./saying";
import type { Decision } from "./shapes";

/** What the desk hands to who brings it a text. */
export interface Desk {
  readonly view: EditorView;
  readonly extension: Extension;
  readonly fields: Fields;
  readonly judgements: Judgements;
  readonly memory: Memory;
  readonly paper: Paper;
  readonly checking: Checking;
  changed(): void;
}

export class Arrivals {
  constructor(private readonly desk: Desk) {}

  /** Begin where this tab left off; else with a sample, or with what another tab had, if one wants it. */
  start(): void {
    const { memory } = this.desk;
    const kept = memory.get();
    if (kept) return void this.restore(kept);
    const last = memory.last();
    byId("bring-back").hidden = last === null;
    if (last) this.put("");
    else this.sample();
  }

  sample(): void {
    const { fields, paper, checking } = this.desk;
    this.put(SAMPLE);
    fields.set({ source: "", markup: "text" });
    paper.sample = true;
    this.desk.changed();
    checking.now();
  }

  /** An empty desk. */
  own(): void {
    this.put("");
    this.desk.checking.now();
    this.desk.view.focus();
  }

  bringBack(): void {
    const last = this.desk.memory.last();
    byId("bring-back").hidden = true;
    if (last) void this.restore(last);
  }

  /** What the service says was decided for every text. */
  async learn(): Promise<void> {
    this.hold(await this.desk.judgements.held());
  }

  pasted(event: ClipboardEvent): boolean {
    const { view, paper } = this.desk;
    const text = event.clipboardData?.getData("text/plain");
    const file = event.clipboardData?.files[0];
    if (file && !text) void this.take(file);
    else if (text && (paper.sample || (this.allSelected() && !paper.word))) this.replace(view.state.toText(text).toString());
    else return false;
    event.preventDefault();
    return true;
  }

  dropped(event: DragEvent): boolean {
    const file = event.dataTransfer?.files[0];
    if (!file) return false;
    event.preventDefault();
    void this.take(file);
    return true;
  }

  async take(file: File): Promise<void> {
    const { view, fields, paper, checking } = this.desk;
    say(`Opening ${file.name} …`);
    try {
      const opened = await open(file);
      this.put(opened.text);
      fields.set({ markup: opened.markup });
      paper.opened(opened, view.state.doc);
      say(`${opened.name} is open.`);
      this.desk.changed();
      checking.now();
    } catch (error) {
      say((error as Error).message);
    }
  }

  /** Another text in place of this one, as one step that can be undone: it has none of this one's decisions. */
  private replace(text: string): void {
    const { view, checking } = this.desk;
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      selection: { anchor: text.length },
      effects: another.of(lasting(view.state.field(names).decisions)),
      annotations: isolateHistory.of("full"),
      userEvent: "input.paste",
    });
    view.scrollDOM.scrollTop = 0;
    say("");
    checking.now();
  }

  private allSelected(): boolean {
    const { doc, selection } = this.desk.view.state;
    return selection.main.from === 0 && selection.main.to === doc.length;
  }

  /** Another text with a new history, and no decision but those that hold in every text. */
  private put(text: string): void {
    const { view, extension, paper } = this.desk;
    const held = lasting(view.state.field(names).decisions);
    view.setState(state(text, extension));
    paper.blank();
    this.hold(held);
    this.desk.changed();
  }

  private async restore(kept: Kept): Promise<void> {
    const { view, fields, judgements, paper, checking } = this.desk;
    this.put(kept.text);
    fields.set(kept.settings);
    judgements.restore(kept.judgements);
    this.hold(kept.decisions);
    checking.now();
    const restored = paper.restore(kept, view.state.doc);
    this.desk.changed();
    await restored;
  }

  /** Note decisions that were made before, which are neither told again nor undone by undoing an edit. */
  private hold(decisions: readonly Decision[]): void {
    const { view } = this.desk;
    const known = new Set(view.state.field(names).decisions.map(({ key }) => key));
    const unknown = decisions.filter(({ key }) => !known.has(key));
    if (unknown.length === 0) return;
    view.dispatch({
      effects: decided.of(unknown),
      annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true)],
    });
  }
}
