import { isPresent } from "../columns/cell.ts";
import type { CategoryColumn, NumberColumn } from "../columns/columns.ts";
import { gather, noRow } from "../columns/gather.ts";
import type { OutcomeStatus, Outcomes } from "./artefacts.ts";
import type { MissingReason } from "./missing-reasons.ts";

/** One outcome as vectors of equal length: entry i of each is about unit i of `units`. */
export interface OutcomeVectors {
  readonly outcome: string;
  /** Window id, or null where the outcome has none. */
  readonly window: string | null;
  readonly units: Int32Array;
  readonly value: NumberColumn;
  /** Null when the outcome has no times at all. */
  readonly time: NumberColumn | null;
  /** Null when the outcome has no exposure at all. */
  readonly exposureYears: NumberColumn | null;
  readonly status: readonly OutcomeStatus[];
  /** Null where the status is not `missing`. */
  readonly missingReason: readonly (MissingReason | null)[];
}

/**
 * One outcome, aligned by unit.
 *
 * Missing rule: a unit asked for that has no row has status `missing` with the reason `no-row`; absence of a record is
 * never turned into absence of an event here.
 *
 * @param outcomes rows in any order, a unit at most once for this outcome
 * @param id       outcome id
 * @param units    the units wanted and their order, for example those of the baseline; leave out for the units that
 *                 have a row, in ascending order
 * @throws RangeError when no row has this outcome, or a unit has two
 */
export function outcomeFor(outcomes: Outcomes, id: string, units?: Int32Array): OutcomeVectors {
  const { unit, outcome, window, value, time, exposureYears, status, missingReason } = outcomes.table.columns;
  const rowOf = rowByUnit(unit.values, outcome, id);
  const wanted = units ?? Int32Array.from(rowOf.keys()).sort();
  const rows = Int32Array.from(wanted, (one) => rowOf.get(one) ?? noRow);
  return {
    outcome: id,
    window: levelAt(window, rowOf.values().next().value!),
    units: wanted,
    value: gather(value, rows),
    time: unlessAllMissing(gather(time, rows)),
    exposureYears: unlessAllMissing(gather(exposureYears, rows)),
    status: Array.from(rows, (row) => (row === noRow ? "missing" : (levelAt(status, row) as OutcomeStatus))),
    missingReason: Array.from(rows, (row) =>
      row === noRow ? "no-row" : (levelAt(missingReason, row) as MissingReason | null),
    ),
  };
}

function rowByUnit(units: Int32Array, outcome: CategoryColumn, id: string): Map<number, number> {
  const code = outcome.levels.indexOf(id);
  const rowOf = new Map<number, number>();
  outcome.values.forEach((level, row) => {
    if (level !== code || !isPresent(outcome, row)) return;
    const unit = units[row]!;
    if (rowOf.has(unit))
      throw new RangeError(`outcomeFor: a unit must have one row for ${id}, got more for unit ${unit}`);
    rowOf.set(unit, row);
  });
  if (rowOf.size === 0) {
    throw new RangeError(`outcomeFor: id must be an outcome with rows (${outcome.levels.join(", ")}), got ${id}`);
  }
  return rowOf;
}

function levelAt(column: CategoryColumn, row: number): string | null {
  return isPresent(column, row) ? column.levels[column.values[row]!]! : null;
}

function unlessAllMissing(column: NumberColumn): NumberColumn | null {
  return column.values.length > 0 && column.valid?.includes(1) === false ? null : column;
}
