import {
  type DeclaredWeights,
  defaultSeverityClasses,
  describeHarm,
  domesticShare,
  domesticShareTable,
  eventBaseline,
  firstSeverityTable,
  harmDistributionTable,
  harmInWindows,
  harmOutcomes,
  offendingOutcomes,
  scoresOfStudy,
  severityClass,
  weighedEvents,
} from "@likewise/offending";
import {
  type Columns,
  cell,
  type Outcome,
  type StudyPlan,
  textColumn,
  windowDefinition,
  withColumns,
} from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, type EventRow, eventsOf, followed, outcome, type PersonRow, planOf, withEngine } from "../study.ts";
import { weightsOf } from "./weights.ts";

const wide = ["2015-01-01", "2025-12-31"] as const;
const declared: DeclaredWeights = { weights: weightsOf(), options: {}, severityClasses: null };

type Coded = EventRow & { readonly code: string | null };

function codedEvents(...rows: readonly Coded[]): Columns {
  const events = eventsOf(...rows);
  return withColumns(events, {
    code: textColumn(rows.map(({ code }) => code)),
    event: textColumn(rows.map((_, row) => `E${row}`)),
  });
}

const harm: Outcome = outcome({ id: "harm-12m", kind: "continuous", harm: { weights: "table", summary: "sum" } });
const people: readonly PersonRow[] = [
  { id: "a", index: "2023-03-31", observed: wide },
  { id: "b", index: "2023-03-31", observed: wide },
  { id: "c", index: "2023-03-31", observed: ["2015-01-01", "2023-09-30"] },
  { id: "d", index: "2023-03-31" },
];
const events: readonly Coded[] = [
  { person: "a", on: "2023-03-31", code: "8/06" }, // before
  { person: "a", on: "2023-04-01", code: "8/06" },
  { person: "a", on: "2024-03-31", code: "10501" }, // last day
  { person: "a", on: "2024-04-01", code: "005/01" }, // past it
  { person: "a", on: "2023-06-01", code: "00867", crime: false },
  { person: "a", on: "2023-06-01", code: "09261" }, // proactive
  { person: "c", on: "2023-05-01", code: "00867" },
];

function outcomesOf(outcomes: readonly Outcome[], rows: readonly Coded[] = events, weights = [declared]) {
  return harmOutcomes({
    plan: planOf({ outcomes }),
    tables: { events: codedEvents(...rows) },
    ...followed(...people),
    weights,
  });
}

describe("an outcome of harm", () => {
  it("is the sum or the greatest of the weights in the window, 0 without an event, and missing like any other", () => {
    const gravest = { ...harm, id: "gravest", harm: { weights: "table", summary: "max" as const } };
    const { outcomes, reports, refusals } = outcomesOf([harm, gravest]);
    const { outcome: ids, value, status, missingReason } = outcomes!.table.columns;
    const rows = Array.from({ length: 8 }, (_, row) => [
      cell(ids, row),
      cell(value, row),
      cell(status, row),
      cell(missingReason, row),
    ]);
    // a: actual bodily harm 20 + common assault 1; no crime and the proactive offence add nothing
    expect(rows).toEqual([
      ["harm-12m", 21, "observed", null],
      ["gravest", 20, "observed", null],
      ["harm-12m", 0, "observed", null],
      ["gravest", 0, "observed", null],
      ["harm-12m", 120, "censored", null],
      ["gravest", 120, "censored", null],
      ["harm-12m", null, "missing", "not-searched"],
      ["gravest", null, "missing", "not-searched"],
    ]);
    expect(reports).toHaveLength(1);
    expect(reports[0]!.counts).toMatchObject({ code: 5, proactive: 1, "non-crime": 1 });
    expect(refusals).toEqual([]);
    expect(outcomes!.options).toMatchObject({ weights: [{ edition: "invented" }] });
  });

  it("is refused, every value missing, where too many crimes have no weight", () => {
    const { outcomes, refusals } = outcomesOf([harm], [...events, { person: "b", on: "2019-01-01", code: "01103" }]);
    const { value, missingReason } = outcomes!.table.columns;
    expect(Array.from({ length: 4 }, (_, row) => [cell(value, row), cell(missingReason, row)])).toEqual([
      [null, "value-not-usable"],
      [null, "value-not-usable"],
      [null, "value-not-usable"],
      [null, "not-searched"],
    ]);
    expect(refusals).toMatchObject([{ id: "harm-unmatched", what: "harm by weights table" }]);
  });

  it("is apart from outcomes that are counted, and absent where the plan has none", async () => {
    const counted = await withEngine((engine) =>
      offendingOutcomes({
        engine,
        plan: planOf({ outcomes: [outcome({}), harm] }),
        tables: { events: codedEvents(...events) },
        ...followed(...people),
      }),
    );
    expect(counted.table.columns.outcome.levels).toEqual(["reoffence"]);
    expect(outcomesOf([outcome({})])).toEqual({ outcomes: null, reports: [], refusals: [] });
  });

  it("fails as wrong usage without its table, and without codes or words", () => {
    expect(() => outcomesOf([harm], events, [])).toThrow(
      "outcomes: harm-12m: weights must be a table the study has brought, got table",
    );
    const bare = { events: eventsOf(...events) };
    expect(() => weighedEvents({ declared, tables: bare, ...followed(...people) })).toThrow(
      "data.weights: table needs code or offence mapped",
    );
  });
});

