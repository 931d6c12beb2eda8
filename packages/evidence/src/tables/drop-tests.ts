import { attritionVerdict } from "../attrition.ts";
import type { Design } from "../design.ts";
import { bounds } from "./bounds.ts";
import type { TableEntry } from "./provenance.ts";

/** What a test found; `not-assessed` counts as failed for the level and as passed for the most it could be. */
export type Finding = { readonly status: "passed" | "failed" | "not-assessed"; readonly text: string };

/** A test that lowers the level by one when it fails. */
export interface DropTest extends TableEntry {
  readonly id: string;
  /** What must hold. */
  readonly requires: string;
  readonly assess: (design: Design) => Finding;
  /**
   * The design without what this test is about. Where nobody has assessed it, the design is graded as that: by its own
   * contrast if an order is not argued for, as matched alone if an outcome before entry is not justified.
   */
  readonly without?: (design: Design) => Design;
}

const passed: Finding = { status: "passed", text: "" };
const failed = (text: string): Finding => ({ status: "failed", text });
const notAssessed = (text: string): Finding => ({ status: "not-assessed", text });

/** Fails when the answer is `bad`; not assessed when there is none. */
function unless(bad: boolean | null, failure: string, silence: string): Finding {
  if (bad === null) return notAssessed(silence);
  return bad ? failed(failure) : passed;
}

/** A comparison with a threshold that keeps "not assessed" apart from "met". */
function whenKnown<T>(value: T | null, isBad: (value: T) => boolean): boolean | null {
  return value === null ? null : isBad(value);
}

