// The desk: the editor, the list beside it, the tools above, and what ties them together.
// One rule: what was written is never lost, whatever fails.

import { redo, undo } from "@codemirror/commands";
import { ChangeSet, EditorState, type Extension, Transaction } from "@codemirror/state";
import { EditorView, type KeyBinding, type ViewUpdate } from "@codemirror/view";

import { Checking, type Told } from "./checking";
import { comparison } from "./comparing";
import { current, lookedAt } from "./current";
import * as deciding from "./deciding";
import { extensions, state } from "./editor";
import { byId } from "./elements";
import { edits, editedWord, open, save, savedName, textBlob, type Opened } from "./files";
import { Judgements } from "./judgements";
import { type Kept, Memory } from "./memory";
import { decided, names, placed, type Placed, takenBack } from "./names";
import { type Acts, Panel, summed } from "./panel";
import { SAMPLE } from "./sample";
import type { Decision, Markup, Settings } from "./shapes";
import { getFile, putFile } from "./shelf";
import { counted } from "./words";

const SAVE_AFTER = 600; // milliseconds after the last change
const LARGE = 1_000; // characters that come at once are not waited for
const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? "";

class Desk {
  private readonly memory = new Memory();
  private readonly judgements = new Judgements();
  private readonly fields = {
    style: byId<HTMLSelectElement>("style"),
    source: byId<HTMLSelectElement>("source"),
    markup: byId<HTMLSelectElement>("markup"),
  };
  private readonly current = current((_, what) => this.act(what));
  private readonly extension = extensions(nonce, this.keys(), this.behaviour());
  private readonly view: EditorView;
  private readonly checking: Checking;
  private readonly panel: Panel;
  private held: Decision[] = [];
  private sample = false;
  private file: string | null = null;
  private ending = "\n";
  private word: Blob | null = null;
  private original = "";
  private changes = ChangeSet.empty(0);
  private saving = 0;
  private counting = 0;

  constructor() {
    const kept = this.memory.get();
    this.view = new EditorView({ state: state("", this.extension), parent: byId("editor") });
    this.checking = new Checking(this.view, () => this.settings(), (told) => this.told(told));
    this.panel = new Panel(this.view, this.acts());
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
    this.sample = true;
    this.showState();
    this.checking.now();
  }

  private async restore(kept: Kept): Promise<void> {
    this.put(kept.text);
    this.fields.style.value = kept.settings.style;
    this.fields.source.value = kept.settings.source;
    this.fields.markup.value = kept.settings.markup;
    if (this.fields.style.selectedIndex < 0) this.fields.style.selectedIndex = 0;
    if (this.fields.source.selectedIndex < 0) this.fields.source.selectedIndex = 0;
    [this.sample, this.file, this.ending] = [kept.sample, kept.file, kept.ending];
    const known = new Set(this.view.state.field(names).decisions.map(({ key }) => key));
    this.judgements.restore(kept.judgements);
    this.hold(kept.decisions.filter(({ key }) => !known.has(key)));
    this.showState();
    this.checking.now();
    if (kept.changes) {
      this.word = await getFile(kept.file ?? "");
      this.changes = ChangeSet.fromJSON(kept.changes);
      this.original = this.changes.invert(this.view.state.doc).apply(this.view.state.doc).toString();
    }
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
    [this.sample, this.file, this.ending, this.word] = [false, null, "\n", null];
    this.hold(this.held);
    this.changed();
  }

