/**
 * The joint covariance of a comparison's estimates, a private artefact: on the link scale (log for ratios), keyed by
 * outcome, arm and, where there is one, offence group. `economics` draws from it; no page shows it.
 */
export interface JointCovariance {
  readonly kind: "likewise/joint-covariance";
  readonly version: 1;
  readonly comparison: string;
  readonly keys: readonly {
    readonly outcome: string;
    readonly arm: "treated" | "comparison";
    readonly group: string | null;
  }[];
  readonly link: "identity" | "log" | "logit";
  readonly estimates: readonly number[];
  /** keys.length × keys.length, row by row. */
  readonly covariance: readonly number[];
}
