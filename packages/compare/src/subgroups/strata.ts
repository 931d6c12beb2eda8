import { type Baseline, Failure } from "@likewise/schema";
import type { People } from "../people/people.ts";
import { readSubgroup } from "./subgroup.ts";

/**
 * Stratum of each person compared, from the levels of the columns named together; null where none is. People of whom a
 * level is not known are a level of their own.
 *
 * @throws Failure usage when a name is no column of the baseline, or a number of many values
 */
export function readStrata(baseline: Baseline, people: People, names: readonly string[]): Int32Array | null {
  if (names.length === 0) return null;
  const columns = names.map((name) => {
    const column = readSubgroup(baseline, people, name);
    if (column !== null) return column.codes;
    throw new Failure(
      "usage",
      `strata: "${name}" is a number of many values, which makes no strata; cut it into levels`,
    );
  });
  const known = new Map<string, number>();
  return Int32Array.from(people.units, (_, row) => {
    const key = columns.map((codes) => codes[row]).join(" ");
    const code = known.get(key) ?? known.size;
    known.set(key, code);
    return code;
  });
}
