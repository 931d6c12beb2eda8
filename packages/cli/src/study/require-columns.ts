import { type ColumnData, type Columns, cell, Failure, readTruth } from "@likewise/schema";
import type { CompareOptions } from "../commands/compare.ts";
import { baselineColumns, listed } from "./compare-options.ts";

/**
 * A few stray cells change what a column is: one word among ages makes every age a level of its own, one 2 among noughts and
 * ones makes a share a mean. Where nearly all values say one thing, the others are for a person to look at.
 *
 * @throws Failure `data` naming column and rows, never what they hold
 */
export function requireColumns(table: Columns, options: CompareOptions): void {
  const categories = listed(options.categories);
  for (const name of baselineColumns(options)) {
    const column = table.columns[name];
    if (column === undefined || categories.includes(name) || (column.type !== "category" && column.type !== "text"))
      continue;
    requireAlike(column, (value) => String(value).trim() !== "" && Number.isFinite(Number(value)), {
      name: `covariate "${name}"`,
      expected: "numbers",
      wayOut: `if its values are codes, --categories ${name}`,
    });
  }
  if (options.type !== undefined) return;
  for (const name of listed(options.outcome)) {
    const column = table.columns[name];
    if (column === undefined) continue;
    requireAlike(column, (value) => readTruth(value) !== null, {
      name: `outcome "${name}"`,
      expected: "0 and 1, no and yes or false and true",
      wayOut: "if they are right, --type says what the outcome is",
    });
  }
}

/** Up to one in twenty is a misprint rather than what the column holds. */
const fewest = 0.05;

function requireAlike(
  column: ColumnData,
  isAlike: (value: NonNullable<ReturnType<typeof cell>>) => boolean,
  words: { readonly name: string; readonly expected: string; readonly wayOut: string },
): void {
  const present = Array.from(column.values.keys()).filter((row) => cell(column, row) !== null);
  const others = present.filter((row) => !isAlike(cell(column, row)!));
  if (others.length === 0 || others.length > fewest * present.length) return;
  const first = `row ${others[0]! + 1} of those read`;
  const where = others.length === 1 ? first : `${others.length} rows, the first ${first}`;
  throw new Failure(
    "data",
    `${words.name}: expected ${words.expected}, as in ${present.length - others.length} rows, found something else in ${where}; ${words.wayOut}`,
  );
}
