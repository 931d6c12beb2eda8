import { recent } from "./people.ts";
import type { PlanParts } from "./plan.ts";
import type { Plan, Row } from "./study-files.ts";
import type { Followed } from "./tables.ts";

/** The record as the panel's papers gave it: columns of people, not worked out from events. */
export function recordOnPapers({ person }: Followed): Row {
  return {
    record_12m: recent(person, 365),
    record_24m: person.past.length,
    record_days: person.past.length > 0 ? person.index - person.past.at(-1)! : 731,
  };
}

/** The parts of a plan that compares people by those columns. */
export function papersOfThePanel(comparison: Plan, evidence: Plan): Pick<PlanParts, "comparison" | "evidence"> {
  return {
    comparison: {
      covariates: ["age", "sex", "ethnicity", "risk_level", "quarter", "record_12m", "record_24m", "record_days"],
      baselineOutcome: "record_12m",
      ...comparison,
    },
    evidence: {
      baselineOutcomes: [
        {
          covariate: "record_12m",
          outcomes: ["da-recorded-12m"],
          why: "Domestic-abuse crimes on the panel's papers, in the 12 months before.",
        },
      ],
      covariateRoles: {
        age: ["age"],
        sex: ["sex"],
        priorCount: ["record_12m", "record_24m"],
        priorRecency: ["record_days"],
        calendarPeriod: ["quarter"],
        ethnicity: ["ethnicity"],
        priorDomesticAbuse: ["record_12m", "record_24m"],
        currentRisk: ["risk_level"],
      },
      ...evidence,
    },
  };
}
