import type { HarmOptions } from "./event-harm.ts";
import { gravityOfOffences } from "./gravity-of-offences.ts";
import { type HarmMatchReport, matchReport } from "./harm-match-report.ts";
import type { HarmWeights } from "./harm-weights.ts";
import { type MatchKind, offenceMatcher } from "./offence-matcher.ts";
import type { CountedOffences } from "./recorded-offences.ts";

/** What each different offence weighs, and how well the table fitted the events. */
export interface WeighedOffences {
  /** In the table's unit; null where the offence has no weight, for whatever reason. */
  readonly weightOf: readonly (number | null)[];
  readonly kindOf: readonly MatchKind[];
  readonly report: HarmMatchReport;
}

/**
 * Matches each different offence once, whatever the number of its events.
 *
 * @param groups events of each offence by group id
 * @throws RangeError when an option is out of range
 */
export function weighOffences(
  { offences, factors, events }: CountedOffences,
  weights: HarmWeights,
  options: HarmOptions,
  groups: readonly { readonly id: string; readonly events: Float64Array }[],
): WeighedOffences {
  const { mostUnweighed = 0.02, nonCrimeFloor } = options;
  if (!(mostUnweighed >= 0 && mostUnweighed <= 1)) {
    throw new RangeError(`eventHarm: mostUnweighed must be a share from 0 to 1, got ${mostUnweighed}`);
  }
  if (nonCrimeFloor !== undefined && !(nonCrimeFloor.weight >= 0 && Number.isFinite(nonCrimeFloor.weight))) {
    throw new RangeError(`eventHarm: nonCrimeFloor must be 0 or more (${weights.unit}), got ${nonCrimeFloor.weight}`);
  }
  const found = offences.map(offenceMatcher(weights, options));
  const gravity = gravityOfOffences(weights, found, factors, events);
  const report = matchReport({
    weights,
    offences,
    events,
    found,
    mostUnweighed,
    nonCrimeFloor: nonCrimeFloor ?? null,
    groups,
  });
  return {
    weightOf: found.map(({ kind }, offence) =>
      kind === "non-crime" ? (nonCrimeFloor?.weight ?? null) : gravity.weights[offence]!,
    ),
    kindOf: found.map(({ kind }) => kind),
    report: { ...report, notes: [...report.notes, ...gravity.notes] },
  };
}
