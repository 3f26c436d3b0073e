// Keeping the text over a reload: a moment after the last change, and whenever the page goes from sight.

import type { EditorView } from "@codemirror/view";

import type { Fields } from "./fields";
import type { Judgements } from "./judgements";
import type { Memory } from "./memory";
import { names } from "./names";
import type { Paper } from "./paper";
import { say } from "./saying";

const AFTER = 600; // milliseconds after the last change

interface Kept {
  view: EditorView;
  fields: Fields;
  judgements: Judgements;
  memory: Memory;
  paper: Paper;
}

export class Keeping {
  private timer = 0;

  constructor(private readonly of: Kept) {
    window.addEventListener("pagehide", () => this.now());
    document.addEventListener("visibilitychange", () => document.hidden && this.now());
  }

  soon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.now(), AFTER);
  }

  /** Remove what is kept, and keep nothing until there is another change. */
  forget(): void {
    window.clearTimeout(this.timer);
    this.of.memory.forget();
  }

  private now(): void {
    const { view, fields, judgements, memory, paper } = this.of;
    const text = view.state.doc.toString();
    if (text === "" && memory.get() === null) return;
    const kept = memory.put({
      text,
      settings: fields.settings,
      decisions: view.state.field(names).decisions,
      judgements: judgements.told(),
      ...paper.kept(),
      at: Date.now(),
    });
    if (!kept) say("This browser has no room to keep the text over a reload. Copy or download it before you leave.");
  }
}
