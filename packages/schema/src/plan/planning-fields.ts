import type { PlanningInput, PlanningUnit } from "./evaluation-plan.ts";

/** One number or answer a plan needs: how it is called, what it may be, what is taken where nobody says. */
export interface PlanningField {
  readonly id: keyof PlanningInput;
  /** as typed after two dashes, and as a file of them names it */
  readonly option: string;
  /** what the help says of it; a default that is the same for everybody is added there */
  readonly describe: string;
  /** as a list of what was assumed names it */
  readonly label: string;
  readonly unit: PlanningUnit;
  /** in the unit as held: shares 0 to 1 */
  readonly least: number;
  readonly most: number;
  /** the ends themselves are refused */
  readonly openEnds?: boolean;
  readonly whole?: boolean;
  /** taken where nothing is stated; null where somebody must say. Later fields may rest on earlier ones. */
  readonly assume: ((soFar: Partial<PlanningInput>) => PlanningInput[keyof PlanningInput]) | null;
  /** words allowed, of a field that is one */
  readonly words?: readonly string[];
}

const shares = { unit: "share", least: 0, most: 1 } as const;
const numbers = { least: 1, most: 1e7 } as const;
const answer = { unit: "answer", least: 0, most: 1, assume: () => false } as const;

/** Everything a plan rests on, in the order it is read and printed. */
export const planningFields: readonly PlanningField[] = [
  {
    id: "people",
    option: "people",
    describe: "people treated over the months of recruitment",
    label: "people treated",
    unit: "people",
    ...numbers,
    assume: null,
  },
  {
    id: "recruitmentMonths",
    option: "months",
    describe: "months of recruitment",
    label: "months to recruit them",
    unit: "months",
    least: 0.5,
    most: 600,
    assume: () => 12,
  },
  {
    id: "followUpMonths",
    option: "follow-up",
    describe: "months each is followed",
    label: "months each is followed",
    unit: "months",
    least: 0.5,
    most: 600,
    assume: () => 12,
  },
  {
    id: "lagMonths",
    option: "lag",
    describe: "months until records are complete",
    label: "months until records are complete",
    unit: "months",
    least: 0,
    most: 120,
    // Half a year for offences to be proven, as reoffending is counted in England and Wales.
    assume: () => 6,
  },
  {
    id: "baseRate",
    option: "base-rate",
    describe: "of people like these, who have the outcome untreated",
    label: "share with the outcome, untreated",
    ...shares,
    openEnds: true,
    assume: null,
  },
  {
    id: "baseRange",
    option: "base-range",
    describe: "what that may be, as 30-50 (default: 10 points either way)",
    label: "which may be",
    unit: "range",
    least: 0,
    most: 1,
    openEnds: true,
    assume: ({ baseRate }) => ({ low: Math.max(0.01, baseRate! - 0.1), high: Math.min(0.99, baseRate! + 0.1) }),
  },
  {
    id: "smallestEffect",
    option: "effect",
    describe: "smallest effect worth finding, in points",
    label: "smallest effect worth finding",
    ...shares,
    openEnds: true,
    assume: null,
  },
  {
    id: "better",
    option: "better",
    describe: "lower or higher",
    label: "better is",
    unit: "word",
    least: 0,
    most: 0,
    words: ["lower", "higher"],
    assume: () => "lower",
  },
  {
    id: "refused",
    option: "refused",
    describe: "of eligible people, refused for lack of places or waiting",
    label: "eligible but refused or waiting",
    ...shares,
    most: 0.99,
    assume: () => 0,
  },
  {
    id: "areas",
    option: "areas",
    describe: "areas or sites",
    label: "areas or sites",
    unit: "areas",
    ...numbers,
    whole: true,
    assume: () => 1,
  },
  {
    id: "groupSize",
    option: "group-size",
    describe: "people who share a group or worker",
    label: "people who share a group or worker",
    unit: "people",
    ...numbers,
    assume: () => 1,
  },
  // A guess without a source, so it is printed as assumed: whoever knows better says so.
  {
    id: "correlation",
    option: "correlation",
    describe: "of two people of one group or area",
    label: "likeness within a group or area",
    unit: "ratio",
    least: 0,
    most: 1,
    assume: () => 0.02,
  },
  {
    id: "score",
    option: "score",
    describe: "a score with a cut-off decides who gets a place",
    label: "a score with a cut-off decides",
    ...answer,
  },
  {
    id: "belowCutoff",
    option: "below-cutoff",
    describe: "people scored below it for each treated",
    label: "scored below it, for each treated",
    unit: "ratio",
    least: 0.01,
    most: 1000,
    assume: () => 1,
  },
  {
    id: "waitingList",
    option: "waiting-list",
    describe: "there is a waiting list",
    label: "there is a waiting list",
    ...answer,
  },
  {
    id: "waitMonths",
    option: "wait-months",
    describe: "months people wait (default: the follow-up)",
    label: "months people wait",
    unit: "months",
    least: 0,
    most: 600,
    assume: ({ followUpMonths }) => followUpMonths!,
  },
  {
    id: "staged",
    option: "staged",
    describe: "areas can start one after the other",
    label: "areas can start in turn",
    ...answer,
  },
  {
    id: "priorOutcome",
    option: "prior-outcome",
    describe: "the same outcome before entry is on record for both groups",
    label: "same outcome before entry on record",
    ...answer,
  },
  {
    id: "elsewhere",
    option: "elsewhere",
    describe: "there are people to compare with elsewhere",
    label: "people to compare with elsewhere",
    ...answer,
  },
  {
    id: "comparisonPerTreated",
    option: "comparison-per-treated",
    describe: "comparison people matched to each treated",
    label: "matched to each treated",
    unit: "ratio",
    least: 0.01,
    most: 1000,
    assume: () => 1,
  },
  {
    id: "matched",
    option: "matched",
    describe: "of the treated, who find a match",
    label: "treated who find a match",
    ...shares,
    least: 0.01,
    assume: () => 0.9,
  },
  {
    id: "attrition",
    option: "attrition",
    describe: "of each group, whose outcome is lost",
    label: "people whose outcome is lost",
    ...shares,
    most: 0.99,
    assume: () => 0.1,
  },
  {
    id: "crossover",
    option: "crossover",
    describe: "of each group, treated as the other",
    label: "of each group treated as the other",
    ...shares,
    most: 0.49,
    assume: () => 0.05,
  },
  {
    id: "completion",
    option: "completion",
    describe: "of the treated, who complete",
    label: "treated who complete",
    ...shares,
    assume: () => 0.6,
  },
  {
    id: "now",
    option: "now",
    describe: "the design planned at present",
    label: "planned now",
    unit: "word",
    least: 0,
    most: 0,
    assume: () => "before-after",
  },
];