describe("how harm is spread over people", () => {
  const groups = [
    { id: "treated", units: Int32Array.of(0, 1) },
    { id: "comparison", units: Int32Array.of(2, 3) },
  ];
  const tableOf = (rows: readonly Coded[]) => {
    const { outcomes, reports } = outcomesOf([harm], rows);
    return harmDistributionTable({ outcomes: outcomes!, outcome: harm, groups, weights: reports[0]!.weights });
  };

  it("is people by class of their harm in each arm, of those observed over the whole window", () => {
    // a has 21, b none; c is censored and d was not searched, so nobody of the other arm counts.
    expect(
      tableOf(events)!.cells.map(({ at, numerator, denominator }) => [at.harm, at.arm, numerator, denominator]),
    ).toEqual(
      ["0", "1", "2", "3", "4"].flatMap((level) => [
        [level, "treated", level === "0" || level === "2" ? 1 : 0, 2],
        [level, "comparison", 0, 0],
      ]),
    );
  });

  it("puts harm at the edge of a class inside it, and has shares with intervals only of somebody", () => {
    const rows = [...Array(10)].map(() => ({ person: "a", on: "2023-05-01", code: "10501" }));
    const { cells, window } = tableOf(rows)!;
    // ten common assaults of 1 each are 10: "up to 10"
    expect(cells.find(({ at }) => at.harm === "1" && at.arm === "treated")).toMatchObject({ numerator: 1, value: 0.5 });
    expect(cells.filter(({ at }) => at.arm === "comparison").every(({ value }) => value === null)).toBe(true);
    expect(window).toBe("recorded-12m");
  });

  it("is nothing where nobody was observed", () => {
    const { outcomes, reports } = outcomesOf([harm], events);
    const nobody = [{ id: "treated", units: Int32Array.of(3) }];
    const asked = { outcomes: outcomes!, outcome: harm, weights: reports[0]!.weights };
    expect(harmDistributionTable({ ...asked, groups: nobody })).toBeNull();
  });
});

describe("a covariate of harm", () => {
  const baseline = [
    { id: "prior_harm", events: "all", measure: "harm", window: "before-12m", weights: "table" },
    { id: "prior", events: "all", measure: "count", window: "before-12m" },
  ] as const;
  const baselineOf = (rows: readonly Coded[]) =>
    withEngine((engine) =>
      eventBaseline({
        engine,
        plan: planOf({ baseline: [...baseline] }),
        tables: { events: codedEvents(...rows) },
        ...followed(...people),
        weights: [declared],
      }),
    );

  it("is the sum of weights up to and including the index day, beside other covariates", async () => {
    const result = await baselineOf(events);
    expect(Object.keys(result.columns)).toEqual(["unit", "prior_harm", "prior"]);
    expect(people.map((_, row) => [cell(result.columns.prior_harm!, row), cell(result.columns.prior!, row)])).toEqual([
      [20, 1],
      [0, 0],
      [0, 0],
      [null, null],
    ]);
    expect(result.notes[0]).toContain("prior_harm: Cambridge Crime Harm Index, edition invented, table ");
    expect(result.refusals).toEqual([]);
  });

  it("is missing for everyone where too many crimes have no weight", async () => {
    const result = await baselineOf([{ person: "a", on: "2023-01-01", code: "01103" }]);
    expect(people.map((_, row) => cell(result.columns.prior_harm!, row))).toEqual([null, null, null, null]);
    expect(result.refusals).toHaveLength(1);
    expect(result.harmReports[0]!.unmatched[0]!.code).toBe("01103");
  });
});

