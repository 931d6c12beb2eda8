import {
  type Cell,
  contractDefinition,
  contractIndicator,
  countName,
  isoDate,
  type Limit,
  type Table,
  tableId,
} from "@likewise/schema";
import { countCell, dimensionOf } from "../pathway/cells.ts";
import type { Performance, PeriodPerformance, TargetPerformance } from "./performance.ts";
import { daysIn, type PeriodMonths } from "./periods.ts";

/** People who count, but not in a period of the contract. */
const elsewhere = "elsewhere";

/**
 * One table a target by quarters, half-years and years: disclosure control publishes the shortest periods of which most
 * counts are not small. Working results hold all three.
 */
export function performanceTables({ targets }: Performance): Table[] {
  const shown = targets.filter(({ byLength }) => byLength[0]!.periods.length > 0);
  const idsOf = (months: PeriodMonths) => shown.map(({ target }) => idOf(target.id, months));
  return shown.flatMap((one) =>
    one.byLength.map(({ months, periods, complete }, index) => {
      const id = idOf(one.target.id, months);
      const rows = complete === null ? periods : [...periods, complete];
      const longer = one.byLength[index + 1];
      return {
        id,
        title: `${one.label}, by ${lengths[months]}`,
        unit: contractIndicator(one.target.indicator).counted,
        definition: contractDefinition(one.target),
        window: null,
        dimensions: [
          dimensionOf(
            "period",
            names[months],
            [
              ...rows.map(({ period }) => ({ id: period.id, label: period.label })),
              ...(one.everyone === null ? [] : [{ id: elsewhere, label: "Not in these periods, or no day recorded" }]),
            ],
            false,
          ),
        ],
        cells: [
          ...rows.map((row) => cellOf(one, row)),
          ...(one.everyone === null ? [] : [elsewhereCell(one, periods, one.everyone.people)]),
        ],
        linked: idsOf(months).filter((other) => other !== id),
        sums: sumsOf(one, periods, complete),
        ...(longer === undefined ? {} : { coarser: idOf(one.target.id, longer.months) }),
      };
    }),
  );
}

const lengths: Readonly<Record<PeriodMonths, string>> = { 3: "quarter", 6: "half-year", 12: "year" };
const names: Readonly<Record<PeriodMonths, string>> = { 3: "Quarter", 6: "Half-year", 12: "Year" };

function idOf(target: string, months: PeriodMonths): string {
  return tableId("performance-*", months === 3 ? target : `${target}-by-${lengths[months]}`);
}

function cellOf(
  one: TargetPerformance,
  { period, measured, asked, days, provisional, verdict }: PeriodPerformance,
): Cell {
  const { numerator, denominator, value, interval } = measured;
  const upper: Limit = interval === null || interval[1] === null ? { unbounded: "above" } : interval[1];
  return {
    at: { period: period.id },
    numerator,
    denominator,
    value,
    interval: interval === null ? null : [interval[0], upper],
    ...(one.everyone === null ? {} : { of: { numerator: nameOf(one, period) } }),
    asked: { ...asked, days, ofDays: daysIn(period), provisional, verdict },
  };
}

/** Those left over, so that the column adds up to the people the pathway counts. */
function elsewhereCell(one: TargetPerformance, periods: readonly PeriodPerformance[], everyone: number): Cell {
  const counted = periods.reduce((sum, { measured }) => sum + measured.numerator, 0);
  return { ...countCell({ period: elsewhere }, everyone - counted), of: { numerator: restName(one) } };
}

/** Quarters add up to longer periods, complete ones to all of them together, and all there are to a step of the pathway. */
function sumsOf(
  one: TargetPerformance,
  periods: readonly PeriodPerformance[],
  complete: PeriodPerformance | null,
): NonNullable<Table["sums"]> {
  if (one.everyone === null) return [];
  const quarters = one.byLength[0]!.periods;
  const within = (whole: PeriodPerformance["period"]) =>
    quarters.filter(({ period }) => period.from >= whole.from && period.to <= whole.to);
  const wholes = [...periods, ...(complete === null ? [] : [complete])];
  const { step } = one.everyone;
  return [
    ...wholes
      .map(({ period }) => ({
        total: nameOf(one, period),
        parts: within(period).map((part) => nameOf(one, part.period)),
      }))
      .filter(({ parts }) => parts.length > 1),
    ...(step === null
      ? []
      : [
          {
            total: countName(`step ${step}`),
            parts: [...quarters.map(({ period }) => nameOf(one, period)), restName(one)],
          },
        ]),
    ...(step === "referred" ? quarters.flatMap(({ period, days }) => monthsOf(one, period, days)) : []),
  ];
}

/** Of a quarter that is whole, its months as the pathway counts them. */
function monthsOf(one: TargetPerformance, period: PeriodPerformance["period"], days: number) {
  if (days !== daysIn(period)) return [];
  const months = new Set(Array.from({ length: daysIn(period) }, (_, day) => isoDate(period.from + day).slice(0, 7)));
  const parts = [...months].map((month) => countName("step referred", { "referral-month": month }));
  return [{ total: nameOf(one, period), parts }];
}

function nameOf({ target }: TargetPerformance, { from, to }: { readonly from: number; readonly to: number }): string {
  return countName(`performance ${target.id}`, { from: isoDate(from), to: isoDate(to) });
}

function restName({ target }: TargetPerformance): string {
  return countName(`performance ${target.id}`, { period: elsewhere });
}
