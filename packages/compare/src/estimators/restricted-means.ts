import { kaplanMeier, restrictedMean, sumOf } from "@likewise/stats";
import { effectiveSampleSize } from "../matching/effective-sample-size.ts";
import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import { clusterAssumptions, clusterDf } from "./arm-clusters.ts";
import { armValue, peopleIn } from "./arm-summary.ts";
import { clusterCount } from "./cluster-count.ts";
import { clusterTotals } from "./cluster-totals.ts";
import { differenceOf } from "./contrasts.ts";
import type { ArmLine, Effect, EffectResult, EstimatorOptions } from "./estimator.ts";
import { allRefused, reasons } from "./refused.ts";
import { fewClusters } from "./too-few.ts";
import { placeOf } from "./weighted-arms.ts";

const measures = ["restrictedMeanSurvivalTimeDifference"] as const;

/**
 * Difference in mean time without the event up to a horizon: the areas under the arms' Kaplan–Meier curves. It needs no
 * proportional hazards, and is in the unit of the times.
 *
 * Independent people have Greenwood's variance. Matched sets, clusters and weights have that of each person's influence (the
 * derivative of the area by the person's weight), added up within sets or clusters, through estimated weights too.
 *
 * @source Royston and Parmar (2013), doi:10.1186/1471-2288-13-152; Efron and Stein (1981), doi:10.1214/aos/1176345462
 */
export function restrictedMeans(people: AnalysisSet, options: EstimatorOptions, label: string): EffectResult {
  if (peopleIn(people, 1) === 0 || peopleIn(people, 0) === 0) return allRefused(measures, reasons.emptyArm);
  const few = fewClusters(people);
  if (few !== null) return allRefused(measures, few);
  const horizon = options.horizon ?? lastInBothArms(people);
  if (!(horizon > 0)) return allRefused(measures, noFollowUp);
  if (horizon > lastInBothArms(people)) return allRefused(measures, beyondFollowUp);
  const [treated, comparison] = ([1, 0] as const).map((arm) => areaOf(people, arm, horizon)) as [Area, Area];
  if (treated.greenwood === 0 && comparison.greenwood === 0) return allRefused(measures, reasons.noVariation);
  if (treated.greenwood === 0 || comparison.greenwood === 0) return allRefused(measures, reasons.armWithoutSpread);

  const spread = spreadOf(people, treated, comparison);
  const effect: Effect = {
    ...differenceOf(
      {
        treated: { ...armValue(people, 1, treated.value), value: treated.value },
        comparison: { ...armValue(people, 0, comparison.value), value: comparison.value },
        adjustedFor: [],
        ...spread,
        df: () => spread.armDf.treated,
      },
      options.level,
    ),
    measure: "restrictedMeanSurvivalTimeDifference",
    label: `${label} up to ${String(horizon)}${options.timeUnit ? ` (${options.timeUnit})` : ""}`,
    asRiskRatio: null,
  };
  return {
    effects: [effect],
    refusals: [],
    assumptions: clusterAssumptions(people, "stand-in"),
    armInfluence: {
      rows: people.weightModel?.rows ?? people.rows,
      dependence: people.clusters?.kind ?? null,
      treated: spread.lines.treated,
      comparison: spread.lines.comparison,
    },
  };
}

interface Area {
  readonly value: number;
  /** Greenwood's variance; of weighted people no more than a sign that there is some. */
  readonly greenwood: number;
  /** Change of the area per unit of a person's weight; 0 in the other arm. */
  readonly pull: Float64Array;
}

function lastInBothArms({ treated, time }: AnalysisSet): number {
  const last = [0, 0];
  time!.forEach((t, row) => {
    last[treated[row]!] = Math.max(last[treated[row]!]!, t);
  });
  return Math.min(last[0]!, last[1]!);
}

function areaOf(people: AnalysisSet, arm: 0 | 1, horizon: number): Area {
  const rows = rowsOfArm(people, arm);
  const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  const curve = kaplanMeier({
    time: take(people.time!),
    event: take(people.value),
    ...(people.weights === null ? {} : { weights: take(people.weights) }),
  });
  const { restrictedMean: value, standardError } = restrictedMean(curve, horizon);
  const steps = stepsOf(curve, horizon);
  const pull = new Float64Array(people.treated.length);
  for (const row of rows) pull[row] = pullOf(people.time![row]!, people.value[row] === 1, steps);
  return { value, greenwood: standardError ** 2, pull };
}

interface Steps {
  readonly times: readonly number[];
  /** Of somebody whose event it is: minus the area still to come over those at risk. */
  readonly ofEvent: readonly number[];
  /** Of somebody at risk at this and every earlier event, added up. */
  readonly ofRisk: readonly number[];
}

