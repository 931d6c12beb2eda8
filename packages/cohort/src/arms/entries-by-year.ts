import { type Baseline, cell } from "@likewise/schema";
import { financialYearOf } from "../people/financial-year-of.ts";

/** People who entered in one financial year. */
export interface EntriesInYear {
  /** April to March, as 2021-22 */
  readonly year: string;
  readonly people: number;
}

/**
 * People of the programme group by the financial year of their index date, earliest first; people without one are left out.
 *
 * @example
 * const date = { type: "date", values: Int32Array.of(18717, 18718, 18718), valid: null };
 * const arm = { type: "boolean", values: Uint8Array.of(1, 1, 0), valid: null };
 * entriesByYear({ table: { columns: { arm, indexDate: date }, numRows: 3 } }); // [{ year: "2020-21", people: 1 }, { year: "2021-22", people: 1 }]
 */
export function entriesByYear({ table }: Pick<Baseline, "table">): EntriesInYear[] {
  const counts = new Map<string, number>();
  const { arm, indexDate } = table.columns;
  for (let row = 0; row < table.numRows; row++) {
    const day = cell(indexDate!, row);
    if (cell(arm!, row) !== true || typeof day !== "number") continue;
    const year = financialYearOf(day);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([year, people]) => ({ year, people }));
}
