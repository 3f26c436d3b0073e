// How a text is asked about: the house style, the language it came through, how it is written.

import { byId } from "./elements";
import type { Markup, Settings } from "./shapes";

export class Fields {
  private readonly all = {
    style: byId<HTMLSelectElement>("style"),
    source: byId<HTMLSelectElement>("source"),
    markup: byId<HTMLSelectElement>("markup"),
  };

  get settings(): Settings {
    const { style, source, markup } = this.all;
    return { style: style.value, source: source.value, markup: markup.value as Markup };
  }

  /** Set some of them; what is not offered any more is the first that is. */
  set(settings: Partial<Settings>): void {
    for (const [name, value] of Object.entries(settings)) {
      const field = this.all[name as keyof Settings];
      field.value = value;
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
  }

  onChange(does: () => void): void {
    for (const field of Object.values(this.all)) field.addEventListener("change", does);
  }
}
