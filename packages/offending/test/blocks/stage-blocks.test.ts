import { beforeAfterWarningCodes, type DeclaredWeights, stageBlocks, stageBlockTables } from "@likewise/offending";
import {
  addMonths,
  type Columns,
  isoDate,
  type StudyPlan,
  textColumn,
  validateComparison,
  validateResults,
  withColumns,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../harm/weights.ts";
import { day, type EventRow, eventsOf, followed, ordersOf, type PersonRow, planOf, withEngine } from "../study.ts";

type BlocksPlan = NonNullable<StudyPlan["cohort"]["blocks"]>;
type Coded = EventRow & { readonly code: string };

const declared: DeclaredWeights = { weights: weightsOf(), options: {}, severityClasses: null };
const wide = ["2018-01-01", "2026-12-31"] as const;
const index = "2023-01-31";

/** A day so many months after the index date and some days more. */
function on(months: number, days = 0): string {
  return isoDate(addMonths(day(index), months) + days);
}

function codedEvents(rows: readonly Coded[]): Columns {
  return withColumns(eventsOf(...rows), { code: textColumn(rows.map(({ code }) => code)) });
}

/** 60 people: 30 selected for an event in the half-year before, 30 passed over; the first 10 start, half a year later. */
const people: readonly PersonRow[] = Array.from({ length: 60 }, (_, i) => ({
  id: `p${i}`,
  index,
  observed: wide,
  ...(i < 10 ? { started: on(6) } : {}),
}));
const units = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, i) => from + i);
const treated = { id: "treated", units: units(0, 30) };
const comparison = { id: "comparison", units: units(30, 60) };
const events: readonly Coded[] = [
  // before: the selected have 1 to 3 of 20 days each; one of the passed over has one two half-years before
  ...Array.from({ length: 30 }, (_, i) =>
    Array.from({ length: 1 + (i % 3) }, (_, k) => ({ person: `p${i}`, on: on(-6, 10 + k), code: "8/06" })),
  ).flat(),
  { person: "p30", on: on(-12, 5), code: "8/06" },
  // after: 12 of the selected and 6 of the others once, of 1 day; one of 120 days in the second half-year
  ...Array.from({ length: 12 }, (_, i) => ({ person: `p${i}`, on: on(3), code: "105/01" })),
  ...Array.from({ length: 6 }, (_, i) => ({ person: `p${30 + i}`, on: on(3), code: "105/01" })),
  { person: "p0", on: on(9), code: "00867" },
];

function blocks(
  parts: Partial<BlocksPlan> = {},
  given: { groups?: readonly (typeof treated)[]; rows?: readonly Coded[]; people?: readonly PersonRow[] } = {},
) {
  const plan = planOf({});
  plan.cohort.blocks = { anchors: ["index"], before: 1, after: 1, ...parts };
  return withEngine(
    async (engine) =>
      (await stageBlocks({
        engine,
        plan,
        tables: { events: codedEvents(given.rows ?? events) },
        ...followed(...(given.people ?? people)),
        groups: given.groups ?? [treated],
        weights: [declared],
        replicates: 199,
      }))!,
  );
}

