// Telling the service what was decided, so that the whole desk profits.
// One rule: nothing waits for it, and nothing is lost when it cannot be told.

import { LASTING } from "./names";
import type { Action, Decision } from "./shapes";

interface Judgement {
  id: number;
  name: string;
  action: Action;
  entity: string | null;
  undone: boolean;
}

const LISTED_MOST = 1_000;

/** Sends each decision once for a name and entity, and takes it back when the editor does. */
export class Judgements {
  private sent = new Map<string, Promise<string | null>>(); // by the key of the decision
  private ids: Record<string, string> = {};

  tell(decisions: readonly Decision[]): void {
    const asked = new Map<string, Promise<string | null>>();
    for (const one of decisions) {
      const same = `${one.action}\n${one.name}\n${one.entity}`;
      const id = asked.get(same) ?? this.post(one);
      asked.set(same, id);
      this.sent.set(one.key, id);
      void id.then((known) => {
        if (known !== null) this.ids[one.key] = known;
      });
    }
  }

  /** Take decisions back; what was said once of several places stands as long as it does of one of them. */
  async takeBack(decisions: readonly Decision[]): Promise<void> {
    const ids = await Promise.all(decisions.map(({ key }) => this.sent.get(key) ?? this.ids[key] ?? null));
    for (const { key } of decisions) {
      delete this.ids[key];
      this.sent.delete(key);
    }
    const still = new Set(Object.values(this.ids));
    const known = new Set(ids.filter((id) => id !== null && !still.has(id)));
    await Promise.all([...known].map((id) => send("DELETE", `/judgements/${id}`)));
  }

  /** What the service calls the decisions it was told, by their keys. */
  told(): Record<string, string> {
    return this.ids;
  }

  restore(told: Record<string, string>): void {
    this.ids = { ...told, ...this.ids };
  }

  /** The decisions that hold in every text. */
  async held(): Promise<Decision[]> {
    const answer = await send("GET", `/judgements?limit=${LISTED_MOST}`);
    const said = answer?.ok ? ((await answer.json().catch(() => null)) as { judgements: Judgement[] } | null) : null;
    const held = (said?.judgements ?? []).filter(({ action, undone }) => LASTING.includes(action) && !undone);
    return held.map(({ id, name, action, entity }) => {
      const key = Object.entries(this.ids).find(([, known]) => known === `${id}`)?.[0] ?? `held-${id}`;
      this.ids[key] = `${id}`;
      return { key, action, name, entity, label: "", from: 0, to: 0, why: null, context: "" };
    });
  }

  private async post({ name, action, entity, context }: Decision): Promise<string | null> {
    const told = action === "here" ? "reject" : action;
    const answer = await send("POST", "/judgements", { name, action: told, entity, context, reason: null });
    const said = answer?.ok ? ((await answer.json().catch(() => null)) as { id?: number } | null) : null;
    return said?.id === undefined ? null : `${said.id}`;
  }
}

async function send(method: string, path: string, body?: unknown): Promise<Response | null> {
  try {
    return await fetch(path, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify(body) : null,
      keepalive: true,
    });
  } catch {
    return null;
  }
}
