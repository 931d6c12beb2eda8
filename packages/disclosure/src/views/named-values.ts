import { isWithheld, type Table } from "@likewise/schema";

/** The numbers of all named counts of tables: a month that has become part of a quarter is still part of sums. */
export function namedValues(tables: readonly Table[]): Map<string, number> {
  const values = new Map<string, number>();
  for (const { cells } of tables)
    for (const cell of cells)
      for (const part of ["numerator", "denominator"] as const) {
        const [name, figure] = [cell.of?.[part], cell[part]];
        if (name !== undefined && figure !== null && !isWithheld(figure)) values.set(name, figure);
      }
  return values;
}
