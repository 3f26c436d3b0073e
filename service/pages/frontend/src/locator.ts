// A small map: where a place is, and where the text's other places are around it.
// One rule: drawn from the land and borders this service ships; nobody else is asked.

import { drawn } from "./elements";
import { described, sort } from "./entities";
import { type Label, labels, type Spot } from "./map-labels";
import type { Entity } from "./shapes";

const WIDE = 40; // degrees of longitude that are shown
const HIGH = 17; // as wide as degrees of longitude are here
const POLE = 78; // latitudes are stretched as at this one at most
const WHOLE = ["country", "region"]; // what is no point on a map, unless it is the place itself
const LAYERS = ["land", "borders", "disputed"];

type Point = Entity & { lat: number; lon: number };

export function hasPoint(entity: Entity | null): entity is Point {
  return entity !== null && entity.lat !== null && entity.lon !== null;
}

/** The map around a place, as wide as its card. */
export function locator(entity: Point, others: Iterable<Entity>): SVGElement {
  const stretch = 1 / Math.cos((Math.min(Math.abs(entity.lat), POLE) * Math.PI) / 180);
  const spot = (place: Point): Spot => ({
    x: around(place.lon, entity.lon),
    y: -place.lat * stretch,
    name: place.canonical,
    main: place.id === entity.id,
  });
  const main = spot(entity);
  const frame = { left: main.x - WIDE / 2, right: main.x + WIDE / 2, top: main.y - HIGH / 2, bottom: main.y + HIGH / 2 };
  const seen = ({ x, y }: Spot) => x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
  const rest = [...others].filter(hasPoint).filter((one) => one.id !== entity.id && !WHOLE.includes(sort(one))).map(spot).filter(seen);
  const spots = [...rest, main];
  return drawn(
    "svg",
    {
      class: "locator",
      viewBox: `${frame.left} ${frame.top} ${WIDE} ${HIGH}`,
      role: "img",
      "aria-label": `Map: ${entity.canonical}, ${described(entity)}`,
    },
    ...[-360, 0, 360].filter((turn) => Math.abs(main.x - turn) < 180 + WIDE).flatMap((turn) => LAYERS.map((layer) => part(layer, turn, stretch))),
    ...spots.map(dot),
    ...labels(spots, frame).map(text),
  );
}

export function part(layer: string, turn: number, stretch: number): SVGElement {
  return drawn("use", { class: layer, href: `/static/world.svg#${layer}`, transform: `translate(${turn} 0) scale(1 ${stretch})` });
}

function dot({ x, y, name, main }: Spot): SVGElement {
  const title = drawn("title");
  title.textContent = name;
  return drawn("circle", { class: main ? "dot main" : "dot", cx: `${x}`, cy: `${y}`, r: main ? "0.6" : "0.35" }, title);
}

function text({ x, y, name, main, anchor }: Label): SVGElement {
  const made = drawn("text", { class: main ? "map-name main" : "map-name", x: `${x}`, y: `${y}`, "text-anchor": anchor, dy: "0.36em" });
  made.textContent = name;
  return made;
}

/** A longitude on the side of the world on which the map is. */
function around(lon: number, middle: number): number {
  if (lon - middle > 180) return lon - 360;
  return lon - middle < -180 ? lon + 360 : lon;
}
