import type { Curve, Estimate, Model, Refusal, Test } from "@likewise/schema";
import type {
  ArmInfluence,
  Effect,
  EffectEstimator,
  EffectRefusal,
  EffectResult,
  EffectWarning,
} from "../estimators/estimator.ts";
import { estimandOf } from "../methods/estimand-of.ts";
import type { ComparisonMethod } from "../methods/method.ts";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import { precisionOf } from "../precision.ts";
import type { ResampledOutcomes } from "../resampling/resampled-effects.ts";
import { withBootstrapErrors } from "../resampling/with-bootstrap-errors.ts";
import type { Subgroup } from "../subgroups/subgroup.ts";
import { subgroupAnswers } from "../subgroups/subgroup-answers.ts";
import { logRankTest } from "../survival/log-rank-test.ts";
import { survivalCurves } from "../survival/survival-curves.ts";
import { effectToEstimate } from "./effect-to-estimate.ts";
import { type Compared, describes, needsGroup, peopleFor } from "./people-for.ts";
import { applicable, type PrimaryChoice } from "./primary-choice.ts";

export interface OutcomeEstimates {
  readonly estimates: readonly Estimate[];
  /** The refusal of the primary, when it was refused, comes first. */
  readonly refusals: readonly Refusal[];
  readonly models: readonly Model[];
  readonly tests: readonly Test[];
  readonly curves: readonly Curve[];
  readonly assumptions: readonly string[];
  /** Of the primary's arm values; null when it has none. */
  readonly influence: ArmInfluence | null;
}

export interface EstimationContext extends Compared {
  readonly method: ComparisonMethod;
  readonly unit: Estimate["unit"];
  readonly subgroups: readonly Subgroup[];
  /** Of what estimators draw at random; default 1. */
  readonly seed?: number;
  /** Stratum of each person compared; null or left out for none. */
  readonly strata?: Int32Array | null;
  /** Arm values in resamples, where the plan asks for their standard errors. */
  readonly resampled?: ResampledOutcomes | null;
}

/** Every estimate, test, curve and model of one outcome, and what was refused. */
export function outcomeEstimates(
  outcome: OutcomeRows,
  primary: PrimaryChoice,
  context: EstimationContext,
): OutcomeEstimates {
  const { people, plan, method, group } = context;
  const level = outcome.declaration.level ?? plan.level ?? 0.95;
  const options = {
    level,
    standardiseOver: standardiseOver[estimandOf(plan, method)],
    seed: context.seed ?? 1,
    horizon: plan.horizon,
    timeUnit: outcome.declaration.timeUnit,
    strata: context.strata ?? null,
  };
  const peopleOf = peopleFor(outcome, context);
  const resampledOf = (estimator: EffectEstimator) => context.resampled?.(outcome, estimator) ?? null;
  const runs = applicable(outcome, method, people.covariates.length > 0)
    .filter(({ needs }) => group !== null || !needsGroup(needs))
    .map((estimator) => {
      const result = withBootstrapErrors(
        estimator.estimate(peopleOf(estimator.needs), options),
        resampledOf(estimator),
        level,
      );
      return { estimator, result, warnings: [...(result.warnings ?? []), ...clustersLeftOut(estimator, context)] };
    });

  const chosen = chosenPrimary(runs, primary);
  const estimates = runs.flatMap(({ estimator, result, warnings }) =>
    finite(result.effects).map((effect) => {
      const isPrimary = estimator.estimator === chosen.estimator && effect.measure === chosen.measure;
      return effectToEstimate(effect, {
        outcome: outcome.declaration,
        window: outcome.window,
        unit: context.unit,
        estimator: estimator.estimator,
        primary: isPrimary,
        level,
        subgroup: null,
        warnings,
        precision: isPrimary ? precisionOf(effect, level, outcome.declaration) : null,
        ...describes(estimator, outcome, context),
      });
    }),
  );
  const followed = () =>
    peopleOf(["time", ...(group?.sets ? ["matchedSets" as const] : group?.weighting ? ["weights" as const] : [])]);
  const primaryRun = runs.find(hasEffect(chosen));
  const apart =
    primaryRun === undefined
      ? null
      : subgroupAnswers(
          context.subgroups,
          { outcome, estimator: primaryRun.estimator, measure: chosen.measure, unit: context.unit, options },
          context,
        );
  const survival = survivalOf(outcome, followed, level, context.strata ?? null);
  return {
    estimates: [...estimates, ...(apart?.estimates ?? [])],
    refusals: [
      ...primaryFirst(runs.flatMap(refusalsOf(outcome.declaration.id)), outcome.declaration.id, chosen),
      ...(apart?.refusals ?? []),
    ],
    models: runs.flatMap(({ result }) =>
      (result.models ?? []).map((model) => ({ outcome: outcome.declaration.id, ...model })),
    ),
    curves: survival.curves,
    tests: [
      ...survival.tests,
      ...runs.flatMap(({ result }) =>
        (result.tests ?? []).map((test) => ({ outcome: outcome.declaration.id, ...test })),
      ),
      ...(apart?.tests ?? []),
    ],
    assumptions: [
      ...(chosen.assumption === null ? [] : [chosen.assumption]),
      ...runs.flatMap(({ result, warnings }) => [
        ...(result.assumptions ?? []),
        ...(result.effects.length === 0 ? [] : warnings.map(({ text }) => text)),
      ]),
      ...(apart?.assumptions ?? []),
    ],
    influence: primaryRun?.result.armInfluence ?? null,
  };
}

