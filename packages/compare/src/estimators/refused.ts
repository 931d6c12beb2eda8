import type { EffectMeasureId } from "@likewise/schema";
import type { EffectRefusal, EffectResult } from "./estimator.ts";

/** The same refusal for each of the measures. */
export function refused(
  measures: readonly EffectMeasureId[],
  refusal: Omit<EffectRefusal, "measure">,
): EffectRefusal[] {
  return measures.map((measure) => ({ ...refusal, measure }));
}

/** A result that is nothing but refusals. */
export function allRefused(
  measures: readonly EffectMeasureId[],
  refusal: Omit<EffectRefusal, "measure">,
): EffectResult {
  return { effects: [], refusals: refused(measures, refusal) };
}

/** Reasons more than one estimator gives. */
export const reasons = {
  emptyArm: {
    rule: "empty-arm",
    why: "an arm has nobody whose outcome is known",
    unlocks: "outcomes for people of both arms",
  },
  onePerson: {
    rule: "one-person",
    why: "an arm has fewer than two people, so how much they vary cannot be known",
    unlocks: "at least two people with a known outcome in each arm",
  },
  oneCluster: {
    rule: "one-cluster",
    why: "there are fewer than two clusters with a known outcome, so how much they vary cannot be known",
    unlocks: "at least two clusters or matched sets",
  },
  fewClusters: {
    rule: "few-clusters",
    why: "an arm has fewer than two clusters, so how much its clusters vary cannot be known, and its people are not independent",
    unlocks:
      "at least two clusters in each arm, better ten; or people compared within clusters, which needs both arms in each",
  },
  armWithoutSpread: {
    rule: "arm-without-spread",
    why: "everybody in one arm has the same outcome, or its clusters agree, so that arm would count as known exactly",
    unlocks: "more people in that arm, or an outcome that varies in it",
  },
  negativeMean: {
    rule: "negative-mean",
    why: "least squares predicts a mean count of zero or less in an arm, which no count can have",
    unlocks: "years at risk, for rates adjusted by Poisson regression; or fewer covariates",
  },
  noVariation: {
    rule: "no-variation",
    why: "the outcome is the same for everybody within each arm, or differs alike in every set, so an interval would have no width",
    unlocks: "more people, or an outcome that varies",
  },
  zeroCell: {
    rule: "zero-cell",
    why: "nobody or everybody in an arm has the event, or every set agrees, so the ratio has no interval",
    unlocks: "longer follow-up or more people; the risk difference is given beside it",
  },
  noEvents: {
    rule: "no-events",
    why: "an arm has no events, so the ratio has no finite standard error",
    unlocks: "longer follow-up or more people; the difference is given beside it",
  },
  noExposure: {
    rule: "no-exposure",
    why: "the outcome carries no time at risk, so there is no rate",
    unlocks: "years at risk for each person; the difference in mean counts is given beside it",
  },
} as const;
