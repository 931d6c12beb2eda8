import type { BlockEstimates } from "./fit-blocks.ts";

/** What became of one linkage: plain data, counts and estimates, nobody's identifiers. Exact, so not for publishing. */
export interface LinkageSummary {
  readonly table: string;
  /** Rows whose cells can be told apart, and what became of them: they add up. */
  readonly rows: number;
  readonly linked: readonly { readonly by: string; readonly rows: number }[];
  readonly forReview: number;
  readonly notLinked: number;
  readonly people: number;
  readonly rates: readonly MatchRate[];
  /** How many rows and people lack each identifier, or hold a text that is none. */
  readonly identifiers: readonly {
    readonly identifier: string;
    readonly rows: { readonly missing: number; readonly unreadable: number };
    readonly people: { readonly missing: number; readonly unreadable: number };
  }[];
  /** One for each block of a probabilistic linkage. */
  readonly blocks: readonly BlockEstimates[];
  /** Expected from the posteriors; null where nothing was scored. */
  readonly errors: LinkageErrors | null;
  /** Decisions read back: used, and stale, as one of the two rows is no longer what it was. */
  readonly decisions: { readonly used: number; readonly stale: number };
}

/** A share of rows or of people, with its 95% Wilson interval. */
export interface MatchRate {
  /** `rows`: rows linked. `people`: people to whom at least one row is linked. */
  readonly of: "rows" | "people";
  /** A field of people and one of its values; null for all. */
  readonly group: { readonly field: string; readonly value: string } | null;
  readonly linked: number;
  readonly total: number;
  readonly proportion: number;
  readonly lower: number;
  readonly upper: number;
}

/** Rows, as the posteriors expect them; true as far as comparisons are independent, given whether it is a match. */
export interface LinkageErrors {
  /** Rows linked by their weights, and how many of them wrongly. */
  readonly byWeight: { readonly rows: number; readonly expectedFalse: number };
  /** Rows linked by rules whose pair stands in a scored block, and how many of them wrongly. */
  readonly byRule: { readonly rows: number; readonly expectedFalse: number };
  /** Rows not linked, those for review included, of which a match was compared and missed. Matches in no block are not among them. */
  readonly expectedMissed: number;
}

/**
 * Pairs somebody has to look at, as a table to write to `private/`: it holds the identifiers as received. Its `decision`
 * column, filled with accept or reject, settles a pair when the plan names the file.
 */
export interface ReviewList {
  readonly table: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A linkage done: what is told of it, and what is to be looked at. */
export interface Linked {
  readonly summary: LinkageSummary;
  /** For `private/` only. */
  readonly review: ReviewList;
}
