import type { Columns, Comparison, JointCovariance } from "@likewise/schema";

/** A comparison, and what of it names people or is needed to add results up. */
export interface ComparisonResult {
  readonly comparison: Comparison;
  /** Private: unit, id, set (from 1), weight and score of everybody matched; no rows without matching. */
  readonly matchedRows: Columns;
  /** Private: joint covariance of the primary estimates' arm values. */
  readonly jointCovariance: readonly JointCovariance[];
}
