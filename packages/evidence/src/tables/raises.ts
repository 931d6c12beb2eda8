import type { Grade } from "@likewise/schema";
import { attritionVerdict } from "../attrition.ts";
import type { BalanceFindings, Design, PriorOutcome } from "../design.ts";
import { bounds } from "./bounds.ts";
import type { DesignRow } from "./design-rows.ts";

/** A step that could lift a level, and what the design would be once it is taken. */
export interface RaiseStep {
  readonly id: string;
  readonly text: string;
  /** What it takes; steps are listed in the order of these. */
  readonly effort: NonNullable<Grade["raises"][number]["effort"]>;
  readonly applies: (design: Design, row: DesignRow) => boolean;
  readonly apply: (design: Design) => Design;
}

const balanceMet: BalanceFindings = { serious: [], unadjusted: [], unassessable: [] };
const priorOutcomeMet: PriorOutcome = { covariates: [], standing: "balanced", justified: true };

/** Cheapest first: paperwork, then analysis, then data, then a different comparison, then a different allocation. */
export const raises = [
  // Paperwork: state what is already known
  {
    id: "state-losses",
    text: "say in the plan how many people of each group were lost between assignment and outcome, and how this is known",
    effort: "paperwork",
    applies: ({ attrition }, row) => row.drops.includes("attrition") && attrition === null,
    apply: (design) => ({ ...design, attrition: { treated: 0, comparison: 0, overall: 0 } }),
  },
  {
    id: "state-crossover",
    text: "say in the plan how many people of each group did not get what they were assigned to, and how this is known",
    effort: "paperwork",
    applies: ({ crossover }, row) => row.drops.includes("crossover") && crossover === null,
    apply: (design) => ({ ...design, crossover: { treated: 0, comparison: 0 } }),
  },
  {
    id: "name-essential-covariates",
    text: "say in the plan which columns hold age, sex, number and recency of prior offences, and calendar period",
    effort: "paperwork",
    applies: ({ essentials }, row) => row.drops.includes("essential-missing") && essentials.missing === null,
    apply: withEssentialsMet,
  },
  {
    id: "justify-comparator",
    text: "say in the plan why this comparison group was chosen",
    effort: "paperwork",
    applies: ({ comparatorChoice }, row) => row.drops.includes("comparator-choice") && comparatorChoice === null,
    apply: (design) => ({ ...design, comparatorChoice: "justified" }),
  },
  {
    id: "state-what-else-changed",
    text: "say in the plan what else changed for either group at the time",
    effort: "paperwork",
    applies: ({ otherChange, otherRuleAtCutoff }, row) =>
      (row.drops.includes("other-change") && otherChange === null) ||
      (row.drops.includes("other-rule-at-cutoff") && otherRuleAtCutoff === null),
    apply: (design) => ({ ...design, otherChange: false, otherRuleAtCutoff: false }),
  },
  {
    id: "argue-exclusion",
    text: "say in the plan why the order, or what shifted who was treated, has nothing to do with outcomes except through the programme",
    effort: "paperwork",
    applies: ({ exclusionArgument }, row) => row.drops.includes("exclusion") && exclusionArgument === null,
    apply: (design) => ({ ...design, exclusionArgument: true }),
  },
  {
    id: "justify-prior-outcome",
    text: "say in the plan, for each outcome, which column is the same outcome before entry, and why it is the same",
    effort: "paperwork",
    applies: ({ priorOutcome }, row) => row.drops.includes("prior-outcome") && priorOutcome?.justified === false,
    apply: (design) => ({ ...design, priorOutcome: priorOutcomeMet }),
  },
  // Analysis of data already held
  {
    id: "check-balance",
    text: "show in a balance table how alike the groups were on what was recorded before the start",
    effort: "analysis",
    applies: ({ balance }, row) =>
      row.drops.includes("balance") && (balance === null || balance.unassessable.length > 0),
    apply: (design) => ({ ...design, balance: { ...(design.balance ?? balanceMet), unassessable: [] } }),
  },
  {
    id: "adjust-for-imbalance",
    text: "use an estimate that is adjusted for the covariates on which the groups differ",
    effort: "analysis",
    applies: ({ balance }, row) =>
      row.drops.includes("balance") &&
      balance !== null &&
      balance.serious.length === 0 &&
      balance.unadjusted.length > 0,
    apply: (design) => ({
      ...design,
      balance: balanceMet,
      adjustment: design.adjustment === "none" ? "covariates" : design.adjustment,
    }),
  },
  {
    id: "check-the-series",
    text: "use a model of the series that has a trend and lets neighbouring points resemble each other",
    effort: "analysis",
    applies: ({ autocorrelationHandled }, row) =>
      row.drops.includes("autocorrelation") && autocorrelationHandled !== true,
    apply: (design) => ({ ...design, autocorrelationHandled: true }),
  },
  {
    id: "check-the-trend",
    text: "show that the outcome moved alike in both groups before the programme",
    effort: "analysis",
    applies: ({ pretrendP, prePeriods }, row) =>
      row.drops.includes("pre-trend") &&
      pretrendP === null &&
      prePeriods !== null &&
      prePeriods >= bounds.leastPrePeriods,
    apply: (design) => ({ ...design, pretrendP: 1 }),
  },
  {
    id: "check-the-cutoff",
    text: "show that scores do not bunch at the cut-off and that many more people are treated just beyond it",
    effort: "analysis",
    applies: ({ manipulationP, takeUpJump }, row) =>
      row.drops.includes("manipulation") && (manipulationP === null || takeUpJump === null),
    apply: (design) => ({ ...design, manipulationP: design.manipulationP ?? 1, takeUpJump: design.takeUpJump ?? 1 }),
  },
  {
    id: "check-the-instrument",
    text: "report how strongly the instrument shifts who is treated (the first-stage F)",
    effort: "analysis",
    applies: ({ firstStageF }, row) => row.drops.includes("first-stage") && firstStageF === null,
    apply: (design) => ({ ...design, firstStageF: 100 }),
  },
  {
    id: "analyse-everyone-offered",
    text: "analyse everyone referred or offered a place, not those who started or completed",
    effort: "analysis",
    applies: ({ analysisSet, comparator }) =>
      comparator !== "none" && (analysisSet === "completed" || analysisSet === "started"),
    apply: (design) => ({ ...design, analysisSet: "offered" }),
  },
  {
    id: "adjust-for-covariates",
    text: "match or adjust on age, sex, number and recency of prior offences, and calendar period",
    effort: "analysis",
    applies: (_, row) => row.id === "unadjusted",
    apply: (design) => withEssentialsMet({ ...design, adjustment: "matching", supportShare: 1 }),
  },
  {
    id: "improve-the-match",
    text: "match again so that at least 80 % of treated people are kept and both groups agree on the essential covariates, or adjust for what still differs",
    effort: "analysis",
    applies: ({ essentials, supportShare }, row) =>
      row.drops.includes("support") &&
      ((essentials.unbalanced?.length ?? 0) > 0 ||
        (essentials.unequalVariance?.length ?? 0) > 0 ||
        essentials.unbalanced === null ||
        essentials.unequalVariance === null ||
        essentials.unassessable.length > 0 ||
        supportShare === null ||
        supportShare < bounds.leastSupport),
    apply: (design) => ({
      ...design,
      supportShare: 1,
      essentials: { ...design.essentials, unbalanced: [], unassessable: [], unequalVariance: [] },
    }),
  },
  {
    id: "drop-late-covariates",
    text: "leave out covariates recorded after entry",
    effort: "analysis",
    applies: ({ covariateTiming, adjustment }) => covariateTiming === "some-after" && adjustment !== "none",
    apply: (design) => ({ ...design, covariateTiming: "before-index" }),
  },
  {
    id: "align-index-dates",
    text: "start follow-up at the same point in both groups, such as the date of referral",
    effort: "analysis",
    applies: ({ indexDateRule, comparator }) => comparator !== "none" && indexDateRule === "immortal",
    apply: (design) => ({ ...design, indexDateRule: "same" }),
  },
  // Data to be had
  {
    id: "trace-the-lost",
    text: "find the outcomes of people who are missing, in a second source if need be, until at most 20 % are lost and the groups differ by at most 5 points",
    effort: "data",
    applies: ({ attrition }, row) =>
      row.drops.includes("attrition") && attrition !== null && attritionVerdict(attrition) !== "pass",
    apply: (design) => ({ ...design, attrition: { treated: 0, comparison: 0, overall: 0 } }),
  },
  {
    id: "collect-essential-covariates",
    text: "obtain what is missing of age, sex, number and recency of prior offences, and calendar period, and match or adjust on it",
    effort: "data",
    applies: ({ essentials }, row) =>
      row.drops.includes("essential-missing") && essentials.missing !== null && essentials.missing.length > 0,
    apply: withEssentialsMet,
  },
  {
    id: "period-controls",
    text: "allow for what changed around the programme, such as total crime in the area month by month",
    effort: "data",
    applies: ({ periodControls }, row) => row.id === "before-after" && periodControls !== true,
    apply: (design) => ({ ...design, periodControls: true }),
  },
  {
    id: "one-source",
    text: "look both groups up in one source, over the same length of time",
    effort: "data",
    applies: ({ comparator, outcomeSource, followUp }) =>
      comparator !== "none" && (outcomeSource === "different" || followUp === "different"),
    apply: (design) => ({ ...design, outcomeSource: "same", followUp: "same" }),
  },
  {
    id: "prior-outcome",
    text: "obtain the same outcome for the 12 months or more before the index date in both groups, and match on it",
    effort: "data",
    applies: (_, row) => row.id === "matched" || row.id === "regression",
    apply: (design) => ({
      ...withEssentialsMet(design),
      priorOutcome: priorOutcomeMet,
      adjustment: "matching",
      supportShare: 1,
    }),
  },
  {
    id: "longer-series",
    text: "obtain at least eight points, or two periods, on each side of the start",
    effort: "data",
    applies: ({ pointsEachSide, prePeriods }, row) =>
      (row.drops.includes("series-length") &&
        (pointsEachSide === null || pointsEachSide < bounds.leastPointsEachSide)) ||
      (row.drops.includes("pre-periods") && (prePeriods === null || prePeriods < bounds.leastPrePeriods)),
    apply: (design) => ({ ...design, pointsEachSide: 8, prePeriods: 2, pretrendP: design.pretrendP ?? 1 }),
  },
  // A different comparison
  {
    id: "concurrent-comparison",
    text: "compare with people from the same time who were eligible but not offered a place, matched on the same outcome before entry",
    effort: "comparison",
    applies: ({ comparator }) => ["none", "national-rate", "historical", "dropouts", "refusers"].includes(comparator),
    apply: (design) => ({
      ...withEssentialsMet(design),
      comparator: "concurrent-untreated",
      contrast: "after-only",
      analysisSet: "offered",
      adjustment: "matching",
      priorOutcome: priorOutcomeMet,
      supportShare: 1,
    }),
  },
  // A different allocation
  {
    id: "as-good-as-random",
    text: "let a waiting list, a capacity limit, a score cut-off or a staged start decide who comes first, and use it",
    effort: "allocation",
    applies: ({ assignment }, row) => assignment === "selected" && row.id !== "randomised",
    apply: (design) => ({
      ...design,
      assignment: "waiting-list",
      comparator: "waiting-list",
      contrast: "after-only",
      adjustment: "none",
      exclusionArgument: true,
      balance: balanceMet,
    }),
  },
  {
    id: "randomise",
    text: "offer places, the order of places or the starting time at random",
    effort: "allocation",
    applies: (_, row) => row.id !== "randomised",
    apply: (design) => ({
      ...design,
      assignment: "random",
      comparator: "randomised-control",
      contrast: "after-only",
      adjustment: "none",
      analysisSet: "offered",
      balance: balanceMet,
      attrition: { treated: 0, comparison: 0, overall: 0 },
      crossover: { treated: 0, comparison: 0 },
    }),
  },
] as const satisfies readonly RaiseStep[];

function withEssentialsMet(design: Design): Design {
  return {
    ...design,
    essentials: { ...design.essentials, missing: [], unbalanced: [], unassessable: [], unequalVariance: [] },
  };
}
