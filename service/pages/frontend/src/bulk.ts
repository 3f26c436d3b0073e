// The page of jobs: hand in, look at the guess, watch, look at the picture, review, fetch.
// One rule: what stands on the page is the state of the job, which its address names.

import { again, cancel, job as ask, review as handIn } from "./bulk-asking";
import { Following } from "./bulk-following";
import { Guessing } from "./bulk-guess";
import { bar, picture } from "./bulk-picture";
import { Review } from "./bulk-review";
import { Sending } from "./bulk-sending";
import type { Job } from "./bulk-shapes";
import { bytes, day, span, total } from "./bulk-words";
import { byId, element } from "./elements";
import { capital, counted } from "./words";

const SECTIONS = ["sending", "about", "guess", "running", "done", "review", "gone", "another"];
const FILES: Record<string, string> = { result: "Download the result", review: "Review file", rejects: "Rejected rows" };

class Bulk {
  private readonly sending = new Sending((job) => this.arrived(job), (sentence) => this.trouble(sentence));
  private readonly guessing = new Guessing((job) => this.show(job), (sentence) => this.trouble(sentence));
  private readonly following = new Following((job) => this.show(job), (sentence) => this.trouble(sentence));
  private readonly review = new Review((sentence) => this.trouble(sentence), (sentence) => this.say(sentence));
  private job: Job | null = null;
  private reviewed: string | null = null; // the job, as it was when its review began

  constructor() {
    byId("cancel").addEventListener("click", () => void this.act(() => cancel(this.job!.id)));
    byId("remove").addEventListener("click", () => void this.act(() => cancel(this.job!.id)));
    byId("again").addEventListener("click", () => void this.act(() => again(this.job!.id)));
    const file = byId<HTMLInputElement>("review-file");
    byId("review-choose").addEventListener("click", () => file.click());
    file.addEventListener("change", () => file.files?.[0] && void this.handIn(file.files[0]));
    window.addEventListener("popstate", () => window.location.reload());
    void this.start(window.location.pathname.match(/^\/bulk\/([0-9a-f]{32})\/view$/)?.[1] ?? null);
  }

  private async start(id: string | null): Promise<void> {
    if (id === null) this.only("sending");
    else await this.act(() => ask(id));
    void this.sending;
  }

  private arrived(job: Job): void {
    window.history.pushState(null, "", `/bulk/${job.id}/view`);
    this.show(job);
  }

  private async act(question: () => Promise<Job>): Promise<void> {
    try {
      this.trouble(null);
      this.show(await question());
    } catch (wrong) {
      this.trouble((wrong as Error).message);
    }
  }

  private async handIn(file: File): Promise<void> {
    try {
      this.trouble(null);
      const decided = await handIn(this.job!.id, file);
      this.say(`${counted(decided, "name")} decided; the result is written anew.`);
      if (decided) this.show(await again(this.job!.id));
    } catch (wrong) {
      this.trouble((wrong as Error).message);
    } finally {
      byId<HTMLInputElement>("review-file").value = "";
    }
  }

  /** Show a job as it stands. */
  private show(job: Job): void {
    const before = this.job?.state;
    this.job = job;
    this.about(job);
    if (job.state === "waiting" || job.state === "failed") this.showGuess(job);
    else if (job.state === "queued" || job.state === "running") this.showRunning(job);
    else if (job.state === "finished") this.showDone(job, before);
    else this.showGone(job);
  }

  private about(job: Job): void {
    document.title = `${capital(job.state)}: ${job.name} · Gazetteer`;
    byId("about-name").textContent = job.name || "A file without a name";
    byId("about-size").textContent = bytes(job.size);
    byId("about-kept").textContent = job.expires ? `Kept until ${day(job.expires)}; who has this address has the file.` : "";
  }

  private showGuess(job: Job): void {
    this.only("about", "guess", "another");
    this.guessing.show(job);
    if (job.state === "failed") this.trouble(job.error);
  }

  private showRunning(job: Job): void {
    this.only("about", "running");
    this.reviewed = null;
    this.following.follow(job.id);
    const progress = job.progress;
    const size = progress?.size ?? null;
    const bar_ = byId<HTMLProgressElement>("running-bar");
    if (progress && size) bar_.value = progress.read / size;
    else bar_.removeAttribute("value");
    byId("running-said").textContent = job.stopping ? "Ending with the rows at hand …" : job.state === "queued" ? "Waiting for its turn …" : "Names are looked up …";
    byId<HTMLButtonElement>("cancel").disabled = job.stopping;
    if (!progress) {
      byId("running-far").textContent = "";
      byId("running-bar-of").replaceChildren();
      return;
    }
    const left = progress.remaining !== null && progress.read < (size ?? 0) ? `; about ${span(progress.remaining)} left` : "";
    byId("running-far").textContent = `${counted(progress.rows + progress.rejected, "row")}, ${Math.round(progress.rate).toLocaleString("en")} a second${left}`;
    if (total(progress.decisions)) byId("running-bar-of").replaceChildren(bar(progress.decisions));
  }

  private showDone(job: Job, before: Job["state"] | undefined): void {
    const progress = job.progress;
    const rejected = progress?.rejected ? `, and ${counted(progress.rejected, "row")} could not be read` : "";
    const odd = job.unwritable ? ` ${counted(job.unwritable, "cell")} of ours have letters that the file’s encoding has not, written as &#1082; and the like; save the file in UTF-8 first to have them as they are.` : "";
    byId("done-said").textContent = `${counted(progress?.rows ?? 0, "row")} with ${counted(job.distinct ?? 0, "distinct name")}${rejected}.${odd}`;
    byId("downloads").replaceChildren(...job.files.map((file) => element("a", { class: `button ${file}`, href: `/bulk/${job.id}/${file}`, download: "" }, FILES[file] ?? file)));
    byId("picture").replaceChildren(...picture(job));
    this.only("about", "done", ...(job.to_review || this.reviewed ? ["review"] : []), "another");
    if (before === "running" || before === "queued") byId("done-title").focus();
    if (this.reviewed !== job.id) {
      this.reviewed = job.id;
      void this.review.begin(job.id, job.to_review ?? 0);
      byId("review").hidden = !job.to_review;
    }
  }

  private showGone(job: Job): void {
    this.following.stop();
    byId("gone-said").textContent = job.error ?? "The job is gone.";
    this.only("gone");
  }

  private only(...shown: string[]): void {
    for (const name of SECTIONS) byId(name).hidden = !shown.includes(name);
  }

  private trouble(sentence: string | null): void {
    byId("trouble").hidden = sentence === null;
    byId("trouble").textContent = sentence ?? "";
  }

  private say(sentence: string): void {
    byId("said").textContent = sentence;
  }
}

new Bulk();
