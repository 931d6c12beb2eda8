import type { Table } from "@likewise/schema";
import type { MonthlyRunChart, RunChartMonth } from "./monthly-run-chart.ts";

/**
 * A run chart as tables to publish: the share by month with Wilson's interval and with the exact one, events a
 * person-month, and who came and went.
 *
 * The counts of a rate's cell are people with an event of those followed, so that it is withheld with them. Months are no
 * parts of a whole: a person is in several, and only coming and going add up.
 *
 * @param id begins the id of every table
 */
export function runChartTables({ months, definition }: MonthlyRunChart, id: string): Table[] {
  const ids = ["wilson", "exact", "rate", "flow"].map((part) => `${id}-${part}`);
  const month = {
    id: "month",
    label: "Month",
    levels: months.map((one) => ({ id: one.month, label: one.month })),
    total: null,
  };
  const table = (at: number, title: string, parts: Pick<Table, "dimensions" | "cells">): Table => ({
    id: ids[at]!,
    title,
    unit: "person",
    definition,
    window: null,
    ...parts,
    linked: ids.filter((_, other) => other !== at),
  });
  const byMonth = (value: (one: RunChartMonth) => number | null, interval: (one: RunChartMonth) => Bounds | null) => ({
    dimensions: [month],
    cells: months.map((one) => {
      const limits = interval(one);
      return {
        at: { month: one.month },
        numerator: one.withEvent,
        denominator: one.people,
        value: value(one),
        interval: limits === null ? null : ([limits[0], limits[1]] as [number, number]),
      };
    }),
  });
  const flows = [
    { id: "entered", label: "entered" },
    { id: "left", label: "left" },
    { id: "atEnd", label: "in the cohort at the end" },
  ] as const;
  return [
    table(
      0,
      "People with an event by month, of those followed (Wilson interval)",
      byMonth(
        ({ share }) => share,
        ({ wilson }) => wilson,
      ),
    ),
    table(
      1,
      "People with an event by month, of those followed (exact binomial interval)",
      byMonth(
        ({ share }) => share,
        ({ exact }) => exact,
      ),
    ),
    table(
      2,
      "Events a person-month at liberty (exact Poisson interval)",
      byMonth(
        ({ rate }) => rate,
        ({ rateInterval }) => rateInterval,
      ),
    ),
    table(3, "People who entered and left", {
      dimensions: [
        month,
        { id: "flow", label: "Flow", levels: flows.map(({ id: flow, label }) => ({ id: flow, label })), total: null },
      ],
      cells: months.flatMap((one) =>
        flows.map(({ id: flow }) => ({
          at: { month: one.month, flow },
          numerator: one[flow],
          denominator: null,
          value: null,
          interval: null,
        })),
      ),
    }),
  ];
}

type Bounds = readonly [number, number];
