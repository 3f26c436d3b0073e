// A small map: where a place is, and where the text's other places are around it.
// One rule: drawn from the land outline this service ships; nobody else is asked.

import { drawn } from "./elements";
import type { Entity } from "./shapes";

const WIDE = 40; // degrees of longitude that are shown
const RATIO = 0.5;
const POLE = 78; // latitudes are stretched as at this one at most

type Point = Entity & { lat: number; lon: number };

export function hasPoint(entity: Entity | null): entity is Point {
  return entity !== null && entity.lat !== null && entity.lon !== null;
}

/** The map around a place, as wide as its card. */
export function locator(entity: Point, others: Iterable<Entity>): SVGElement {
  const stretch = 1 / Math.cos((Math.min(Math.abs(entity.lat), POLE) * Math.PI) / 180);
  const at = (place: Point) => [around(place.lon, entity.lon), -place.lat * stretch] as const;
  const [x, y] = at(entity);
  const dots = [...others].filter((one) => hasPoint(one) && one.id !== entity.id).map((one) => dot(...at(one as Point), one));
  return drawn(
    "svg",
    {
      class: "locator",
      viewBox: `${x - WIDE / 2} ${y - (WIDE * RATIO) / 2} ${WIDE} ${WIDE * RATIO}`,
      role: "img",
      "aria-label": `Map: ${entity.canonical}${entity.description ? `, ${entity.description}` : ""}`,
    },
    ...[-360, 0, 360].filter((turn) => Math.abs(x - turn) < 180 + WIDE).map((turn) => land(turn, stretch)),
    ...graticule(x, y, stretch),
    ...dots,
    dot(x, y, entity, true),
  );
}

export function land(turn: number, stretch: number): SVGElement {
  return drawn("use", { class: "land", href: "/static/world.svg#land", transform: `translate(${turn} 0) scale(1 ${stretch})` });
}

function graticule(x: number, y: number, stretch: number): SVGElement[] {
  const lines: string[] = [];
  const every = 10;
  for (let lon = Math.floor((x - WIDE) / every) * every; lon <= x + WIDE; lon += every) lines.push(`M${lon} ${y - WIDE}V${y + WIDE}`);
  for (let lat = -90; lat <= 90; lat += every) lines.push(`M${x - WIDE} ${-lat * stretch}H${x + WIDE}`);
  return [drawn("path", { class: "graticule", d: lines.join("") })];
}

function dot(x: number, y: number, entity: Entity, main = false): SVGElement {
  const title = drawn("title");
  title.textContent = entity.canonical;
  return drawn("circle", { class: main ? "dot main" : "dot", cx: `${x}`, cy: `${y}`, r: main ? "0.75" : "0.45" }, title);
}

/** A longitude on the side of the world on which the map is. */
function around(lon: number, middle: number): number {
  if (lon - middle > 180) return lon - 360;
  return lon - middle < -180 ? lon + 360 : lon;
}
