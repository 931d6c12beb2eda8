import { type Columns, cell, naturalOrder } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import type { MatchRate } from "./linkage.ts";

/**
 * Shares of rows linked and of people found, overall and by groups of people. Only people have groups: a row without a
 * person has none. Somebody whom no row is about is not found either, so compare groups, not with 100%.
 *
 * @param found  1 = at least one row is linked to the person, in the order of `columnRows`
 * @param groups fields of `people`; a missing value is a group of its own
 */
export function matchRates(
  rows: { readonly linked: number; readonly total: number },
  people: { readonly columns: Columns; readonly columnRows: Int32Array },
  found: Uint8Array,
  groups: readonly string[],
): readonly MatchRate[] {
  const everybody = Array.from(found, (_, person) => person);
  return [
    ...rate("rows", null, rows.linked, rows.total),
    ...ratesOf(null, everybody, found),
    ...groups.flatMap((field) => {
      const groupOf = everybody.map((person) => valueAt(people, field, person));
      const values = [...new Set(groupOf)].sort(naturalOrder);
      return values.flatMap((value) => {
        const members = everybody.filter((person) => groupOf[person] === value);
        return ratesOf({ field, value }, members, found);
      });
    }),
  ];
}

function valueAt({ columns, columnRows }: Parameters<typeof matchRates>[1], field: string, person: number): string {
  return String(cell(columns.columns[field]!, columnRows[person]!) ?? "missing");
}

function ratesOf(group: MatchRate["group"], people: readonly number[], found: Uint8Array): MatchRate[] {
  const linked = people.reduce((sum, person) => sum + found[person]!, 0);
  return rate("people", group, linked, people.length);
}

/** None of nobody: no rate. */
function rate(of: MatchRate["of"], group: MatchRate["group"], linked: number, total: number): MatchRate[] {
  if (total === 0) return [];
  const { proportion, lower, upper } = wilsonInterval({ events: linked, total });
  return [{ of, group, linked, total, proportion, lower, upper }];
}
