// The editor's hands: going from name to name, and deciding, by keys or by what the list and the small box offer.
// One rule: whatever is done is said.

import type { StateField } from "@codemirror/state";
import { EditorView, type KeyBinding } from "@codemirror/view";

import type { Act } from "./box";
import type { Acts } from "./card";
import { changed } from "./counts";
import { closing } from "./closing";
import { isDecision, lookedAt } from "./current";
import * as deciding from "./deciding";
import { byId } from "./elements";
import { said } from "./labels";
import { accepted, keptIn, type Looked, names, placed, type Placed } from "./names";
import type { Panel } from "./panel";
import { say } from "./saying";
import type { Decision } from "./shapes";
import { byTouch, narrow } from "./size";

const MARKS = ".name, .changed, .kept";

export class Hands {
  view!: EditorView;
  panel!: Panel;

  constructor(private readonly current: () => StateField<Looked | null>) {}

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
      on("Alt-b", () => this.act("put-back")),
      on("F1", () => byId<HTMLDialogElement>("help").showModal()),
      on("Escape", () => this.leave()),
    ];
  }

  /** What can be done with names, each said when it is done. */
  acts(): Acts {
    const { view } = this;
    return {
      accept: (chosen, instead) => {
        const made = deciding.accept(view, chosen, instead);
        say(made.length ? `${changed(made)}. ${takesBack(made)}` : "Nothing is sure enough to be written; choose a form in the list.");
      },
      leave: (one, way) => say(`${said(deciding.leave(view, one, way))}. Undo takes it back.`),
      lookAgain: (one) => (deciding.takeBack(view, [one]), say(`${one.name} is looked at again. Undo takes it back.`)),
      putBack: (one) => (deciding.putBack(view, one), say(`${one.name} is put back. Undo takes it back.`)),
      look: (one) => this.look(one),
      source: () => byId<HTMLSelectElement>("source").value,
    };
  }

  acceptAll(): void {
    this.acts().accept(placed(this.view));
  }

  /** Decide on what one is looking at, or in which the cursor stands; without such a name, look at the next. */
  act(what: Act, instead?: string): void {
    if (what === "close") this.close();
    else if (what === "put-back") this.putBack();
    else if (what === "look-again") this.lookAgain();
    else this.decide(what, instead);
    if (!byTouch()) this.view.focus(); // where it would raise the keyboard of a phone
  }

  look(one: Placed): void {
    this.view.dispatch({
      effects: [lookedAt.of(one), EditorView.scrollIntoView(one.from, { y: "center" })],
      selection: { anchor: one.from },
    });
    this.panel.select(one);
  }

  /** A finger on a mark looks at it and raises no keyboard; one that is up goes, as it would cover the small box. */
  pressed(event: MouseEvent): boolean {
    if (!byTouch() || !(event.target as HTMLElement).closest(MARKS)) return false;
    event.preventDefault();
    this.view.contentDOM.blur();
    return true;
  }

  /** A click on a name looks at it, and one on a word that was changed or kept at that; a second one closes the box. */
  clicked(event: MouseEvent): void {
    const mark = (event.target as HTMLElement).closest(MARKS);
    if (!mark || !this.view.state.selection.main.empty) return;
    const at = this.view.posAtDOM(mark);
    const here = ({ from, to }: Looked) => from <= at && at < to;
    const one = placed(this.view).find(here);
    const seen = one ?? [...this.changes(), ...keptIn(this.view.state)].find(here);
    if (!seen) return;
    if (this.looked()?.from === seen.from) return this.close();
    this.view.dispatch({ effects: [lookedAt.of(seen), ...(narrow() ? [EditorView.scrollIntoView(seen.from)] : [])] });
    if (one) this.panel.select(one);
  }

  /** Have the small box close wherever one presses beside it, and by Esc. */
  closing(): void {
    closing({ looked: () => this.looked(), close: () => this.close(), toText: () => this.view.focus() });
  }

  private looked(): Looked | null {
    return this.view.state.field(this.current());
  }

  private close(): void {
    this.view.dispatch({ effects: lookedAt.of(null) });
  }

  private decide(what: Exclude<Act, "put-back" | "look-again" | "close">, instead?: string): void {
    const looked = this.looked();
    const one = looked && !isDecision(looked) ? looked : this.under(placed(this.view));
    if (!one) return this.step(1);
    const acts = this.acts();
    if (what === "accept") acts.accept([one], instead);
    else if (what === "accept-alike") acts.accept(deciding.alike(this.view, one));
    else if (what !== "not-this" || one.mention.entity) acts.leave(one, what);
  }

  private putBack(): void {
    const looked = this.looked();
    const one = isDecision(looked) && looked.action === "accept" ? looked : this.under(this.changes());
    if (one) this.acts().putBack(one);
    else say("No changed name here to put back; Changes lists them all.");
  }

  private lookAgain(): void {
    const looked = this.looked();
    if (isDecision(looked)) this.acts().lookAgain(looked);
  }

  private changes(): Decision[] {
    return accepted(this.view.state.field(names).decisions);
  }

  /** The one in which the cursor stands. */
  private under<Some extends Looked>(all: readonly Some[]): Some | undefined {
    const at = this.view.state.selection.main.head;
    return all.find(({ from, to }) => from <= at && at <= to);
  }

  /** Look at the next name of the text, or the one before. */
  private step(by: 1 | -1): void {
    const all = placed(this.view);
    const now = this.looked()?.from;
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
    if (this.looked()) this.close();
    else this.panel.focus();
  }
}

/** How what was written is taken back: as a whole, and one by one where there are more. */
function takesBack({ length }: readonly Decision[]): string {
  return length > 1 ? "Undo takes all back; press one in the text for that one." : "Undo takes it back.";
}