describe("blocks around stages", () => {
  it("practice-C18: three scores by two stages by two blocks, each with n, the share at zero and an interval, linked as one page", async () => {
    // Sixty selected, forty of whom start half a year later. By hand: before, all 60 have one to three events of 20 days;
    // between, every third person one of 1 day; after the start, every fourth one of 120 days. p0 is followed to the start.
    const sixty = people.map((person, i) => ({
      id: person.id,
      index,
      observed: [wide[0], i === 0 ? on(6) : wide[1]] as const,
      ...(i < 40 ? { started: on(6) } : {}),
    }));
    const rows = sixty.flatMap(({ id }, i) => [
      ...Array.from({ length: 1 + (i % 3) }, (_, k) => ({ person: id, on: on(-6, 10 + k), code: "8/06" })),
      ...(i % 3 === 0 ? [{ person: id, on: on(3), code: "105/01" }] : []),
      ...(i % 4 === 0 ? [{ person: id, on: on(9), code: "00867" }] : []),
    ]);
    const result = await blocks(
      { anchors: ["index", "started"], selectedFrom: { window: "block-1", atLeast: 1 }, basePrevalence: [0.38] },
      { people: sixty, rows, groups: [{ id: "treated", units: units(0, 60) }] },
    );
    // n, share at zero: nobody, 40 of 60, 26 of 40 (14 of i = 0, 3, ... 39), 30 of 39 (9 of i = 4, 8, ... 36)
    const expected = [
      { at: ["index", "block-1"], n: 60, zero: 0 },
      { at: ["index", "block+1"], n: 60, zero: 40 / 60 },
      { at: ["started", "block-1"], n: 40, zero: 26 / 40 },
      { at: ["started", "block+1"], n: 39, zero: 30 / 39 },
    ];
    const tables = stageBlockTables(result);
    const cellOf = (id: string, [anchor, block]: readonly string[]) =>
      tables.find((one) => one.id === id)!.cells.find(({ at }) => at.anchor === anchor && at.block === block)!;
    expect(result.blocks).toHaveLength(4);
    result.blocks.forEach((block, place) => {
      const { at, n, zero } = expected[place]!;
      expect([block.anchor, block.window, block.observed]).toEqual([...at, n]);
      const [harm] = block.harm;
      for (const share of [block.count!.shareZero!, 1 - block.prevalence!.share!, harm!.shareZero!])
        expect(share).toBeCloseTo(zero, 12);
      for (const interval of [block.count!.meanInterval, block.prevalence!.interval, harm!.intervals.mean]) {
        expect(interval).toHaveLength(2);
        expect(interval![0]).toBeLessThan(interval![1]);
      }
      // The same in what is published, each beside its n.
      for (const id of ["blocks-mean", "blocks-prevalence", "blocks-table-mean"])
        expect(cellOf(id, at)).toMatchObject({ denominator: n, interval: [expect.any(Number), expect.any(Number)] });
      expect(cellOf("blocks-table-none", at).value).toBeCloseTo(zero, 12);
    });
    for (const { id, linked } of tables) expect([id, ...linked].sort()).toEqual(tables.map((one) => one.id).sort());
    // What must stand beside such blocks: ratios with their people, what selection alone leads to, warnings, no trend of two.
    expect(result.changes.map(({ anchor, score, people: n }) => [anchor, score, n])).toEqual([
      ["index", "count", 60],
      ["index", "prevalence", 60],
      ["index", "harm", 60],
      ["started", "count", 39],
      ["started", "prevalence", 39],
      ["started", "harm", 39],
    ]);
    expect(result.expected.map(({ anchor, window }) => [anchor, window])).toEqual([
      ["index", "block+1"],
      ["started", "block+1"],
    ]);
    expect(result.warnings.map(({ anchor, code }) => `${anchor} ${code}`)).toEqual(
      expect.arrayContaining([
        "index no-comparison-group",
        "index selected-on-recent-offending",
        "started no-comparison-group",
        "started different-people",
      ]),
    );
    expect(result.trends.every(({ trend, refusal }) => trend === null && refusal !== null)).toBe(true);
  });

  it("are worked out by hand for thirty people of whom ten start", async () => {
    const result = await blocks({ anchors: ["index", "started"] });
    expect(result.blocks.map(({ anchor, window, observed }) => [anchor, window, observed])).toEqual([
      ["index", "block-1", 30],
      ["index", "block+1", 30],
      ["started", "block-1", 10],
      ["started", "block+1", 10],
    ]);
    const [before, after, startBefore, startAfter] = result.blocks;
    // ten people each with one, two and three events of 20
    expect(before).toMatchObject({
      withEvent: 30,
      prevalence: { share: 1 },
      count: { events: 60, mean: 2, median: 2, shareZero: 0 },
      harm: [{ total: 1200, mean: 40, median: 40, shareZero: 0 }],
    });
    expect(after).toMatchObject({
      withEvent: 12,
      prevalence: { share: 0.4 },
      count: { events: 12, mean: 0.4, median: 0, shareZero: 0.6 },
      harm: [{ total: 12, mean: 0.4, median: 0, shareZero: 0.6, weights: { edition: "invented" } }],
    });
    expect(startBefore).toMatchObject({ reached: 10, withEvent: 10 });
    // p0 alone, of 120
    expect(startAfter).toMatchObject({ withEvent: 1, harm: [{ total: 120, mean: 12, median: 0, trimmedMean: 12 }] });
    for (const { count, prevalence } of result.blocks) {
      expect(prevalence!.interval).not.toBeNull();
      expect(count!.rate!.interval).toHaveLength(2);
    }
    // 20, 40 and 60 ten times each: standard error of the mean √(800 / 3 / 30) = 2.981
    const [low, high] = before!.harm[0]!.intervals.mean!;
    expect(Math.abs((high - low) / (2 * 1.96 * 2.981) - 1)).toBeLessThan(0.2);
    expect(before!.harm[0]!.intervals).toMatchObject({ median: expect.any(Array), trimmedMean: expect.any(Array) });
    // ten people are too few to stand for those not seen
    expect(startAfter!.harm[0]!.intervals).toEqual({ mean: null, median: null, trimmedMean: null });
    expect(result.changes.map(({ score, ratio, people: n }) => [score, ratio, n]).slice(0, 3)).toEqual([
      ["count", expect.closeTo((12 / 60) * (184 / 181), 12), 30], // rates: 184 days before, 181 after,
      ["prevalence", 0.4, 30],
      ["harm", 0.01, 30],
    ]);
    expect(result.changes[1]!.test).toMatchObject({ test: "McNemar, exact", pValue: expect.closeTo(2 ** -17, 15) });
  });

  it("have edges worked out from the anchor, never chained: 31 January, 31 July, 31 January", async () => {
    const rows = [
      { person: "p0", on: "2023-07-31", code: "8/06" }, // last day of block+1
      { person: "p1", on: "2023-08-01", code: "8/06" }, // first of block+2
      { person: "p2", on: "2024-01-31", code: "8/06" }, // last of block+2
      { person: "p3", on: "2022-07-31", code: "8/06" }, // last of block-2
      { person: "p4", on: "2023-01-31", code: "8/06" }, // the index day: block-1
    ];
    const { blocks: found } = await blocks({ before: 3, after: 4 }, { rows });
    expect(found.map(({ block, withEvent }) => [block, withEvent])).toEqual([
      [-3, 0],
      [-2, 1],
      [-1, 1],
      [1, 1],
      [2, 2],
      [3, 0],
      [4, 0],
    ]);
  });

  it("leave out of a block who was not observed for all of it, and of a change who was not for both", async () => {
    const cut = people.map((person, i) => (i === 0 ? { ...person, observed: [wide[0], on(5)] as const } : person));
    const result = await blocks({}, { people: cut });
    expect(result.blocks.map(({ reached, observed }) => [reached, observed])).toEqual([
      [30, 30],
      [30, 29],
    ]);
    expect(result.changes.map(({ people: n, withBefore, withAfter }) => [n, withBefore, withAfter])).toEqual([
      [29, 29, 11],
      [29, 29, 11],
      [29, 29, 11],
    ]);
  });

  it("take custody out of the rate and leave it in the one beside it", async () => {
    const plan = planOf({});
    plan.cohort.blocks = { anchors: ["index"], before: 0, after: 1, scores: ["count"] };
    const orders = ordersOf(["p0", "custody", on(0, 1), on(0, 30)]);
    const result = await withEngine((engine) =>
      stageBlocks({
        engine,
        plan,
        tables: { events: codedEvents(events), orders },
        ...followed(...people),
        groups: [treated],
      }),
    );
    const { count, prevalence, harm } = result!.blocks[0]!;
    const days = 30 * (day(on(6)) - day(index));
    expect(count!.personYears).toBeCloseTo((days - 30) / 365.25, 12);
    expect(count!.rate!.ratePerYear).toBeCloseTo(12 / ((days - 30) / 365.25), 12);
    expect(count!.allTimeRate!.ratePerYear).toBeCloseTo(12 / (days / 365.25), 12);
    expect([prevalence, harm]).toEqual([null, []]);
    expect(result!.changes).toEqual([]);
  });

  it("refuse harm, and nothing else, where too many crimes have no weight", async () => {
    const unknown = Array.from({ length: 10 }, () => ({ person: "p0", on: on(1), code: "01103" }));
    const result = await blocks({}, { rows: [...events, ...unknown] });
    expect(result.refusals[0]).toMatchObject({ id: "harm-unmatched" });
    expect(result.blocks.every(({ harm, count }) => harm.length === 0 && count !== null)).toBe(true);
    expect(result.changes.map(({ score }) => score)).toEqual(["count", "prevalence"]);
  });

  it("are none where the plan asks for none, and wrong units are an error", async () => {
    const call = (blocksPlan: BlocksPlan | undefined, group = treated) =>
      withEngine((engine) => {
        const plan = planOf({});
        if (blocksPlan !== undefined) plan.cohort.blocks = blocksPlan;
        const tables = { events: codedEvents(events) };
        return stageBlocks({ engine, plan, tables, ...followed(...people), groups: [group] });
      });
    expect(await call(undefined)).toBeNull();
    await expect(
      call({ anchors: ["index"], before: 1, after: 1 }, { id: "treated", units: Int32Array.of(99) }),
    ).rejects.toThrow("stageBlocks: units of treated must be among the anchors, got 99");
    await expect(call({ anchors: ["index"], before: 1, after: 1, weights: ["other"] })).rejects.toThrow(
      "cohort.blocks.weights: weights must be a table the study has brought, got other",
    );
  });
});

