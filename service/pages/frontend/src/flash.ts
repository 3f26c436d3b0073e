// A button that says for a moment that it has done what was asked: its second face, which is there for the eye alone.

const MOMENT = 2_000; // milliseconds
const ends = new WeakMap<HTMLElement, number>();

export function flash(button: HTMLElement): void {
  window.clearTimeout(ends.get(button));
  button.classList.add("done");
  ends.set(button, window.setTimeout(() => button.classList.remove("done"), MOMENT));
}
