// Following a job: by the service's events, and where they do not come, by asking now and then.
// One rule: what is shown is what the service said last; nothing is made up in between.

import { job as ask } from "./bulk-asking";
import type { Job } from "./bulk-shapes";

const ASK_EVERY = 2_000; // milliseconds
const UNDER_WAY = ["queued", "running"];

export class Following {
  private source: EventSource | null = null;
  private timer = 0;
  private id: string | null = null;

  constructor(
    private readonly heard: (job: Job) => void,
    private readonly trouble: (sentence: string | null) => void,
  ) {}

  /** Follow this job, unless that is done already. */
  follow(id: string): void {
    if (this.id === id) return;
    this.stop();
    this.id = id;
    if (typeof EventSource === "undefined") return this.poll();
    const source = (this.source = new EventSource(`/bulk/${id}/events`));
    source.addEventListener("job", ({ data }) => this.hear(JSON.parse(data) as Job));
    source.addEventListener("end", ({ data }) => this.hear(JSON.parse(data) as Job));
    // A stream that breaks is taken up by the browser itself; one that was refused is not.
    source.addEventListener("error", () => source.readyState === EventSource.CLOSED && this.id === id && this.poll());
  }

  stop(): void {
    this.source?.close();
    this.source = null;
    window.clearTimeout(this.timer);
    this.id = null;
  }

  private hear(job: Job): void {
    if (!UNDER_WAY.includes(job.state)) this.stop();
    this.trouble(null);
    this.heard(job);
  }

  private poll(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.look(), ASK_EVERY);
  }

  private async look(): Promise<void> {
    const id = this.id;
    if (id === null) return;
    try {
      const job = await ask(id);
      if (this.id === id) this.hear(job);
    } catch (wrong) {
      this.trouble((wrong as Error).message);
    }
    if (this.id === id) this.poll();
  }
}