export const dropTests = [
  {
    id: "balance",
    requires:
      "no covariate differs by more than 0.25 standard deviations, nor by more than 0.10 without adjustment for it",
    assess: ({ balance }) => {
      if (balance === null) return notAssessed("whether the groups were alike at the start was not assessed");
      if (balance.serious.length > 0)
        return failed(
          `the groups differ by more than 0.25 standard deviations at the start on ${list(balance.serious)}`,
        );
      if (balance.unadjusted.length > 0)
        return failed(
          `the groups differ by more than 0.10 standard deviations at the start on ${list(balance.unadjusted)}, and this estimate does not adjust for it`,
        );
      if (balance.unassessable.length > 0) return notAssessed(noSpread(balance.unassessable));
      return passed;
    },
    source: "thresholds 0.10 and 0.25: MatchIt and cobalt documentation; the drop rule is ours",
    status: "policy",
  },
  {
    id: "attrition",
    requires: "at most 20 % of people lost, at most 5 points apart between the arms",
    assess: ({ attrition }) => {
      if (attrition === null) return notAssessed("how many people were lost from each group was not assessed");
      const verdict = attritionVerdict(attrition);
      if (verdict === "pass") return passed;
      return verdict === "fail"
        ? failed("too many people were lost, or too unevenly between the groups: their outcomes are not known")
        : notAssessed("the loss of people is in the amber range and was not shown to be harmless");
    },
    source: "default of this toolkit after Campbell-style appraisal",
    status: "policy",
  },
  {
    id: "crossover",
    requires: "at most 5 % in each arm not treated as assigned",
    assess: ({ crossover }) =>
      unless(
        whenKnown(crossover, ({ treated, comparison }) => Math.max(treated, comparison) > bounds.mostCrossover),
        "more than 5 % of a group were not treated as assigned",
        "how many people were not treated as assigned was not assessed",
      ),
    source: "default of this toolkit",
    status: "policy",
  },
  {
    id: "manipulation",
    requires: "the density test of the score at the cut-off has p above 0.05",
    assess: ({ manipulationP }) =>
      unless(
        whenKnown(manipulationP, (p) => p <= bounds.manipulationP),
        "scores bunch at the cut-off, as if they had been chosen",
        "whether scores were nudged over the cut-off was not assessed",
      ),
    source: "WWCLEG scoring guide 2016, regression discontinuity",
    status: "recalled",
  },
  {
    id: "other-rule-at-cutoff",
    requires: "nothing else changes at the cut-off",
    assess: ({ otherRuleAtCutoff }) =>
      unless(
        otherRuleAtCutoff,
        "another rule uses the same cut-off",
        "whether another rule uses the same cut-off was not assessed",
      ),
    source: "WWCLEG scoring guide 2016, regression discontinuity",
    status: "recalled",
  },
  {
    id: "take-up-jump",
    requires: "take-up jumps by at least 20 points at the cut-off",
    assess: ({ takeUpJump }) =>
      unless(
        whenKnown(takeUpJump, (jump) => jump < bounds.leastTakeUpJump),
        "take-up changes by less than 20 points at the cut-off",
        "how far take-up jumps at the cut-off was not assessed",
      ),
    source: "default of this toolkit",
    status: "policy",
  },
  {
    id: "first-stage",
    requires: "the instrument shifts treatment with a first-stage F of at least 10",
    assess: ({ firstStageF }) =>
      unless(
        whenKnown(firstStageF, (f) => f < bounds.leastFirstStageF),
        "the instrument hardly shifts who is treated",
        "how strongly the instrument shifts treatment was not assessed",
      ),
    source: "WWCLEG scoring guide 2016, instrumental variables",
    status: "recalled",
  },
  {
    id: "exclusion",
    requires: "an argument that the instrument or order acts on outcomes through the programme alone",
    assess: ({ exclusionArgument }) =>
      unless(
        whenKnown(exclusionArgument, (argued) => !argued),
        "being given a place is known to change what happens to people otherwise than by way of the programme",
        "nobody has argued that being given a place changes what happens to people only by way of the programme",
      ),
    without: (design) => ({ ...design, exclusionArgument: false }),
    source: "WWCLEG scoring guide 2016, instrumental variables; falling back to the underlying design is ours",
    status: "policy",
  },
  {
    id: "pre-trend",
    requires: "the groups moved alike before the programme: joint test p above 0.10",
    assess: ({ pretrendP, prePeriods }) => {
      // Without two periods before, no trend can be seen: that is the business of `pre-periods`, and counts once.
      if (pretrendP === null && (prePeriods === null || prePeriods < bounds.leastPrePeriods)) return passed;
      return unless(
        whenKnown(pretrendP, (p) => p <= bounds.preTrendP),
        "the groups were already moving apart before the programme",
        "whether the groups moved alike before the programme was not assessed",
      );
    },
    source: "WWCLEG scoring guide 2016, difference-in-differences",
    status: "recalled",
  },
  {
    id: "pre-periods",
    requires: "at least two periods before the programme",
    assess: ({ prePeriods, matchedComparator }) => {
      if (prePeriods === null) return notAssessed("the number of periods before the programme was not stated");
      if (prePeriods >= bounds.leastPrePeriods) return passed;
      return matchedComparator
        ? notAssessed("with fewer than two periods before the programme, its trend cannot be seen")
        : failed("there are fewer than two periods before the programme");
    },
    source: "WWCLEG scoring guide 2016, difference-in-differences; the matched exception is ours",
    status: "policy",
  },
  {
    id: "comparator-choice",
    requires: "the choice of comparison group is justified",
    assess: ({ comparatorChoice }) =>
      unless(
        whenKnown(comparatorChoice, (choice) => choice === "not-justified"),
        "the choice of comparison group is not justified",
        "why this comparison group was chosen is not stated",
      ),
    source: "WWCLEG scoring guide 2016, level 3",
    status: "verified",
  },
  {
    id: "other-change",
    requires: "nothing else changed for one of the groups at the same date",
    assess: ({ otherChange }) =>
      unless(
        otherChange,
        "something else changed for one of the groups at the same date",
        "whether something else changed at the same date was not assessed",
      ),
    source: "WWCLEG scoring guide 2016, difference-in-differences",
    status: "recalled",
  },
  {
    id: "essential-missing",
    requires: "age, sex, number and recency of prior offences or incidents, and calendar period are in the analysis",
    assess: ({ essentials: { missing } }) =>
      unless(
        whenKnown(missing, (roles) => roles.length > 0),
        `the analysis leaves out what matters most: ${list(missing ?? [])}`,
        "which covariates stand for age, sex, prior offending and calendar period was not stated",
      ),
    source: "essential covariates for reoffending work, design table",
    status: "policy",
  },
  {
    id: "essential-balance",
    requires:
      "no essential covariate differs by more than 0.10 standard deviations afterwards without adjustment for it",
    assess: ({ essentials: { unbalanced, unassessable } }) => {
      if (unbalanced?.length === 0 && unassessable.length > 0) return notAssessed(noSpread(unassessable));
      return unless(
        whenKnown(unbalanced, (names) => names.length > 0),
        `the groups still differ by more than 0.10 standard deviations on ${list(unbalanced ?? [])}`,
        "whether the groups are alike on the essential covariates was not assessed",
      );
    },
    source: "threshold 0.10: MatchIt and cobalt documentation; the drop rule is ours",
    status: "policy",
  },
  {
    id: "prior-outcome",
    requires: "it is said why the covariate named as the outcome before entry is this very outcome",
    assess: ({ priorOutcome }) =>
      priorOutcome === null || priorOutcome.justified
        ? passed
        : notAssessed(`whether ${list(priorOutcome.covariates)} is the same outcome before entry was not justified`),
    without: (design) => ({ ...design, priorOutcome: null }),
    source: "prior outcome required by the design table; the justification is ours",
    status: "policy",
  },
  {
    id: "support",
    requires: "at least 80 % of treated people are kept",
    assess: ({ supportShare }) =>
      unless(
        whenKnown(supportShare, (share) => share < bounds.leastSupport),
        "fewer than 80 % of treated people are kept: the others have no comparable person, or an outcome is missing",
        "how many treated people are kept was not assessed",
      ),
    source: "default of this toolkit",
    status: "policy",
  },
  {
    id: "variance-ratio",
    requires: "variance ratios of essential covariates lie between 0.5 and 2",
    assess: ({ essentials: { unequalVariance } }) =>
      unless(
        whenKnown(unequalVariance, (names) => names.length > 0),
        `the spread of ${list(unequalVariance ?? [])} differs between the groups`,
        "whether essential covariates spread alike in both groups was not assessed",
      ),
    source: "variance ratio 0.5 to 2, professional usage",
    status: "recalled",
  },
  {
    id: "series-length",
    requires: "at least eight points on each side",
    assess: ({ pointsEachSide }) =>
      unless(
        whenKnown(pointsEachSide, (points) => points < bounds.leastPointsEachSide),
        "the series has fewer than eight points on one side",
        "the number of points on each side was not stated",
      ),
    source: "professional usage for interrupted time series",
    status: "recalled",
  },
  {
    id: "autocorrelation",
    requires: "the model allows for months that resemble their neighbours",
    assess: ({ autocorrelationHandled }) =>
      unless(
        whenKnown(autocorrelationHandled, (handled) => !handled),
        "the model ignores that neighbouring points resemble each other",
        "whether the model allows for neighbouring points that resemble each other was not stated",
      ),
    source: "professional usage for interrupted time series",
    status: "recalled",
  },
] as const satisfies readonly DropTest[];

export type DropTestId = (typeof dropTests)[number]["id"];

/** The declaration of a drop test. */
export function dropTest(id: DropTestId): DropTest {
  return dropTests.find((test) => test.id === id)!;
}

function noSpread(names: readonly string[]): string {
  return `how far the groups differ on ${list(names)} cannot be put in standard deviations`;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
