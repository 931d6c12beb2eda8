import type { Departure, LeafValue, Results } from "@likewise/schema";

/** What is different between two releases of one study, and what made it so. */
export interface Changes {
  readonly kind: "likewise/changes";
  readonly version: 1;
  readonly before: ReleaseOf;
  readonly now: ReleaseOf;
  /** Verdicts first, then levels: whoever reads no further must meet them. */
  readonly verdicts: readonly VerdictChange[];
  readonly levels: readonly LevelChange[];
  readonly inputs: readonly InputChange[];
  readonly plan: readonly Departure[];
  /** Why numbers of one name are not the same thing in both, and so are not subtracted. */
  readonly definitions: readonly DefinitionChange[];
  /** Numbers that are not the same, in the order of the results. */
  readonly numbers: readonly NumberChange[];
  /** How many numbers are the same in both. */
  readonly same: number;
}

/** What identifies a release. */
export interface ReleaseOf {
  readonly asAt: string | null;
  readonly likewise: string;
  readonly plan: string | null;
  readonly seed: number | null;
}

type Verdict = Results["claims"][number]["verdict"];

export interface VerdictChange {
  /** Null for the whole study. */
  readonly comparison: string | null;
  readonly outcome: string;
  readonly label: string;
  /** Null where there was no such claim. */
  readonly before: Verdict | null;
  readonly now: Verdict | null;
}

export interface LevelChange {
  /** Null for the whole study. */
  readonly comparison: string | null;
  readonly scale: string;
  readonly before: GradeOf | null;
  readonly now: GradeOf | null;
}

export interface GradeOf {
  readonly level: number | null;
  readonly atMost: number | null;
}

type Input = Results["provenance"]["inputs"][number];

export interface InputChange {
  readonly file: string;
  readonly change: "added" | "removed" | "changed";
  readonly before: Pick<Input, "sha256" | "rows"> | null;
  readonly now: Pick<Input, "sha256" | "rows"> | null;
}

export interface DefinitionChange {
  /** The outcome, table, comparison or part of the plan. */
  readonly of: string;
  readonly part: string;
  readonly before: string;
  readonly now: string;
}

export interface NumberChange {
  readonly key: string;
  /** What data-schemas/ say the number is. */
  readonly what: string;
  readonly before: LeafValue | undefined;
  readonly now: LeafValue | undefined;
  /** Now less before, unrounded; null where that would say nothing, mislead or disclose. */
  readonly difference: number | null;
  readonly because: NoDifference | null;
}

/** Why there is no difference: the first that holds. */
export type NoDifference = "withheld" | "unlike-definitions" | "only-in-one" | "no-number";
