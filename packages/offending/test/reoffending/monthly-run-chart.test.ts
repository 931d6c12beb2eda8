import { monthlyRunChart, runChartTables } from "@likewise/offending";
import { Failure } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { eventsOf, followed, ordersOf, outcome, type PersonRow, planOf } from "../study.ts";

const wide = ["2020-01-01", "2023-03-31"] as const;
const plan = planOf({});
const noEvents = eventsOf({ person: "nobody", on: "2023-02-01" });

const cohortOf = (size: number, index: string): PersonRow[] =>
  Array.from({ length: size }, (_, at) => ({ id: `p${at}`, index, observed: wide }));

const chartOf = (
  people: readonly PersonRow[],
  given: Partial<Parameters<typeof monthlyRunChart>[0]> = {},
  events = noEvents,
) => monthlyRunChart({ plan, tables: { events }, ...followed(...people), outcome: "reoffence", ...given });

/** As pages print it: per cent with a decimal, none where it is 0. */
const percent = (share: number) => `${Number((100 * share).toFixed(1))} %`;
const printed = (share: number | null, interval: readonly [number, number] | null) =>
  `${percent(share!)} (${Number((100 * interval![0]).toFixed(1))} to ${percent(interval![1])})`;

describe("a run chart by month", () => {
  it("practice-A31: 0 of 55 prints 0 % (0 to 6.5 %); a growing cohort uses person-months", () => {
    const zero = chartOf(cohortOf(55, "2023-01-31")).months.find(({ month }) => month === "2023-02")!;
    expect([zero.withEvent, zero.people, zero.personMonths]).toEqual([0, 55, 55]);
    expect(printed(zero.share, zero.wilson)).toBe("0 % (0 to 6.5 %)");

    // One followed all February, and three who come on 21 February: 1 + 3 × 7 / 28 = 1.75 person-months, not 4 heads.
    const growing = [
      { id: "a", index: "2023-01-31", observed: wide },
      ...["b", "c", "d"].map((id) => ({ id, index: "2023-02-21", observed: wide })),
    ];
    const february = chartOf(growing, {}, eventsOf({ person: "a", on: "2023-02-10" })).months[1]!;
    expect(february).toMatchObject({ month: "2023-02", entered: 3, people: 4, personMonths: 1.75, events: 1 });
    expect(february.rate).toBeCloseTo(1 / 1.75, 15);
  });

  it("practice-F3: 0 of 55 prints upper limit 6.5 %, Wilson's 6.53 and the exact one's 6.49 named apart", () => {
    const zero = chartOf(cohortOf(55, "2023-01-31")).months[1]!;
    // by hand: Wilson at 0 events z² / (n + z²), z² = 3.841458820694124; exact 1 - 0.025^(1/55)
    expect(zero.wilson![1]).toBeCloseTo(3.841458820694124 / (55 + 3.841458820694124), 12);
    expect(zero.exact![1]).toBeCloseTo(1 - 0.025 ** (1 / 55), 12);
    expect([zero.wilson![1], zero.exact![1]].map(percent)).toEqual(["6.5 %", "6.5 %"]);
    // 3.688879… events over 55 person-months
    expect(zero.rateInterval![1]).toBeCloseTo(-Math.log(0.025) / 55, 12);
    const tables = runChartTables(chartOf(cohortOf(55, "2023-01-31")));
    expect(tables.slice(0, 3).map(({ title }) => /Wilson|exact binomial|exact Poisson/.exec(title)?.[0])).toEqual([
      "Wilson",
      "exact binomial",
      "exact Poisson",
    ]);
  });

  it("one of 55 prints 1.8 % (0.3 to 9.6 %)", () => {
    const one = chartOf(cohortOf(55, "2023-01-31"), {}, eventsOf({ person: "p7", on: "2023-02-10" })).months[1]!;
    expect(printed(one.share, one.wilson)).toBe("1.8 % (0.3 to 9.6 %)");
  });

  it("removes days in custody once, and keeps all time beside: 14 of 28 days are half a person-month", () => {
    const orders = ordersOf(["a", "custody", "2023-02-01", "2023-02-10"], ["a", "recall", "2023-02-08", "2023-02-14"]);
    const chart = chartOf([{ id: "a", index: "2023-01-31", observed: wide }], { tables: { events: noEvents, orders } });
    expect(chart.months[1]).toMatchObject({ personMonths: 0.5, allTimePersonMonths: 1 });
    expect(chart.custodyRemoved).toBe(true);
  });

  it("balances: who is there at the end of a month was there before, came or did not leave", () => {
    const people: PersonRow[] = [
      { id: "a", index: "2023-01-10", observed: wide, started: "2023-02-14" },
      { id: "b", index: "2023-01-20", observed: wide },
      { id: "c", index: "2023-03-01", observed: wide },
    ];
    const { months } = chartOf(people, { exits: ["started"] });
    expect(months.map((one) => [one.month, one.entered, one.left, one.atEnd])).toEqual([
      ["2023-01", 2, 0, 2],
      ["2023-02", 0, 1, 1],
      ["2023-03", 1, 0, 2],
    ]);
    // a: 14 of 28 days, b: all
    expect(months[1]!.personMonths).toBe(1.5);
  });

  it("says what adds up, the first month included, and what another series counts of the same people", () => {
    const people = cohortOf(6, "2023-01-10");
    const within = (who: string, month: string) => `stock ${who} ${month}`;
    const flow = runChartTables(chartOf(people), within).find(({ id }) => id === "run-chart-flow")!;
    const name = (who: string) => `run-chart ${who}; month=2023-01`;
    expect(flow.cells.slice(0, 3).map(({ of }) => of!.numerator)).toEqual([name("in"), name("out"), name("stock")]);
    expect(flow.sums).toEqual(
      expect.arrayContaining([
        { total: name("present"), parts: [name("in")] },
        { total: name("present"), parts: [name("stock"), name("out")] },
        { total: "stock in 2023-01", parts: [name("in")] },
        { total: "stock in 2023-01", parts: [name("in"), `stock in 2023-01 but not ${name("in")}`] },
      ]),
    );
    expect(flow.sums).toContainEqual({
      total: "run-chart present; month=2023-02",
      parts: [name("stock"), "run-chart in; month=2023-02"],
    });
  });

  it("counts a person once in what has been so far, and every event", () => {
    const events = eventsOf(
      ...["2023-02-01", "2023-02-02", "2023-03-01"].map((on) => ({ person: "p0", on })),
      { person: "p0", on: "2023-01-31" }, // the index day belongs to the time before
      { person: "p1", on: "2023-03-31", breach: true },
    );
    const { months } = chartOf(cohortOf(2, "2023-01-31"), {}, events);
    expect(months.map((one) => [one.events, one.withEvent])).toEqual([
      [0, 0],
      [2, 1],
      [1, 1],
    ]);
    expect(months[2]!.cumulative).toMatchObject({ people: 2, withEvent: 1, events: 3, personMonths: 4, rate: 0.75 });
  });

  it("draws limits of chance around all months or a declared rate, and marks what lies beyond", () => {
    // 4 people, 4 person-months, 1 expected: P(X > 5) = 0.0006 and P(X > 4) = 0.0037, so 99.8 % ends at 5
    const busy = (count: number) =>
      eventsOf(...Array.from({ length: count }, () => ({ person: "p0", on: "2023-02-10" })));
    const at = (count: number) => chartOf(cohortOf(4, "2023-01-31"), { expectedRate: 0.25 }, busy(count)).months[1]!;
    expect(at(5).countLimits.at(-1)).toEqual({ level: 0.998, lower: 0, upper: 5 });
    expect([at(0).beyond, at(5).beyond, at(6).beyond]).toEqual([null, null, "above"]);
    expect(chartOf(cohortOf(4, "2023-01-31"), {}, busy(4)).target).toEqual({
      share: 1 / 8,
      ratePerPersonMonth: 0.5,
      declared: false,
    });
  });

  it("says whom it leaves out: not entered, not found, gone before they came", () => {
    const chart = chartOf(
      [
        { id: "a", index: null, observed: wide },
        { id: "b", index: "2023-01-01", observed: null },
        { id: "c", index: "2023-01-10", observed: wide, started: "2023-01-01" },
        { id: "d", index: "2023-04-10", observed: wide },
      ],
      { exits: ["started"] },
    );
    expect(chart.notUsed).toEqual([
      { code: "left-before-entry", rows: 1 },
      { code: "not-covered", rows: 1 },
      { code: "not-entered", rows: 1 },
      { code: "not-found", rows: 1 },
    ]);
    expect(chart.months).toEqual([]);
  });

  it("refuses a proven outcome, an unknown one and a negative rate", () => {
    const proven = planOf({ outcomes: [outcome({ basis: "proven", definition: "proven", window: "moj-proven-12m" })] });
    expect(() => chartOf(cohortOf(1, "2023-01-31"), { plan: proven })).toThrow(Failure);
    expect(() => chartOf(cohortOf(1, "2023-01-31"), { outcome: "other" })).toThrow(RangeError);
    expect(() => chartOf(cohortOf(1, "2023-01-31"), { expectedRate: -1 })).toThrow(/got -1/);
  });
});
