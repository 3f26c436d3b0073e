// Asking the service about a job.
// One rule: whatever goes wrong comes back as a sentence to show.

import type { Job, Names, Said } from "./bulk-shapes";
import { capital } from "./words";

const SILENT = "The service does not answer; try again in a moment. Nothing is lost.";

export async function job(id: string): Promise<Job> {
  return asked<Job>(`/bulk/${id}`);
}

export async function correct(id: string, said: Said): Promise<Job> {
  return asked<Job>(`/bulk/${id}/settings`, { method: "PATCH", ...json(said) });
}

export async function begin(id: string, said: Said): Promise<Job> {
  return asked<Job>(`/bulk/${id}/settings`, { method: "POST", ...json(said) });
}

export async function again(id: string): Promise<Job> {
  return asked<Job>(`/bulk/${id}/again`, { method: "POST" });
}

export async function cancel(id: string): Promise<Job> {
  return asked<Job>(`/bulk/${id}`, { method: "DELETE" });
}

export async function names(id: string, skip: number): Promise<Names> {
  return asked<Names>(`/bulk/${id}/names?skip=${skip}`);
}

export async function decide(id: string, values: string[], decision: string | null): Promise<void> {
  await asked(`/bulk/${id}/names`, { method: "POST", ...json({ values, decision }) });
}

/** How many names a filled-in review file decides. */
export async function review(id: string, file: File): Promise<number> {
  const form = new FormData();
  form.set("file", file);
  return (await asked<{ decided: number }>(`/bulk/${id}/review`, { method: "POST", body: form })).decided;
}

/** What a refusal says. */
export function refused(status: number, body: string): string {
  try {
    return capital((JSON.parse(body) as { detail?: string }).detail ?? `The service answers ${status}.`);
  } catch {
    return status === 0 ? SILENT : `The service answers ${status}.`;
  }
}

async function asked<Answer>(address: string, how: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(address, how).catch(() => null);
  if (!answer) throw new Error(SILENT);
  const body = await answer.text();
  if (!answer.ok) throw new Error(refused(answer.status, body));
  return JSON.parse(body) as Answer;
}

function json(body: unknown): RequestInit {
  return { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
