import type { RegressionFit } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import type { AdjustedDesign } from "./adjusted-design.ts";
import { armValue, eventsIn, peopleIn } from "./arm-summary.ts";
import type { ArmContrast } from "./contrasts.ts";
import type { ArmInfluence, EffectRefusal, EstimatorOptions } from "./estimator.ts";
import { type ResponseCurve, type StandardisedArms, standardisedArms } from "./standardised-arms.ts";
import { tooFew } from "./too-few.ts";

/** Standard errors chosen for a fit, and how they are to be referred. */
export interface AdjustedFit {
  readonly covariance: readonly (readonly number[])[];
  readonly standardErrors: readonly (number | null)[];
  readonly kind: string;
  /** Null refers to the normal. */
  readonly df: number | null;
  readonly clusters: number | null;
}

/** What makes a regression on the covariates impossible before it is tried; null when nothing does. */
export function adjustedRefusal(people: AnalysisSet, design: AdjustedDesign): Omit<EffectRefusal, "measure"> | null {
  const few = tooFew(people);
  if (few !== null) return few;
  if (people.value.every((value) => value === people.value[0])) {
    return {
      rule: "same-outcome",
      why: "the outcome is the same for everybody, so there is nothing to adjust",
      unlocks: "longer follow-up, more people, or another outcome; the crude difference is given beside it",
    };
  }
  if (people.value.length <= design.names.length) {
    return {
      rule: "too-few-people",
      why: "the regression has as many terms as there are people",
      unlocks: "fewer covariates or more people",
    };
  }
  return null;
}

/** Standardised arm values as a contrast, beside the people and events actually seen in each arm. */
export function adjustedContrast(
  people: AnalysisSet,
  design: AdjustedDesign,
  fit: RegressionFit,
  curve: ResponseCurve,
  errors: AdjustedFit,
  bread: readonly (readonly number[])[],
  { standardiseOver }: EstimatorOptions,
): { contrast: ArmContrast; arms: StandardisedArms & ArmInfluence } {
  const target = { everyone: null, treated: 1, comparison: 0 }[standardiseOver];
  const over = people.treated.map((arm) => (target === null || arm === target ? 1 : 0));
  const arms = standardisedArms(design, fit, curve, over, errors.covariance, bread);
  const contrast = {
    treated: { ...armValue(people, 1, arms.treated.value), value: arms.treated.value },
    comparison: { ...armValue(people, 0, arms.comparison.value), value: arms.comparison.value },
    variance: arms.variance,
    ...degreesOfFreedom(people, arms.variance, errors),
    clusters: errors.clusters,
    standardErrorKind: `delta method, covariates fixed, ${errors.kind}`,
    adjustedFor: design.covariates,
  };
  return { contrast, arms: { ...arms, rows: people.rows, dependence: people.clusters?.kind ?? null } };
}

/**
 * Of independent people an arm's value can have no more than its own people less one, however many there are in the other; a
 * contrast has Welch–Satterthwaite's, and never more than the residuals'.
 */
function degreesOfFreedom(
  people: AnalysisSet,
  { treated, comparison }: StandardisedArms["variance"],
  { df, clusters }: AdjustedFit,
): Pick<ArmContrast, "armDf" | "df"> {
  if (df === null || clusters !== null) return { armDf: { treated: df, comparison: df }, df: () => df };
  const armDf = {
    treated: Math.min(df, peopleIn(people, 1) - 1),
    comparison: Math.min(df, peopleIn(people, 0) - 1),
  };
  return {
    armDf,
    df: ([inTreated, inComparison]) => {
      const a = inTreated ** 2 * treated;
      const b = inComparison ** 2 * comparison;
      const satterthwaite = (a + b) ** 2 / (a ** 2 / armDf.treated + b ** 2 / armDf.comparison);
      return Number.isFinite(satterthwaite) ? Math.min(df, satterthwaite) : df;
    },
  };
}

/** A warning when a model has more terms than events (or than non-events, where those are fewer). */
export function fewEvents(people: AnalysisSet, { names }: AdjustedDesign): string[] {
  const events = eventsIn(people, 1) + eventsIn(people, 0);
  const informative = people.kind === "binary" ? Math.min(events, people.value.length - events) : events;
  return informative < names.length
    ? ["the adjusted model has more terms than there are events: its estimates are unstable"]
    : [];
}
