import { type Columns, columnsOf, integerColumn, numberColumn, textColumn } from "@likewise/schema";
import { setCodes } from "./matching/matched-sets.ts";
import type { ComparisonGroup } from "./methods/comparison-group.ts";
import type { People } from "./people/people.ts";

/** Everybody matched with their set (from 1), weight and score, in order of ids: a private artefact. */
export function matchedRows(people: People, group: ComparisonGroup | null): Columns {
  const codes = setCodes(group?.sets ?? [], people.numRows);
  const rows = Array.from(codes, (_, row) => row).filter((row) => codes[row]! >= 0);
  return columnsOf({
    unit: integerColumn(rows.map((row) => people.units[row]!)),
    id: textColumn(rows.map((row) => people.ids[row]!)),
    set: integerColumn(rows.map((row) => codes[row]! + 1)),
    weight: numberColumn(rows.map((row) => group!.weights![row]!)),
    score: numberColumn(rows.map((row) => group!.score?.[row] ?? null)),
  });
}
