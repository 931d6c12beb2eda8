import { type Columns, isPresent, numbersOf } from "@likewise/schema";
import type { CompareOptions } from "../commands/compare.ts";
import { baselineColumns } from "./compare-options.ts";

/** Ages nobody in these data is likely to have; they are used as they are, and said. */
export function implausibleAges(table: Columns, options: CompareOptions): string[] {
  return baselineColumns(options).flatMap((name) => {
    const column = table.columns[name];
    if (!/^age(?![a-z])/i.test(name) || (column?.type !== "number" && column?.type !== "integer")) return [];
    const numbers = numbersOf(table, name);
    const rows = Array.from(numbers.values.keys()).filter(
      (row) => isPresent(numbers, row) && (numbers.values[row]! < youngest || numbers.values[row]! > oldest),
    );
    if (rows.length === 0) return [];
    return [
      `covariate "${name}": expected ages of ${youngest} to ${oldest}, found others in ${rows.length === 1 ? "one row" : `${rows.length} rows`}, the first row ${rows[0]! + 1} of those read; used as they are`,
    ];
  });
}

/** The age of criminal responsibility in England and Wales, and an age few live beyond. */
const youngest = 10;
const oldest = 105;