interface Run {
  readonly estimator: EffectEstimator;
  readonly result: EffectResult;
  readonly warnings: readonly EffectWarning[];
}

/** Sets of pairs and their like have people of several clusters in them, and their standard errors know of sets alone. */
function clustersLeftOut({ needs }: EffectEstimator, { plan, group }: EstimationContext): EffectWarning[] {
  if (plan.cluster === undefined || !needs.includes("matchedSets") || !group?.sets || group.weighting !== null)
    return [];
  return [
    {
      code: "clusters-left-out",
      text: `matched estimates allow for matched sets, not for people of one ${plan.cluster} being alike`,
    },
  ];
}

export const standardiseOver = { ate: "everyone", ato: "everyone", att: "treated", atc: "comparison" } as const;

/**
 * The primary as chosen beforehand. Where everybody has the same outcome an adjusted estimate has nothing to adjust, and
 * the crude difference says the same: it stands in, and the result says so. Nothing else is ever put in its place.
 */
function chosenPrimary(runs: readonly Run[], primary: PrimaryChoice): PrimaryChoice & { assumption: string | null } {
  const refusal = runs
    .filter(({ estimator }) => estimator.estimator === primary.estimator)
    .flatMap(({ result }) => result.refusals)
    .find(({ measure }) => measure === primary.measure);
  if (refusal?.rule !== "same-outcome" || !primary.byDefault) return { ...primary, assumption: null };
  return {
    ...primary,
    estimator: "crude",
    assumption: "everybody has the same outcome, so the crude difference stands in for the adjusted one",
  };
}

function hasEffect({ measure, estimator }: PrimaryChoice): (run: Run) => boolean {
  return (run) =>
    run.estimator.estimator === estimator && finite(run.result.effects).some((effect) => effect.measure === measure);
}

/** A number that is not finite is no result; its refusal is made in `refusalsOf`. */
function finite(effects: readonly Effect[]): Effect[] {
  return effects.filter(hasFiniteNumbers);
}

function hasFiniteNumbers({ estimate, standardError, pValue }: Effect): boolean {
  return [estimate, standardError ?? 0, pValue].every(Number.isFinite);
}

function refusalsOf(outcome: string): (run: Run) => Refusal[] {
  return ({ estimator, result }) => {
    const notFinite = result.effects
      .filter((effect) => !hasFiniteNumbers(effect))
      .map(
        ({ measure }): EffectRefusal => ({
          rule: "not-finite",
          measure,
          why: "the estimate or its standard error is not a finite number",
          unlocks: "more people or fewer covariates",
        }),
      );
    return [...result.refusals, ...notFinite].map(({ rule, measure, why, unlocks }) => {
      const what = `${outcome}:${measure}:${estimator.estimator}`;
      return { id: `${rule}:${what}`, what, why, unlocks };
    });
  };
}

function primaryFirst(refusals: Refusal[], outcome: string, { measure, estimator }: PrimaryChoice): Refusal[] {
  const isPrimary = ({ what }: Refusal) => what === `${outcome}:${measure}:${estimator}`;
  return [...refusals.filter(isPrimary), ...refusals.filter((refusal) => !isPrimary(refusal))];
}

function survivalOf(
  outcome: OutcomeRows,
  followed: () => AnalysisSet,
  level: number,
  strata: Int32Array | null,
): { curves: Curve[]; tests: Test[] } {
  if (outcome.time === null || !timedKinds.includes(outcome.declaration.kind)) return { curves: [], tests: [] };
  const { id, timeUnit } = outcome.declaration;
  const test = logRankTest(followed(), id, strata);
  return { curves: survivalCurves(followed(), id, timeUnit ?? null, level), tests: test === null ? [] : [test] };
}

const timedKinds: readonly string[] = ["binary", "time-to-event"];
