// Handing in a file: dropped or chosen, sent with how far it has come, stopped where that is wished.
// One rule: until the service has the whole file, it has nothing.

import { refused } from "./bulk-asking";
import type { Job } from "./bulk-shapes";
import { bytes } from "./bulk-words";
import { byId } from "./elements";
import { percent } from "./words";

export class Sending {
  private sent: XMLHttpRequest | null = null;

  constructor(
    private readonly arrived: (job: Job) => void,
    private readonly trouble: (sentence: string | null) => void,
  ) {
    const file = byId<HTMLInputElement>("file");
    const drop = byId("drop");
    byId("choose").addEventListener("click", () => file.click());
    file.addEventListener("change", () => file.files?.[0] && this.send(file.files[0]));
    byId("upload-stop").addEventListener("click", () => this.sent?.abort());
    for (const name of ["dragenter", "dragover"]) {
      document.addEventListener(name, (event) => {
        event.preventDefault();
        drop.classList.add("over");
      });
    }
    document.addEventListener("dragleave", (event) => event.relatedTarget === null && drop.classList.remove("over"));
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      const dropped = event.dataTransfer?.files[0];
      if (dropped && !byId("sending").hidden && !this.sent) this.send(dropped);
    });
  }

  private send(file: File): void {
    const form = new FormData();
    form.set("file", file, file.name);
    const sent = (this.sent = new XMLHttpRequest());
    this.trouble(null);
    byId("upload-name").textContent = file.name;
    this.far(0, file.size);
    this.show(true);
    sent.upload.addEventListener("progress", ({ loaded, total }) => this.far(loaded, total));
    sent.addEventListener("load", () => {
      if (sent.status === 201) this.arrived(JSON.parse(sent.responseText) as Job);
      else this.trouble(refused(sent.status, sent.responseText));
    });
    sent.addEventListener("error", () => this.trouble(refused(0, "")));
    sent.addEventListener("abort", () => this.trouble("Stopped. Nothing of the file is kept."));
    sent.addEventListener("loadend", () => this.show(false));
    sent.open("POST", "/bulk");
    sent.send(form);
  }

  private far(loaded: number, total: number): void {
    byId<HTMLProgressElement>("upload-bar").value = total ? loaded / total : 0;
    const ready = loaded >= total && total > 0;
    byId("upload-far").textContent = ready ? "looking at it …" : `${percent(total ? loaded / total : 0)} of ${bytes(total)}`;
  }

  private show(sending: boolean): void {
    byId("upload").hidden = !sending;
    byId("drop").hidden = sending;
    if (!sending) {
      this.sent = null;
      byId<HTMLInputElement>("file").value = "";
    }
  }
}