  private clear(): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length }, userEvent: "delete.clear" });
    [this.sample, this.file, this.ending, this.word] = [false, null, "\n", null];
    this.fields.markup.value = "text";
    window.clearTimeout(this.saving);
    this.memory.forget();
    this.say("Cleared, here and in the memory of this browser. Undo brings the text back.");
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
        click: (event, view) => this.clicked(event, view),
      }),
    ];
  }

  /** Word's paragraphs stay as they are: a change that joins or splits lines could not be put back into the file. */
  private breaksWordLines(change: Transaction): boolean {
    if (!this.word || change.annotation(Transaction.remote)) return false;
    if (!change.docChanged || change.newDoc.lines === change.startState.doc.lines) return false;
    this.say("This is a Word file: its paragraphs cannot be joined or split here. The words inside them can be changed.");
    return true;
  }

  private updated(update: ViewUpdate): void {
    if (update.docChanged) {
      if (this.word) this.changes = this.changes.compose(update.changes);
      if (this.sample && update.transactions.some((one) => one.isUserEvent("input.type") || one.isUserEvent("delete"))) this.sample = false;
      this.checking.changed(update.changes);
      if (large(update)) this.checking.now();
    }
    let show = false;
    for (const change of update.transactions) {
      for (const effect of change.effects) {
        if (effect.is(lookedAt)) continue;
        show = true;
        if (change.annotation(Transaction.remote)) continue;
        if (effect.is(decided)) this.decided(effect.value);
        if (effect.is(takenBack)) this.takenBack(effect.value);
      }
    }
    if (show || update.docChanged) this.changed(show);
  }

  private decided(decisions: readonly Decision[]): void {
    this.judgements.tell(decisions);
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
    else this.counting = window.setTimeout(() => this.showNames(), 150);
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
    byId("sample-note").hidden = !this.sample;
    byId("try").hidden = !empty;
    if (!empty) byId("bring-back").hidden = true;
    byId("file-name").textContent = this.file ?? "";
    const accepted = this.view.state.field(names).decisions.some(({ action, from, to }) => action === "accept" && from < to);
    byId<HTMLButtonElement>("compare").disabled = !accepted;
    for (const id of ["copy", "download", "clear"]) byId<HTMLButtonElement>(id).disabled = empty;
  }

  private pasted(event: ClipboardEvent): boolean {
    const text = event.clipboardData?.getData("text/plain");
    if (event.clipboardData?.files.length && !text) {
      void this.take(event.clipboardData.files[0]!);
      event.preventDefault();
      return true;
    }
    if (!this.sample || !text) return false;
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

  /** A click on a name looks at it. */
  private clicked(event: MouseEvent, view: EditorView): boolean {
    if (!(event.target as HTMLElement).closest(".name") || !view.state.selection.main.empty) return false;
    const at = view.posAtDOM(event.target as Node);
    const one = placed(view).find(({ from, to }) => from <= at && at < to);
    if (one) this.look(one, false);
    return false;
  }

  private look(one: Placed, scroll = true): void {
    this.view.dispatch({
      effects: [lookedAt.of(one), ...(scroll ? [EditorView.scrollIntoView(one.from, { y: "center" })] : [])],
      ...(scroll ? { selection: { anchor: one.from } } : {}),
    });
    this.panel.select(one);
  }

  // Keys

  private keys(): KeyBinding[] {
    const on = (key: string, does: () => void): KeyBinding => ({ key, preventDefault: true, run: () => (does(), true) });
    return [
      on("F8", () => this.step(1)),
      on("Shift-F8", () => this.step(-1)),
      on("Alt-ArrowDown", () => this.step(1)),
      on("Alt-ArrowUp", () => this.step(-1)),
      on("Alt-Enter", () => this.act("accept")),
      on("Alt-Shift-Enter", () => this.act("accept-alike")),
      on("Mod-Alt-Enter", () => this.acceptAll()),
      on("Alt-x", () => this.act("reject")),
      on("Alt-n", () => this.act("not-this")),
      on("Alt-i", () => this.act("here")),
      on("Alt-l", () => this.act("ignore")),
      on("F1", () => byId<HTMLDialogElement>("keys").showModal()),
      { key: "Escape", run: (view) => this.leave(view) },
    ];
  }

  /** Escape closes the small box first, and then leads on to the list. */
  private leave(view: EditorView): boolean {
    if (view.state.field(this.current)) view.dispatch({ effects: lookedAt.of(null) });
    else this.panel.focus();
    return true;
  }

  /** Look at the next name of the text, or the one before. */
  private step(by: 1 | -1): void {
    const all = placed(this.view);
    const now = this.view.state.field(this.current)?.from;
    const at = this.view.state.selection.main.head;
    const next =
      by > 0 ? all.find(({ from }) => (now === undefined ? from >= at : from > now)) : all.filter(({ from }) => from < (now ?? at)).at(-1);
    const one = next ?? (by > 0 ? all[0] : all.at(-1));
    if (one) this.look(one);
    else this.say("No name to look at.");
  }

  private act(what: "accept" | "accept-alike" | "reject" | "here" | "not-this" | "ignore"): void {
    const at = this.view.state.selection.main.head;
    const one = this.view.state.field(this.current) ?? placed(this.view).find(({ from, to }) => from <= at && at <= to);
    if (!one) return this.step(1);
    const acts = this.acts();
    if (what === "accept") acts.accept([one]);
    if (what === "accept-alike") acts.accept(deciding.alike(this.view, one));
    if (what === "reject") acts.reject(one);
    if (what === "not-this" && one.mention.entity) acts.notThis(one);
    if (what === "here") acts.leaveHere(one);
    if (what === "ignore") acts.ignore(one);
    this.view.focus();
  }

  private acts(): Acts {
    const { view } = this;
    const left = (one: Placed, how: string) => this.say(`${one.mention.surface} ${how}. Undo takes it back.`);
    return {
      accept: (chosen, instead) => {
        const written = deciding.accept(view, chosen, instead);
        this.say(written ? `${counted(written, "name")} changed. Undo takes it back.` : "Nothing sure enough to write; choose a form in the list.");
      },
      reject: (one) => (deciding.reject(view, one), left(one, "is kept as it is in this text")),
      notThis: (one) => (deciding.notThis(view, one), left(one, `does not mean ${one.mention.entity?.canonical ?? "that"}, from now on`)),
      leaveHere: (one) => (deciding.leaveHere(view, one), left(one, "is ignored here")),
      ignore: (one) => (deciding.ignore(view, one), left(one, "is left as it is, from now on")),
      takeBack: (decisions) => deciding.takeBack(view, decisions),
      look: (one) => this.look(one),
      source: () => this.fields.source.value,
    };
  }

  private acceptAll(): void {
    this.acts().accept(placed(this.view));
  }

  // The tools

  private wire(): void {
    const on = (id: string, does: () => void) => byId(id).addEventListener("click", does);
    on("accept-all", () => this.acceptAll());
    on("undo", () => undo(this.view) || this.say("Nothing to undo."));
    on("redo", () => redo(this.view) || this.say("Nothing to redo."));
    on("copy", () => void this.copy());
    on("download", () => void this.download());
    on("clear", () => this.clear());
    on("compare", () => this.compare());
    on("try", () => this.trySample());
    on("own", () => (this.put(""), this.checking.now(), this.view.focus()));
    on("bring-back", () => void this.bringBack());
    on("help", () => byId<HTMLDialogElement>("keys").showModal());
    on("again", () => this.checking.now());
    on("open", () => byId("file").click());
    byId<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
      const input = target as HTMLInputElement;
      if (input.files?.[0]) void this.take(input.files[0]);
      input.value = "";
    });
    for (const field of Object.values(this.fields)) field.addEventListener("change", () => (this.checking.now(), this.changed()));
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    }
    this.wireWindow();
  }

  private wireWindow(): void {
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
    this.say(`Opening ${file.name} …`);
    let opened: Opened;
    try {
      opened = await open(file);
    } catch (error) {
      this.say((error as Error).message);
      return;
    }
    this.put(opened.text);
    this.fields.markup.value = opened.markup;
    [this.file, this.ending, this.word] = [opened.name, opened.ending, opened.word];
    this.original = this.view.state.doc.toString();
    this.changes = ChangeSet.empty(this.original.length);
    if (opened.word) void putFile(opened.name, opened.word);
    this.say(`${opened.name} is open.`);
    this.changed();
    this.checking.now();
  }

  private async bringBack(): Promise<void> {
    const last = this.memory.last();
    byId("bring-back").hidden = true;
    if (last) await this.restore(last);
  }

  private async copy(): Promise<void> {
    const text = this.view.state.doc.toString();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Only pages over a secure connection may write to the clipboard so; a selection may be copied on any.
      const head = this.view.state.selection;
      this.view.focus();
      this.view.dispatch({ selection: { anchor: 0, head: text.length } });
      document.execCommand("copy");
      this.view.dispatch({ selection: head });
    }
    this.say("Copied.");
  }

  private async download(): Promise<void> {
    const markup = this.fields.markup.value as Markup;
    const name = savedName(this.file, markup);
    const text = this.view.state.doc.toString();
    if (!this.file?.toLowerCase().endsWith(".docx")) {
      save(textBlob(text.replaceAll("\n", this.ending), markup), name);
      return this.say(`Saved as ${name}.`);
    }
    if (!this.word) return this.say("The Word file itself is gone from this browser; open it again and accept the changes anew.");
    try {
      const list = edits(this.original, this.changes, this.view.state.field(names).decisions);
      save(await editedWord(this.word, this.file, list), name);
      this.say(`Saved as ${name}, with ${counted(list.length, "tracked change")}.`);
    } catch (error) {
      this.say((error as Error).message);
    }
  }

  private compare(): void {
    const list = comparison(this.view.state.doc, this.view.state.field(names).decisions);
    if (!list) return this.say("No name has been changed yet.");
    byId("comparison").replaceChildren(list);
    byId<HTMLDialogElement>("changes").showModal();
  }

  // What is kept and what is said

  private settings(): Settings {
    const { style, source, markup } = this.fields;
    return { style: style.value, source: source.value, markup: markup.value as Markup };
  }

  private keep(): void {
    const text = this.view.state.doc.toString();
    if (text === "" && this.memory.get() === null) return;
    const { decisions } = this.view.state.field(names);
    const changes = this.word ? this.changes.toJSON() : null;
    const { file, ending, sample } = this;
    const judgements = this.judgements.told();
    const kept = this.memory.put({ text, settings: this.settings(), decisions, judgements, file, ending, changes, sample, at: Date.now() });
    if (!kept) this.say("This browser has no room to keep the text over a reload. Copy or download it before you leave.");
  }

  private told({ state, detail, again, guessed }: Told): void {
    const status = byId("checked");
    status.dataset.state = state;
    byId("again").hidden = state !== "failed" && state !== "refused";
    if (state === "failed") status.textContent = `Not checked: ${detail} Your text is safe; trying again in ${counted(Math.round((again ?? 0) / 1000), "second")}.`;
    else if (state === "refused") status.textContent = `Not checked: ${detail}`;
    else if (state === "done") status.textContent = "Checked.";
    else if (state === "idle") status.textContent = "";
    // Once the names are put right nothing tells any more: what was guessed stands as long as the text does.
    if (guessed || state === "idle") this.guess(guessed ?? null);
  }

  private guess(language: string | null): void {
    const { source } = this.fields;
    const name = [...source.options].find(({ value }) => value !== "" && value === language)?.text;
    source.options[0]!.text = name ? `Guessed: ${name}` : "Not known";
  }

  private say(what: string): void {
    byId("said").textContent = what;
  }
}

function large({ changes }: ViewUpdate): boolean {
  let most = 0;
  changes.iterChanges((_from, _to, from, to) => (most = Math.max(most, to - from)));
  return most >= LARGE;
}

new Desk();
