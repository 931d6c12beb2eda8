import type { Columns } from "../columns/columns.ts";
import { withColumns } from "../columns/columns-of.ts";
import { gather, noRow } from "../columns/gather.ts";
import { integersOf } from "../columns/typed-access.ts";
import type { Baseline } from "./artefacts.ts";

/**
 * The baseline with further covariates, joined by unit: for covariates worked out from events up to the index date.
 *
 * Missing rule: a unit of the baseline without a row in `additions` has the new covariates missing.
 *
 * @param baseline  left as it is
 * @param additions an integer column `unit` and the new columns; a unit at most once, in any order
 * @param names     the covariates to add; leave out for every column but `unit`
 * @returns rows of the baseline, in its order
 * @throws RangeError when a unit repeats or is not in the baseline, or a name is taken
 */
export function extendBaseline(
  baseline: Baseline,
  additions: Columns,
  names: readonly string[] = Object.keys(additions.columns).filter((name) => name !== "unit"),
): Baseline {
  for (const name of names) requireNewName(baseline, additions, name);
  const units = baseline.table.columns.unit.values;
  const rowOf = rowByUnit(additions, new Set(units));
  const rows = Int32Array.from(units, (unit) => rowOf.get(unit) ?? noRow);
  const added = Object.fromEntries(names.map((name) => [name, gather(additions.columns[name]!, rows)]));
  return {
    ...baseline,
    covariates: [...baseline.covariates, ...names],
    table: withColumns(baseline.table, added),
  };
}

function requireNewName(baseline: Baseline, additions: Columns, name: string): void {
  if (!Object.hasOwn(additions.columns, name)) {
    throw new RangeError(`extendBaseline: names must be columns of additions, got ${name}`);
  }
  if (Object.hasOwn(baseline.table.columns, name)) {
    throw new RangeError(`extendBaseline: a covariate must have a name the baseline does not use yet, got ${name}`);
  }
}

function rowByUnit(additions: Columns, known: ReadonlySet<number>): Map<number, number> {
  const rowOf = new Map<number, number>();
  integersOf(additions, "unit").values.forEach((unit, row) => {
    if (rowOf.has(unit)) throw new RangeError(`extendBaseline: a unit must have one row, got more for unit ${unit}`);
    if (!known.has(unit)) throw new RangeError(`extendBaseline: units must be in the baseline, got unit ${unit}`);
    rowOf.set(unit, row);
  });
  return rowOf;
}
