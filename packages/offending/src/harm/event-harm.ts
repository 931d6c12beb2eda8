import { type Columns, type NumberColumn, numberColumn } from "@likewise/schema";
import type { HarmMatchReport } from "./harm-match-report.ts";
import type { HarmWeights } from "./harm-weights.ts";
import type { MatchKind, MatchOptions } from "./offence-matcher.ts";
import { eventsOf, recordedOffences } from "./recorded-offences.ts";
import { weighOffences } from "./weigh-offences.ts";

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
  if (events.columns.code === undefined && events.columns.offence === undefined) {
    throw new RangeError("eventHarm: events must have an offence code or an offence in words, got neither");
  }
  const { of, ...counted } = recordedOffences(events);
  const offences = counted.offences.length;
  const { weightOf, kindOf, report } = weighOffences(
    counted,
    weights,
    options,
    groups.map(({ id, rows }) => ({ id, events: eventsOf(of, offences, rows) })),
  );
  return {
    harm: numberColumn(Array.from(of, (offence) => weightOf[offence]!)),
    kinds: Array.from(of, (offence) => kindOf[offence]!),
    report,
  };
}
