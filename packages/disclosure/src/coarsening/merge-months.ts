import { type Cell, exact, type Table } from "@likewise/schema";

const isMonth = /^(\d{4})-(\d\d)$/;
const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A table of counts with the months of one dimension merged into quarters or years of the calendar. The first and the
 * last keep only the months there are, and say so. Levels that are no months stay.
 *
 * A merged count is named by the counts in it, and a sum says so: what is known of single months elsewhere still counts.
 *
 * @throws RangeError when a cell has a denominator or a value: shares of months do not add up
 */
export function mergeMonths(table: Table, dimension: string, months: 3 | 12): Table {
  const { levels, coarsen } = table.dimensions.find(({ id }) => id === dimension)!;
  const periods = periodsOf(
    levels.map(({ id }) => id),
    months,
  );
  const sums = [...(table.sums ?? [])];
  const groups = new Map<string, Cell[]>();
  for (const cell of table.cells) {
    if (cell.denominator !== null || cell.value !== null)
      throw new RangeError(`disclose: a table with months to merge must hold counts alone, got shares in ${table.id}`);
    const at = { ...cell.at, [dimension]: periods.get(cell.at[dimension]!)?.id ?? cell.at[dimension]! };
    const key = JSON.stringify(table.dimensions.map(({ id }) => at[id]));
    groups.set(key, [...(groups.get(key) ?? []), { ...cell, at }]);
  }
  const cells = [...groups.values()].map((group) => {
    const last = group.at(-1)!;
    if (group.length === 1 || coarsen === "last") return last;
    const parts = group.map(({ of }) => of?.numerator);
    const merged = { ...last, numerator: group.reduce((sum, { numerator }) => sum + exact(numerator), 0) };
    if (parts.includes(undefined)) return { ...merged, of: {} };
    const name = parts.join(" + ");
    sums.push({ total: name, parts: parts as string[] });
    return { ...merged, of: { numerator: name } };
  });
  const shown = levels.map((level) => periods.get(level.id) ?? level);
  const distinct = shown.filter(({ id }, index) => shown.findIndex((each) => each.id === id) === index);
  return {
    ...table,
    dimensions: table.dimensions.map((each) => (each.id === dimension ? { ...each, levels: distinct } : each)),
    cells,
    sums,
  };
}

/** The quarter or year each month is in, from the first to the last month there is. */
function periodsOf(
  ids: readonly string[],
  months: 3 | 12,
): Map<string, { readonly id: string; readonly label: string }> {
  const found = ids.filter((id) => isMonth.test(id)).map((id) => ({ id, month: monthNumber(id) }));
  const first = Math.min(...found.map(({ month }) => month));
  const last = Math.max(...found.map(({ month }) => month));
  return new Map(
    found.map(({ id, month }) => {
      const begins = month - (month % months);
      const from = Math.max(first, begins);
      const to = Math.min(last, begins + months - 1);
      return [id, { id: `${monthId(from)} to ${monthId(to)}`, label: labelOf(from, to, months) }];
    }),
  );
}

function monthNumber(id: string): number {
  const [, year, month] = isMonth.exec(id)!;
  return Number(year) * 12 + Number(month) - 1;
}

function monthId(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function labelOf(from: number, to: number, months: 3 | 12): string {
  const year = Math.floor(to / 12);
  if (months === 12 && to - from === 11) return String(year);
  return from === to ? `${names[from % 12]} ${year}` : `${names[from % 12]} to ${names[to % 12]} ${year}`;
}
