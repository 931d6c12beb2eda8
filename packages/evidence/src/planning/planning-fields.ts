import type { PlanningInput, PlanningUnit } from "@likewise/schema";

/** One number or answer a plan needs: how it is called, what it may be, what is taken where nobody says. */
export interface PlanningField {
  readonly id: keyof PlanningInput;
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
  { id: "people", label: "people treated", unit: "people", ...numbers, assume: null },
  { id: "recruitmentMonths", label: "months to recruit them", unit: "months", least: 0.5, most: 600, assume: () => 12 },
  { id: "followUpMonths", label: "months each is followed", unit: "months", least: 0.5, most: 600, assume: () => 12 },
  {
    id: "lagMonths",
    label: "months until records are complete",
    unit: "months",
    least: 0,
    most: 120,
    // Half a year for offences to be proven, as reoffending is counted in England and Wales.
    assume: () => 6,
  },
  { id: "baseRate", label: "share with the outcome, untreated", ...shares, openEnds: true, assume: null },
  {
    id: "baseRange",
    label: "which may be",
    unit: "range",
    least: 0,
    most: 1,
    openEnds: true,
    assume: ({ baseRate }) => ({ low: Math.max(0.01, baseRate! - 0.1), high: Math.min(0.99, baseRate! + 0.1) }),
  },
  { id: "smallestEffect", label: "smallest effect worth finding", ...shares, openEnds: true, assume: null },
  {
    id: "better",
    label: "better is",
    unit: "word",
    least: 0,
    most: 0,
    words: ["lower", "higher"],
    assume: () => "lower",
  },
  { id: "refused", label: "eligible but refused or waiting", ...shares, most: 0.99, assume: () => 0 },
  { id: "areas", label: "areas or sites", unit: "areas", ...numbers, whole: true, assume: () => 1 },
  { id: "groupSize", label: "people who share a group or worker", unit: "people", ...numbers, assume: () => 1 },
  // A guess without a source, so it is printed as assumed: whoever knows better says so.
  { id: "correlation", label: "likeness within a group or area", unit: "ratio", least: 0, most: 1, assume: () => 0.02 },
  { id: "score", label: "a score with a cut-off decides", ...answer },
  {
    id: "belowCutoff",
    label: "scored below it, for each treated",
    unit: "ratio",
    least: 0.01,
    most: 1000,
    assume: () => 1,
  },
  { id: "waitingList", label: "there is a waiting list", ...answer },
  {
    id: "waitMonths",
    label: "months people wait",
    unit: "months",
    least: 0,
    most: 600,
    assume: ({ followUpMonths }) => followUpMonths!,
  },
  { id: "staged", label: "areas can start in turn", ...answer },
  { id: "priorOutcome", label: "same outcome before entry on record", ...answer },
  { id: "elsewhere", label: "people to compare with elsewhere", ...answer },
  {
    id: "comparisonPerTreated",
    label: "matched to each treated",
    unit: "ratio",
    least: 0.01,
    most: 1000,
    assume: () => 1,
  },
  { id: "matched", label: "treated who find a match", ...shares, least: 0.01, assume: () => 0.9 },
  { id: "attrition", label: "people whose outcome is lost", ...shares, most: 0.99, assume: () => 0.1 },
  { id: "crossover", label: "of each group treated as the other", ...shares, most: 0.49, assume: () => 0.05 },
  { id: "completion", label: "treated who complete", ...shares, assume: () => 0.6 },
  { id: "now", label: "planned now", unit: "word", least: 0, most: 0, assume: () => "before-after" },
];
