// The words of a job: what the service answers of it.
// One rule: the names of fields are the service's own.

export type State = "waiting" | "queued" | "running" | "finished" | "failed" | "cancelled" | "expired";
export type Decisions = Record<string, number>;

export interface Guess {
  format: "csv" | "xlsx" | "parquet" | "jsonl";
  called: string;
  findings: { what: string; value: string; why: string }[];
  notes: string[];
  dialect: { encoding: string; delimiter: string; quote: string | null; header: boolean } | null;
  sheets: string[];
  columns: string[];
  column_count: number;
  rows: string[][];
  rejected: string[];
}

export interface Progress {
  rows: number;
  rejected: number;
  blank: number;
  read: number;
  size: number | null;
  decisions: Decisions;
  rate: number;
  remaining: number | null;
}

export interface Place {
  id: string;
  canonical: string;
  lat: number;
  lon: number;
  rows: number;
}

export interface Picture {
  places: Place[];
  entities: number;
  unknown: { name: string; rows: number }[];
}

export type Said = Record<string, string | boolean | null>;

export interface Job {
  id: string;
  state: State;
  stopping: boolean;
  error: string | null;
  name: string;
  size: number;
  expires: string | null;
  settings: Said;
  guess: Guess | null;
  progress: Progress | null;
  distinct: number | null;
  to_review: number | null;
  unwritable: number | null;
  picture: Picture | null;
  result: string | null;
  files: ("result" | "rejects" | "review")[];
}

export interface Candidate {
  id: string;
  canonical: string;
  description: string | null;
  confidence: number;
  name: string;
}

export interface Reviewed {
  values: string[];
  rows: number;
  first: number;
  decision: "linked" | "ambiguous" | "nil";
  why: string;
  chosen: boolean;
  candidates: Candidate[];
  sample: string[] | null;
}

export interface Names {
  roles: string[];
  anew: boolean; // whether the result lacks something that was decided
  columns: string[]; // of the samples
  names: Reviewed[];
}
