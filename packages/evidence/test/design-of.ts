import { type Design, nothingAssessed } from "@likewise/evidence";

/** A design as the oracles write it: "met" for findings without a flaw, pairs for shares by arm. */
export interface DesignCase {
  readonly name: string;
  readonly design: Record<string, unknown>;
  readonly levels: readonly [number | null, number | null];
}

export const essentialsMet: Design["essentials"] = {
  missing: [],
  unbalanced: [],
  unassessable: [],
  unequalVariance: [],
  desirableMissing: [],
};

export const balanceMet: NonNullable<Design["balance"]> = { serious: [], unadjusted: [], unassessable: [] };

export const priorOutcomeMet: NonNullable<Design["priorOutcome"]> = {
  covariates: ["prior_12m"],
  standing: "balanced",
  justified: true,
};

export function designOf(written: Record<string, unknown>): Design {
  const { essentials, balance, priorOutcome, attrition, crossover, ...rest } = written;
  return {
    ...nothingAssessed,
    ...(rest as Partial<Design>),
    ...(essentials === "met" ? { essentials: essentialsMet } : {}),
    ...(priorOutcome === "met" ? { priorOutcome: priorOutcomeMet } : {}),
    ...(balance === "met" ? { balance: balanceMet } : {}),
    ...(Array.isArray(attrition)
      ? { attrition: { treated: attrition[0], comparison: attrition[1], overall: (attrition[0] + attrition[1]) / 2 } }
      : {}),
    ...(Array.isArray(crossover) ? { crossover: { treated: crossover[0], comparison: crossover[1] } } : {}),
  };
}