describe("what stands beside blocks", () => {
  const rule = { selectedFrom: { window: "block-1", atLeast: 1 } };

  it("practice-F2: is one number only with those passed over in the data and the rule applied to them", async () => {
    const { expected } = await blocks(rule);
    expect(expected).toMatchObject([
      {
        window: "block+1",
        expected: { kind: "prediction", people: 30, population: { people: 60, meetRule: 30 } },
        seen: { people: 30, withEvent: 12 },
        refusals: [],
      },
    ]);
    const alone = people.slice(0, 30);
    const range = await blocks({ ...rule, basePrevalence: [0.38] }, { people: alone });
    expect(range.expected).toMatchObject([
      {
        expected: { kind: "range", seen: { people: 30 } },
        baseFrom: "declared",
        refusals: [{ id: "selection-not-in-data" }],
      },
    ]);
    const nothing = await blocks({});
    expect(nothing.expected).toMatchObject([
      { expected: null, refusals: [{}, { id: "regression-to-the-mean-unknown" }] },
    ]);
    expect((await blocks({ selectedOn: "other" })).expected).toEqual([]);
    // every refusal says where
    expect(nothing.refusals.map(({ what }) => what)).toContain(
      "what selection alone leads to: index, treated, block+1",
    );
  });

  it("says nothing of blocks after a stage that came before selection: they may hold what selected people", async () => {
    const earlier = people.map((person, i) => (i < 10 ? { ...person, started: i === 0 ? index : on(-3) } : person));
    const { expected } = await blocks({ ...rule, anchors: ["started"] }, { people: earlier });
    expect(expected).toMatchObject([{ expected: { people: 1 }, seen: { people: 1, withEvent: 1 } }]);
  });

  it("practice-C19: a trend is refused for fewer than four blocks after the stage", async () => {
    expect((await blocks({ after: 2 })).trends).toMatchObject([
      { trend: null, refusal: { id: "trend-too-few-blocks" } },
    ]);
    const { trends } = await blocks({ after: 4 });
    expect(trends).toMatchObject([{ trend: { people: 30, blocks: 4, direction: "falling" }, refusal: null }]);
    // four of thirty are followed for the fifth block: it is left out, not the people
    const cut = people.map((person, i) => (i < 26 ? { ...person, observed: [wide[0], on(24)] as const } : person));
    expect((await blocks({ after: 5 }, { people: cut })).trends).toMatchObject([{ trend: { people: 30, blocks: 4 } }]);
  });

  it("practice-C21: warnings fire for an uncontrolled before-and-after of people selected for it", async () => {
    const codes = async (...given: Parameters<typeof blocks>) =>
      (await blocks(...given)).warnings.map(({ anchor, code }) => `${anchor} ${code}`);
    expect(await codes(rule)).toEqual(["index no-comparison-group", "index selected-on-recent-offending"]);
    expect(await codes({ selectedOn: "other" }, { groups: [treated, comparison] })).toEqual([]);
    // ten of thirty started, which they chose themselves and nobody passed over could
    expect(await codes({ anchors: ["started"], selectedOn: "other" }, { groups: [treated, comparison] })).toEqual([
      "started no-comparison-group",
      "started different-people",
    ]);
    expect(await codes({ after: 0 })).toEqual([]);
    expect(beforeAfterWarningCodes).toHaveLength(6);
  });

  it("practice-B41: 6, 12, 24 and 30 months each print the groups, those at risk and an effect that fades", async () => {
    // By hand: 12 and 6 of thirty within 6 months; then 0, 6 and 6 more of the comparison group, who catch up by 24 months.
    const rows = [
      ...Array.from({ length: 12 }, (_, i) => ({ person: `p${i + 30}`, on: on(3), code: "105/01" })),
      ...Array.from({ length: 6 }, (_, i) => ({ person: `p${i}`, on: on(5), code: "105/01" })),
      ...Array.from({ length: 6 }, (_, i) => ({ person: `p${6 + i}`, on: on(20), code: "105/01" })),
      ...Array.from({ length: 6 }, (_, i) => ({ person: `p${i}`, on: on(21), code: "105/01" })), // not their first
    ];
    // p29 of one group and p59 of the other are followed for 18 months only
    const cut = people.map((person, i) =>
      i % 30 === 29 ? { ...person, observed: [wide[0], on(18)] as const } : person,
    );
    const result = await blocks({ horizons: [30, 6, 12, 24] }, { groups: [treated, comparison], people: cut, rows });
    expect(
      result.horizons.map(({ months, groups }) => [
        months,
        ...groups.flatMap(({ withEvent, atRisk }) => [withEvent, atRisk]),
      ]),
    ).toEqual([
      [6, 6, 30, 12, 30],
      [12, 6, 30, 12, 30],
      [24, 12, 29, 12, 29],
      [30, 12, 29, 12, 29],
    ]);
    result.horizons.forEach(({ difference }, at) => {
      expect(difference!.value).toBeCloseTo([-0.2, -0.2, 0, 0][at]!, 14);
      expect(difference!.interval[0]).toBeLessThan(difference!.value);
      expect(difference!.interval[1]).toBeGreaterThan(difference!.value);
    });
    const tables = stageBlockTables(result);
    const levels = ["6", "12", "24", "30"];
    const shares = tables.find(({ id }) => id === "blocks-horizons")!;
    expect(shares.cells.map(({ at, denominator }) => `${at.group} ${at.horizon} ${denominator}`)).toHaveLength(8);
    expect(shares.cells.every(({ interval }) => interval !== null)).toBe(true);
    const effects = tables.find(({ id }) => id === "blocks-horizon-differences")!;
    expect(effects.cells.map(({ at }) => /\d+/.exec(at.horizon!)?.[0])).toEqual(levels);
    expect(effects.cells.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [6, 60],
      [6, 60],
      [12, 58],
      [12, 58],
    ]);
    // without anybody to compare with there is no effect, and no table of one
    const alone = await blocks({ horizons: [6] });
    expect(alone.horizons[0]!.difference).toBeNull();
    expect(stageBlockTables(alone).map(({ id }) => id)).not.toContain("blocks-horizon-differences");
  });
});