describe("harm of people in windows", () => {
  const window = windowDefinition("recorded-12m");
  const of = (rows: readonly Coded[]) => {
    const anchors = followed(...people);
    const weighed = weighedEvents({ declared, tables: { events: codedEvents(...rows) }, ...anchors });
    const anchored = people.map((_, unit) => ({ unit, anchor: day("2023-03-31") }));
    return harmInWindows(anchored, weighed.events, weighed, [{ window, where: { breach: false } }])[0]!;
  };

  it("holds sum, greatest, mean of the events that have a weight, any, the first event, and what is left out", () => {
    const rows: Coded[] = [
      { person: "a", on: "2023-05-01", code: "8/06" },
      { person: "a", on: "2023-04-02", code: "10501" },
      { person: "a", on: "2023-04-02", code: "00867" },
      { person: "a", on: "2023-04-01", code: "01103" }, // no weight: not the first with one
      { person: "a", on: "2023-06-01", code: "09261" },
      { person: "a", on: "2023-06-01", code: null, crime: false },
      { person: "a", on: "2023-06-01", code: "005/01", breach: true },
    ];
    expect(of(rows)[0]).toEqual({
      unit: 0,
      sum: 141,
      max: 120,
      meanPerEvent: 47,
      any: true,
      first: 120,
      events: 6,
      weighed: 3,
      unweighed: 1,
      proactive: 1,
      nonCrime: 1,
    });
    expect(of(rows)[1]).toMatchObject({ sum: 0, max: 0, meanPerEvent: null, any: false, first: null, events: 0 });
  });

  it("does not depend on the order of rows, and equals a plain reading of them", () => {
    const codes = ["8/06", "10501", "00867", "005/01", "01103", "09261"] as const;
    const weightOf: Readonly<Record<string, number>> = { "8/06": 20, "10501": 1, "00867": 120, "005/01": 1000 };
    const row = fc.record({
      person: fc.constantFrom("a", "b", "c"),
      offset: fc.integer({ min: -20, max: 400 }),
      code: fc.constantFrom(...codes),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (drawn) => {
        const rows = drawn.map(({ person, offset, code }) => {
          const on = new Date((day("2023-03-31") + offset) * 86_400_000).toISOString().slice(0, 10);
          return { person, on, code };
        });
        const harms = of(rows);
        expect(of([...rows].reverse())).toEqual(harms);
        ["a", "b"].forEach((id, unit) => {
          const mine = rows.filter(({ person, on }) => person === id && on > "2023-03-31" && on <= "2024-03-31");
          expect(harms[unit]!.sum).toBe(mine.reduce((total, { code }) => total + (weightOf[code] ?? 0), 0));
        });
      }),
      { numRuns: 40 },
    );
  });

  it("gives the severity class of the first event, people without one apart", () => {
    const harms = of([
      { person: "a", on: "2023-05-01", code: "8/06" },
      { person: "b", on: "2023-05-01", code: "005/01" },
    ]);
    const classes = defaultSeverityClasses.cchi!;
    const table = firstSeverityTable(harms, { id: "t", weights: declared.weights, classes, window: "recorded-12m" });
    expect(table.cells.map(({ at, numerator }) => [at.severity, numerator])).toEqual([
      ["under-10-days", 0],
      ["10-days-to-a-year", 1],
      ["a-year-or-more", 1],
      ["none", 2],
      ["all", 4],
    ]);
    expect(severityClass(0.5, [{ id: "x", label: "x", from: 1 }])).toBeNull();
    expect(() => severityClass(1, [...classes].reverse())).toThrow("classes must rise");
  });

  it("practice-C18: three scores, in two half-years each side of a stage, with people, share at zero and spread", () => {
    const gravity = {
      ...declared,
      weights: weightsOf(
        [
          { code: "8/06", text: null, weight: 3 },
          { code: "10501", text: null, weight: 1 },
        ],
        { id: "bespoke", scheme: "gravity" },
      ),
    };
    const severity = {
      ...declared,
      weights: weightsOf(
        [
          { code: "8/06", text: null, weight: 184 },
          { code: "10501", text: null, weight: 16.5 },
        ],
        { id: "css", scheme: "css" },
      ),
    };
    const rows: Coded[] = [
      { person: "a", on: "2022-06-01", code: "8/06" },
      { person: "a", on: "2023-03-31", code: "10501" },
      { person: "b", on: "2023-01-01", code: "8/06" },
      { person: "b", on: "2023-04-01", code: "10501" },
    ];
    const anchors = people.slice(0, 3).map((_, unit) => ({ unit, anchor: day("2023-03-31") }));
    const requests = ["block-2", "block-1", "block+1", "block+2"].map((id) => ({
      window: windowDefinition(id),
      where: {},
    }));
    const figures = [declared, severity, gravity].map((one) => {
      const weighed = weighedEvents({
        declared: one,
        tables: { events: codedEvents(...rows) },
        ...followed(...people),
      });
      expect(weighed.report.refusal).toBeNull();
      return harmInWindows(anchors, weighed.events, weighed, requests).map((harms) => {
        const described = describeHarm(harms.map(({ sum }) => sum));
        return [described.people, described.total, described.shareZero, described.median];
      });
    });
    // by hand: block-2 holds a's actual bodily harm, block-1 a's assault and b's bodily harm, block+1 b's assault
    expect(figures).toEqual([
      [
        [3, 20, 2 / 3, 0],
        [3, 21, 1 / 3, 1],
        [3, 1, 2 / 3, 0],
        [3, 0, 1, 0],
      ],
      [
        [3, 184, 2 / 3, 0],
        [3, 200.5, 1 / 3, 16.5],
        [3, 16.5, 2 / 3, 0],
        [3, 0, 1, 0],
      ],
      [
        [3, 3, 2 / 3, 0],
        [3, 4, 1 / 3, 1],
        [3, 1, 2 / 3, 0],
        [3, 0, 1, 0],
      ],
    ]);
  });
});

