import type { Columns, Comparison, JointCovariance, Table } from "@likewise/schema";

/** A comparison, and what of it names people or is needed to add results up. */
export interface ComparisonResult {
  readonly comparison: Comparison;
  /** People of each arm by tenth of the propensity score; null where no score was used, or one for every imputed data set. */
  readonly overlap: Table | null;
  /** Private: unit, id, set (from 1), weight and score of everybody matched; no rows without matching. */
  readonly matchedRows: Columns;
  /** Private: joint covariance of the primary estimates' arm values. */
  readonly jointCovariance: readonly JointCovariance[];
}
