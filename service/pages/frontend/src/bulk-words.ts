// Sizes, times and decisions as a reader would put them.
// One rule: round numbers, never more exact than they are known.

import type { Decisions } from "./bulk-shapes";

export const DECISIONS: [key: string, said: string][] = [
  ["linked", "known"],
  ["ambiguous", "could be several"],
  ["nil", "nobody known"],
];

export function bytes(count: number): string {
  if (count < 1000) return `${count} bytes`;
  const [unit, size] = count < 1e6 ? ["kB", 1e3] : count < 1e9 ? ["MB", 1e6] : ["GB", 1e9];
  return `${(count / (size as number)).toLocaleString("en", { maximumFractionDigits: 1 })} ${unit}`;
}

/** A stretch of time. */
export function span(seconds: number): string {
  if (seconds < 2) return "a moment";
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} minutes`;
  return `${Math.round(seconds / 3600)} hours`;
}

export function day(time: string): string {
  return new Date(time).toLocaleString("en", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}

export function total(decisions: Decisions): number {
  return Object.values(decisions).reduce((sum, one) => sum + one, 0);
}
