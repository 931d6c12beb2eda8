import type { OutcomeEstimates } from "./estimates/outcome-estimates.ts";
import type { PrimaryChoice } from "./estimates/primary-choice.ts";
import type { OutcomeRows } from "./outcomes/outcome-rows.ts";

/** One outcome of a comparison, the primary fixed for it beforehand, and what came of it. */
export interface OutcomeAnswer {
  readonly rows: OutcomeRows;
  readonly primary: PrimaryChoice;
  readonly result: OutcomeEstimates;
}
