import { ratePerYear, reoffendingSummary, reoffendingTables } from "@likewise/offending";
import { columnsOf, Failure, type Outcome, takeRows, textColumn, withColumns } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../harm/weights.ts";
import { eventsOf, followed, ordersOf, outcome, planOf, withEngine } from "../study.ts";

const wide = ["2020-01-01", "2025-12-31"] as const;
const index = "2023-01-01";
const people = followed(
  { id: "a", index, observed: wide },
  { id: "b", index, observed: wide },
  // 1 January + 182 days = 2 July: followed for half of the year
  { id: "c", index, observed: ["2020-01-01", "2023-07-02"] },
  { id: "d", index, observed: null },
  { id: "e", index: null, observed: wide },
);
const events = eventsOf(
  { person: "a", on: "2023-02-01" },
  { person: "a", on: "2023-03-01" },
  { person: "a", on: "2023-04-01", breach: true },
  { person: "a", on: "2023-05-01", proactive: true },
  // Both: one event, counted as the breach it is.
  { person: "a", on: "2023-05-02", breach: true, proactive: true },
  { person: "c", on: "2023-01-11" },
);
// 1 to 30 June: 30 days
const orders = ordersOf(["a", "custody", "2023-06-01", "2023-06-30"]);
const everyone = [{ id: "all", units: Int32Array.from([0, 1, 2, 3, 4]) }];

const summaryOf = (given: Partial<Parameters<typeof reoffendingSummary>[0]> & { outcomes?: Outcome[] } = {}) =>
  withEngine((engine) =>
    reoffendingSummary({
      engine,
      plan: planOf(given.outcomes === undefined ? {} : { outcomes: given.outcomes }),
      tables: { events, orders },
      ...people,
      groups: everyone,
      outcome: "reoffence",
      ...given,
    }),
  );

describe("reoffending of a group", () => {
  it("is worked by hand for five people: two observed, one cut short, two of whom nothing can be said", async () => {
    const [all] = (await summaryOf()).figures;
    expect(all).toMatchObject({
      group: "all",
      window: "recorded-12m",
      people: 5,
      missing: [
        { code: "no-index-date", rows: 1 },
        { code: "not-found", rows: 1 },
      ],
      censored: 1,
      observed: 2,
      reoffenders: 1,
      share: 0.5,
      events: 2,
      perPerson: 1,
      perReoffender: 2,
      custodyRemoved: true,
      severity: null,
    });
  });

  it("has limits of events a person by hand, and none of one reoffender", async () => {
    const [all] = (await summaryOf()).figures;
    // 2 and 0 events: √(2/1 · 2) / 2 = 1 on the log scale, and Student's t on 1 degree of freedom is 12.7062
    const [low, high] = all!.perPersonInterval!;
    expect(Math.log(high)).toBeCloseTo(12.7062047, 6);
    expect(low * high).toBeCloseTo(1, 9);
    expect(all!.perReoffenderInterval).toBeNull();
    const nothing = await summaryOf({ tables: { events: takeRows(events, new Int32Array()), orders } });
    // Garwood: no event among 2 people, -ln(0.025) / 2
    expect(nothing.figures[0]!.perPersonInterval).toEqual([0, expect.closeTo(-Math.log(0.025) / 2, 9)]);
  });

  it("has days in custody removed from its rate, and the rate over all time beside it", async () => {
    const [all] = (await summaryOf()).figures;
    // a 365 - 30, b 365, c 182 days: 3 events
    expect(all!.atLiberty.rate).toBeCloseTo(3 / ((335 + 365 + 182) / 365.25), 12);
    expect(all!.allTime.rate).toBeCloseTo(3 / ((365 + 365 + 182) / 365.25), 12);
  });

  it("has a median time to the first event that counts whoever was cut short, and none where half never had one", async () => {
    const [all] = (await summaryOf()).figures;
    // days 10 (c), 31 (a) and 365+ (b): 2/3, then 1/3 are left, so half is passed on day 31
    expect(all!.first).toMatchObject({ people: 3, withEvent: 2, censored: 1, medianDays: 31 });
    const [b] = (await summaryOf({ groups: [{ id: "b", units: Int32Array.of(1) }] })).figures;
    expect(b!.first).toMatchObject({ people: 1, withEvent: 0, medianDays: null });
  });

  it("keeps what the programme itself makes apart: two breaches and an arrest to disrupt count as no reoffence", async () => {
    const [all] = (await summaryOf()).figures;
    expect(all!.programme).toMatchObject({ breaches: 2, foundByLooking: 1, peopleWithAny: 1 });
    const [incidents] = (await summaryOf({ outcomes: [outcome({ basis: "incident" })] })).figures;
    expect(incidents!.events).toBe(5);
  });

  it("takes any window, and counts each from its own start", async () => {
    const { figures } = await summaryOf({ windows: ["recorded-1m", "recorded-6m", "block+2"] });
    // to 1 February: a's first (day 31 is the last day inside) and c's; to 1 July: both of a; (1 July, 1 January]: none
    expect(figures.map((one) => [one.window, one.observed, one.events])).toEqual([
      ["recorded-1m", 3, 2],
      ["recorded-6m", 3, 3],
      ["block+2", 2, 0],
    ]);
    expect(figures[2]!.first).toMatchObject({ people: 3, withEvent: 0 });
  });

  it("says how grave the first event was of each person observed throughout, and refuses where weights do not fit", async () => {
    const coded = (...codes: string[]) => ({ events: withColumns(events, { code: textColumn(codes) }), orders });
    const weights = { weights: weightsOf(), options: {}, severityClasses: null };
    // a's first weighs 20 days; b has none; c was not observed throughout
    const fits = await summaryOf({
      weights,
      tables: coded("8/06", "105/01", "105/01", "105/01", "105/01", "105/01"),
    });
    expect(fits.figures[0]!.severity).toMatchObject({
      classes: [{ people: 0 }, { id: "10-days-to-a-year", people: 1 }, { people: 0 }],
      none: 1,
    });
    const severity = reoffendingTables(fits).at(-1)!;
    expect(severity.cells.map(({ at, numerator }) => [at.severity, numerator])).toEqual([
      ["under-10-days", 0],
      ["10-days-to-a-year", 1],
      ["a-year-or-more", 0],
      ["none", 1],
      ["all", 2],
    ]);
    const unknown = await summaryOf({ weights, tables: coded(...Array.from({ length: 6 }, () => "999/99")) });
    expect(unknown.figures[0]!.severity).toBeNull();
    expect(unknown.refusals).toHaveLength(1);
  });

  it("has no share and no rate for nobody", async () => {
    const [none] = (await summaryOf({ groups: [{ id: "none", units: new Int32Array() }] })).figures;
    expect(none).toMatchObject({ people: 0, share: null, interval: null, perPerson: null, perReoffender: null });
    expect(none!.atLiberty).toEqual({ events: 0, years: 0, rate: null, interval: null, method: null });
  });

  it("refuses an outcome that is not of events, a unit nobody knows, and a proven outcome without a proof edge", async () => {
    await expect(summaryOf({ outcome: "other" })).rejects.toThrow(RangeError);
    await expect(summaryOf({ groups: [{ id: "x", units: Int32Array.of(9) }] })).rejects.toThrow(/got 9/);
    const proven = outcome({ basis: "proven", definition: "proven", window: "moj-proven-12m" });
    await expect(summaryOf({ outcomes: [proven], windows: ["recorded-12m"] })).rejects.toThrow(Failure);
  });

  it("does not change what it is given, and gives the same for rows in another order", async () => {
    const reversed = columnsOf(
      eventsOf(
        { person: "c", on: "2023-01-11" },
        { person: "a", on: "2023-05-02", breach: true, proactive: true },
        { person: "a", on: "2023-05-01", proactive: true },
        { person: "a", on: "2023-04-01", breach: true },
        { person: "a", on: "2023-03-01" },
        { person: "a", on: "2023-02-01" },
      ).columns,
    );
    expect(await summaryOf({ tables: { events: reversed, orders } })).toEqual(await summaryOf());
  });
});

