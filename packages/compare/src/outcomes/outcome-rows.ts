import { type Exclusion, Failure, type Outcomes, outcomeFor } from "@likewise/schema";
import type { People } from "../people/people.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";

/** One outcome of the people compared, aligned with them, and who of them can be used. */
export interface OutcomeRows {
  readonly declaration: ComparedOutcome;
  readonly window: string | null;
  /** 0/1, a count or a score; means nothing where not usable. */
  readonly value: Float64Array;
  /** 1 where `value` is known. */
  readonly usable: Uint8Array;
  /** Years at risk; null when the outcome has none. */
  readonly exposureYears: Float64Array | null;
  /** Time to the event or to the end of observation; null when the outcome has no times. */
  readonly time: Float64Array | null;
  /** 1 where time and event or censoring are known. */
  readonly timeUsable: Uint8Array;
  /** Arms of which nobody is known and somebody's window, or its time for proof, ends after the data. */
  readonly cutShort: { readonly treated: boolean; readonly comparison: boolean };
  /** People whose value is not known, by reason. */
  readonly excluded: readonly Exclusion[];
}

/**
 * One outcome, aligned with the people. A person without a row is missing, never free of events; a person censored
 * before the window's end counts in survival alone, and so does an event where nobody of its arm was observed to the end
 * without one. Null when no row has this outcome.
 */
export function outcomeRows(outcomes: Outcomes, declaration: ComparedOutcome, people: People): OutcomeRows | null {
  if (!outcomes.table.columns.outcome.levels.includes(declaration.id)) return null;
  const vectors = outcomeFor(outcomes, declaration.id, people.units);
  const survivalOnly = declaration.kind === "time-to-event";
  const present = (column: { valid: Uint8Array | null } | null, row: number) =>
    column !== null && column.valid?.[row] !== 0;

  const usable = new Uint8Array(people.numRows);
  const timeUsable = new Uint8Array(people.numRows);
  const reasons = new Map<string, number>();
  const known = [false, false];
  const endsLater = [false, false];
  for (let row = 0; row < people.numRows; row++) {
    const status = vectors.status[row]!;
    const hasValue = present(vectors.value, row);
    const hasExposure = vectors.exposureYears === null || present(vectors.exposureYears, row);
    const timed = status !== "missing" && (hasValue || status === "censored") && present(vectors.time, row);
    timeUsable[row] = timed ? 1 : 0;
    usable[row] = !survivalOnly && status === "observed" && hasValue && hasExposure ? 1 : 0;
    const arm = people.treated[row]!;
    if (survivalOnly ? timed : usable[row] === 1) {
      known[arm] = true;
      continue;
    }
    const reason = vectors.missingReason[row] ?? (status === "observed" ? "value-missing" : status);
    if (reason === "censored" || reason === "proof-not-over") endsLater[arm] = true;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  for (const arm of [0, 1] as const) {
    if (declaration.kind !== "binary" || !endsLater[arm]) continue;
    const left = withoutLoneEvents(usable, vectors.value.values, people, arm);
    if (left === 0) continue;
    known[arm] = false;
    reasons.set("censored", (reasons.get("censored") ?? 0) + left);
  }
  const rows = {
    declaration,
    window: vectors.window ?? declaration.window ?? null,
    // Observation that ended first saw no event.
    value: vectors.value.values.map((value, row) => (present(vectors.value, row) ? value : 0)),
    usable,
    exposureYears: vectors.exposureYears?.values ?? null,
    time: vectors.time?.values ?? null,
    timeUsable,
    cutShort: { treated: endsLater[1]! && !known[1]!, comparison: endsLater[0]! && !known[0]! },
    excluded: [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, rows]) => ({ reason, rows })),
  };
  requirePossible(rows);
  return rows;
}

/**
 * Leaves out the known of an arm where observation of everyone without the event ended before the window did: with the
 * events alone, everybody would have had one.
 *
 * @returns how many were left out; 0 where anybody is known to have had no event
 */
function withoutLoneEvents(usable: Uint8Array, value: Float64Array, { treated }: People, arm: 0 | 1): number {
  const known = Array.from(usable.keys()).filter((row) => usable[row] === 1 && treated[row] === arm);
  if (known.some((row) => value[row] !== 1)) return 0;
  for (const row of known) usable[row] = 0;
  return known.length;
}

/** A value that cannot be what the outcome is declared to be makes every estimate of it meaningless. */
function requirePossible({ declaration, value, usable, exposureYears, time, timeUsable }: OutcomeRows): void {
  const { id, kind } = declaration;
  const every = (known: Uint8Array, holds: (row: number) => boolean) =>
    known.every((one, row) => one === 0 || holds(row));
  const isEvent = (row: number) => value[row] === 0 || value[row] === 1;
  const require = (holds: boolean, expected: string) => {
    if (!holds) throw new Failure("data", `outcome "${id}" must ${expected}; some rows do not`);
  };
  if (kind === "binary") require(every(usable, isEvent), "be 0 or 1");
  if (kind === "count")
    require(every(usable, (row) => Number.isInteger(value[row]) && value[row]! >= 0), "be a count, 0 or more");
  if (exposureYears !== null)
    require(every(usable, (row) => exposureYears[row]! >= 0), "have years at risk of 0 or more");
  if (time !== null)
    require(every(
      timeUsable,
      (row) => time[row]! >= 0 && isEvent(row),
    ), "have a time of 0 or more and an event of 0 or 1");
}
