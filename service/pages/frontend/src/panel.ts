// The list beside the text: a card for each entity that is spelled another way, and what one can do about it.
// One rule: all that the text shows by a line under a name, a card says in words.

import type { EditorView } from "@codemirror/view";

import { group } from "./deciding";
import { byId, element } from "./elements";
import { hasPoint, locator } from "./locator";
import { names, placed, type Placed } from "./names";
import { runnerUp } from "./runner-up";
import type { Decision, Entity, Mention } from "./shapes";
import { capital, counted, percent, sureness } from "./words";

export interface Acts {
  accept(chosen: readonly Placed[], instead?: string): void;
  reject(one: Placed): void;
  notThis(one: Placed): void;
  leaveHere(one: Placed): void;
  ignore(one: Placed): void;
  takeBack(decisions: readonly Decision[]): void;
  look(one: Placed): void;
  source(): string;
}

interface Card {
  key: string;
  all: Placed[];
}

const ADVICE = { wrong: "wrong", house_style: "house style" };
const LEFT = { reject: "kept", here: "ignored here", "not-this": "means something else, in every text", ignore: "left as it is, in every text", accept: "" };

/** The list, kept in step with the names of the text. */
export class Panel {
  private readonly cards = byId("cards");
  private readonly rest = byId("rest");
  private open: string | null = null;
  private at = new Map<string, number>(); // of each card, the occurrence one looks at

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
    if (!cards.some(({ key }) => key === this.open)) this.open = cards[Math.max(focused?.place ?? 0, 0)]?.key ?? cards.at(-1)?.key ?? null;
    const places = this.places();
    this.cards.replaceChildren(...cards.map((card) => this.card(card, places)));
    this.rest.replaceChildren(...this.others());
    this.refocus(focused);
  }

  /** Open the card of a name and bring it into view. */
  select(one: Placed): void {
    const card = this.listed().find(({ key }) => key === group(one));
    if (!card) return;
    this.at.set(card.key, Math.max(card.all.findIndex(({ from }) => from === one.from), 0));
    this.open = card.key;
    this.show();
    const shown = this.cards.querySelector<HTMLElement>(".card.open");
    const pane = byId("names");
    if (shown && pane.scrollHeight > pane.clientHeight) {
      const top = shown.offsetTop - pane.offsetTop;
      if (top < pane.scrollTop || top + shown.offsetHeight > pane.scrollTop + pane.clientHeight) pane.scrollTop = top - 8;
    }
  }

  focus(): void {
    (this.cards.querySelector<HTMLElement>(".card.open .card-name") ?? byId("accept-all")).focus();
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

  private card(card: Card, places: Entity[]): HTMLElement {
    const open = card.key === this.open;
    const one = this.occurrence(card);
    const { mention } = one;
    const surfaces = new Map<string, Placed[]>();
    for (const each of card.all) surfaces.set(each.mention.surface, [...(surfaces.get(each.mention.surface) ?? []), each]);
    const wrong = card.all.some((each) => each.mention.class === "wrong");
    const id = `card-${card.key.replace(/[^\w-]/g, "_")}`;
    return element(
      "li",
      { class: `card ${wrong ? "wrong" : "house_style"}${open ? " open" : ""}`, "data-key": card.key },
      element(
        "div",
        { class: "card-head" },
        element(
          "button",
          { type: "button", class: "card-name", "aria-expanded": `${open}`, "aria-controls": id, "data-control": "name", onclick: () => this.toggle(card) },
          ...[...surfaces].map(([surface, all]) => this.change(surface, all)),
          element("span", { class: "badge" }, ADVICE[wrong ? "wrong" : "house_style"]),
        ),
        this.button("Accept", "accept", () => this.acts.accept(card.all), card.all.every((each) => each.mention.replacement === null)),
      ),
      element("div", { class: "card-body", id, hidden: !open }, ...(open ? this.body(card, one, mention, places) : [])),
    );
  }

  private change(surface: string, all: Placed[]): HTMLElement {
    const { replacement, alternatives } = all[0]!.mention;
    const target = replacement ?? alternatives[0];
    return element(
      "span",
      { class: "change" },
      element("bdi", { class: "was" }, surface),
      all.length > 1 && element("span", { class: "times" }, ` ×${all.length}`),
      element("span", { class: "arrow" }, target ? " → " : ""),
      target && element("bdi", { class: "becomes" }, replacement === null ? `${target}?` : target),
    );
  }

  private body(card: Card, one: Placed, mention: Mention, places: Entity[]): (Node | false | null)[] {
    const { entity } = mention;
    const runner = element("p", { class: "runner", hidden: true });
    void runnerUp(mention, this.acts.source()).then((second) => {
      if (!second) return;
      runner.hidden = false;
      runner.append("Could also be ", link(second.entity), `, ${percent(second.confidence)}.`);
    });
    return [
      mention.why !== null && element("p", { class: "why" }, mention.why),
      element("p", { class: "sure" }, element("strong", {}, sureness(mention.confidence))),
      entity && element("p", { class: "who" }, link(entity)),
      this.choices(card, mention),
      runner,
      this.actions(card, one),
      hasPoint(entity) && element("figure", { class: "map" }, locator(entity, places)),
    ];
  }

  private choices(card: Card, { surface, alternatives }: Mention): HTMLElement | null {
    if (alternatives.length === 0) return null;
    const same = card.all.filter(({ mention }) => mention.surface === surface);
    return element(
      "div",
      { class: "choices", role: "group", "aria-label": `Instead of ${surface}` },
      element("span", {}, "Or write"),
      ...alternatives.map((text, place) => this.button(text, `choice-${place}`, () => this.acts.accept(same, text))),
    );
  }

  private actions(card: Card, one: Placed): HTMLElement {
    const place = card.all.indexOf(one);
    const { surface: name, entity } = one.mention;
    const step = (by: number) => () => {
      const next = card.all[(place + by + card.all.length) % card.all.length]!;
      this.acts.look(next);
    };
    return element(
      "div",
      { class: "actions" },
      this.button("Keep", "keep", () => this.acts.reject(one), false, `Keep ${name} in this text`),
      this.button("Ignore here", "here", () => this.acts.leaveHere(one), false, `Leave this one ${name} alone`),
      entity && this.button("Not this one", "not", () => this.acts.notThis(one), false, `${name} does not mean ${entity.canonical}, here and from now on`),
      this.button("Always leave", "ignore", () => this.acts.ignore(one), false, `Leave ${name} as it is in every text`),
      element(
        "span",
        { class: "steps" },
        this.button("‹", "before", step(-1), false, "The one before in the text"),
        element("span", { class: "place" }, `${place + 1} of ${card.all.length}`),
        this.button("›", "next", step(1), false, "The next one in the text"),
      ),
    );
  }

  private button(text: string, control: string, does: () => void, disabled = false, label?: string): HTMLElement {
    const primary = control === "accept";
    return element(
      "button",
      { type: "button", class: primary ? "small" : "small plain", "data-control": control, disabled, "aria-label": label, title: label, onclick: does },
      element("bdi", {}, text),
    );
  }

  /** What is not to be looked at: names that stand right, and names somebody decided on. */
  private others(): HTMLElement[] {
    const { right, decisions } = this.view.state.field(names);
    const text = this.view.state.doc.toString();
    const left = decisions.filter(({ action, name }) => action !== "accept" && text.includes(name));
    const entities = new Map(right.flatMap(({ entity, surface }) => (entity ? [[entity.id, { entity, surface }] as const] : [])));
    const folds: HTMLElement[] = [];
    if (left.length) folds.push(fold("left", `Left alone: ${left.length}`, left.map((one) => this.leftAlone(one))));
    if (entities.size) {
      const rows = [...entities.values()].map(({ entity }) => element("li", {}, link(entity)));
      folds.push(fold("right", `Right as they are: ${entities.size}`, rows));
    }
    return folds;
  }

  private leftAlone(one: Decision): HTMLElement {
    const back = this.button("Look again", `back-${one.key}`, () => this.acts.takeBack([one]), false, `Look at ${one.name} again`);
    return element("li", {}, element("bdi", {}, one.name), `, ${LEFT[one.action]} `, back);
  }

  private occurrence(card: Card): Placed {
    return card.all[this.at.get(card.key) ?? 0] ?? card.all[0]!;
  }

  private toggle(card: Card): void {
    if (this.open === card.key) {
      this.open = "";
      this.show();
    } else this.acts.look(this.occurrence(card));
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
    if (!card) return false;
    const one = this.occurrence(card);
    const does: Record<string, () => void> = {
      a: () => this.acts.accept(card.all),
      x: () => this.acts.reject(one),
      n: () => one.mention.entity && this.acts.notThis(one),
      i: () => this.acts.leaveHere(one),
      l: () => this.acts.ignore(one),
    };
    does[key]?.();
    return key in does;
  }

  private focused(): { key: string; control: string; place: number } | null {
    const control = document.activeElement?.closest<HTMLElement>("[data-control]");
    const item = control?.closest<HTMLElement>(".card");
    if (!control || !item) return null;
    return { key: item.dataset.key!, control: control.dataset.control!, place: [...this.cards.children].indexOf(item) };
  }

  private refocus(focused: ReturnType<Panel["focused"]>): void {
    if (!focused) return;
    const items = [...this.cards.children] as HTMLElement[];
    const same = items.find((item) => item.dataset.key === focused.key);
    const item = same ?? items[Math.min(focused.place, items.length - 1)];
    const control = same?.querySelector<HTMLElement>(`[data-control="${focused.control}"]:not(:disabled)`);
    (control ?? item?.querySelector<HTMLElement>(".card-name") ?? byId("names-title")).focus();
  }
}

function link({ id, canonical, description, kind }: Entity): HTMLElement {
  return element(
    "span",
    {},
    element("a", { href: `/gazetteer/${encodeURIComponent(id)}`, target: "_blank", rel: "noopener" }, element("bdi", {}, canonical)),
    ` ${description ?? kind}`,
  );
}

function fold(id: string, title: string, rows: HTMLElement[]): HTMLElement {
  const before = document.getElementById(id);
  const details = element("details", { class: "fold", id, open: before instanceof HTMLDetailsElement && before.open });
  details.append(element("summary", {}, title), element("ul", {}, ...rows));
  return details;
}

/** How many names there are to look at, in a sentence. */
export function summed(all: readonly Placed[]): string {
  if (all.length === 0) return "No name to look at.";
  const wrong = all.filter(({ mention }) => mention.class === "wrong").length;
  const parts = [wrong ? `${wrong} wrong` : "", all.length - wrong ? `${all.length - wrong} not house style` : ""];
  return `${capital(counted(all.length, "name"))} to look at: ${parts.filter(Boolean).join(", ")}.`;
}