describe("a distribution of harm", () => {
  it("shows the share over a line and how concentrated it is: 893 of 52,296 is 1.708 %", () => {
    // Barnham, Barnes and Sherman (2017), doi:10.1007/s41887-017-0008-9: 893 people over 10 days, published as 1.7 %
    const values = new Float64Array(52_296).fill(0);
    values.fill(11, 0, 893);
    const described = describeHarm(values);
    expect([described.withHarm, described.people]).toEqual([893, 52_296]);
    expect(Number((100 * (1 - described.shareZero!)).toFixed(3))).toBe(1.708);
    // the most harmful twentieth holds all 893 of them
    expect(described.shareOfTopTwentieth).toBe(1);
  });

  it("has nothing to say of nobody, and fails on a negative harm", () => {
    expect(describeHarm([])).toMatchObject({
      people: 0,
      total: 0,
      mean: null,
      median: null,
      trimmedMean: null,
      shareZero: null,
    });
    expect(describeHarm([0])).toMatchObject({ mean: 0, shareZero: 1, shareOfTopTwentieth: null });
    expect(() => describeHarm([1, -1])).toThrow("values must be finite and 0 or more, got -1");
    expect(() => describeHarm([1], { trimmedShare: 0.5 })).toThrow("trimmedShare");
  });
});

