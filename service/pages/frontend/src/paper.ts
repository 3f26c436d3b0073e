// The paper a text came on: a sample, a file and how its lines end, a Word file that is to be given back.
// One rule: what came in goes out in the same format, and but for what was edited as it was.

import { ChangeSet, type Text } from "@codemirror/state";

import { editedWord, edits, type Opened, save, savedName, textBlob } from "./files";
import type { Kept } from "./memory";
import type { Decision, Markup } from "./shapes";
import { getFile, putFile } from "./shelf";
import { counted } from "./words";

export class Paper {
  sample = false;
  file: string | null = null;
  word: Blob | null = null;
  private ending = "\n";
  private original = "";
  private changes = ChangeSet.empty(0);
  private before: Pick<Paper, "file" | "word"> & { ending: string } = { file: null, word: null, ending: "\n" };

  /** A blank sheet. */
  blank(): void {
    this.before = { file: this.file, word: this.word, ending: this.ending };
    [this.sample, this.file, this.ending, this.word] = [false, null, "\n", null];
  }

  /** The sheet of before, when the text that was cleared comes back. */
  back(): void {
    [this.file, this.word, this.ending] = [this.before.file, this.before.word, this.before.ending];
  }

  opened({ name, ending, word }: Opened, doc: Text): void {
    [this.file, this.ending, this.word] = [name, ending, word];
    this.original = doc.toString();
    this.changes = ChangeSet.empty(doc.length);
    if (word) void putFile(name, word);
  }

  edited(changes: ChangeSet): void {
    if (this.word) this.changes = this.changes.compose(changes);
  }

  kept(): Pick<Kept, "file" | "ending" | "changes" | "sample"> {
    const { file, ending, sample } = this;
    return { file, ending, sample, changes: this.word ? this.changes.toJSON() : null };
  }

  async restore({ sample, file, ending, changes }: Kept, doc: Text): Promise<void> {
    [this.sample, this.file, this.ending] = [sample, file, ending];
    if (!changes) return;
    this.changes = ChangeSet.fromJSON(changes);
    this.original = this.changes.invert(doc).apply(doc).toString();
    this.word = await getFile(file ?? "");
  }

  /** Save the text as it came in, with names that are still open or none; what to say of it, and whether it was saved. */
  async download(text: string, markup: Markup, decisions: readonly Decision[], open: boolean): Promise<[string, boolean]> {
    const name = savedName(this.file, markup, open);
    if (!this.file?.toLowerCase().endsWith(".docx")) {
      save(textBlob(text.replaceAll("\n", this.ending), markup), name);
      return [`Saved as ${name}.`, true];
    }
    if (!this.word) return ["The Word file itself is gone from this browser; open it again and accept the changes anew.", false];
    try {
      const list = edits(this.original, this.changes, decisions);
      save(await editedWord(this.word, this.file, list), name);
      return [`Saved as ${name}, with ${counted(list.length, "tracked change")}.`, true];
    } catch (error) {
      return [(error as Error).message, false];
    }
  }
}
