// The words of the desk: what the service answers, and what an editor decides.
// One rule: the names of fields are the service's own.

export type Kind = "place" | "person" | "organization";
export type Advice = "wrong" | "house_style";
// Of one text: its advice was accepted, or this spelling is kept, everywhere or here. Of every text from then on:
// this name does not mean that entity, or is always left as it is.
export type Action = "accept" | "reject" | "here" | "not-this" | "ignore";
export type Markup = "text" | "markdown" | "html";

export interface Entity {
  id: string;
  kind: Kind;
  canonical: string;
  country: string | null;
  description: string | null;
  lat: number | null;
  lon: number | null;
}

/** A span that names an entity, or may; offsets are UTF-16 units of the text that was sent. */
export interface Mention {
  start_utf16: number;
  end_utf16: number;
  surface: string;
  kind: Kind | null;
  decision: "linked" | "ambiguous" | "nil";
  entity: Entity | null;
  class: Advice | null;
  replacement: string | null;
  alternatives: string[];
  confidence: number;
  why: string | null;
  cluster: number;
}

export interface Checked {
  mentions: Mention[];
  guessed_source_language: { language: string; confidence: number } | null;
  style: string | null;
  warning: string | null; // why nothing is advised, if so
}

/** What an editor said of a name: of this occurrence, or of all of them in this text. */
export interface Decision {
  key: string;
  action: Action;
  name: string;
  entity: string | null;
  label: string; // what the entity is called, to be shown
  from: number;
  to: number;
  why: string | null;
  context: string; // the sentence it stands in; the service keeps its hash alone
}

/** How a text is asked about. */
export interface Settings {
  style: string;
  source: string;
  markup: Markup;
}
