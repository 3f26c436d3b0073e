// Builds the scripts and styles of the desk, of the page of jobs and of the one of names in Latin letters, the outline of the land and borders, and the licences.
// One rule: the same sources give the same bytes, so that what is committed can be compared.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { outline } from "./outline.mjs";

const here = import.meta.dirname;
const out = process.argv[2] ?? join(here, "..", "static");
mkdirSync(out, { recursive: true });

// What the output was made from, so that a test can see without Node that it is current.
const sources = ["build.mjs", "outline.mjs", "package-lock.json", ...readdirSync(join(here, "src")).sort().map((name) => `src/${name}`)];
const mark = createHash("sha256");
for (const name of sources) mark.update(name).update("\0").update(readFileSync(join(here, name)));

const built = await build({
  absWorkingDir: here,
  entryPoints: ["src/desk.ts", "src/desk.css", "src/bulk.ts", "src/bulk.css", "src/transliterate.ts", "src/transliterate.css"],
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2021", "safari15"],
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/* The parts by others, and their licences: licences.txt. Sources: ${mark.digest("hex")} */` },
  metafile: true,
});

// Licences of the packages whose code went in, and of the map.
const packages = new Set(
  Object.keys(built.metafile.inputs)
    .map((file) => file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
    .filter(Boolean),
);
const licences = [...packages, "world-atlas"].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return `${name} ${version}\n\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n`;
});
writeFileSync(join(out, "licences.txt"), licences.join("\n" + "-".repeat(72) + "\n\n"));

const atlas = JSON.parse(readFileSync(join(here, "node_modules", "world-atlas", "countries-50m.json"), "utf8"));
writeFileSync(join(out, "world.svg"), outline(atlas));
