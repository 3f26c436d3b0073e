// Typing over a selection: the editor itself puts in what is typed.
// One rule: only where something is selected and no word is being composed; all else is the browser's own way.
//
// Left to itself, a browser would give the new text the look of the mark it replaces, as an inline style, which the
// page's Content-Security-Policy forbids and the console then complains of.

import { EditorView } from "@codemirror/view";

export const typing = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main } = view.state.selection;
    if (event.inputType !== "insertText" || event.isComposing || event.data === null || main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});
