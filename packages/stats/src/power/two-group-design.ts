/** What is compared between two groups, and what is known of the second beforehand. */
export type PlannedOutcome =
  | {
      /** shares with an event; the effect is first less second */
      readonly kind: "proportion";
      /** of the second group, 0 to 1 */
      readonly base: number;
    }
  | {
      /** means; the effect is first less second, in the unit of `sd` */
      readonly kind: "mean";
      /** standard deviation within a group, > 0 */
      readonly sd: number;
    }
  | {
      /** events per unit of time; the effect is first less second */
      readonly kind: "rate";
      /** of the second group, events per unit of time, > 0 */
      readonly base: number;
      /** mean time observed of a unit, > 0; default 1 */
      readonly exposure?: number;
      /** by how much units' own rates differ: the squared coefficient of variation, >= 0; default 0, Poisson */
      readonly dispersion?: number;
    }
  | {
      /** time to a first event; the effect is the hazard ratio, first over second */
      readonly kind: "hazard";
      /** share of the second group with the event while followed, above 0, at most 1 */
      readonly eventShare: number;
    };

/** Two groups to be compared by a two-sided test at 1 − `level`. */
export interface TwoGroupDesign {
  readonly outcome: PlannedOutcome;
  /** units of the second group for each of the first, > 0; default 1 */
  readonly ratio?: number;
  /** units of the second group where their number is fixed; then `ratio` is left out */
  readonly second?: number;
  /** confidence level of the interval that decides, default 0.95 */
  readonly level?: number;
  /** units come in clusters that are in one group as a whole, in both groups alike */
  readonly clusters?: ClusterSizes;
  /**
   * each unit of the first group is matched with `ratio` of the second: correlation of matched units' outcomes within a
   * group's own spread, above −1 and below 1. One higher than two proportions allow counts as the highest they allow
   */
  readonly matchedCorrelation?: number;
}

export interface ClusterSizes {
  /** correlation of two units of one cluster, 0 to 1 */
  readonly icc: number;
  /** mean units in a cluster, >= 1 */
  readonly meanSize: number;
  /** coefficient of variation of the sizes, >= 0; default 0, all alike */
  readonly sizeVariation?: number;
}
