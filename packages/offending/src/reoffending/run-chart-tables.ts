import { countName, type Table, tableId } from "@likewise/schema";
import type { MonthlyRunChart, RunChartMonth } from "./monthly-run-chart.ts";

/**
 * A run chart as tables to publish: the share by month with Wilson's interval and with the exact one, events a
 * person-month, and who came and went.
 *
 * The counts of a rate's cell are people with an event of those followed, so that it is withheld with them. Months are no
 * parts of a whole: a person is in several, and only coming and going add up: who was in it at the end of the month
 * before, and who entered, are those who left and those in it at the end.
 *
 * @param within names of the counts of another series by month that these people are part of, such as the stock of
 *               cases: what one shows and the other leaves out must not be had by subtraction
 */
export function runChartTables({ months, definition }: MonthlyRunChart, within?: SeriesNames): Table[] {
  const tables = [
    ...figures.map(({ id, title, value, interval }) => ({
      id,
      title,
      ...byMonth(months, value, interval),
    })),
    { id: tableId("run-chart-flow"), title: "People who entered and left", ...flowByMonth(months, within) },
  ];
  const ids = tables.map(({ id }) => id);
  return tables.map(
    ({ id, title, ...parts }): Table => ({
      id,
      title,
      unit: "person",
      definition,
      window: null,
      ...parts,
      linked: ids.filter((other) => other !== id),
    }),
  );
}

const figures: readonly {
  readonly id: string;
  readonly title: string;
  readonly value: (one: RunChartMonth) => number | null;
  readonly interval: (one: RunChartMonth) => Bounds | null;
}[] = [
  {
    id: tableId("run-chart-wilson"),
    title: "People with an event by month, of those followed (Wilson interval)",
    value: ({ share }) => share,
    interval: ({ wilson }) => wilson,
  },
  {
    id: tableId("run-chart-exact"),
    title: "People with an event by month, of those followed (exact binomial interval)",
    value: ({ share }) => share,
    interval: ({ exact }) => exact,
  },
  {
    id: tableId("run-chart-rate"),
    title: "Events a person-month at liberty (exact Poisson interval)",
    value: ({ rate }) => rate,
    interval: ({ rateInterval }) => rateInterval,
  },
];

type Parts = Pick<Table, "dimensions" | "cells" | "sums">;

function byMonth(
  months: readonly RunChartMonth[],
  value: (one: RunChartMonth) => number | null,
  interval: (one: RunChartMonth) => Bounds | null,
): Parts {
  return {
    dimensions: [monthDimension(months)],
    cells: months.map((one) => {
      const limits = interval(one);
      return {
        at: { month: one.month },
        numerator: one.withEvent,
        denominator: one.people,
        value: value(one),
        interval: limits === null ? null : [limits[0], limits[1]],
        of: { denominator: nameOf("followed", one.month) },
      };
    }),
  };
}

const flows = [
  { id: "entered", name: "in", label: "entered" },
  { id: "left", name: "out", label: "left" },
  { id: "atEnd", name: "stock", label: "in the cohort at the end" },
] as const;

function flowByMonth(months: readonly RunChartMonth[], within: SeriesNames | undefined): Parts {
  const levels = flows.map(({ id, label }) => ({ id, label }));
  return {
    dimensions: [monthDimension(months), { id: "flow", label: "Flow", levels, total: null }],
    cells: months.flatMap((one) =>
      flows.map(({ id: flow, name }) => ({
        at: { month: one.month, flow },
        numerator: one[flow],
        denominator: null,
        value: null,
        interval: null,
        of: { numerator: nameOf(name, one.month) },
      })),
    ),
    sums: months.flatMap(({ month: of }, at) => {
      const present = nameOf("present", of);
      const before = at === 0 ? [] : [nameOf("stock", months[at - 1]!.month)];
      return [
        { total: present, parts: [...before, nameOf("in", of)] },
        { total: present, parts: [nameOf("stock", of), nameOf("out", of)] },
        ...partOf(present, nameOf("followed", of)),
        ...(within === undefined
          ? []
          : (["in", "out", "stock", "present"] as const).flatMap((who) => partOf(within(who, of), nameOf(who, of)))),
      ];
    }),
  };
}

function monthDimension(months: readonly RunChartMonth[]): Table["dimensions"][number] {
  return { id: "month", label: "Month", levels: months.map(({ month }) => ({ id: month, label: month })), total: null };
}

function nameOf(who: "in" | "out" | "stock" | "present" | "followed", month: string): string {
  return countName(`run-chart ${who}`, { month });
}

/** The name of a count of another series in a month: who came, who went, who is there at the end, and who was at all. */
export type SeriesNames = (who: "in" | "out" | "stock" | "present", month: string) => string;

/** A part of a whole leaves the rest; where nobody is left the two are one, as most readers will guess. */
function partOf(total: string, part: string): NonNullable<Table["sums"]> {
  return [
    { total, parts: [part] },
    { total, parts: [part, `${total} but not ${part}`] },
  ];
}

type Bounds = readonly [number, number];
