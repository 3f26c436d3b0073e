// The tools above the text, and on a phone below it: each button, and what it does.

import type { EditorView } from "@codemirror/view";

import type { Arrivals, Desk } from "./arrivals";
import { comparison } from "./comparing";
import { toLookAt } from "./counts";
import { byId } from "./elements";
import { flash } from "./flash";
import type { Hands } from "./hands";
import { thereAndBack } from "./jumping";
import { accepted, names, placed } from "./names";
import { say } from "./saying";
import { depths, redoIn, undoEverywhere, undoIn } from "./undoing";
import { counted } from "./words";

export class Tools {
  private readonly changes = byId<HTMLDialogElement>("changes");

  constructor(
    private readonly desk: Desk & { clear(): void },
    private readonly arrivals: Arrivals,
    private readonly hands: Hands,
  ) {
    this.wire();
    this.wireWindow();
    undoEverywhere(this.view);
    thereAndBack();
  }

  /** Which of them can be used now. */
  show(): void {
    const { state } = this.view;
    const empty = state.doc.length === 0;
    const able = depths(state);
    enable("undo", able.undo);
    enable("redo", able.redo);
    enable("accept-all", placed(this.view).some(({ mention }) => mention.replacement !== null));
    enable("compare", this.accepted().length > 0);
    for (const id of ["copy", "download", "clear"]) enable(id, !empty);
    byId("try").hidden = !empty;
    if (!empty) byId("bring-back").hidden = true;
    if (this.changes.open) this.compare();
  }

  private get view(): EditorView {
    return this.desk.view;
  }

  private wire(): void {
    const { arrivals, desk, hands } = this;
    const does: Record<string, () => void> = {
      "accept-all": () => hands.acceptAll(),
      undo: () => undoIn(this.view),
      redo: () => redoIn(this.view),
      copy: () => void this.copy(),
      download: () => void this.download(),
      clear: () => desk.clear(),
      compare: () => this.compare(),
      try: () => arrivals.sample(),
      own: () => arrivals.own(),
      "bring-back": () => arrivals.bringBack(),
      "open-help": () => byId<HTMLDialogElement>("help").showModal(),
      again: () => desk.checking.now(),
      open: () => byId("file").click(),
    };
    for (const [name, act] of Object.entries(does)) for (const one of buttons(name)) one.addEventListener("click", act);
    byId<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
      const input = target as HTMLInputElement;
      if (input.files?.[0]) void arrivals.take(input.files[0]);
      input.value = "";
    });
  }

  private wireWindow(): void {
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    }
    document.addEventListener("keydown", (event) => {
      const target = event.target as HTMLElement;
      if (event.key !== "?" || target.closest(".cm-content, input, select, textarea")) return;
      event.preventDefault();
      byId<HTMLDialogElement>("help").showModal();
    });
    // A file that misses the editor must not take its place in the window.
    window.addEventListener("dragover", (event) => event.preventDefault());
    window.addEventListener("drop", (event) => {
      if (!event.defaultPrevented) this.arrivals.dropped(event);
      event.preventDefault();
    });
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
    flash(byId("copy"));
    say("Copied.", this.stillMarked());
  }

  private async download(): Promise<void> {
    const { doc } = this.view.state;
    const { paper, fields } = this.desk;
    const open = this.stillMarked();
    const { decisions } = this.view.state.field(names);
    const [says, saved] = await paper.download(doc.toString(), fields.settings.markup, decisions, Boolean(open));
    if (saved) flash(byId("download"));
    say(says, open);
  }

  private stillMarked(): string {
    const open = toLookAt(placed(this.view));
    return open ? `${counted(open, "name")} still marked.` : "";
  }

  private accepted() {
    return accepted(this.view.state.field(names).decisions);
  }

  private compare(): void {
    const all = this.accepted();
    if (all.length === 0) return this.changes.close();
    const had = document.activeElement?.closest<HTMLElement>("#comparison [data-control]");
    const place = had ? [...byId("comparison").querySelectorAll("[data-control]")].indexOf(had) : -1;
    const { putBack } = this.hands.acts();
    byId("comparison").replaceChildren(comparison(this.view.state.doc, all, putBack));
    if (!this.changes.open) return this.changes.showModal();
    const now = [...byId("comparison").querySelectorAll<HTMLElement>("[data-control]")];
    if (place >= 0) now[Math.min(place, now.length - 1)]?.focus();
  }
}

function buttons(name: string): HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>(`[data-does="${name}"]`), ...document.querySelectorAll<HTMLButtonElement>(`#${name}`)];
}

function enable(name: string, able: boolean): void {
  for (const one of buttons(name)) one.disabled = !able;
}
