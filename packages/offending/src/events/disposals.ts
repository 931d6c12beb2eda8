/** What a disposal says of an event. */
export interface DisposalRule {
  /** As `events.disposal` holds it, once the plan has said which of its own words means it. */
  readonly disposal: string;
  readonly charged: boolean;
  readonly why: string;
}

/**
 * Disposals, and whether each shows that the person was charged.
 *
 * A charge is a charge, summons or postal requisition. A conviction has one before it. A caution and a community
 * resolution are given instead of one: a caution is proven and was never charged.
 *
 * @example
 * disposalRules.filter(({ charged }) => charged).map(({ disposal }) => disposal); // ["charge", "conviction"]
 */
export const disposalRules: readonly DisposalRule[] = [
  { disposal: "charge", charged: true, why: "charge, summons or postal requisition" },
  { disposal: "conviction", charged: true, why: "nobody is convicted who was not charged or summonsed" },
  { disposal: "caution", charged: false, why: "given instead of a charge" },
  { disposal: "community-resolution", charged: false, why: "given instead of a charge" },
  { disposal: "no-further-action", charged: false, why: "the case ended without a charge" },
];
