import { type Baseline, isPresent } from "@likewise/schema";
import { columnNamed, readCovariate } from "../covariates/read-covariates.ts";
import type { People } from "../people/people.ts";

/** A declared column that divides the people compared. */
export interface Subgroup {
  readonly name: string;
  readonly levels: readonly string[];
  /** Index into `levels` for each person compared; -1 where it is not known. */
  readonly codes: Int32Array;
}

/**
 * A baseline column as levels of the people compared: categories and text in natural order, numbers by size. Null for a
 * number of more values than anybody would call levels.
 *
 * @throws Failure usage when the name is not a column of the baseline
 */
export function readSubgroup(baseline: Baseline, people: People, name: string): Subgroup | null {
  const { columns } = baseline.table;
  const column = columnNamed(columns, name, "subgroup", baseline.covariates);
  const rowOf = new Map(Array.from(columns.unit.values, (unit, row) => [unit, row]));
  const place = Array.from(people.units, (unit) => rowOf.get(unit)!);
  const known = place.map((_, at) => at).filter((at) => isPresent(column, place[at]!));
  const codes = new Int32Array(people.numRows).fill(-1);
  const covariate = readCovariate(
    name,
    column,
    Int32Array.from(known, (at) => place[at]!),
  );
  const values = covariate.kind === "factor" ? covariate.codes : covariate.values;
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (covariate.kind === "number" && distinct.length > mostLevels) return null;
  known.forEach((at, index) => {
    codes[at] = distinct.indexOf(values[index]!);
  });
  const nameOf = (value: number) => (covariate.kind === "factor" ? covariate.levels[value]! : String(value));
  return { name, levels: distinct.map(nameOf), codes };
}

/** A number with more values than this is no division of people. */
const mostLevels = 10;