describe("tables of blocks", () => {
  it("hold a denominator and an interval for every rate, and no cell twice", async () => {
    const result = await blocks(
      {
        before: 2,
        after: 2,
        anchors: ["index", "started"],
        selectedFrom: { window: "block-1", atLeast: 1 },
        horizons: [6, 12],
      },
      { groups: [treated, comparison] },
    );
    const tables = stageBlockTables(result);
    expect(tables.map(({ id }) => id)).toEqual([
      "blocks-prevalence",
      "blocks-mean",
      "blocks-rate",
      "blocks-rate-all-time",
      "blocks-table-mean",
      "blocks-table-median",
      "blocks-table-trimmed",
      "blocks-table-none",
      "blocks-change",
      "blocks-selection-alone",
      "blocks-horizons",
      "blocks-horizon-differences",
    ]);
    for (const { id, cells, dimensions, linked } of tables) {
      expect(new Set(cells.map(({ at }) => JSON.stringify(at))).size, id).toBe(cells.length);
      expect(linked).toHaveLength(tables.length - 1);
      for (const { at } of cells) {
        for (const { id: dimension, levels } of dimensions)
          expect(levels.map((level) => level.id)).toContain(at[dimension]);
      }
      if (["blocks-prevalence", "blocks-mean", "blocks-rate", "blocks-rate-all-time", "blocks-horizons"].includes(id)) {
        expect(
          cells.filter(({ value }) => value !== null).every(({ interval }) => interval !== null),
          id,
        ).toBe(true);
      }
      for (const { numerator, denominator } of cells) {
        if (denominator !== null) expect(Number(numerator)).toBeLessThanOrEqual(Number(denominator));
      }
    }
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("practice-F1: cannot be published without definition, window, denominator or interval, nor estimates without a level", async () => {
    const [table] = stageBlockTables(await blocks());
    const problemsOf = (tables: unknown) => {
      const found = validateResults({ tables: [tables] });
      return "problems" in found
        ? found.problems.map(({ path }) => path).filter((path) => path.startsWith("tables"))
        : [];
    };
    expect(problemsOf(table)).toEqual([]);
    for (const key of ["definition", "window"] as const) {
      const { [key]: _left, ...rest } = table!;
      expect(problemsOf(rest)).toEqual([`tables[0].${key}`]);
    }
    for (const key of ["numerator", "denominator", "value", "interval"] as const) {
      const { [key]: _left, ...rest } = table!.cells[0]!;
      expect(problemsOf({ ...table, cells: [rest] })).toEqual([`tables[0].cells[0].${key}`]);
    }
    const comparison = validateComparison({});
    expect("problems" in comparison && comparison.problems.map(({ path }) => path)).toContain("evidence");
  });

  it("leave out what was not asked for", async () => {
    const result = await blocks({ scores: ["harm"], after: 0 });
    expect(stageBlockTables(result).map(({ id }) => id)).toEqual([
      "blocks-table-mean",
      "blocks-table-median",
      "blocks-table-trimmed",
      "blocks-table-none",
    ]);
  });
});
