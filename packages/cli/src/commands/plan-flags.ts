import type { PlanningInput } from "@likewise/schema";

/** One thing `plan` can be told: as an option, or by the same name in a file. */
export interface PlanFlag {
  /** As typed after two dashes. */
  readonly flag: string;
  /** `perYear` becomes `people` once the months are known. */
  readonly id: keyof PlanningInput | "perYear";
  readonly form: "number" | "per cent" | "range" | "yes or no" | "word";
  readonly describe: string;
}

/** In the order of the help; what each may be is said by the planner alone. */
export const planFlags: readonly PlanFlag[] = [
  { flag: "people", id: "people", form: "number", describe: "people treated over the months of recruitment" },
  { flag: "people-a-year", id: "perYear", form: "number", describe: "the same as a rate, in place of --people" },
  {
    flag: "base-rate",
    id: "baseRate",
    form: "per cent",
    describe: "of people like these, who have the outcome untreated",
  },
  {
    flag: "base-range",
    id: "baseRange",
    form: "range",
    describe: "what that may be, as 30-50 (default: 10 points either way)",
  },
  { flag: "effect", id: "smallestEffect", form: "per cent", describe: "smallest effect worth finding, in points" },
  { flag: "better", id: "better", form: "word", describe: "lower or higher (default: lower)" },
  { flag: "months", id: "recruitmentMonths", form: "number", describe: "months of recruitment (default: 12)" },
  { flag: "follow-up", id: "followUpMonths", form: "number", describe: "months each is followed (default: 12)" },
  { flag: "lag", id: "lagMonths", form: "number", describe: "months until records are complete (default: 6)" },
  {
    flag: "refused",
    id: "refused",
    form: "per cent",
    describe: "of eligible people, refused for lack of places or waiting (default: 0)",
  },
  { flag: "areas", id: "areas", form: "number", describe: "areas or sites (default: 1)" },
  { flag: "group-size", id: "groupSize", form: "number", describe: "people who share a group or worker (default: 1)" },
  {
    flag: "correlation",
    id: "correlation",
    form: "number",
    describe: "of two people of one group or area (default: 0.02)",
  },
  { flag: "score", id: "score", form: "yes or no", describe: "a score with a cut-off decides who gets a place" },
  {
    flag: "below-cutoff",
    id: "belowCutoff",
    form: "number",
    describe: "people scored below it for each treated (default: 1)",
  },
  { flag: "waiting-list", id: "waitingList", form: "yes or no", describe: "there is a waiting list" },
  { flag: "wait-months", id: "waitMonths", form: "number", describe: "months people wait (default: the follow-up)" },
  { flag: "staged", id: "staged", form: "yes or no", describe: "areas can start one after the other" },
  {
    flag: "prior-outcome",
    id: "priorOutcome",
    form: "yes or no",
    describe: "the same outcome before entry is on record for both groups",
  },
  { flag: "elsewhere", id: "elsewhere", form: "yes or no", describe: "there are people to compare with elsewhere" },
  {
    flag: "comparison-per-treated",
    id: "comparisonPerTreated",
    form: "number",
    describe: "comparison people matched to each treated (default: 1)",
  },
  { flag: "matched", id: "matched", form: "per cent", describe: "of the treated, who find a match (default: 90)" },
  {
    flag: "attrition",
    id: "attrition",
    form: "per cent",
    describe: "of each group, whose outcome is lost (default: 10)",
  },
  {
    flag: "crossover",
    id: "crossover",
    form: "per cent",
    describe: "of each group, treated as the other (default: 5)",
  },
  { flag: "completion", id: "completion", form: "per cent", describe: "of the treated, who complete (default: 60)" },
  { flag: "now", id: "now", form: "word", describe: "the design planned at present (default: before-after)" },
];
