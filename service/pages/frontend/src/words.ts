// Numbers, counts and sentences as a reader would put them.

const LONGEST_CONTEXT = 400;

/** A probability in hundredths: never rounded up to certainty. */
export function percent(confidence: number): string {
  if (confidence > 0 && confidence < 0.01) return "under 1%";
  return `${confidence === 1 ? 100 : Math.min(99, Math.round(confidence * 100))}%`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** The sentence around a span of a text, cut where it is very long. */
export function sentenceAround(line: string, from: number, to: number): string {
  const begin = Math.max(line.slice(0, from).search(/[.!?…][”"’)]*\s+(?=[^.!?…]*$)/), -1);
  const rest = line.slice(to).search(/[.!?…]/);
  const start = begin < 0 ? 0 : begin + 1;
  const end = rest < 0 ? line.length : to + rest + 1;
  return line.slice(Math.max(start, from - LONGEST_CONTEXT), Math.min(end, to + LONGEST_CONTEXT)).trim();
}
