// Who else a name might mean, going by the name alone: asked when a card is opened, and remembered.

import type { Entity, Mention } from "./shapes";

export interface RunnerUp {
  entity: Entity;
  confidence: number;
}

const WORTH_A_WORD = 0.01; // less likely than that, nobody would think of it

const known = new Map<string, Promise<RunnerUp | null>>();

/** The likeliest entity besides the one that is meant; null where none is worth a word, or it cannot be asked. */
export function runnerUp(mention: Mention, language: string): Promise<RunnerUp | null> {
  const key = `${mention.surface}\n${mention.kind}\n${language}\n${mention.entity?.id}`;
  let answer = known.get(key);
  if (!answer) known.set(key, (answer = ask(mention, language)));
  return answer;
}

async function ask({ surface, kind, entity }: Mention, language: string): Promise<RunnerUp | null> {
  const fields = new URLSearchParams({ name: surface, limit: "3" });
  if (kind) fields.set("kind", kind);
  if (language) fields.set("language", language);
  try {
    const answer = await fetch(`/normalize?${fields}`);
    if (!answer.ok) return null;
    const { candidates } = (await answer.json()) as { candidates: RunnerUp[] };
    return candidates.find((one) => one.entity.id !== entity?.id && one.confidence >= WORTH_A_WORD) ?? null;
  } catch {
    return null;
  }
}
