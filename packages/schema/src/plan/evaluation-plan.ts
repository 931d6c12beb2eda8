import type { Grade } from "../generated/types.ts";

/** What a programme expects before there are any data; shares and effects 0 to 1. */
export interface PlanningInput {
  /** treated over the months of recruitment */
  readonly people: number;
  readonly recruitmentMonths: number;
  readonly followUpMonths: number;
  /** from the end of follow-up until records are complete */
  readonly lagMonths: number;
  /** share with the outcome without the programme */
  readonly baseRate: number;
  /** the least and the most it may be */
  readonly baseRange: { readonly low: number; readonly high: number };
  /** smallest difference worth finding, a size */
  readonly smallestEffect: number;
  /** which direction is better for the people concerned */
  readonly better: "lower" | "higher";
  /** of eligible people, those refused for want of places or kept waiting */
  readonly refused: number;
  readonly areas: number;
  /** people who share a group or a worker; 1 = nobody shares */
  readonly groupSize: number;
  /** correlation of the outcome between two people of one group or area */
  readonly correlation: number;
  /** a score with a cut-off decides who gets a place */
  readonly score: boolean;
  /** people scored below the cut-off for each treated */
  readonly belowCutoff: number;
  readonly waitingList: boolean;
  readonly waitMonths: number;
  /** areas can start one after the other */
  readonly staged: boolean;
  /** the same outcome before entry is to be had for both groups, from one source */
  readonly priorOutcome: boolean;
  /** people like these elsewhere, without the programme, whose records are to be had */
  readonly elsewhere: boolean;
  /** comparison people matched to each treated one, where there are enough */
  readonly comparisonPerTreated: number;
  /** treated people for whom a match is found */
  readonly matched: number;
  /** people of each group whose outcome will not be known */
  readonly attrition: number;
  /** people of each group not treated as their group is */
  readonly crossover: number;
  /** treated people who complete */
  readonly completion: number;
  /** id of the design planned at present */
  readonly now: string;
}

/** One number or answer a plan rests on. */
export interface PlanningEntry {
  readonly id: keyof PlanningInput;
  readonly label: string;
  readonly unit: PlanningUnit;
  readonly value: PlanningInput[keyof PlanningInput];
  /** nobody stated it: a default */
  readonly assumed: boolean;
}

export type PlanningUnit = "people" | "months" | "areas" | "share" | "range" | "ratio" | "answer" | "word";

/** One design, as it would be here. */
export interface PlannedDesignResult {
  readonly id: string;
  readonly title: string;
  /** what it takes, as for the steps that raise a level */
  readonly effort: NonNullable<Grade["raises"][number]["effort"]>;
  /** null where it can be done */
  readonly obstacle: PlanningObstacle | null;
  /** on both scales, with the losses and crossing over expected; `wwclg` first */
  readonly levels: readonly PlannedLevel[];
  readonly precision: PlannedPrecision;
  readonly assumes: string;
  readonly harm: string;
  /** what it adds to the ethics checklist */
  readonly checks: readonly string[];
}

export interface PlanningObstacle {
  readonly why: string;
  /** what would make it feasible */
  readonly wouldTake: string;
}

export interface PlannedLevel {
  readonly scale: Grade["scale"];
  readonly edition: string;
  readonly level: number | null;
  readonly atMost: number | null;
  /** what a perfect example of the design would have; differs where losses or crossing over are expected to cost a level */
  readonly perfect: number | null;
  /** what lowers it, most important first */
  readonly lowered: readonly string[];
}

/** What so many people could show in one design. */
export interface PlannedPrecision {
  /** people analysed, after losses and matching */
  readonly treated: number;
  /** null beside a published rate */
  readonly comparison: number | null;
  /** from the start of recruitment until the result */
  readonly months: number;
  /** probability of finding the smallest effect; null where there is no formula */
  readonly power: number | null;
  /** the same at the least and the most base rate */
  readonly powerRange: { readonly least: number; readonly most: number } | null;
  /** smallest effect found by 8 in 10 such studies, a size; null where none is */
  readonly detectable: number | null;
  /** people and months for the smallest effect at 80 % power; null where no number will do */
  readonly needed: { readonly treated: number; readonly comparison: number | null; readonly months: number } | null;
  /** how many times as many people as a plain trial, for what is shared or for a cut-off */
  readonly inflation: number;
  /** share of the effect left once people of each group cross over */
  readonly diluted: number;
}

/** What so few people can teach, and what they cannot. */
export interface Learnable {
  /** a design of level 3 or more would find the smallest effect with 80 % power */
  readonly reaches: boolean;
  /** the design the numbers are of; null where none that can be done bears a causal reading, whatever its size */
  readonly design: string | null;
  readonly completion: PlannedShare;
  readonly outcome: PlannedShare;
  readonly safety: {
    /** largest share harmed that is still possible when nobody is seen to be: 3 / people, and exactly */
    readonly ruleOfThree: number;
    readonly exact: number;
    /** probability of seeing harm at least once that befalls one in so many */
    readonly seen: readonly { readonly oneIn: number; readonly chance: number }[];
    /** rise for the worse found by 8 in 10 such studies; null where none is */
    readonly worsening: number | null;
  };
  /** probability that so many interviews hear at least once what one in so many would say */
  readonly interviews: { readonly people: number; readonly oneIn: number; readonly chance: number };
  /** programmes of this size whose people together would do; null where no number will */
  readonly sites: number | null;
}

export interface PlannedShare {
  readonly share: number;
  readonly people: number;
  readonly lower: number;
  readonly upper: number;
}

/** From a programme's expected numbers to what can honestly be learnt. */
export interface EvaluationPlan {
  readonly kind: "likewise/plan";
  readonly version: 1;
  readonly inputs: readonly PlanningEntry[];
  readonly power: number;
  /** best first: those that can be done, then those that cannot */
  readonly designs: readonly PlannedDesignResult[];
  /** id of the design planned at present */
  readonly now: string;
  /** the cheapest way to a causal reading, or to a higher level where it has one; null at the top */
  readonly stepUp: string | null;
  readonly learnable: Learnable;
  readonly checklist: readonly EthicsItem[];
}

export interface EthicsItem {
  readonly id: string;
  readonly text: string;
}
