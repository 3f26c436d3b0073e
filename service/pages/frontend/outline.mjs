// The land of the world and the borders on it, as SVG paths in tenths of a degree, from Natural Earth by way of world-atlas.
// One rule: Natural Earth draws borders where they are held; where we draw otherwise, it is listed here, with the reason.

const TOLERANCE = 1.5; // tenths of a degree; less is not seen at the size of a card
const HALF = 1800; // of the way around the world
const SMALLEST = 12; // of an island: points and bounds below this are dropped

// Borders that are drawn broken, as they are not agreed on.
const DISPUTED = ["Kosovo", "N. Cyprus", "Somaliland", "W. Sahara"];
// The isthmus of Perekop is no border: Crimea is part of Ukraine (resolution 68/262). It is south of this latitude.
const PEREKOP = { between: ["Russia", "Ukraine"], south: -465 };

/** An atlas's land and borders as an SVG file. */
export function outline(atlas) {
  const arcs = atlas.arcs.map((arc) => decoded(arc, atlas.transform));
  const rings = rows(atlas.objects.land).flatMap((ring) => whole(joined(ring, arcs)).map(simplified));
  const land = rings.filter((ring) => ring.length > 3 && extent(ring) >= SMALLEST).map((ring) => `${path(ring)}z`);
  const { agreed, disputed } = borders(atlas, arcs);
  const drawn = (id, paths) => `<path id="${id}" transform="scale(.1)" d="${paths.join("")}"/>`;
  return (
    "<!-- Land and borders: Natural Earth 4.1, 1:50m, public domain, by way of world-atlas 2.0.2; simplified. -->\n" +
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180">' +
    `${drawn("land", land)}${drawn("borders", agreed)}${drawn("disputed", disputed)}</svg>\n`
  );
}

/** The lines that two countries share, by whether they agree on them. */
function borders(atlas, arcs) {
  const sides = new Map();
  for (const country of atlas.objects.countries.geometries) {
    for (const number of rows({ geometries: [country] }).flat()) {
      const arc = number < 0 ? ~number : number;
      sides.set(arc, new Set([...(sides.get(arc) ?? []), country.properties.name]));
    }
  }
  const found = { agreed: [], disputed: [] };
  for (const [arc, names] of sides) {
    if (names.size < 2 || isPerekop([...names], arcs[arc])) continue;
    found[DISPUTED.some((name) => names.has(name)) ? "disputed" : "agreed"].push(path(simplified(arcs[arc])));
  }
  return found;
}

function isPerekop(names, points) {
  return PEREKOP.between.every((name) => names.includes(name)) && points.every(([, y]) => y > PEREKOP.south);
}

/** The rings of an object's shapes, as numbers of arcs. */
function rows({ geometries }) {
  return geometries.flatMap((shape) => (shape.type === "MultiPolygon" ? shape.arcs.flat() : shape.arcs));
}

/** An arc's points in tenths of a degree, south up: steps from point to point are summed. */
function decoded(arc, { scale, translate }) {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [Math.round((x * scale[0] + translate[0]) * 10), Math.round(-(y * scale[1] + translate[1]) * 10)];
  });
}

/** A ring's points; a negative number is an arc backwards. */
function joined(ring, arcs) {
  return ring.flatMap((number) => (number < 0 ? arcs[~number].toReversed() : arcs[number]));
}

/** A ring across the date line on one side of it, and once more on the other; one around a pole stays as it is. */
function whole(points) {
  let turn = 0;
  const unrolled = points.map(([x, y], at) => {
    const step = at ? x - points[at - 1][0] : 0;
    if (Math.abs(step) > HALF) turn -= Math.sign(step) * 2 * HALF;
    return [x + turn, y];
  });
  if (turn !== 0) return [points];
  const [west, east] = [Math.min(...unrolled.map(([x]) => x)), Math.max(...unrolled.map(([x]) => x))];
  if (west >= -HALF && east <= HALF) return [points];
  return [unrolled, unrolled.map(([x, y]) => [x + (east > HALF ? -2 : 2) * HALF, y])];
}

/** The points without those that lie all but on the line between their neighbours (Douglas and Peucker). */
function simplified(points) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  let farthest = 0;
  let most = 0;
  for (let at = 1; at < points.length - 1; at++) {
    const far = distance(points[at], first, last);
    if (far > most) [farthest, most] = [at, far];
  }
  if (most <= TOLERANCE) return [first, last];
  return [...simplified(points.slice(0, farthest + 1)).slice(0, -1), ...simplified(points.slice(farthest))];
}

function distance([x, y], [ax, ay], [bx, by]) {
  const long = Math.hypot(bx - ax, by - ay);
  if (long === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / long;
}

function extent(ring) {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys);
}

function path(ring) {
  let [x, y] = ring[0];
  const steps = ring.slice(1).map(([nx, ny]) => {
    const step = `${nx - x} ${ny - y}`;
    [x, y] = [nx, ny];
    return step;
  });
  return `M${ring[0].join(" ")}l${steps.join(" ")}`.replaceAll(" -", "-");
}
