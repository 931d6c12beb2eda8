import { type Columns, columnsOf, integerColumn, numberColumn, textColumn } from "@likewise/schema";
import { setCodes } from "./matching/matched-sets.ts";
import type { ComparisonGroup } from "./methods/comparison-group.ts";
import type { People } from "./people/people.ts";

/**
 * Everybody matched with their set (from 1; none for somebody who serves in several), weight and score, in order of ids: a
 * private artefact.
 */
export function matchedRows(people: People, group: ComparisonGroup | null): Columns {
  const sets = group?.sets ?? [];
  const codes = setCodes(sets, people.numRows);
  const times = new Int32Array(people.numRows);
  for (const { comparison } of sets) for (const row of comparison) times[row] = times[row]! + 1;
  const rows = Array.from(codes, (_, row) => row).filter((row) => codes[row]! >= 0);
  return columnsOf({
    unit: integerColumn(rows.map((row) => people.units[row]!)),
    id: textColumn(rows.map((row) => people.ids[row]!)),
    set: integerColumn(rows.map((row) => (times[row]! > 1 ? null : codes[row]! + 1))),
    weight: numberColumn(rows.map((row) => group!.weights![row]!)),
    score: numberColumn(rows.map((row) => group!.score?.[row] ?? null)),
  });
}
