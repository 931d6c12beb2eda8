import type { DesignDescription, Facts, PlanningInput } from "@likewise/schema";

const why = "as planned";

/** What a sound study of any design sees to, and the losses and crossing over that are expected. */
export function factsAsPlanned({ attrition, crossover }: PlanningInput): Facts {
  return {
    outcomeSource: { value: "same", why },
    followUp: { value: "same", why },
    indexDateRule: { value: "same", why },
    covariateTiming: { value: "before-index", why },
    attrition: { treated: attrition, comparison: attrition, why },
    crossover: { treated: crossover, comparison: crossover, why },
  };
}

/** Groups alike at the start. */
export const balanced: Pick<DesignDescription, "balance"> = { balance: { why } };

/** Matched on age, sex, prior offences and period, and on the outcome before entry where it is to be had. */
export function matchedAsPlanned({
  matched,
  priorOutcome,
}: PlanningInput): Pick<DesignDescription, "adjustment" | "essentials" | "supportShare" | "priorOutcome"> {
  return {
    adjustment: "matching",
    essentials: { missing: [], above10: [], spread: [], why },
    supportShare: { value: matched, why },
    ...(priorOutcome ? { priorOutcome: { balanced: true, why } } : {}),
  };
}
