import { bootstrapReplicates } from "@likewise/stats";
import { type Compared, needsGroup, peopleFor } from "../estimates/people-for.ts";
import type { ArmsOfResample, EffectEstimator, EstimatorOptions } from "../estimators/estimator.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import type { Resampling } from "./resampling.ts";

/** Arm values of one estimator in every resample; not numbers where the resample has none. */
export interface ResampledArms {
  readonly treated: Float64Array;
  readonly comparison: Float64Array;
  readonly units: number;
  readonly drawn: Resampling["drawn"];
  /** Score and weights, or the regression, were estimated again. */
  readonly again: string | null;
}

/** Arm values of an outcome's estimator in the resamples; null for one that is not resampled. */
export type ResampledOutcomes = (outcome: OutcomeRows, estimator: EffectEstimator) => ResampledArms | null;

interface Task {
  readonly outcome: OutcomeRows;
  readonly estimator: EffectEstimator;
  readonly rows: Int32Array;
  readonly arms: ArmsOfResample;
  readonly weights: Float64Array | null;
  readonly isReweighed: boolean;
}

/**
 * Resamples once for all outcomes: each resample's score is fitted once, whatever rests on it. Resample 17 is drawn from a
 * stream of its own, so the numbers do not depend on how many are drawn, or where.
 *
 * @param estimatorsOf those that will be asked for an outcome
 */
export function resampledOutcomes(
  resampling: Resampling,
  outcomes: readonly OutcomeRows[],
  estimatorsOf: (outcome: OutcomeRows) => readonly EffectEstimator[],
  compared: Compared,
  options: Pick<EstimatorOptions, "standardiseOver"> & { readonly seed: number },
): ResampledOutcomes {
  const tasks = outcomes.flatMap((outcome) =>
    estimatorsOf(outcome).flatMap((estimator) => taskOf(resampling, outcome, estimator, compared, options)),
  );
  const { replicates, units, unitOf, reweigh } = resampling;
  const times = new Float64Array(unitOf.length);
  const statistic = (multiplicities: Float64Array) => {
    for (let row = 0; row < times.length; row++) times[row] = unitOf[row]! < 0 ? 0 : multiplicities[unitOf[row]!]!;
    const weights = reweigh === null ? null : reweigh(times);
    const failed = reweigh !== null && weights === null;
    return tasks.flatMap(({ rows, arms, weights: fixed, isReweighed }) => {
      if (failed && isReweighed) return [Number.NaN, Number.NaN];
      return arms(taken(times, rows), isReweighed ? taken(weights!, rows) : fixed) ?? [Number.NaN, Number.NaN];
    });
  };
  const drawn = tasks.length === 0 ? [] : bootstrapReplicates({ units, statistic, seed: options.seed }, 0, replicates);
  return (outcome, estimator) => {
    const at = tasks.findIndex((task) => task.outcome === outcome && task.estimator === estimator);
    if (at < 0) return null;
    const regression = tasks[at]!.estimator.needs.includes("covariates") ? "the regression" : null;
    return {
      treated: Float64Array.from(drawn, (values) => values[2 * at]!),
      comparison: Float64Array.from(drawn, (values) => values[2 * at + 1]!),
      units,
      drawn: resampling.drawn,
      again: tasks[at]!.isReweighed ? "score and weights" : regression,
    };
  };
}

function taskOf(
  { drawn }: Resampling,
  outcome: OutcomeRows,
  estimator: EffectEstimator,
  compared: Compared,
  options: Pick<EstimatorOptions, "standardiseOver">,
): Task[] {
  const { needs, resampled } = estimator;
  const everybody = new Float64Array(compared.people.numRows).fill(1);
  if (resampled === undefined || needs.includes("matchedSets") !== (drawn === "matched sets")) return [];
  // A resample trims people of its own, so whoever may have a weight in one is among these.
  const untrimmed = compared.group?.weighting == null ? compared.group : { ...compared.group, weights: everybody };
  const people = peopleFor(outcome, { ...compared, group: untrimmed })(needs);
  if (!people.treated.includes(1) || !people.treated.includes(0)) return [];
  const arms = resampled(people, options);
  const isReweighed = needs.includes("weights");
  return arms === null
    ? []
    : [
        {
          outcome,
          estimator,
          rows: people.rows,
          arms,
          weights: needsGroup(needs) ? people.weights : null,
          isReweighed,
        },
      ];
}

function taken(values: Float64Array, rows: Int32Array): Float64Array {
  if (rows.length === values.length) return values;
  const some = new Float64Array(rows.length);
  for (let at = 0; at < some.length; at++) some[at] = values[rows[at]!]!;
  return some;
}
