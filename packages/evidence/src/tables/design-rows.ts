import type { ClaimRuleId } from "../claims/claim-rules.ts";
import type { Design } from "../design.ts";
import type { DropTestId } from "./drop-tests.ts";
import type { Levels, TableEntry } from "./provenance.ts";

/** A row of the decision table: which designs it is for, where they start, and which tests lower them. */
export interface DesignRow extends TableEntry {
  readonly id: string;
  /** Why a study on this row starts where it does; the end of "graded so because …". */
  readonly reason: string;
  /** The same with the covariates of the design named, where it has any to name. */
  readonly because?: (design: Design) => string;
  readonly base: Levels;
  /** The level the same data would have with no adjustment at all (2 for a randomised trial): drops stop here. */
  readonly floor: Levels;
  /** Rests on how places were allocated; if that fails, the contrast still has the level of its own adjustment. */
  readonly byAllocation: boolean;
  readonly drops: readonly DropTestId[];
  /** Whether the estimate rests on covariates, so that their choice and their timing matter. */
  readonly usesCovariates: boolean;
  /** The sentence naming what a causal reading at level 3 takes on trust; null where level 3 is out of reach. */
  readonly assumption: AssumptionRule | null;
  readonly applies: (design: Design) => boolean;
}

type AssumptionRule = Extract<ClaimRuleId, `assumption-${string}`>;

const unadjustedFloor = { wwclg: 1, original: 2 } as const;
const noFloor = { wwclg: null, original: null } as const;

/**
 * The designs, first match wins. Levels are one value per scale; the two scales disagree most on a single group
 * before and after (1 against 2).
 */
