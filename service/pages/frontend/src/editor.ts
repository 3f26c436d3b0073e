// The editor: plain text with names marked, its own history, lines in the direction of their language.
// One rule: nothing here asks anybody anything; what it needs is handed to it.

import { defaultKeymap, history } from "@codemirror/commands";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  type KeyBinding,
  placeholder,
  tooltips,
} from "@codemirror/view";

import { directions } from "./directions";
import { names, undoable } from "./names";
import { room } from "./size";
import { typing } from "./typing";

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
