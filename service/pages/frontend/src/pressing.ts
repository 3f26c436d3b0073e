// A press of a pointer, from where it goes down to the click that it ends in.
// One rule: nothing moves or is written anew under it by itself, or the click would be lost, or meet another thing.

let down = false;
let waiting: (() => void)[] = [];

/** Do it now, or, where something is pressed, as soon as it is let go. */
export function whenLetGo(does: () => void): void {
  if (down) waiting.push(does);
  else does();
}

function letGo(): void {
  down = false;
  const all = waiting;
  waiting = [];
  window.setTimeout(() => all.forEach((does) => does())); // the click comes first
}

window.addEventListener("pointerdown", ({ button }) => (down = button === 0), { capture: true });
for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, letGo, { capture: true });
window.addEventListener("blur", letGo); // of the window alone
