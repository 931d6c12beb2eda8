import type { Baseline, Comparison, ComparisonPlan, Courses, Exclusion, Outcomes, Provenance } from "@likewise/schema";
import type { ComparedOutcome } from "./outcomes/compared-outcome.ts";

export interface CompareInput {
  readonly id: string;
  readonly label: string;
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
  /** Outcomes of the plan, or no more than an id and a kind for a column of a table. */
  readonly declarations: readonly ComparedOutcome[];
  readonly plan: ComparisonPlan;
  readonly provenance: Provenance;
  /** Rows read before any exclusion: rows of the baseline plus the sum of `exclusions`. */
  readonly rowsRead: number;
  /** Who was left out before this, by reason. */
  readonly exclusions: readonly Exclusion[];
  /** What the arms are called; default "treated" and "comparison". */
  readonly labels?: Comparison["arms"]["labels"];
  /** Covariates that are essential for grading; default none. */
  readonly essential?: readonly string[];
  /** Who is analysed, from the plan's cohort; left out when the plan does not say. */
  readonly analysisSet?: "referred" | "offered" | "started" | "completed";
  /** The last day the data can show, an ISO date, which refusals of windows beyond it name; left out when not known. */
  readonly dataEnd?: string;
  /** When the treated reached what a target trial asks for, in days after their index date; left out where not known. */
  readonly courses?: Courses | null;
  /** Random ways of breaking ties looked at; default 300, fewer when there are more than 5,000 people. 0 for none. */
  readonly tieDraws?: number;
}
