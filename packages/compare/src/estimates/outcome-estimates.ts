import type { ComparisonPlan, Curve, Estimate, Model, Refusal, Test } from "@likewise/schema";
import type {
  ArmInfluence,
  Effect,
  EffectEstimator,
  EffectRefusal,
  EffectResult,
  EstimatorNeed,
} from "../estimators/estimator.ts";
import type { ComparisonGroup } from "../methods/comparison-group.ts";
import type { ComparisonMethod } from "../methods/method.ts";
import {
  type AnalysisSet,
  armsAsTheyAre,
  completeSets,
  matchedPeople,
  weightedPeople,
} from "../outcomes/analysis-set.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import type { People } from "../people/people.ts";
import { precisionOf } from "../precision.ts";
import { logRankTest } from "../survival/log-rank-test.ts";
import { survivalCurves } from "../survival/survival-curves.ts";
import { effectToEstimate } from "./effect-to-estimate.ts";
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

export interface EstimationContext {
  readonly people: People;
  readonly plan: ComparisonPlan;
  readonly method: ComparisonMethod;
  /** Null when the method could not form a group: then only the arms as they are can be compared. */
  readonly group: ComparisonGroup | null;
  readonly unit: Estimate["unit"];
}

/** Every estimate, test, curve and model of one outcome, and what was refused. */
export function outcomeEstimates(
  outcome: OutcomeRows,
  primary: PrimaryChoice,
  context: EstimationContext,
): OutcomeEstimates {
  const { people, plan, method, group } = context;
  const level = outcome.declaration.level ?? plan.level ?? 0.95;
  const options = { level, standardiseOver: standardiseOver[plan.estimand ?? "ate"] };
  const peopleOf = analysisSets(outcome, context);
  const runs = applicable(outcome, method, people.covariates.length > 0)
    .filter(({ needs }) => group !== null || !needsGroup(needs))
    .map((estimator) => ({ estimator, result: estimator.estimate(peopleOf(estimator.needs), options) }));

  const chosen = chosenPrimary(runs, primary);
  const estimates = runs.flatMap(({ estimator, result }) =>
    finite(result.effects).map((effect) => {
      const isPrimary = estimator.estimator === chosen.estimator && effect.measure === chosen.measure;
      return effectToEstimate(effect, {
        outcome: outcome.declaration,
        window: outcome.window,
        unit: context.unit,
        estimator: estimator.estimator,
        primary: isPrimary,
        level,
        precision: isPrimary ? precisionOf(effect, level, outcome.declaration.direction ?? "lower") : null,
        ...describes(estimator, outcome, context),
      });
    }),
  );
  const followed = () =>
    peopleOf(["time", ...(group?.sets ? ["matchedSets" as const] : group?.weighting ? ["weights" as const] : [])]);
  return {
    estimates,
    refusals: primaryFirst(runs.flatMap(refusalsOf(outcome.declaration.id)), outcome.declaration.id, chosen),
    models: runs.flatMap(({ result }) =>
      (result.models ?? []).map((model) => ({ outcome: outcome.declaration.id, ...model })),
    ),
    ...survivalOf(outcome, followed, level),
    assumptions: [
      ...(chosen.assumption === null ? [] : [chosen.assumption]),
      ...runs.flatMap(({ result }) => result.assumptions ?? []),
    ],
    influence: runs.find(hasEffect(chosen))?.result.armInfluence ?? null,
  };
}

interface Run {
  readonly estimator: EffectEstimator;
  readonly result: EffectResult;
}

const standardiseOver = { ate: "everyone", ato: "everyone", att: "treated", atc: "comparison" } as const;

/** The people an estimator with these needs is for, made once however many estimators share them. */
function analysisSets(
  outcome: OutcomeRows,
  { people, group }: EstimationContext,
): (needs: readonly EstimatorNeed[]) => AnalysisSet {
  const made = new Map<string, AnalysisSet>();
  return (needs) => {
    const survival = needs.includes("time");
    const make = () => {
      if (needsGroup(needs) && group!.weighting !== null) return weightedPeople(people, outcome, group!, survival);
      if (needs.includes("matchedSets")) return matchedPeople(people, outcome, group!, survival);
      return armsAsTheyAre(people, outcome, survival);
    };
    const key = `${survival} ${needsGroup(needs)}`;
    const set = made.get(key) ?? make();
    made.set(key, set);
    return set;
  };
}

function needsGroup(needs: readonly EstimatorNeed[]): boolean {
  return needs.includes("matchedSets") || needs.includes("weights");
}

/**
 * Whom an estimator's number is about: its own group, or everyone, less those whose outcome is not known. Matched sets that
 * went with them took treated people along, and what is left is no longer all of them.
 */
function describes(
  { needs, conditional = false }: EffectEstimator,
  outcome: OutcomeRows,
  { people, group, plan }: EstimationContext,
): { estimand: Estimate["estimand"]; population: string } {
  const known = needs.includes("time") ? outcome.timeUsable : outcome.usable;
  const outcomeKnown = known.every((one) => one === 1) ? "" : " whose outcome is known";
  if (needsGroup(needs) && group!.weighting !== null) {
    return { estimand: group!.estimand, population: `${group!.population}${outcomeKnown}` };
  }
  if (needs.includes("matchedSets")) return describesMatched(group!, known);
  if (!needs.includes("covariates")) return { estimand: "ATE", population: everyone(outcomeKnown) };
  if (conditional) return { estimand: "ATE", population: `${everyone(outcomeKnown)}, conditional on the covariates` };
  const knownIn = (arm: number) =>
    people.treated.every((one, row) => one !== arm || known[row] === 1) ? "" : " whose outcome is known";
  if (plan.estimand === "att") return { estimand: "ATT", population: `all treated people${knownIn(1)}` };
  if (plan.estimand === "atc") return { estimand: "ATC", population: `all comparison people${knownIn(0)}` };
  return { estimand: "ATE", population: everyone(outcomeKnown) };
}

function everyone(outcomeKnown: string): string {
  return `everyone in both arms${outcomeKnown}`;
}

function describesMatched({ sets, estimand, population }: ComparisonGroup, known: Uint8Array) {
  if (completeSets(sets!, known).length === sets!.length) return { estimand, population };
  return { estimand: "ATM", population: `${population}, in matched sets whose outcomes are all known` } as const;
}

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
): { curves: Curve[]; tests: Test[] } {
  if (outcome.time === null || !timedKinds.includes(outcome.declaration.kind)) return { curves: [], tests: [] };
  const { id, timeUnit } = outcome.declaration;
  const test = logRankTest(followed(), id);
  return { curves: survivalCurves(followed(), id, timeUnit ?? null, level), tests: test === null ? [] : [test] };
}

const timedKinds: readonly string[] = ["binary", "time-to-event"];
