// The hint at the foot of the list: how many cards are below what is in sight.

import { byId } from "./elements";

export class Below {
  private readonly pane = byId("names");
  private readonly hint = byId("below");

  constructor() {
    this.pane.addEventListener("scroll", () => this.show(), { passive: true });
    new ResizeObserver(() => this.show()).observe(this.pane);
    this.hint.addEventListener("click", () => this.pane.scrollBy({ top: this.pane.clientHeight * 0.8 }));
  }

  show(): void {
    const end = this.pane.getBoundingClientRect().bottom - this.hint.offsetHeight;
    const scrolls = this.pane.scrollHeight > this.pane.clientHeight + 1;
    const heads = scrolls ? [...this.pane.querySelectorAll(".card-head")] : [];
    const hidden = heads.filter((head) => head.getBoundingClientRect().bottom > end + 1).length;
    const text = hidden > 0 ? `${hidden} more below ↓` : "";
    this.hint.classList.toggle("off", hidden === 0);
    if (this.hint.textContent !== text) this.hint.textContent = text;
  }
}
