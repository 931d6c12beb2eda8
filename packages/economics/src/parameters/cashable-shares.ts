import type { CostPart } from "./cost-parameter.ts";

/** The share of a fiscal value that could leave a budget: an assumption of this toolkit, for sensitivity alone. */
export interface CashableShare {
  readonly part: CostPart;
  readonly share: number;
  readonly why: string;
}

/**
 * Starting points for how much of an average cost could be cashed. They have no source, are named as assumptions wherever used, and a
 * study replaces them with its own.
 */
export const cashableShares: readonly CashableShare[] = [
  { part: "benefits-and-tax", share: 1, why: "payments stop with the claim" },
  { part: "housing", share: 0.8, why: "temporary places are bought as needed" },
  { part: "childrens-social-care", share: 0.2, why: "staff are released only in steps" },
  { part: "adult-social-care", share: 0.2, why: "staff are released only in steps" },
  { part: "probation", share: 0.2, why: "staff are released only in steps" },
  { part: "police", share: 0.1, why: "time is used elsewhere" },
  { part: "courts", share: 0.1, why: "hearings are filled by other cases" },
  { part: "nhs", share: 0.1, why: "beds and time are used by others" },
  { part: "other-justice", share: 0.1, why: "time is used elsewhere" },
  { part: "prison", share: 0, why: "a place is saved only where a wing closes" },
];
