import { type Comparison, type Curve, type CurvePoint, isWithheld } from "@likewise/schema";
import type { Profile } from "./profiles.ts";

/**
 * Survival curves fit to publish: they stop where too few are at risk, and their steps are merged until each holds as
 * many events as a count must have to be shown. A curve keeps its start and its end.
 *
 * @param comparison counts already withheld; an arm whose events are withheld loses its curve altogether
 * @returns new curves, and whether any was cut or merged
 * @source survival tables with at least ten at risk: default configuration of the ACRO tool; the merging is ours
 */
export function coarsenCurves(comparison: Comparison, profile: Profile): { curves: Curve[]; changed: boolean } {
  const curves = comparison.curves.map((curve) => ({
    ...curve,
    points: eventsWithheld(comparison, curve) ? [] : mergedSteps(curve.points, profile),
  }));
  const changed = curves.some((curve, index) => curve.points.length !== comparison.curves[index]!.points.length);
  return { curves, changed };
}

function eventsWithheld({ estimates }: Comparison, { outcome, arm }: Curve): boolean {
  return estimates.some(
    (estimate) =>
      estimate.outcome === outcome &&
      estimate.subgroup === null &&
      estimate.adjustment !== "matching" &&
      isWithheld(estimate[arm].events),
  );
}

function mergedSteps(points: readonly CurvePoint[], { minimumAtRisk, threshold }: Profile): CurvePoint[] {
  const kept: CurvePoint[] = [];
  let events = 0;
  let last: CurvePoint | null = null;
  for (const point of points) {
    if (isWithheld(point.atRisk) || isWithheld(point.events) || point.atRisk < minimumAtRisk) break;
    events += point.events;
    last = point;
    // A point without events since the last one shown (the start, or the end of follow-up) gives nothing away.
    if (events > 0 && events < threshold) continue;
    kept.push({ ...point, events });
    events = 0;
  }
  return events > 0 ? endedOn(last!, events, kept) : kept;
}

/** Too few events are left for a step of their own: the last step takes them in, so that the curve ends where it did. */
function endedOn(last: CurvePoint, events: number, kept: CurvePoint[]): CurvePoint[] {
  const step = kept.at(-1);
  if (step === undefined || isWithheld(step.events) || step.events === 0) return kept;
  return [...kept.slice(0, -1), { ...last, events: step.events + events }];
}
