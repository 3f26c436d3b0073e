// The desk: the editor, the list beside it, the tools above, and what ties them together.
// One rule: what was written is never lost, whatever fails.

import { redo, undo } from "@codemirror/commands";
import { EditorState, type Extension, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";

import { Checking } from "./checking";
import { comparison } from "./comparing";
import { current, lookedAt } from "./current";
import { extensions, state } from "./editor";
import { byId } from "./elements";
import { open } from "./files";
import { Hands } from "./hands";
import { Judgements } from "./judgements";
import { type Kept, Memory } from "./memory";
import { decided, names, placed, takenBack } from "./names";
import { Panel, summed } from "./panel";
import { Paper } from "./paper";
import { SAMPLE } from "./sample";
import { say, told } from "./saying";
import type { Decision, Markup, Settings } from "./shapes";

const SAVE_AFTER = 600; // milliseconds after the last change
const COUNT_AFTER = 150;
const LARGE = 1_000; // characters that come at once are not waited for
const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? "";

class Desk {
  private readonly memory = new Memory();
  private readonly judgements = new Judgements();
  private readonly paper = new Paper();
  private readonly fields = {
    style: byId<HTMLSelectElement>("style"),
    source: byId<HTMLSelectElement>("source"),
    markup: byId<HTMLSelectElement>("markup"),
  };
  private readonly hands: Hands = new Hands(() => this.current);
  private readonly current = current((_, what) => this.hands.act(what));
  private readonly extension = extensions(nonce, this.hands.keys(), this.behaviour());
  private readonly view: EditorView;
  private readonly checking: Checking;
  private readonly panel: Panel;
  private held: Decision[] = [];
  private saving = 0;
  private counting = 0;

  constructor() {
    const kept = this.memory.get();
    this.view = this.hands.view = new EditorView({ state: state("", this.extension), parent: byId("editor") });
    this.checking = new Checking(this.view, () => this.settings(), told);
    this.panel = this.hands.panel = new Panel(this.view, this.hands.acts());
    this.wire();
    if (kept) void this.restore(kept);
    else this.start();
    void this.learn();
  }

  // Beginning, and beginning again

  private start(): void {
    const last = this.memory.last();
    byId("bring-back").hidden = last === null;
    if (last) this.put("");
    else this.trySample();
  }

  private trySample(): void {
    this.put(SAMPLE);
    this.fields.source.value = "";
    this.fields.markup.value = "text";
    this.paper.sample = true;
    this.showState();
    this.checking.now();
  }

  private async restore(kept: Kept): Promise<void> {
    this.put(kept.text);
    for (const [name, field] of Object.entries(this.fields)) {
      field.value = kept.settings[name as keyof Settings];
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    const known = new Set(this.view.state.field(names).decisions.map(({ key }) => key));
    this.judgements.restore(kept.judgements);
    this.hold(kept.decisions.filter(({ key }) => !known.has(key)));
    this.checking.now();
    const restored = this.paper.restore(kept, this.view.state.doc);
    this.showState();
    await restored;
  }

  /** What the service says was decided for every text. */
  private async learn(): Promise<void> {
    this.held = await this.judgements.held();
    const known = new Set(this.view.state.field(names).decisions.map(({ key }) => key));
    this.hold(this.held.filter(({ key }) => !known.has(key)));
  }

  /** Note decisions that were made before, which are neither told again nor undone by undoing an edit. */
  private hold(decisions: readonly Decision[]): void {
    this.view.dispatch({
      effects: decided.of(decisions),
      annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true)],
    });
  }

  /** Another text: a new history, and no decision but those that hold in every text. */
  private put(text: string): void {
    this.view.setState(state(text, this.extension));
    this.paper.blank();
    this.hold(this.held);
    this.changed();
  }

  private clear(): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length }, userEvent: "delete.clear" });
    this.paper.blank();
    this.fields.markup.value = "text";
    window.clearTimeout(this.saving);
    this.memory.forget();
    say("Cleared, here and in the memory of this browser. Undo brings the text back.");
    this.showState();
    this.view.focus();
  }

  // What happens in the editor

  private behaviour(): Extension {
    return [
      this.current,
      EditorView.updateListener.of((update) => this.updated(update)),
      EditorState.changeFilter.of((change) => !this.breaksWordLines(change)),
      EditorView.domEventHandlers({
        paste: (event) => this.pasted(event),
        drop: (event) => this.dropped(event),
        click: (event) => this.hands.clicked(event),
      }),
    ];
  }

  /** Word's paragraphs stay as they are: a change that joins or splits lines could not be put back into the file. */
  private breaksWordLines(change: Transaction): boolean {
    if (!this.paper.word || !change.docChanged || change.isUserEvent("delete.clear")) return false;
    if (change.newDoc.lines === change.startState.doc.lines) return false;
    say("This is a Word file: its paragraphs cannot be joined or split here. The words inside them can be changed.");
    return true;
  }

  private updated(update: ViewUpdate): void {
    if (update.docChanged) {
      this.paper.edited(update.changes);
      if (update.transactions.some((one) => one.isUserEvent("input.type") || one.isUserEvent("delete"))) this.paper.sample = false;
      this.checking.changed(update.changes);
      if (large(update)) this.checking.now();
    }
    let show = false;
    for (const change of update.transactions) {
      for (const effect of change.effects) {
        if (effect.is(lookedAt)) continue;
        show = true;
        if (change.annotation(Transaction.remote)) continue;
        if (effect.is(decided)) this.judgements.tell(effect.value);
        if (effect.is(takenBack)) this.takenBack(effect.value);
      }
    }
    if (show || update.docChanged) this.changed(show);
  }

  private takenBack(decisions: readonly Decision[]): void {
    this.held = this.held.filter(({ key }) => !decisions.some((one) => one.key === key));
    void this.judgements.takeBack(decisions).then(() => this.checking.now());
  }

  /** Bring what is shown and what is kept up to date; the list at once only where it is known to have changed. */
  private changed(now = true): void {
    window.clearTimeout(this.saving);
    this.saving = window.setTimeout(() => this.keep(), SAVE_AFTER);
    window.clearTimeout(this.counting);
    if (now) this.showNames();
    else this.counting = window.setTimeout(() => this.showNames(), COUNT_AFTER);
  }

  private showNames(): void {
    if (!this.panel) return;
    const all = placed(this.view);
    this.panel.show();
    byId<HTMLButtonElement>("accept-all").disabled = !all.some(({ mention }) => mention.replacement !== null);
    byId("count").textContent = this.view.state.doc.length ? summed(all) : "";
    this.showState();
  }

  private showState(): void {
    const empty = this.view.state.doc.length === 0;
    byId("sample-note").hidden = !this.paper.sample;
    byId("try").hidden = !empty;
    if (!empty) byId("bring-back").hidden = true;
    byId("file-name").textContent = this.paper.file ?? "";
    const { decisions } = this.view.state.field(names);
    const accepted = decisions.some(({ action, from, to }) => action === "accept" && from < to);
    byId<HTMLButtonElement>("compare").disabled = !accepted;
    for (const id of ["copy", "download", "clear"]) byId<HTMLButtonElement>(id).disabled = empty;
  }

  private pasted(event: ClipboardEvent): boolean {
    const text = event.clipboardData?.getData("text/plain");
    const file = event.clipboardData?.files[0];
    if (file && !text) {
      event.preventDefault();
      void this.take(file);
      return true;
    }
    if (!this.paper.sample || !text) return false;
    event.preventDefault();
    this.put(text);
    this.checking.now();
    return true;
  }

  private dropped(event: DragEvent): boolean {
    const file = event.dataTransfer?.files[0];
    if (!file) return false;
    event.preventDefault();
    void this.take(file);
    return true;
  }

  // The tools

  private wire(): void {
    const on = (id: string, does: () => void) => byId(id).addEventListener("click", does);
    on("accept-all", () => this.hands.acceptAll());
    on("undo", () => undo(this.view) || say("Nothing to undo."));
    on("redo", () => redo(this.view) || say("Nothing to redo."));
    on("copy", () => void this.copy());
    on("download", () => void this.download());
    on("clear", () => this.clear());
    on("compare", () => this.compare());
    on("try", () => this.trySample());
    on("own", () => (this.put(""), this.checking.now(), this.view.focus()));
    on("bring-back", () => this.bringBack());
    on("help", () => byId<HTMLDialogElement>("keys").showModal());
    on("again", () => this.checking.now());
    on("open", () => byId("file").click());
    byId<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
      const input = target as HTMLInputElement;
      if (input.files?.[0]) void this.take(input.files[0]);
      input.value = "";
    });
    for (const field of Object.values(this.fields)) field.addEventListener("change", () => (this.checking.now(), this.changed()));
    this.wireWindow();
  }

  private wireWindow(): void {
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    }
    document.addEventListener("keydown", (event) => {
      const target = event.target as HTMLElement;
      if (event.key !== "?" || target.closest(".cm-content, input, select, textarea")) return;
      event.preventDefault();
      byId<HTMLDialogElement>("keys").showModal();
    });
    // A file that misses the editor must not take its place in the window.
    window.addEventListener("dragover", (event) => event.preventDefault());
    window.addEventListener("drop", (event) => {
      if (!event.defaultPrevented) this.dropped(event);
      event.preventDefault();
    });
    window.addEventListener("pagehide", () => this.keep());
    document.addEventListener("visibilitychange", () => document.hidden && this.keep());
  }

  private async take(file: File): Promise<void> {
    say(`Opening ${file.name} …`);
    try {
      const opened = await open(file);
      this.put(opened.text);
      this.fields.markup.value = opened.markup;
      this.paper.opened(opened, this.view.state.doc);
      say(`${opened.name} is open.`);
      this.changed();
      this.checking.now();
    } catch (error) {
      say((error as Error).message);
    }
  }

  private bringBack(): void {
    const last = this.memory.last();
    byId("bring-back").hidden = true;
    if (last) void this.restore(last);
  }

  private async copy(): Promise<void> {
    const text = this.view.state.doc.toString();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Only pages over a secure connection may write to the clipboard so; a selection may be copied on any.
      const before = this.view.state.selection;
      this.view.focus();
      this.view.dispatch({ selection: { anchor: 0, head: text.length } });
      document.execCommand("copy");
      this.view.dispatch({ selection: before });
    }
    say("Copied.");
  }

  private async download(): Promise<void> {
    const { doc } = this.view.state;
    const { decisions } = this.view.state.field(names);
    say(await this.paper.download(doc.toString(), this.settings().markup, decisions));
  }

  private compare(): void {
    const list = comparison(this.view.state.doc, this.view.state.field(names).decisions);
    if (!list) return say("No name has been changed yet.");
    byId("comparison").replaceChildren(list);
    byId<HTMLDialogElement>("changes").showModal();
  }

  private settings(): Settings {
    const { style, source, markup } = this.fields;
    return { style: style.value, source: source.value, markup: markup.value as Markup };
  }

  private keep(): void {
    const text = this.view.state.doc.toString();
    if (text === "" && this.memory.get() === null) return;
    const { decisions } = this.view.state.field(names);
    const kept = this.memory.put({
      text,
      settings: this.settings(),
      decisions,
      judgements: this.judgements.told(),
      ...this.paper.kept(),
      at: Date.now(),
    });
    if (!kept) say("This browser has no room to keep the text over a reload. Copy or download it before you leave.");
  }
}

function large({ changes }: ViewUpdate): boolean {
  let most = 0;
  changes.iterChanges((_from, _to, from, to) => (most = Math.max(most, to - from)));
  return most >= LARGE;
}

new Desk();
