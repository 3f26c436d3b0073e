// The list beside the text: a card for each entity that is spelled another way, kept in step with the text.
// One rule: whatever is written anew, the control that had the focus keeps it.

import type { EditorView } from "@codemirror/view";

import { Beyond } from "./beyond";
import { Calm } from "./calm";
import { cardElement, type Acts, type Around, type Card } from "./card";
import { group } from "./deciding";
import { directionIn, directionOf } from "./directions";
import { byId } from "./elements";
import type { Way } from "./labels";
import { hasPoint } from "./locator";
import { names, placed, type Placed } from "./names";
import { restElements } from "./rest";
import type { Entity } from "./shapes";
import { narrow } from "./size";

const AROUND = 32; // characters of the text that a card shows before a name, and after it
const WAYS: Record<string, Way> = { x: "reject", n: "not-this", i: "here", l: "ignore" };

interface Focused {
  key: string;
  control: string;
  place: number;
}

export class Panel {
  private readonly cards = byId("cards");
  private readonly rest = byId("rest");
  private readonly beyond = new Beyond();
  private readonly calm = new Calm(this.cards);
  private open: string | null = null; // the card that is open; "" where all were closed
  private row = 0; // where in the list it stands
  private at = 0; // the place in the text that it looks at, of its places

  constructor(
    private readonly view: EditorView,
    private readonly acts: Acts,
  ) {
    this.cards.addEventListener("keydown", (event) => this.key(event));
  }

  /** Write the list anew; the control that had the focus has it again, or the card that took its place. */
  show(): void {
    const focused = this.focused();
    const cards = this.listed();
    this.calm.listed(cards.map(({ key }) => key));
    const open = cards.find(({ key }) => key === this.open);
    if (!open && this.open !== "") this.turnTo((cards[focused?.place ?? this.row] ?? cards.at(-1))?.key ?? null);
    else if (open) this.at = Math.min(this.at, open.all.length - 1);
    this.row = Math.max(cards.findIndex(({ key }) => key === this.open), 0);
    const places = this.places();
    this.cards.replaceChildren(...cards.map((card) => this.card(card, places)));
    this.rest.replaceChildren(...restElements(this.view, this.acts));
    this.refocus(focused);
    this.beyond.show();
  }

  /** Open the card of a name, and bring it into view where the list scrolls by itself. */
  select(one: Placed): void {
    const card = this.listed().find(({ key }) => key === group(one));
    if (!card) return;
    this.turnTo(card.key, Math.max(card.all.findIndex(({ from }) => from === one.from), 0));
    this.show();
    const shown = this.cards.querySelector<HTMLElement>(".card.open");
    if (shown) this.beyond.reveal(shown);
  }

  focus(): void {
    (this.cards.querySelector<HTMLElement>(".card.open .card-name") ?? byId("names-title")).focus();
  }

  private turnTo(key: string | null, at = 0): void {
    [this.open, this.at] = [key, at];
  }

  private listed(): Card[] {
    const cards = new Map<string, Placed[]>();
    for (const one of placed(this.view)) cards.set(group(one), [...(cards.get(group(one)) ?? []), one]);
    return [...cards].map(([key, all]) => ({ key, all }));
  }

  /** The places that the text names, to be shown on the maps. */
  private places(): Entity[] {
    const { right } = this.view.state.field(names);
    const list = [...placed(this.view).map(({ mention }) => mention), ...right].filter(({ decision }) => decision === "linked");
    return [...new Map(list.flatMap(({ entity }) => (hasPoint(entity) ? [[entity.id, entity] as const] : []))).values()];
  }

  private card(card: Card, places: readonly Entity[]): HTMLElement {
    const open = card.key === this.open;
    const shown = {
      open,
      at: open ? this.at : 0,
      places,
      around: (one: Placed) => this.around(one),
      toggle: () => this.toggle(card),
      turn: (by: number) => this.turn(card, by),
    };
    return cardElement(card, shown, this.acts);
  }

  private around({ from, to }: Placed): Around {
    const { doc } = this.view.state;
    const line = doc.lineAt(from);
    const before = line.text.slice(Math.max(from - line.from - AROUND, 0), from - line.from);
    const after = line.text.slice(to - line.from, to - line.from + AROUND);
    return {
      before: `${from - line.from > AROUND ? "…" : ""}${before}`,
      after: `${after}${line.to - to > AROUND ? "…" : ""}`,
      direction: directionIn(directionOf(doc), line.text),
    };
  }

  /** Where the list is below the text nothing scrolls away from it: the card itself has what one wants to know. */
  private toggle(card: Card): void {
    const closes = this.open === card.key;
    const before = this.top(card.key);
    this.turnTo(closes ? "" : card.key);
    if (closes || narrow()) this.show();
    else return this.acts.look(card.all[0]!);
    if (narrow()) window.scrollBy({ top: this.top(card.key) - before, behavior: "instant" }); // another may have closed above it
  }

  private top(key: string): number {
    const item = ([...this.cards.children] as HTMLElement[]).find(({ dataset }) => dataset.key === key);
    return item?.getBoundingClientRect().top ?? 0;
  }

  private turn(card: Card, by: number): void {
    this.at = (this.at + by + card.all.length) % card.all.length;
    if (narrow()) this.show();
    else this.acts.look(card.all[this.at]!);
  }

  private key(event: KeyboardEvent): void {
    const item = (event.target as HTMLElement).closest<HTMLElement>(".card");
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      const all = [...this.cards.querySelectorAll<HTMLElement>(".card-name")];
      all[all.indexOf(item.querySelector<HTMLElement>(".card-name")!) + step]?.focus();
    } else if (!this.letter(event.key, item)) return;
    event.preventDefault();
  }

  private letter(key: string, item: HTMLElement): boolean {
    const card = this.listed().find((one) => one.key === item.dataset.key);
    const way = WAYS[key];
    if (!card || (key !== "a" && !way)) return false;
    const one = card.all[card.key === this.open ? this.at : 0]!;
    if (!way) this.acts.accept(card.all);
    else if (way !== "not-this" || one.mention.entity) this.acts.leave(one, way);
    return true;
  }

  private focused(): Focused | null {
    const control = document.activeElement?.closest<HTMLElement>("[data-control]");
    const item = control?.closest<HTMLElement>(".card");
    if (!control || !item) return null;
    return { key: item.dataset.key!, control: control.dataset.control!, place: [...this.cards.children].indexOf(item) };
  }

  private refocus(focused: Focused | null): void {
    if (!focused) return;
    const items = [...this.cards.children] as HTMLElement[];
    const same = items.find((item) => item.dataset.key === focused.key);
    const item = same ?? items[Math.min(focused.place, items.length - 1)];
    const control = same?.querySelector<HTMLElement>(`[data-control="${focused.control}"]:not(:disabled)`);
    (control ?? item?.querySelector<HTMLElement>(".card-name") ?? byId("names-title")).focus({ preventScroll: true });
  }
}
