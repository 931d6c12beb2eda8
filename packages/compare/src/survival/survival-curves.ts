import type { Curve, CurvePoint, Interval } from "@likewise/schema";
import { type KaplanMeier, kaplanMeier } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";

/**
 * Kaplan–Meier curve of each arm with log-log limits: a point at the start, at every time with an event, and at the end of
 * follow-up. Matched and weighted people carry their weights.
 */
export function survivalCurves(people: AnalysisSet, outcome: string, timeUnit: string | null, level: number): Curve[] {
  return ([1, 0] as const).flatMap((arm): Curve[] => {
    const inArm = Int32Array.from(people.treated, (_, row) => row).filter((row) => people.treated[row] === arm);
    if (inArm.length === 0) return [];
    const take = (values: Float64Array) => Float64Array.from(inArm, (row) => values[row]!);
    const curve = kaplanMeier({
      time: take(people.time!),
      event: take(people.value),
      level,
      ...(people.weights === null ? {} : { weights: take(people.weights) }),
    });
    const kind = curveKind(people);
    return [{ outcome, kind, arm: arm === 1 ? "treated" : "comparison", timeUnit, points: pointsOf(curve) }];
  });
}

function curveKind({ weights, weightModel }: AnalysisSet): string {
  if (weights === null) return "kaplan-meier";
  return weightModel === null ? "kaplan-meier-matched" : "kaplan-meier-weighted";
}

function pointsOf(curve: KaplanMeier): CurvePoint[] {
  const last = curve.times.length - 1;
  const start: CurvePoint = { time: 0, atRisk: curve.atRisk[0]!, events: 0, value: 1, interval: [1, 1] };
  const later = curve.times.map((time, k) => ({
    time,
    atRisk: curve.atRisk[k]!,
    events: curve.events[k]!,
    value: curve.survival[k]!,
    interval: limits(curve, k),
  }));
  return [start, ...later.filter(({ time, events }, k) => time > 0 && (events > 0 || k === last))];
}

/** Before the first event the curve is 1 for certain; once it is 0 the data give no limits. */
function limits({ lower, upper, survival }: KaplanMeier, k: number): Interval {
  if (lower[k] !== null && upper[k] !== null) return [lower[k]!, upper[k]!];
  return survival[k] === 1 ? [1, 1] : [{ unbounded: "below" }, { unbounded: "above" }];
}