describe("reoffending as tables to publish", () => {
  it("has cells whose numerator is among its denominator, and whose tables name each other", async () => {
    const tables = reoffendingTables(await summaryOf());
    expect(tables.map(({ id }) => id)).toEqual(
      ["share", "events", "first", "programme"].map((part) => `reoffending-reoffence-recorded-12m-${part}`),
    );
    for (const { id, cells, linked } of tables) {
      expect(linked).toEqual(tables.map((table) => table.id).filter((other) => other !== id));
      for (const { numerator, denominator } of cells)
        expect(numerator as number).toBeLessThanOrEqual(denominator as number);
    }
    expect(tables[1]!.cells.map(({ at, value }) => [at.measure, value]).slice(0, 2)).toEqual([
      ["per-person", 1],
      ["per-reoffender", 2],
    ]);
  });

  it("print beside the outcome what it leaves out because the programme makes it", async () => {
    // By hand: a's breaches of 1 April and 2 May, and a's arrest of 1 May found by looking; a, b and c are followed.
    const { cells } = reoffendingTables(await summaryOf()).find(({ id }) => id.endsWith("-programme"))!;
    expect(cells.map(({ at, numerator, denominator }) => [at.measure, numerator, denominator])).toEqual([
      ["people", 1, 3],
      ["breaches", 1, 3],
      ["found-by-looking", 1, 3],
    ]);
    expect(cells.map(({ value }) => value)).toEqual([1 / 3, 2 / 3, 1 / 3]);
    expect(cells.every(({ interval }) => interval !== null)).toBe(true);
  });
});

describe("a rate per person-year", () => {
  it("has the interval of people's own spread: events 3, 1, 0, 0 in a year each, by hand", () => {
    // mean 1, sample variance (4 + 0 + 1 + 1) / 3 = 2, standard error of the log √(2/4) / 1
    const { rate, interval, method } = ratePerYear([3, 1, 0, 0].map((one) => ({ events: one, years: 1 })));
    const factor = Math.exp(1.959963984540054 * Math.SQRT1_2);
    expect([rate, method]).toEqual([1, "person-robust"]);
    expect(interval![0]).toBeCloseTo(1 / factor, 12);
    expect(interval![1]).toBeCloseTo(factor, 12);
  });

  it("without an event ends at the exact Poisson limit, 3.689 over the years", () => {
    // -ln(0.025) = 3.68887945411394
    const { interval, method } = ratePerYear([{ events: 0, years: 2 }]);
    expect(method).toBe("exact-poisson");
    expect(interval![1]).toBeCloseTo(-Math.log(0.025) / 2, 12);
  });

  it("of one person with events has no interval, and without time at risk no rate", () => {
    expect(ratePerYear([{ events: 2, years: 1 }]).interval).toBeNull();
    expect(ratePerYear([{ events: 2, years: 0 }])).toMatchObject({ events: 2, rate: null });
  });
});
