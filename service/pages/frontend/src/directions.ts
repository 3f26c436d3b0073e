// Which way a line is written: the way of its language, and not that of a name it begins with.
// One rule: what a line's letters leave open, the text around it says.

import { RangeSetBuilder, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

export type Direction = "ltr" | "rtl";

const LEFTWARD = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTERS = /\p{L}/gu;
const WORDS = /[\p{L}\p{M}]+/gu;
const SMALL = /^\p{Ll}/u; // the first letter of what is no name
const ADDRESSES = /\S+:\/\/\S+|\S+@\S+/g; // which are of no language
const OPENING = 10_000; // characters from the start of a text that tell which way it goes
// Words that run on are a language's own. A line with so few of them beside leftward letters may still be one of those,
// with a name like "von der Leyen" in it.
const RUNS_ON = 0.25;

const LINES = { ltr: Decoration.line({ attributes: { dir: "ltr" } }), rtl: Decoration.line({ attributes: { dir: "rtl" } }) };

/** Each line on the screen in its direction. */
export const directions = ViewPlugin.fromClass(
  class {
    lines: DecorationSet;
    constructor(view: EditorView) {
      this.lines = directed(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.lines = directed(update.view);
    }
  },
  { decorations: (plugin) => plugin.lines },
);

function directed(view: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  const whole = directionOf(doc);
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      built.add(line.from, line.from, LINES[directionIn(whole, line.text)]);
      at = line.to + 1;
    }
  }
  return built.finish();
}

/** The direction of most letters of a text. */
export function directionOf(doc: Text): Direction {
  const { all, leftward } = counted(doc.sliceString(0, OPENING));
  return leftward > all - leftward ? "rtl" : "ltr";
}

/** The direction of a line of a text that goes, as a whole, in that one: of a line of both writings the text's own, if
 * most letters are of it, or words that are no names. */
export function directionIn(whole: Direction, line: string): Direction {
  const { all, leftward } = counted(line);
  if (all === 0) return whole;
  if (leftward === 0 || leftward === all) return leftward ? "rtl" : "ltr";
  if (whole === "ltr" && running(line) >= leftward * RUNS_ON) return "ltr";
  return leftward * 2 === all ? whole : leftward * 2 > all ? "rtl" : "ltr";
}

function counted(text: string): { all: number; leftward: number } {
  const letters = text.replace(ADDRESSES, "").match(LETTERS) ?? [];
  return { all: letters.length, leftward: letters.filter((one) => LEFTWARD.test(one)).length };
}

function running(line: string): number {
  const words = line.replace(ADDRESSES, "").match(WORDS) ?? [];
  return words.filter((word) => SMALL.test(word)).join("").length;
}
