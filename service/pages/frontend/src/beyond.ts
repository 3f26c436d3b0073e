// The hints at the edges of the list: how many cards are above what is in sight, and how many below.
// One rule: a card whose head is not wholly in sight counts as out of it.

import { byId } from "./elements";
import { whenLetGo } from "./pressing";

export class Beyond {
  private readonly pane = byId("names");
  private readonly head = byId("names-head");
  private readonly above = byId("above");
  private readonly below = byId("below");

  constructor() {
    const show = () => whenLetGo(() => this.show()); // a hint may stand over what is pressed
    this.pane.addEventListener("scroll", show, { passive: true });
    const sizes = new ResizeObserver(show);
    for (const one of [this.pane, byId("cards"), byId("rest")]) sizes.observe(one); // a card grows when more is known
    this.below.addEventListener("click", () => this.pane.scrollBy({ top: this.pane.clientHeight * 0.8 }));
    this.above.addEventListener("click", () => this.pane.scrollBy({ top: this.pane.clientHeight * -0.8 }));
  }

  show(): void {
    const scrolls = this.pane.scrollHeight > this.pane.clientHeight + 1;
    const heads = scrolls ? [...this.pane.querySelectorAll(".card-head")].map((head) => head.getBoundingClientRect()) : [];
    const start = this.head.getBoundingClientRect().bottom + (this.pane.scrollTop > 0 ? this.above.offsetHeight : 0);
    const end = this.pane.getBoundingClientRect().bottom - this.below.offsetHeight;
    hint(this.above, heads.filter(({ top }) => top < start - 1).length, "more above ↑");
    hint(this.below, heads.filter(({ bottom }) => bottom > end + 1).length, "more below ↓");
  }

  /** Bring a card into sight where it is not, clear of the hints. */
  reveal(card: HTMLElement): void {
    if (this.pane.scrollHeight <= this.pane.clientHeight) return;
    const { top, bottom } = card.getBoundingClientRect();
    const start = this.head.getBoundingClientRect().bottom;
    const end = this.pane.getBoundingClientRect().bottom - this.below.offsetHeight;
    if (top < start || bottom > end) this.pane.scrollTop += top - start - this.above.offsetHeight;
  }
}

function hint(place: HTMLElement, cards: number, says: string): void {
  const text = cards > 0 ? `${cards} ${says}` : "";
  place.classList.toggle("off", cards === 0);
  if (place.textContent !== text) place.textContent = text;
}