describe("domestic abuse only, or part of offending at large", () => {
  const drawn = [
    { domestic: 1, other: 0, unflagged: 0 },
    { domestic: 3, other: 0, unflagged: 2 },
    { domestic: 1, other: 3, unflagged: 0 },
    { domestic: 0, other: 2, unflagged: 0 },
    { domestic: 0, other: 0, unflagged: 4 },
  ];

  it("practice-C16: the domestic share of each offender, its distribution, and specialists and generalists", () => {
    const result = domesticShare(drawn, { window: "before-24m" });
    expect(result).toMatchObject({ people: 5, offenders: 4, events: 16, domesticEvents: 5, flagMissing: 6 });
    expect(result.kinds.map(({ kind, people: count, share }) => [kind, count, share])).toEqual([
      ["domestic-only", 2, 0.5],
      ["mixed", 1, 0.25],
      ["other-only", 1, 0.25],
    ]);
    // shares 1, 1, 0.25, 0; quartiles by linear interpolation
    expect(result.shares).toEqual({ lowerQuartile: 0.1875, median: 0.625, upperQuartile: 1 });
    // Wilson for 2 of 4 by hand: (2 + z²/2 ± z √(1 + z²/4)) / (4 + z²) = 0.1500, 0.8500
    expect(result.kinds[0]!.interval!.lower).toBeCloseTo(0.15, 4);
    const table = domesticShareTable(result, "specialists");
    expect(table.cells.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [2, 4],
      [1, 4],
      [1, 4],
      [4, 5],
    ]);
  });

  it("asks for two events where one would make anyone a specialist", () => {
    const result = domesticShare(drawn, { window: "before-24m", leastEvents: 2 });
    expect(result.kinds.map(({ people: count }) => count)).toEqual([1, 1, 1]);
    expect(domesticShare([], { window: "x" })).toMatchObject({ offenders: 0, shares: null });
    expect(() => domesticShare([], { window: "x", leastEvents: 0 })).toThrow("leastEvents must be a whole number");
    expect(() => domesticShare([{ domestic: 1.5, other: 0, unflagged: 0 }], { window: "x" })).toThrow("got 1.5");
  });
});

describe("the scores a plan declares", () => {
  const plan: StudyPlan = {
    ...planOf({}),
    cohort: {
      scores: [
        { id: "described" },
        {
          id: "rfgv",
          rfgv: {
            asOf: ["2023-04-30", "2024-04-30"],
            events: "all" as const,
            basis: "recorded-crime" as const,
            weights: { recency: 1, frequency: 1, gravity: 1, victims: 1 },
            recency: { bands: [{ withinDays: 90, points: 10 }] },
            frequency: { cap: 5 },
            gravity: { table: "table", summary: "max" as const },
            victims: {},
          },
        },
      ],
    },
  };

  it("practice-C3: are worked out on each as-of day, with rank, reasons, stability and the change by decay alone", () => {
    const rows = events.map((row) => ({ ...row, victim: "v1" }));
    const result = scoresOfStudy({
      plan,
      tables: { events: codedEvents(...rows) },
      ...followed(...people),
      weights: [declared],
    });
    expect(result.map(({ id }) => id)).toEqual(["rfgv"]);
    const [first, last] = result[0]!.scores;
    // a: two crimes by 30 April 2023, gravest 20, one victim: 10 + 2 + 20 + 1
    expect(first!.people.map(({ unit, total, rank }) => [unit, total, rank])).toEqual([
      [0, 33, 1],
      [1, 0, 2],
      [2, 0, 2],
    ]);
    expect(first!.notObserved).toEqual([3]);
    expect(first!.people[0]!.reasons.map(({ event }) => event)).toEqual(["E1", "E0"]);
    // a year on: all five crimes within 730 days, gravest 1000, last 29 days ago; c is not observed so long
    expect(last!.people.map(({ unit, total }) => [unit, total])).toEqual([
      [0, 10 + 5 + 1000 + 1],
      [1, 0],
    ]);
    expect(last!.people[0]!.found.ungraded).toBe(1);
    expect(result[0]!.change!.selected!.decay.after).toBe((2 + 20 + 1) / 2);
    expect(result[0]!.stability).toHaveLength(1);
  });

  it("are refused where too many crimes have no gravity", () => {
    const [score] = scoresOfStudy({
      plan,
      tables: { events: codedEvents({ person: "a", on: "2023-01-01", code: "01103" }) },
      ...followed(...people),
      weights: [declared],
    });
    expect(score).toMatchObject({ scores: [], change: null, refusal: { id: "harm-unmatched", what: "score rfgv" } });
  });
});
