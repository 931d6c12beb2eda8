/**
 * One thing that should be alike in both arms, counted in each: people not found, people in custody, records that are
 * crimes. Aggregate; what is made of a difference is for evidence to say.
 */
export interface ArmCheck {
  readonly id: string;
  /** What is counted, as a table names it. */
  readonly label: string;
  readonly of: "people" | "events";
  readonly treated: CheckedShare;
  readonly comparison: CheckedShare;
}

/** So many of so many. */
export interface CheckedShare {
  readonly numerator: number;
  readonly denominator: number;
}
