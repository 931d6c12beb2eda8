import { type Columns, type NumberColumn, numberColumn } from "@likewise/schema";
import { gravityOfEvents } from "./gravity-of-events.ts";
import { type HarmMatchReport, matchReport } from "./harm-match-report.ts";
import type { HarmWeights } from "./harm-weights.ts";
import { type MatchKind, type MatchOptions, offenceMatcher } from "./offence-matcher.ts";
import { recordedOffences } from "./recorded-offences.ts";

export interface HarmOptions extends MatchOptions {
  /** Share of crimes that may go without a weight before every total is refused; 0.02 when left out. */
  readonly mostUnweighed?: number | undefined;
  /** A declared worth of an incident that is no crime, in the table's unit: no scheme has one. */
  readonly nonCrimeFloor?: { readonly weight: number; readonly why: string } | undefined;
}

/** What each event weighs, row by row. */
export interface EventHarm {
  /** Missing where the event has no weight, for whatever reason. */
  readonly harm: NumberColumn;
  readonly kinds: readonly MatchKind[];
  readonly report: HarmMatchReport;
}

/**
 * The harm of every event by a weight table, and how well the table fitted.
 *
 * @param events `code` and `offence` (either may be absent, not both), `crime` and, for a gravity table,
 *   `gravity_factors` of each row
 * @param groups rows by group id, whose match rates are shown apart: a table that fits one arm better than the other
 *   makes a difference of harm that is one of recording
 * @throws RangeError when the events have neither code nor words, or an option is out of range
 */
export function eventHarm(
  events: Columns,
  weights: HarmWeights,
  options: HarmOptions = {},
  groups: readonly { readonly id: string; readonly rows: readonly number[] }[] = [],
): EventHarm {
  const { mostUnweighed = 0.02, nonCrimeFloor } = options;
  if (events.columns.code === undefined && events.columns.offence === undefined) {
    throw new RangeError("eventHarm: events must have an offence code or an offence in words, got neither");
  }
  if (!(mostUnweighed >= 0 && mostUnweighed <= 1)) {
    throw new RangeError(`eventHarm: mostUnweighed must be a share from 0 to 1, got ${mostUnweighed}`);
  }
  if (nonCrimeFloor !== undefined && !(nonCrimeFloor.weight >= 0 && Number.isFinite(nonCrimeFloor.weight))) {
    throw new RangeError(`eventHarm: nonCrimeFloor must be 0 or more (${weights.unit}), got ${nonCrimeFloor.weight}`);
  }
  const { offences, of } = recordedOffences(events);
  const found = offences.map(offenceMatcher(weights, options));
  const matches = Array.from(of, (offence) => found[offence]!);
  const gravity = gravityOfEvents(weights, matches, events);
  const report = matchReport({
    weights,
    offences,
    of,
    found,
    mostUnweighed,
    nonCrimeFloor: nonCrimeFloor ?? null,
    groups,
  });
  return {
    harm: numberColumn(
      matches.map(({ kind }, row) => (kind === "non-crime" ? (nonCrimeFloor?.weight ?? null) : gravity.weights[row]!)),
    ),
    kinds: matches.map(({ kind }) => kind),
    report: { ...report, notes: [...report.notes, ...gravity.notes] },
  };
}