/** The log of the curve falls at an event by log(1 − d / Y); both depend on who weighs how much. */
function stepsOf(curve: ReturnType<typeof kaplanMeier>, horizon: number): Steps {
  const at = curve.times.map((_, k) => k).filter((k) => curve.events[k]! > 0 && curve.times[k]! <= horizon);
  const toCome: number[] = [];
  let area = 0;
  let end = horizon;
  for (let k = curve.times.length - 1; k >= 0; k--) {
    if (curve.times[k]! > horizon) continue;
    area += curve.survival[k]! * (end - curve.times[k]!);
    end = curve.times[k]!;
    toCome[k] = area;
  }
  let running = 0;
  return {
    times: at.map((k) => curve.times[k]!),
    ofEvent: at.map((k) => (toCome[k] === 0 ? 0 : -toCome[k]! / curve.atRisk[k]!)),
    ofRisk: at.map((k) => {
      const [y, d] = [curve.atRisk[k]!, curve.events[k]!];
      if (toCome[k]! > 0) running += (toCome[k]! * d) / (y * (y - d));
      return running;
    }),
  };
}

function pullOf(time: number, hasEvent: boolean, { times, ofEvent, ofRisk }: Steps): number {
  // Events at or before the time.
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  const isOwn = hasEvent && low > 0 && times[low - 1] === time;
  const before = isOwn ? low - 1 : low;
  return (before > 0 ? ofRisk[before - 1]! : 0) + (isOwn ? ofEvent[low - 1]! : 0);
}

function spreadOf(people: AnalysisSet, treated: Area, comparison: Area) {
  const { weights, clusters, weightModel } = people;
  const own = (area: Area) => area.pull.map((pull, row) => pull * (weights?.[row] ?? 1));
  const influence = {
    treated: weightModel === null ? own(treated) : throughWeights(people, treated, own(treated)),
    comparison: weightModel === null ? own(comparison) : throughWeights(people, comparison, own(comparison)),
  };
  const codes = weightModel === null ? (clusters?.codes ?? null) : weightModel.clusters;
  if (codes === null && weights === null) {
    const scaled = (area: Area, values: Float64Array): ArmLine => ({
      value: area.value,
      influence: values,
      factor: area.greenwood / sumOf(values.length, (row) => values[row]! ** 2),
    });
    return {
      variance: { treated: treated.greenwood, comparison: comparison.greenwood, covariance: 0 },
      armDf: { treated: null, comparison: null },
      clusters: null,
      standardErrorKind: "Greenwood",
      lines: { treated: scaled(treated, influence.treated), comparison: scaled(comparison, influence.comparison) },
    };
  }
  const groups = codes === null ? null : clusterCount(codes);
  const effective = (arm: 0 | 1) => effectiveSampleSize(rowsOfArm(people, arm).map((row) => weights?.[row] ?? 1));
  const df =
    groups === null ? Math.min(effective(1), effective(0)) - 1 : clusters === null ? groups - 1 : clusterDf(people);
  const units = groups ?? Math.min(effective(1), effective(0));
  const ofParameters =
    weightModel === null ? 1 : weightModel.rows.length / Math.max(1, weightModel.rows.length - weightModel.parameters);
  const factor = (units / (units - 1)) * ofParameters;
  const most = codes === null ? 0 : codes.reduce((highest, code) => Math.max(highest, code + 1), 0);
  const totals = (values: Float64Array) => (codes === null ? values : clusterTotals(values, codes, most));
  const [t, c] = [totals(influence.treated), totals(influence.comparison)];
  const product = (a: Float64Array, b: Float64Array) => factor * sumOf(a.length, (i) => a[i]! * b[i]!);
  return {
    variance: { treated: product(t, t), comparison: product(c, c), covariance: product(t, c) },
    armDf: { treated: df, comparison: df },
    clusters: groups,
    standardErrorKind: `infinitesimal jackknife${clusters === null ? "" : `, by ${clusters.kind}`}${weightModel === null ? "" : ", through the weights"}`,
    lines: {
      treated: { value: treated.value, influence: influence.treated, factor },
      comparison: { value: comparison.value, influence: influence.comparison, factor },
    },
  };
}

function throughWeights(people: AnalysisSet, area: Area, own: Float64Array): Float64Array {
  const model = people.weightModel!;
  const place = placeOf(people, model);
  const pull = new Float64Array(model.rows.length);
  place.forEach((at, row) => {
    pull[at] = area.pull[row]!;
  });
  const whole = model.influenceOf(pull);
  place.forEach((at, row) => {
    whole[at] = whole[at]! + own[row]!;
  });
  return whole;
}

const noFollowUp = {
  rule: "no-follow-up",
  why: "an arm was not followed beyond its start",
  unlocks: "times after the start in both arms",
};

const beyondFollowUp = {
  rule: "horizon-beyond-follow-up",
  why: "nobody of an arm was followed as far as the horizon",
  unlocks: "an earlier horizon, or longer follow-up",
};
