// The desk: the editor, the list beside it, the tools above, and what ties them together.
// One rule: what was written is never lost, whatever fails.

import { isolateHistory } from "@codemirror/commands";
import { EditorState, type Extension, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";

import { Arrivals } from "./arrivals";
import { Checking } from "./checking";
import { summed, toLookAt } from "./counts";
import { current, lookedAt } from "./current";
import { extensions, state } from "./editor";
import { byId } from "./elements";
import { Fields } from "./fields";
import { Hands } from "./hands";
import { Judgements } from "./judgements";
import { Keeping } from "./keeping";
import { legend } from "./legend";
import { Memory } from "./memory";
import { another, decided, lasting, names, placed, takenBack } from "./names";
import { Panel } from "./panel";
import { Paper } from "./paper";
import { whenLetGo } from "./pressing";
import { found, say, told } from "./saying";
import type { Decision } from "./shapes";
import { byTouch } from "./size";
import { Tools } from "./tools";
import { unclears, undone } from "./undoing";

const COUNT_AFTER = 150; // milliseconds after the last change
const LARGE = 1_000; // characters that come at once are not waited for
const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? "";

class Desk {
  readonly memory = new Memory();
  readonly judgements = new Judgements();
  readonly paper = new Paper();
  readonly fields = new Fields();
  private readonly hands: Hands = new Hands(() => this.current);
  private readonly current = current({
    act: (what, instead) => this.hands.act(what, instead),
    source: () => this.fields.settings.source,
  });
  private readonly arrivals = new Arrivals(this);
  readonly extension = extensions(nonce, this.hands.keys(), this.behaviour());
  readonly view = (this.hands.view = new EditorView({ state: state("", this.extension), parent: byId("editor") }));
  readonly checking = new Checking(this.view, () => this.fields.settings, Number(byId("editor").dataset.most), told);
  private readonly panel = (this.hands.panel = new Panel(this.view, this.hands.acts()));
  private readonly keeping = new Keeping(this);
  private readonly tools = new Tools(this, this.arrivals, this.hands);
  private counting = 0;

  constructor() {
    this.fields.onChange(() => (this.checking.now(), this.changed()));
    this.hands.closing();
    this.arrivals.start();
    void this.arrivals.learn();
  }

  /** An empty sheet; what was on it, and what was decided of it, comes back by undoing. */
  clear(): void {
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length },
      effects: another.of(lasting(this.view.state.field(names).decisions)),
      annotations: isolateHistory.of("full"),
      userEvent: "delete.clear",
    });
    this.paper.blank();
    this.fields.set({ markup: "text" });
    this.keeping.forget();
    say("Cleared, and forgotten by this browser. Undo brings the text back while this page is open.");
    this.showState();
    if (!byTouch()) this.view.focus();
  }

  /** Bring what is shown and what is kept up to date; the list at once only where it is known to have changed. */
  changed(now = true): void {
    this.keeping.soon();
    window.clearTimeout(this.counting);
    if (now) whenLetGo(() => this.showNames());
    else this.counting = window.setTimeout(() => whenLetGo(() => this.showNames()), COUNT_AFTER);
  }

  private behaviour(): Extension {
    return [
      this.current,
      EditorView.updateListener.of((update) => this.updated(update)),
      EditorState.changeFilter.of((change) => !this.breaksWordLines(change)),
      EditorView.domEventHandlers({
        paste: (event) => this.arrivals.pasted(event),
        drop: (event) => this.arrivals.dropped(event),
        mousedown: (event) => this.hands.pressed(event),
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
    if (update.transactions.some(unclears)) this.paper.back();
    if (update.docChanged) this.edited(update);
    for (const change of update.transactions) {
      const back = undone(change);
      if (back) say(back);
      if (!change.annotation(Transaction.remote)) this.tell(change);
    }
    const show = update.transactions.some(({ effects }) => effects.some((effect) => !effect.is(lookedAt)));
    if (show || update.docChanged) this.changed(show);
  }

  private edited(update: ViewUpdate): void {
    this.paper.edited(update.changes);
    if (update.transactions.some((one) => one.isUserEvent("input.type") || one.isUserEvent("input.paste") || one.isUserEvent("delete"))) {
      this.paper.sample = false;
      say("");
    }
    this.checking.changed(update.changes);
    if (large(update)) this.checking.now();
  }

  /** Tell the service what was decided, and what was taken back. */
  private tell({ effects }: Transaction): void {
    for (const effect of effects) {
      if (effect.is(decided)) this.judgements.tell(effect.value);
      if (effect.is(takenBack)) this.takenBack(effect.value);
    }
  }

  private takenBack(decisions: readonly Decision[]): void {
    void this.judgements.takeBack(decisions).then(() => this.checking.now());
  }

  private showNames(): void {
    if (!this.tools) return; // the desk is still being set up
    const all = placed(this.view);
    this.panel.show();
    const { decisions, checked } = this.view.state.field(names);
    const begun = decisions.some(({ from, to }) => from < to);
    byId("count").textContent = this.view.state.doc.length === 0 ? "" : checked ? summed(all, begun) : "Not checked yet.";
    legend(this.view.state);
    found(toLookAt(all));
    this.showState();
  }

  private showState(): void {
    byId("sample-note").hidden = !this.paper.sample;
    byId("file-name").textContent = this.paper.file ?? "";
    this.tools.show();
  }
}

function large({ changes }: ViewUpdate): boolean {
  let most = 0;
  changes.iterChanges((_from, _to, from, to) => (most = Math.max(most, to - from)));
  return most >= LARGE;
}

new Desk();