export const designRows = [
  {
    id: "not-scoreable",
    reason:
      "nothing was counted: interviews, statements without counts, surveys of opinion and simulations have no level",
    base: { wwclg: null, original: null },
    floor: noFloor,
    byAllocation: false,
    drops: [],
    usesCovariates: false,
    assumption: null,
    applies: (design) => design.evidence !== "measured",
    source: "WWCLEG scoring guide 2016, methods listed as not scoreable",
    status: "verified",
  },
  {
    id: "national-rate",
    reason: "a rate for another population is no comparison group",
    base: { wwclg: 1, original: 1 },
    floor: { wwclg: 1, original: 1 },
    byAllocation: false,
    drops: [],
    usesCovariates: false,
    assumption: null,
    applies: (design) => design.comparator === "national-rate",
    source: "case mix differs; design table",
    status: "policy",
  },
  {
    id: "before-after-period-controls",
    reason: "one group before and after, with controls for what changed around it",
    base: { wwclg: 2, original: 2 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: [],
    usesCovariates: false,
    assumption: null,
    applies: (design) => singleGroup(design) && !isSeries(design) && design.periodControls === true,
    source: "WWCLEG scoring guide 2016, before/after of the treated only",
    status: "verified",
  },
  {
    id: "before-after",
    reason: "one group before and after, with nothing to say what would have happened without the programme",
    base: { wwclg: 1, original: 2 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: [],
    usesCovariates: false,
    assumption: null,
    applies: (design) => singleGroup(design) && !isSeries(design),
    source: "WWCLEG scoring guide 2016; NCJ 171676 for the original scale",
    status: "verified",
  },
  {
    id: "interrupted-series-uncontrolled",
    reason: "one series over time, with its trend but without a second series to compare it with",
    base: { wwclg: 2, original: 2 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: ["series-length", "autocorrelation"],
    usesCovariates: false,
    assumption: null,
    applies: (design) => singleGroup(design),
    source: "design table",
    status: "policy",
  },
  {
    id: "randomised",
    reason: "people were assigned at random and are analysed as assigned",
    base: { wwclg: 5, original: 5 },
    floor: { wwclg: 2, original: 2 },
    byAllocation: true,
    drops: ["balance", "attrition", "crossover"],
    usesCovariates: false,
    assumption: "assumption-loss-and-balance",
    applies: (design) =>
      design.assignment === "random" &&
      hasConcurrentGroup(design) &&
      analysedAsOffered(design) &&
      design.adjustment !== "matching",
    source: "WWCLEG scoring guide 2016, level 5",
    status: "verified",
  },
  {
    id: "cutoff",
    reason: "a score cut-off decided who was treated, and people just either side of it were compared",
    base: { wwclg: 4, original: 4 },
    floor: unadjustedFloor,
    byAllocation: true,
    drops: ["manipulation", "other-rule-at-cutoff", "take-up-jump"],
    usesCovariates: false,
    assumption: "assumption-order-as-random",
    applies: (design) => design.assignment === "cutoff" && design.adjustment === "design" && comparesAsOffered(design),
    source: "WWCLEG scoring guide 2016, regression discontinuity",
    status: "verified",
  },
  {
    id: "instrument",
    reason: "something that shifts treatment, and nothing else, was used to compare like with like",
    base: { wwclg: 4, original: 4 },
    floor: unadjustedFloor,
    byAllocation: true,
    drops: ["first-stage", "balance", "exclusion"],
    usesCovariates: false,
    assumption: "assumption-order-as-random",
    applies: (design) =>
      design.assignment === "instrument" &&
      design.adjustment === "design" &&
      comparesAsOffered(design) &&
      design.exclusionArgument !== false,
    source: "WWCLEG scoring guide 2016, instrumental variables",
    status: "verified",
  },
  {
    id: "waiting-list-or-rollout",
    reason: "the order in which places came free, not people's own traits, decided who was treated first",
    base: { wwclg: 4, original: 4 },
    floor: unadjustedFloor,
    byAllocation: true,
    drops: ["balance", "exclusion"],
    usesCovariates: false,
    assumption: "assumption-order-as-random",
    applies: (design) =>
      orders.includes(design.assignment) && comparesAsOffered(design) && design.exclusionArgument !== false,
    source: "design table: waiting-list order, capacity limit, staged rollout",
    status: "policy",
  },
  {
    id: "difference-in-differences-several-units",
    reason: "change in several treated places was compared with change in several others",
    base: { wwclg: 3, original: 4 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: ["pre-trend", "pre-periods", "comparator-choice", "other-change"],
    usesCovariates: false,
    assumption: "assumption-common-trend",
    applies: (design) => overTime(design) && design.severalUnits,
    source: "WWCLEG scoring guide 2016, difference-in-differences; several units as on the original scale",
    status: "verified",
  },
  {
    id: "difference-in-differences",
    reason: "change in the treated group was compared with change in another",
    base: { wwclg: 3, original: 3 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: ["pre-trend", "pre-periods", "comparator-choice", "other-change"],
    usesCovariates: false,
    assumption: "assumption-common-trend",
    applies: (design) => overTime(design),
    source: "WWCLEG scoring guide 2016, difference-in-differences",
    status: "verified",
  },
  {
    id: "matched-prior-outcome",
    reason: "people were matched or weighted to be alike, the same outcome before entry included",
    because: ({ priorOutcome }) =>
      priorOutcome!.justified
        ? `people were matched or weighted to be alike, the same outcome before entry included (${priorOutcome!.covariates.join(", ")})`
        : `people were matched or weighted to be alike, ${priorOutcome!.covariates.join(", ")} included, which the plan names as the outcome before entry`,
    base: { wwclg: 3, original: 4 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: ["essential-missing", "essential-balance", "prior-outcome", "support", "variance-ratio"],
    usesCovariates: true,
    assumption: "assumption-unmeasured",
    applies: (design) => matchedOrWeighted(design) && design.priorOutcome?.standing === "balanced",
    source: "WWCLEG scoring guide 2016 lists matching under level 3; prior outcome required by the design table",
    status: "policy",
  },
  {
    id: "matched",
    reason: "people were matched or weighted to be alike, but not on the same outcome before entry",
    because: ({ priorOutcome }) => {
      const why = "people were matched or weighted to be alike, but not on the same outcome before entry";
      if (priorOutcome === null) return why;
      const names = priorOutcome.covariates.join(", ");
      return priorOutcome.standing === "no-outcome"
        ? `${why}: ${names} is a characteristic, not an outcome`
        : `${why}: ${names} was not shown to be alike afterwards`;
    },
    base: { wwclg: 2, original: 3 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: ["essential-missing", "essential-balance", "support", "variance-ratio"],
    usesCovariates: true,
    assumption: null,
    applies: (design) => matchedOrWeighted(design),
    source: "WWCLEG scoring guide 2016, level 2 text: matching counts as a control for a cross-section",
    status: "verified",
  },
  {
    id: "regression",
    reason: "two unlike groups were compared after adjusting for recorded differences",
    base: { wwclg: 2, original: 3 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: ["essential-missing"],
    usesCovariates: true,
    assumption: null,
    // A discontinuity or an instrument whose claim fails has adjusted for nothing.
    applies: (design) => design.adjustment === "covariates",
    source: "WWCLEG scoring guide 2016, cross-sectional regression",
    status: "verified",
  },
  {
    id: "unadjusted",
    reason: "the groups were compared as they are, without showing that they are alike",
    base: { wwclg: 1, original: 2 },
    floor: unadjustedFloor,
    byAllocation: false,
    drops: [],
    usesCovariates: false,
    assumption: null,
    applies: () => true,
    source: "WWCLEG scoring guide 2016, level 1",
    status: "verified",
  },
] as const satisfies readonly DesignRow[];

/**
 * The row a design is graded by.
 *
 * @example
 * designRow({ ...nothingAssessed, adjustment: "matching" }).id; // "matched"
 */
export function designRow(design: Design): DesignRow {
  return designRows.find((row) => row.applies(design))!;
}

/** The row of the same contrast if nothing is made of how places were allocated. */
export function rowWithoutAllocation(design: Design): DesignRow {
  return designRows.find((row) => !row.byAllocation && row.applies(design))!;
}

/** What decided who was treated, or when, without a look at the person. */
const orders: readonly Design["assignment"][] = ["waiting-list", "capacity-limit", "area-rollout"];

function singleGroup(design: Design): boolean {
  return design.comparator === "none";
}

function isSeries(design: Design): boolean {
  return design.contrast === "interrupted-time-series";
}

function overTime(design: Design): boolean {
  const sameTime = design.comparator !== "historical" || design.concurrentSeries;
  return sameTime && (design.contrast === "difference-in-differences" || isSeries(design));
}

function matchedOrWeighted(design: Design): boolean {
  return design.adjustment === "matching" || design.adjustment === "weighting";
}

/** A trial is graded as one only against people who could have been assigned to either arm. */
function hasConcurrentGroup(design: Design): boolean {
  return ["concurrent-untreated", "waiting-list", "randomised-control"].includes(design.comparator);
}

function analysedAsOffered(design: Design): boolean {
  return design.analysisSet !== "started" && design.analysisSet !== "completed";
}

/** An as-good-as-random order says nothing about those who went on to start or to complete. */
function comparesAsOffered(design: Design): boolean {
  return hasConcurrentGroup(design) && analysedAsOffered(design);
}
