import { type Anchors, type Baseline, isPresent, type Outcomes, outcomeFor } from "@likewise/schema";
import type { ExposureFollowUp } from "./checked-follow-up.ts";
import { dayOfStage } from "./day-of-stage.ts";

/** Follow-up of an outcome with times, and when each person was exposed. */
export interface TimedExposure {
  readonly followUp: ExposureFollowUp;
  /** Rows of the baseline, in the order of the follow-up. */
  readonly rows: readonly number[];
  /** People whose outcome is missing. */
  readonly missing: number;
  /** People whose stage or index date has no day. */
  readonly undated: number;
}

/**
 * Everyone of the baseline whose outcome is not missing, with the days from the index date to the event, to the end of
 * follow-up and to the stage that exposes them; whichever arm a person is in.
 *
 * @throws RangeError when the outcome has no times
 */
export function timedExposure(
  caller: string,
  {
    baseline,
    anchors,
    outcomes,
    outcome,
    stage,
  }: {
    readonly baseline: Baseline;
    readonly anchors: Anchors;
    readonly outcomes: Outcomes;
    readonly outcome: string;
    readonly stage: string;
  },
): TimedExposure {
  const { unit, indexDate } = baseline.table.columns;
  const { time, value } = outcomeFor(outcomes, outcome, unit.values);
  if (time === null)
    throw new RangeError(`${caller}: ${outcome} must have times (days after the index date), got none`);
  const reached = dayOfStage(anchors, stage);
  const hasOutcome = (row: number) => isPresent(time, row) && isPresent(value, row);
  const undated = (row: number) => {
    const day = reached.get(unit.values[row]!);
    return day === null || (day !== undefined && !isPresent(indexDate, row));
  };
  const everyone = Array.from(unit.values.keys());
  const rows = everyone.filter((row) => hasOutcome(row) && !undated(row));
  return {
    rows,
    followUp: {
      time: rows.map((row) => time.values[row]!),
      event: rows.map((row) => value.values[row]!),
      exposedFrom: rows.map((row) => {
        const day = reached.get(unit.values[row]!);
        return day === undefined ? null : day! - indexDate.values[row]!;
      }),
    },
    missing: everyone.filter((row) => !hasOutcome(row)).length,
    undated: everyone.filter((row) => hasOutcome(row) && undated(row)).length,
  };
}
