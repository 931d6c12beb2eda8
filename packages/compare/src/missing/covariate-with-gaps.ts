import { type ColumnData, Failure, isPresent } from "@likewise/schema";
import type { Covariate, NumericCovariate } from "../covariates/covariate.ts";
import { readCovariate } from "../covariates/read-covariates.ts";

/** A covariate that is not known of everybody. */
export interface CovariateWithGaps {
  /** In place of a value that is not known stands the mean of those that are, or the reference level. */
  readonly covariate: Covariate;
  /** 1 where it is known, one per person; null where it is of everybody. */
  readonly known: Uint8Array | null;
}

/**
 * A column of the baseline as a covariate for the rows given, known or not.
 *
 * @throws Failure data when it is known of nobody
 */
export function readWithGaps(name: string, column: ColumnData, rows: Int32Array): CovariateWithGaps {
  const known = Uint8Array.from(rows, (row) => (isPresent(column, row) ? 1 : 0));
  if (!known.includes(0)) return { covariate: readCovariate(name, column, rows), known: null };
  const present = rows.filter((_, at) => known[at] === 1);
  if (present.length === 0) throw new Failure("data", `covariate "${name}": it is known of nobody; leave it out`);
  const covariate = readCovariate(name, column, present);
  const place = Int32Array.from(known);
  let before = 0;
  for (let at = 0; at < place.length; at++) place[at] = known[at] === 1 ? before++ : -1;
  if (covariate.kind === "number") {
    const mean = covariate.values.reduce((sum, value) => sum + value, 0) / present.length;
    return { covariate: filled(covariate, place, mean), known };
  }
  return { covariate: { ...covariate, codes: place.map((at) => (at < 0 ? 0 : covariate.codes[at]!)) }, known };
}

function filled(covariate: NumericCovariate, place: Int32Array, value: number): NumericCovariate {
  return { ...covariate, values: Float64Array.from(place, (at) => (at < 0 ? value : covariate.values[at]!)) };
}
