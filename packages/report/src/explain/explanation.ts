import type { Account, Figure, Interval, LeafValue, Results } from "@likewise/schema";

/** A number back to what it is, whom it counts, how it was worked out, and which rows it rests on. */
export interface Explanation {
  readonly kind: "likewise/explanation";
  readonly version: 1;
  readonly key: string;
  readonly value: LeafValue;
  /** What data-schemas/ say of it and of what holds it, outermost first. */
  readonly what: readonly string[];
  /** Whom it is of: every name and level along the key. */
  readonly filter: readonly Named[];
  readonly definition: ExplainedDefinition | null;
  readonly window: { readonly id: string; readonly text: string } | null;
  /** What it is a share, mean or rate of: one entry, or one for each arm. */
  readonly counts: readonly ExplainedCounts[];
  readonly interval: { readonly limits: Interval; readonly level: number | null } | null;
  readonly method: readonly Named[];
  readonly disclosure: { readonly state: DisclosureState; readonly why: string };
  /** Of a comparison: rows read, used and left out. */
  readonly rows: Results["comparisons"][number]["rows"] | null;
  /** What became of the rows of the tables it rests on; none for numbers of the plan. */
  readonly accounts: readonly Account[];
  readonly madeFrom: {
    readonly plan: string | null;
    readonly seed: number | null;
    readonly likewise: string;
    readonly inputs: Results["provenance"]["inputs"];
  };
}

export interface Named {
  readonly name: string;
  readonly value: string;
}

export interface ExplainedDefinition {
  readonly id: string;
  /** What it is called or how it counts, where the results say so. */
  readonly label: string | null;
  readonly unit: string | null;
  readonly basis: string | null;
  readonly reporter: string | null;
  readonly direction: string | null;
}

export interface ExplainedCounts {
  /** The arm, or null where there is one. */
  readonly of: string | null;
  readonly numerator: Figure | null;
  readonly denominator: Figure | null;
}

/** `exact` in the working edition; `given` for what nobody is counted by, such as an option of the plan. */
export type DisclosureState = "shown" | "withheld" | "exact" | "given";
