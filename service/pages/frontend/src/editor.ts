// The editor: plain text with names marked, its own history, lines in the direction of their script.
// One rule: nothing here asks anybody anything; what it needs is handed to it.

import { defaultKeymap, history } from "@codemirror/commands";
import { EditorState, type Extension, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  type KeyBinding,
  placeholder,
  tooltips,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";

import { names, undoable } from "./names";
import { room } from "./size";
import { typing } from "./typing";

const AUTO = Decoration.line({ attributes: { dir: "auto" } });

/** Each line in the direction of its first strong letter. */
const directions = ViewPlugin.fromClass(
  class {
    lines: DecorationSet;
    constructor(view: EditorView) {
      this.lines = autoLines(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.lines = autoLines(update.view);
    }
  },
  { decorations: (plugin) => plugin.lines },
);

function autoLines(view: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      built.add(line.from, line.from, AUTO);
      at = line.to + 1;
    }
  }
  return built.finish();
}

/** What every text of the desk is edited with. */
export function extensions(nonce: string, keys: readonly KeyBinding[], more: Extension): Extension {
  return [
    history(),
    names,
    undoable,
    typing,
    more,
    keymap.of([...keys, ...defaultKeymap]),
    tooltips({ tooltipSpace: room }),
    drawSelection(),
    highlightSpecialChars(),
    directions,
    EditorView.perLineTextDirection.of(true),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(nonce),
    EditorView.contentAttributes.of({ "aria-label": "The text", "aria-describedby": "status", lang: "", tabindex: "0" }),
    placeholder("Paste or type a text here, or drop a file: .txt, .md, .html, .docx"),
  ];
}

export function state(text: string, extension: Extension): EditorState {
  return EditorState.create({ doc: text, extensions: extension });
}
