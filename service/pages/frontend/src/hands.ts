// The editor's hands: going from name to name, and deciding, by keys or by what the list and the small box offer.

import type { StateField } from "@codemirror/state";
import { EditorView, type KeyBinding } from "@codemirror/view";

import { lookedAt } from "./current";
import * as deciding from "./deciding";
import { byId } from "./elements";
import { placed, type Placed } from "./names";
import type { Acts, Panel } from "./panel";
import { say } from "./saying";
import { counted } from "./words";

export type Act = "accept" | "accept-alike" | "reject" | "here" | "not-this" | "ignore";

export class Hands {
  view!: EditorView;
  panel!: Panel;

  constructor(private readonly current: () => StateField<Placed | null>) {}

  /** What the keys do while one is in the text; the page lists them. */
  keys(): KeyBinding[] {
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
      on("Escape", () => this.leave()),
    ];
  }

  /** What can be done with names, each said when it is done. */
  acts(): Acts {
    const { view } = this;
    const left = (one: Placed, how: string) => say(`${one.mention.surface} ${how}. Undo takes it back.`);
    return {
      accept: (chosen, instead) => {
        const written = deciding.accept(view, chosen, instead);
        say(written ? `${counted(written, "name")} changed. Undo takes it back.` : "Nothing is sure enough to be written; choose a form in the list.");
      },
      reject: (one) => (deciding.reject(view, one), left(one, "is kept as it is in this text")),
      notThis: (one) => (deciding.notThis(view, one), left(one, `does not mean ${one.mention.entity?.canonical ?? "that"}, from now on`)),
      leaveHere: (one) => (deciding.leaveHere(view, one), left(one, "is ignored here")),
      ignore: (one) => (deciding.ignore(view, one), left(one, "is left as it is, from now on")),
      takeBack: (decisions) => deciding.takeBack(view, decisions),
      look: (one) => this.look(one),
      source: () => byId<HTMLSelectElement>("source").value,
    };
  }

  acceptAll(): void {
    this.acts().accept(placed(this.view));
  }

  /** Decide on the name one is looking at, or in which the cursor stands; without one, look at the next. */
  act(what: Act): void {
    const at = this.view.state.selection.main.head;
    const one = this.view.state.field(this.current()) ?? placed(this.view).find(({ from, to }) => from <= at && at <= to);
    if (!one) return this.step(1);
    const acts = this.acts();
    const does: Record<Act, () => void> = {
      accept: () => acts.accept([one]),
      "accept-alike": () => acts.accept(deciding.alike(this.view, one)),
      reject: () => acts.reject(one),
      here: () => acts.leaveHere(one),
      "not-this": () => one.mention.entity && acts.notThis(one),
      ignore: () => acts.ignore(one),
    };
    does[what]();
    this.view.focus();
  }

  look(one: Placed, scroll = true): void {
    this.view.dispatch({
      effects: [lookedAt.of(one), ...(scroll ? [EditorView.scrollIntoView(one.from, { y: "center" })] : [])],
      ...(scroll ? { selection: { anchor: one.from } } : {}),
    });
    this.panel.select(one);
  }

  /** A click on a name looks at it. */
  clicked(event: MouseEvent): void {
    if (!(event.target as HTMLElement).closest(".name") || !this.view.state.selection.main.empty) return;
    const at = this.view.posAtDOM(event.target as Node);
    const one = placed(this.view).find(({ from, to }) => from <= at && at < to);
    if (one) this.look(one, false);
  }

  /** Look at the next name of the text, or the one before. */
  private step(by: 1 | -1): void {
    const all = placed(this.view);
    const now = this.view.state.field(this.current())?.from;
    const at = this.view.state.selection.main.head;
    const next =
      by > 0
        ? all.find(({ from }) => (now === undefined ? from >= at : from > now))
        : all.filter(({ from }) => from < (now ?? at)).at(-1);
    const one = next ?? (by > 0 ? all[0] : all.at(-1));
    if (one) this.look(one);
    else say("No name to look at.");
  }

  /** Close the small box first, and then lead on to the list. */
  private leave(): void {
    if (this.view.state.field(this.current())) this.view.dispatch({ effects: lookedAt.of(null) });
    else this.panel.focus();
  }
}
