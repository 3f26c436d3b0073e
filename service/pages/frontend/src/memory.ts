// What is kept in the browser: each tab's text and decisions.
// One rule: two tabs never write over each other, and what cannot be kept is said.

import type { Decision, Settings } from "./shapes";

export interface Kept {
  text: string;
  settings: Settings;
  decisions: readonly Decision[];
  judgements: Record<string, string>; // what the service calls them, by their keys
  file: string | null; // the name of the file it came in
  ending: string; // how its lines end
  changes: unknown; // of a Word file: what was changed since it was opened
  sample: boolean;
  at: number;
}

const PREFIX = "desk:";
const TAB = "desk-tab";
const KEPT_MOST = 6; // texts of tabs, the last ones

/** The memory of this tab; one that was copied from another open tab is given a name of its own. */
export class Memory {
  private readonly channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("desk");
  private readonly own = crypto.getRandomValues(new Uint32Array(2)).join("-");
  private tab = sessionStorage.getItem(TAB) ?? this.own;

  constructor() {
    sessionStorage.setItem(TAB, this.tab);
    this.channel?.addEventListener("message", ({ data }) => {
      if (data.tab !== this.tab || data.own === this.own) return;
      if (data.says === "here?") this.channel?.postMessage({ says: "here", tab: this.tab, own: this.own });
      else this.tab = this.own;
      sessionStorage.setItem(TAB, this.tab);
    });
    this.channel?.postMessage({ says: "here?", tab: this.tab, own: this.own });
  }

  /** What this tab had, or null. */
  get(): Kept | null {
    return read<Kept>(PREFIX + this.tab);
  }

  /** The last text of a tab that may be closed by now, to be offered. */
  last(): Kept | null {
    const others = tabs().filter(({ key, kept }) => key !== PREFIX + this.tab && !kept.sample && kept.text.trim() !== "");
    return others[0]?.kept ?? null;
  }

  /** Whether it could be kept. */
  put(kept: Kept): boolean {
    for (const { key } of tabs().slice(KEPT_MOST)) if (key !== PREFIX + this.tab) localStorage.removeItem(key);
    return write(PREFIX + this.tab, kept);
  }

  forget(): void {
    localStorage.removeItem(PREFIX + this.tab);
  }
}

function tabs(): { key: string; kept: Kept }[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const list = keys.flatMap((key) => {
    const kept = read<Kept>(key);
    return kept ? [{ key, kept }] : [];
  });
  return list.sort((a, b) => b.kept.at - a.kept.at);
}

function read<Some>(key: string): Some | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Some | null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
