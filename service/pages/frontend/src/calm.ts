// Calm after the list has moved: a click that was meant for what stood there a moment ago decides nothing.

const CALM = 400; // milliseconds
const CALM_FOR_DOUBLE = 1_000; // for what the browser itself counts as the second click of two

export class Calm {
  private moved = -Infinity;
  private before: readonly string[] = [];

  constructor(list: HTMLElement) {
    list.addEventListener("click", (event) => this.clicked(event), { capture: true });
  }

  /** Note which cards are listed now; where one stands in the place of another, the list has moved. */
  listed(keys: readonly string[]): void {
    if (this.before.some((key, place) => keys[place] !== undefined && keys[place] !== key)) this.moved = performance.now();
    this.before = keys;
  }

  private clicked(event: MouseEvent): void {
    if (event.detail === 0) return; // by keys, which go where the focus is
    const wait = event.detail > 1 ? CALM_FOR_DOUBLE : CALM;
    if (event.timeStamp - this.moved >= wait) return;
    event.stopPropagation();
    event.preventDefault();
  }
}
