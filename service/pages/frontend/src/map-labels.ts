// The names on a map: beside their dots, where they cover neither each other nor another dot.
// One rule: a name that has no room is left out; its dot still says it to whoever points at it.

export interface Spot {
  x: number;
  y: number;
  name: string;
  main: boolean;
}

export interface Label extends Spot {
  anchor: "start" | "end" | "middle";
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

// In degrees of longitude, as everything on a map is.
const WIDTH = 0.72; // of a letter, on the average
const HEIGHT = 1.3;
const GAP = 1; // between the middle of a dot and its name
const DOT = 0.6;

/** The labels of spots inside a frame; the main one goes first, then the others in their order. */
export function labels(spots: readonly Spot[], frame: Box): Label[] {
  const dots = spots.map(({ x, y }) => ({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT }));
  const taken: Box[] = [];
  const placed: Label[] = [];
  for (const spot of [...spots].sort((a, b) => Number(b.main) - Number(a.main))) {
    const own = dots[spots.indexOf(spot)];
    const others = dots.filter((dot) => dot !== own);
    const free = tries(spot).find(([, box]) => inside(box, frame) && ![...taken, ...others].some((one) => overlap(one, box)));
    if (!free) continue;
    placed.push(free[0]);
    taken.push(free[1]);
  }
  return placed;
}

/** To the right of a dot, to the left, above, below. */
function tries(spot: Spot): [Label, Box][] {
  const wide = spot.name.length * WIDTH;
  const { x, y } = spot;
  const at = (anchor: Label["anchor"], left: number, middle: number): [Label, Box] => [
    { ...spot, anchor, x: anchor === "start" ? left : anchor === "end" ? left + wide : left + wide / 2, y: middle },
    { left, right: left + wide, top: middle - HEIGHT / 2, bottom: middle + HEIGHT / 2 },
  ];
  return [
    at("start", x + GAP, y),
    at("end", x - GAP - wide, y),
    at("middle", x - wide / 2, y - GAP - HEIGHT / 2),
    at("middle", x - wide / 2, y + GAP + HEIGHT / 2),
  ];
}

function inside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
