import {
  addMonths,
  type Columns,
  calendarDate,
  countName,
  dayNumber,
  isoDate,
  parseIsoDate,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { kaplanMeier, survivalQuantile } from "@likewise/stats";
import { dayAt, textAt } from "../people/fields.ts";
import { countCell, dimensionOf, monthsOf, notInData } from "./cells.ts";

/** Which rows are spells: their table, the fields of their first and last day, and, where only some are, which. */
export interface SpellSource {
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly where?: { readonly field: string; readonly in: readonly string[] };
}

export interface StockMonth {
  /** yyyy-mm */
  readonly month: string;
  readonly inflow: number;
  readonly outflow: number;
  /** At the end of the month; of a month that is not over, at the extract date. */
  readonly stock: number;
  readonly complete: boolean;
}

export interface StockAndFlow {
  readonly kind: "likewise/stock-and-flow";
  readonly definition: string;
  readonly options: SpellSource;
  /** Every month from that of the first spell to that of the extract. */
  readonly months: readonly StockMonth[];
  /** Days by Kaplan–Meier, spells still open censored; null when nobody or too few have left. */
  readonly medianStayDays: {
    readonly days: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  };
  readonly spells: number;
  readonly open: number;
  /** Spells left out: no first day, or the last before it. */
  readonly notUsed: { readonly noFirstDay: number; readonly endsBeforeStart: number; readonly afterExtract: number };
  readonly refusals: readonly Refusal[];
}

/** Cases from referral to closure. */
export const referralSpells: SpellSource = { table: "referrals", from: "referral_date", to: "closed_date" };

/**
 * Stock and flow by calendar month: who came on, who went off, how many were on at the end.
 *
 * The stock is counted from the spells themselves, not carried forward; that it equals the stock of the month before, plus
 * in, minus out, is a law the result obeys. A spell is on from its first day and off from its last day on: one that
 * begins and ends in one month is in and out of it. Missing rule: a spell without a last day is open; one without a
 * first day is left out and counted.
 *
 * @param spells where spells come from, default referrals; for a list people are put on and taken off,
 *               `{ table: "phases", from: "from", to: "to", where: { field: "work", in: [...] } }`
 * @returns a refusal where the table, a field or the extract date is missing
 */
export function stockAndFlow({
  plan,
  tables,
  spells = referralSpells,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  spells?: SpellSource;
}): StockAndFlow {
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const table = tables[spells.table];
  const definition = definitionOf(spells);
  const what = `stock and flow of ${spells.table}`;
  const needed = [spells.from, spells.to, ...(spells.where === undefined ? [] : [spells.where.field])];
  const missing = table === undefined ? [spells.table] : needed.filter((field) => table.columns[field] === undefined);
  const refusals: Refusal[] = [
    ...missing.map((name) => notInData("spells-not-in-data", what, name)),
    ...(asAt === null
      ? [{ id: "no-extract-date", what, why: "Without an extract date no month has an end", unlocks: "Set data.asAt" }]
      : []),
  ];
  const notUsed = { noFirstDay: 0, endsBeforeStart: 0, afterExtract: 0 };
  const used: Spell[] = [];
  if (table !== undefined && refusals.length === 0) {
    for (let row = 0; row < table.numRows; row++) {
      if (spells.where !== undefined) {
        const value = textAt(table.columns[spells.where.field], row);
        if (value === null || !spells.where.in.includes(value)) continue;
      }
      const from = dayAt(table.columns[spells.from], row);
      const to = dayAt(table.columns[spells.to], row);
      if (from === null) notUsed.noFirstDay++;
      else if (from > asAt!) notUsed.afterExtract++;
      else if (to !== null && to < from) notUsed.endsBeforeStart++;
      // An end that is planned has not happened.
      else used.push({ from, to: to === null || to > asAt! ? null : to });
    }
  }
  return {
    kind: "likewise/stock-and-flow",
    definition,
    options: spells,
    months: used.length === 0 ? [] : stockMonths(used, asAt!),
    medianStayDays: medianStay(used, asAt),
    spells: used.length,
    open: used.filter(({ to }) => to === null).length,
    notUsed,
    refusals,
  };
}

/**
 * The name of a count of a stock: spells that began or ended in a month, those open at its end, and all that were open
 * in it. Other series of the same spells say with it what they are part of.
 */
export function stockName(spells: SpellSource, who: "in" | "out" | "stock" | "present", month: string): string {
  return countName(`${definitionOf(spells)} ${who}`, { month });
}

/** One row a month; stock, in and out are levels of one dimension without a total, as they do not add up. */
export function stockTables({ definition, months, options }: StockAndFlow): Table[] {
  if (months.length === 0) return [];
  const ids = months.map(({ month }) => month);
  const nameOf = (who: Parameters<typeof stockName>[1], month: string) => stockName(options, who, month);
  const base = { unit: "record" as const, window: null };
  const stocks = tableId("stock-*-open", spellsName(options));
  return [
    {
      ...base,
      id: definition,
      title: `${options.table} that began and ended, by month`,
      definition,
      dimensions: [
        monthsOf("month", "Month", ids, false),
        dimensionOf(
          "flow",
          "Began or ended",
          [
            { id: "inflow", label: "Began" },
            { id: "outflow", label: "Ended" },
          ],
          false,
        ),
      ],
      cells: months.flatMap(({ month, inflow, outflow }) => [
        { ...countCell({ month, flow: "inflow" }, inflow), of: { numerator: nameOf("in", month) } },
        { ...countCell({ month, flow: "outflow" }, outflow), of: { numerator: nameOf("out", month) } },
      ]),
      linked: [stocks],
      // Open before + began = open after + ended: either gives the fourth away. Nothing is open before the first month.
      sums: ids.flatMap((month, at) => [
        {
          total: nameOf("present", month),
          parts: [...(at === 0 ? [] : [nameOf("stock", ids[at - 1]!)]), nameOf("in", month)],
        },
        { total: nameOf("present", month), parts: [nameOf("stock", month), nameOf("out", month)] },
      ]),
    },
    {
      ...base,
      id: stocks,
      title: `${options.table} open at the end of the month`,
      definition: stocks,
      dimensions: [monthsOf("month", "Month", ids, false, "last")],
      cells: months.map(({ month, stock }) => ({
        ...countCell({ month }, stock),
        of: { numerator: nameOf("stock", month) },
      })),
      linked: [definition],
    },
  ];
}

function definitionOf(spells: SpellSource): string {
  return tableId("stock-*", spellsName(spells));
}

function spellsName({ table, from, to }: SpellSource): string {
  return `${table}-${from}-${to}`;
}

interface Spell {
  readonly from: number;
  /** null while it lasts */
  readonly to: number | null;
}

function stockMonths(spells: readonly Spell[], asAt: number): StockMonth[] {
  const first = spells.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const months: StockMonth[] = [];
  const { year, month } = calendarDate(first);
  const start = dayNumber({ year, month, day: 1 });
  for (let k = 0; addMonths(start, k) <= asAt; k++) {
    const begins = addMonths(start, k);
    const last = Math.min(addMonths(start, k + 1) - 1, asAt);
    const inMonth = (day: number | null) => day !== null && day >= begins && day <= last;
    months.push({
      month: isoDate(begins).slice(0, 7),
      inflow: spells.filter(({ from }) => inMonth(from)).length,
      outflow: spells.filter(({ to }) => inMonth(to)).length,
      stock: spells.filter(({ from, to }) => from <= last && (to === null || to > last)).length,
      complete: last === addMonths(start, k + 1) - 1,
    });
  }
  return months;
}

function medianStay(spells: readonly Spell[], asAt: number | null) {
  if (spells.length === 0 || asAt === null) return { days: null, lower: null, upper: null };
  const { time, lower, upper } = survivalQuantile(
    kaplanMeier({
      time: spells.map(({ from, to }) => (to ?? asAt) - from),
      event: spells.map(({ to }) => Number(to !== null)),
    }),
    0.5,
  );
  return { days: time, lower, upper };
}
