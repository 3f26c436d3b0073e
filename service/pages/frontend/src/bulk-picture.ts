// The picture of a job: its decisions as a bar, its places on a map, the names that nobody is known by.
// One rule: what the picture shows is also told in words.

import type { Decisions, Job, Picture, Place } from "./bulk-shapes";
import { DECISIONS, total } from "./bulk-words";
import { drawn, element } from "./elements";
import { part } from "./locator";
import { counted, percent } from "./words";

const WIDTH = 1000;
const HEIGHT = 28;
const RATIO = 0.5; // of a map's height to its width
const LEAST = 30; // degrees of longitude that are shown at least
const EDGE = 1.25; // how much more than the places' own extent
const POLE = 70; // latitudes are stretched as at this one at most

/** Decisions as a bar, with its legend. */
export function bar(decisions: Decisions): HTMLElement {
  const all = total(decisions);
  const shares = DECISIONS.map(([key, said]) => ({ key, said, rows: decisions[key] ?? 0 })).filter(({ rows }) => rows > 0);
  let at = 0;
  const parts = shares.map(({ key, rows }) => {
    const width = (WIDTH * rows) / all;
    at += width;
    return drawn("rect", { class: `part ${key}`, x: `${at - width}`, y: "0", width: `${width}`, height: `${HEIGHT}` });
  });
  const told = shares.map(({ said, rows }) => `${said} ${percent(rows / all)}`).join(", ");
  return element(
    "figure",
    { class: "decisions" },
    drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": `Rows: ${told || "none"}` }, ...parts),
    element(
      "figcaption",
      {},
      ...shares.map(({ key, said, rows }) =>
        element("span", { class: "share" }, element("i", { class: `swatch ${key}` }), `${said}: ${rows.toLocaleString("en")} (${percent(rows / all)})`),
      ),
    ),
  );
}

/** All of it, for a job that is finished. */
export function picture({ progress, picture: seen }: Job): HTMLElement[] {
  const shown = progress && total(progress.decisions) ? [bar(progress.decisions)] : [];
  if (seen?.places.length) shown.push(map(seen));
  if (seen?.unknown.length) shown.push(unknown(seen));
  return shown;
}

function map({ places, entities }: Picture): HTMLElement {
  const { x, y, wide, high, stretch } = view(places);
  const most = places[0]?.rows ?? 1;
  const dots = [...places].reverse().map((place) => {
    const title = drawn("title");
    title.textContent = `${place.canonical}: ${counted(place.rows, "row")}`;
    const radius = (wide / 320) * (1 + 2.2 * Math.sqrt(place.rows / most));
    return drawn("circle", { class: "dot main", cx: `${place.lon}`, cy: `${-place.lat * stretch}`, r: radius.toFixed(3) }, title);
  });
  const first = places.slice(0, 5).map(({ canonical, rows }) => `${canonical} (${rows.toLocaleString("en")})`).join(", ");
  const of = entities > places.length ? ` of ${counted(entities, "entity", "entities")}` : "";
  return element(
    "figure",
    { class: "map" },
    drawn(
      "svg",
      { class: "locator", viewBox: `${x} ${y} ${wide} ${high}`, role: "img", "aria-label": `Map of ${counted(places.length, "place")}` },
      part("land", 0, stretch),
      ...dots,
    ),
    element("figcaption", {}, `${counted(places.length, "place")}${of} on the map; most rows: `, element("bdi", {}, first), "."),
  );
}

/** What of the world is shown: all the places, with some room around them. */
function view(places: Place[]): { x: number; y: number; wide: number; high: number; stretch: number } {
  const [lats, lons] = [places.map(({ lat }) => lat), places.map(({ lon }) => lon)];
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)];
  const middle = (south + north) / 2;
  const stretch = 1 / Math.cos((Math.min(Math.abs(middle), POLE) * Math.PI) / 180);
  const wide = Math.max(LEAST, (east - west) * EDGE, ((north - south) * stretch * EDGE) / RATIO);
  const high = wide * RATIO;
  return { x: (west + east) / 2 - wide / 2, y: -middle * stretch - high / 2, wide, high, stretch };
}

function unknown({ unknown: names }: Picture): HTMLElement {
  return element(
    "section",
    { class: "unknown" },
    element("h3", {}, "Nobody known is called so"),
    element(
      "ol",
      {},
      ...names.map(({ name, rows }) => element("li", {}, element("bdi", {}, name), " ", element("span", { class: "quiet" }, counted(rows, "row")))),
    ),
  );
}
