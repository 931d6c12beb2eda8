import { disclose, type Profile, profileOf, views } from "@likewise/disclosure";
import {
  type Cell,
  countName,
  type Figure,
  type FunnelStep,
  isWithheld,
  type Results,
  type Table,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, curveOf, estimateOf, resultsOf, tableOf } from "./results-of.ts";

const profile = profileOf("default");
const published = (results: Results, under: Profile = profile, earlier: Results[] = []) =>
  disclose(results, under, earlier).results;

/** Keys of everything withheld, by walking the tree. */
function withheldKeys(node: unknown, path: string[] = []): string[] {
  if (isWithheld(node)) return [path.join("/")];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => withheldKeys(child, [...path, name]));
}

const step = (
  id: string,
  count: number,
  open: number,
  leaving: Record<string, number>,
  before: number,
): FunnelStep => ({
  step: id,
  label: id,
  count,
  open,
  shareOfPrevious: count / (before - open),
  shareOfReferrals: count / 620,
  interval: [0.1, 0.9],
  medianDays: 14,
  leaving: Object.entries(leaving).map(([code, rows]) => ({ code, rows })),
  denominators: { previous: before - open, referrals: 620 - open },
});

describe("parts without a view", () => {
  it("are not published as they are", () => {
    expect(() => published(resultsOf({ services: { people: 2 } }))).toThrow(/services without one/);
  });
});

describe("tables", () => {
  it("a small cell goes with what would give it away", () => {
    const { tables } = published(
      resultsOf({
        tables: [
          tableOf("by-area", [
            [3, 20],
            [30, 40],
          ]),
        ],
      }),
    );
    const numerators = tables[0]!.cells.map((cell) => cell.numerator);
    expect(numerators[0]).toEqual({ withheld: "primary" });
    expect(numerators.filter(isWithheld)).toHaveLength(4);
    expect(numerators[2]).toBe(23);
  });

  it("a count that takes in almost everybody goes too: those left out are few", () => {
    const table = tableOf("rates", [
      [38, 20],
      [30, 25],
    ]);
    const cells = table.cells.map((cell, index) => (index === 0 ? { ...cell, denominator: 40, value: 0.95 } : cell));
    const [first] = published(resultsOf({ tables: [{ ...table, cells }] })).tables[0]!.cells;
    expect([first!.numerator, first!.denominator].some(isWithheld)).toBe(true);
    expect(isWithheld(first!.value)).toBe(true);
  });

  it("a percentage of fewer than ten people is withheld, its counts are not", () => {
    const cell = {
      at: { row: "all" },
      numerator: 6,
      denominator: 9,
      value: 6 / 9,
      interval: [0.3, 0.9] as [number, number],
    };
    // 3 of 9 without the event would be small; 9 of 9 is all; so take 0 left over by counting events, not people.
    const table = { ...tableOf("small", [[5]]), dimensions: [], cells: [{ ...cell, numerator: 0 }] };
    const shown = published(resultsOf({ tables: [table] }), { ...profile, allOrNone: "never" }).tables[0]!.cells[0]!;
    expect(shown).toMatchObject({ numerator: 0, denominator: 9 });
    expect(isWithheld(shown.value)).toBe(true);
    expect(shown.interval!.every(isWithheld)).toBe(true);
  });

  it("counts of services and their work are published however small, and shares of few with them", () => {
    const services = sharesOfServices();
    const milestones = tableOf("activities-milestones", [
      [1, 0],
      [0, 2],
    ]);
    const ofWork: Table = { ...milestones, unit: "service" };
    expect(published(resultsOf({ tables: [ofWork] })).tables).toEqual([ofWork]);
    expect(published(resultsOf({ tables: [milestones] })).tables).not.toEqual([milestones]);
    expect(published(resultsOf({ tables: [services] })).tables).toEqual([services]);
    expect(withheldKeys(published(resultsOf({ tables: [{ ...services, unit: "person" }] })))).not.toEqual([]);
  });

  it("a cell withheld in one table is withheld in every table linked to it", () => {
    // Area 1 has 2 women and no men: its total is small as well, and the table of areas repeats it.
    const inside = [
      [2, 0],
      [30, 40],
    ];
    const wide = tableOf("by-area-and-sex", inside, { linked: ["by-area"] });
    const narrow: typeof wide = {
      ...wide,
      id: "by-area",
      dimensions: [wide.dimensions[0]!],
      cells: wide.cells
        .filter((cell) => cell.at.column === "all")
        .map((cell) => ({ ...cell, at: { row: cell.at.row! } })),
      linked: [],
    };
    const { tables } = published(resultsOf({ tables: [wide, narrow] }));
    const inWide = tables[0]!.cells.find((cell) => cell.at.row === "r1" && cell.at.column === "all")!.numerator;
    const inNarrow = tables[1]!.cells.find((cell) => cell.at.row === "r1")!.numerator;
    expect(isWithheld(inWide)).toBe(true);
    expect(inNarrow).toEqual(inWide);
  });

  const small = tableOf("one", [
    [3, 20],
    [30, 40],
  ]);

  it("tables nobody linked are judged apart where their numbers differ", () => {
    const other = tableOf("two", [
      [31, 21],
      [33, 44],
    ]);
    const { tables } = published(resultsOf({ tables: [small, other] }));
    expect(withheldKeys(tables[1]!)).toEqual([]);
  });

  it("the same number at the same levels is taken for the same people, though nobody has said so", () => {
    const other = tableOf("two", [
      [33, 20],
      [30, 47],
    ]);
    const { tables } = published(resultsOf({ tables: [small, other] }));
    const hidden = (table: Table) => table.cells.filter(({ numerator }) => isWithheld(numerator)).map(({ at }) => at);
    expect(hidden(tables[0]!)).toHaveLength(4);
    for (const at of [
      { row: "r1", column: "c2" },
      { row: "r2", column: "c1" },
    ])
      expect(hidden(tables[1]!)).toContainEqual(at);
  });
});

describe("counts with names", () => {
  const one = (id: string, cells: Table["cells"], over: Partial<Table> = {}): Table => ({
    ...tableOf(id, [[9]]),
    definition: id,
    dimensions: [
      { id: "step", label: "Step", levels: cells.map(({ at }) => ({ id: at.step!, label: at.step! })), total: null },
    ],
    cells,
    ...over,
  });
  const share = (at: string, numerator: number, denominator: number, of: Cell["of"] = {}): Cell => ({
    at: { step: at },
    numerator,
    denominator,
    value: numerator / denominator,
    interval: [0.1, 0.9],
    of,
  });

  it("a count withheld as a step of the pathway goes from every table that names it, with share and interval", () => {
    const table = one("reached", [share("begun", 3, 600, { numerator: countName("step started") })]);
    const other = one("waits", [share("done", 2, 603, { denominator: countName("step started") })]);
    const { funnel, tables } = published(
      resultsOf({
        funnel: [step("referred", 600, 0, {}, 600), step("started", 3, 0, {}, 600)],
        tables: [table, other],
      }),
    );
    expect(isWithheld(funnel[1]!.count)).toBe(true);
    const [cell] = tables[0]!.cells;
    expect([cell!.numerator, cell!.value, ...cell!.interval!].every(isWithheld)).toBe(true);
  });

  it("a step that two people did not reach cannot stand beside the one before, once steps are cumulative", () => {
    const cells = [share("asked", 62, 90), share("came", 60, 90)];
    const apart = one("steps", cells);
    const steps = { ...apart.dimensions[0]!, cumulative: true };
    expect(withheldKeys(published(resultsOf({ tables: [apart] })).tables)).toEqual([]);
    const [together] = published(resultsOf({ tables: [{ ...apart, dimensions: [steps] }] })).tables;
    expect(withheldKeys(together!).length).toBeGreaterThan(0);
  });

  it("shares that make up everyone are parts of a whole: one of them does not go alone", () => {
    const [table] = published(
      resultsOf({ tables: [one("answers", [share("yes", 3, 60), share("no", 20, 60), share("unknown", 37, 60)])] }),
    ).tables;
    expect(table!.cells.filter(({ numerator }) => isWithheld(numerator)).length).toBeGreaterThan(1);
  });

  it("sums of named counts hold in between tables: 40 waiting, 20 came and 57 left leave 3, which are not to be had", () => {
    const named = (id: string, numerator: number) =>
      one(id, [{ ...share("all", numerator, 900), of: { numerator: id } }]);
    const sums = [
      { total: "present", parts: ["waiting", "came"] },
      { total: "present", parts: ["left", "stayed"] },
    ];
    const tables = [named("waiting", 40), named("came", 20), named("left", 57), { ...named("stayed", 3), sums }];
    const shown = published(resultsOf({ tables })).tables.map((table) => isWithheld(table.cells[0]!.numerator));
    expect(shown[3]).toBe(true);
    expect(shown.slice(0, 3)).toContain(true);
    const unsaid = published(resultsOf({ tables: tables.map(({ sums: _, ...table }) => table) })).tables;
    expect(unsaid.map((table) => isWithheld(table.cells[0]!.numerator))).toEqual([false, false, false, true]);
  });
});

describe("arms of a comparison", () => {
  const small = comparisonOf({
    arms: { treated: 60, comparison: 372, labels: { treated: "offered", comparison: "not" } },
    estimates: [
      estimateOf("arrest:riskDifference:crude", [60, 3], [372, 90], { population: "60 treated, 3 of them arrested" }),
      estimateOf("arrest:hazardRatio:adjusted", [60, 3], [372, 90]),
      estimateOf("work:riskDifference:crude", [60, 30], [372, 200]),
    ],
    tests: [
      { outcome: "arrest", test: "log-rank", statistic: 4, df: 1, pValue: 0.04 },
      { outcome: "work", test: "log-rank", statistic: 4, df: 1, pValue: 0.04 },
    ],
    models: [
      {
        outcome: "arrest",
        model: "cox-efron",
        terms: [{ term: "age", reference: null, estimate: 1, standardError: 1 }],
        notes: [],
      },
    ],
    curves: [
      curveOf("treated", [
        [0, 60, 0],
        [9, 60, 3],
      ]),
      curveOf("comparison", [
        [0, 372, 0],
        [9, 372, 90],
      ]),
    ],
  });
  const { comparisons } = published(resultsOf({ comparisons: [small] }));
  const [difference, hazard, work] = comparisons[0]!.estimates;

  it("events of one arm withheld: the effect, its interval, its test and its sensitivity go with them", () => {
    expect(difference!.treated.events).toEqual({ withheld: "primary" });
    for (const figure of [
      difference!.treated.value,
      difference!.estimate,
      ...difference!.interval,
      difference!.standardError,
      difference!.pValue,
      difference!.sensitivity.eValue!.estimate,
      difference!.sensitivity.rosenbaum[0]!.pUpper,
      difference!.sensitivity.robustness[0]!.interval[1],
      difference!.precision!.detectableDifference,
      comparisons[0]!.tests[0]!.pValue,
      comparisons[0]!.models[0]!.terms[0]!.estimate,
    ])
      expect(isWithheld(figure)).toBe(true);
  });

  it("every other estimate of the same outcome goes, other outcomes stay", () => {
    expect(isWithheld(hazard!.estimate)).toBe(true);
    expect(work!.estimate).toBe(-0.1);
    expect(comparisons[0]!.tests[1]!.pValue).toBe(0.04);
  });

  it("the other arm and both group sizes stay, degrees of freedom are blanked", () => {
    expect(difference!.comparison).toEqual({ n: 372, events: 90, value: 90 / 372 });
    expect(difference!.treated.n).toBe(60);
    expect([difference!.df, difference!.clusters]).toEqual([null, null]);
  });

  it("the curve of that arm goes, the other stays", () => {
    expect(comparisons[0]!.curves[0]!.points).toEqual([]);
    expect(comparisons[0]!.curves[1]!.points).toHaveLength(2);
  });

  it("a text that quotes a withheld count loses it", () => {
    expect(difference!.population).toBe("60 treated, [c] of them arrested");
  });

  it("almost everybody with the event: the same", () => {
    const most = comparisonOf({ estimates: [estimateOf("arrest:riskDifference:crude", [60, 58], [372, 90])] });
    const [estimate] = published(resultsOf({ comparisons: [most] })).comparisons[0]!.estimates;
    expect(isWithheld(estimate!.treated.events) || isWithheld(estimate!.treated.n)).toBe(true);
    expect(isWithheld(estimate!.estimate)).toBe(true);
  });

  it("an effect in a group of fewer than ten is withheld", () => {
    const few = comparisonOf({ estimates: [estimateOf("score:meanDifference:crude", [9, null], [372, null])] });
    const [estimate] = published(resultsOf({ comparisons: [few] })).comparisons[0]!.estimates;
    expect(isWithheld(estimate!.estimate)).toBe(true);
    expect(isWithheld(estimate!.treated.value)).toBe(true);
    expect(estimate!.comparison.value).toBe(12.5);
  });

  it("large counts on both sides: nothing goes", () => {
    const large = comparisonOf({ estimates: [estimateOf("arrest:riskDifference:crude", [216, 48], [216, 66])] });
    const results = resultsOf({ comparisons: [large] });
    expect(withheldKeys(published(results))).toEqual([]);
  });
});

describe("people left out of a comparison", () => {
  it("small counts by reason go, over all outcomes and for one", () => {
    const reasons = (first: number, second: number) => [
      { reason: "age missing", rows: first },
      { reason: "sex missing", rows: second },
    ];
    const comparison = comparisonOf({
      rows: { read: 475, used: 432, excluded: reasons(3, 40) },
      design: {
        method: "none",
        assignment: "selected",
        comparator: "concurrent-untreated",
        outcomeRows: [{ outcome: "arrest", excluded: reasons(2, 60) }],
      },
    });
    const [shown] = published(resultsOf({ comparisons: [comparison] })).comparisons;
    expect(shown!.rows.excluded.every(({ rows }) => isWithheld(rows))).toBe(true);
    expect([shown!.rows.read, shown!.rows.used]).toEqual([475, 432]);
    const [arrest] = shown!.design.outcomeRows as { excluded: { rows: Figure }[] }[];
    expect(arrest!.excluded.map(({ rows }) => isWithheld(rows))).toEqual([true, false]);
  });
});

describe("people left out by matching", () => {
  const matched = (unmatched: number, all: number, kept: number) =>
    comparisonOf({
      arms: { treated: 388 + unmatched, comparison: 3000, labels: { treated: "offered", comparison: "not" } },
      rows: { read: 3388 + unmatched, used: 3388 + unmatched, excluded: [] },
      matching: {
        treatedMatched: 388,
        treatedUnmatched: unmatched,
        comparisonMatched: 388,
        setSizes: { "1:1": 388 },
        constraintsChecked: { caliper: { checked: 388, broken: 0 } },
        tieRange: {},
        lost: [{ covariate: "age", level: null, kept: 31.2, lost: 44.5 }],
        effectiveSampleSize: { treated: 388, comparison: 388 },
      },
      estimates: [
        estimateOf("arrest:riskDifference:matched", [388, kept], [388, 100], { adjustment: "matching" }),
        estimateOf("arrest:riskDifference:crude", [388 + unmatched, all], [3000, 700], { primary: false }),
      ],
    });

  it("nobody outside can tell who was not matched: with a dozen, both groups are published", () => {
    expect(withheldKeys(published(resultsOf({ comparisons: [matched(12, 82, 80)] })))).toEqual([]);
  });

  it("with fewer than ten, the difference between both groups would be about them: the secondary estimate goes", () => {
    const [primary, crude] = published(resultsOf({ comparisons: [matched(6, 82, 80)] })).comparisons[0]!.estimates;
    expect(isWithheld(primary!.estimate)).toBe(false);
    expect(isWithheld(crude!.treated.events)).toBe(true);
    expect(isWithheld(crude!.estimate)).toBe(true);
  });

  it("means of fewer than ten are withheld", () => {
    const { lost } = published(resultsOf({ comparisons: [matched(6, 82, 80)] })).comparisons[0]!.matching!;
    expect(lost[0]).toMatchObject({ kept: 31.2, lost: { withheld: "primary" } });
  });
});

describe("balance", () => {
  const row = (level: string | null, treated: number, comparison: number) => ({
    covariate: "race",
    level,
    essential: false,
    adjusted: true,
    before: { treated, comparison, standardisedMeanDifference: -0.137762, varianceRatio: 1.1 },
    after: null,
  });

  it("a mean that is a small count in disguise goes, and with it whatever of its row gives it back", () => {
    const comparison = comparisonOf({ balance: [row("other", 4 / 216, 31 / 216)] });
    const { before } = published(resultsOf({ comparisons: [comparison] })).comparisons[0]!.balance[0]!;
    expect(before.treated).toEqual({ withheld: "primary" });
    expect(isWithheld(before.comparison)).toBe(true);
    expect(isWithheld(before.varianceRatio)).toBe(true);
    expect(before.standardisedMeanDifference).toEqual({ withheld: "primary" });
  });

  it("one of several levels does not go alone: the rest of everyone would give it away", () => {
    const balance = [row("a", 4 / 216, 60 / 216), row("b", 100 / 216, 70 / 216), row("c", 112 / 216, 86 / 216)];
    const levels = published(resultsOf({ comparisons: [comparisonOf({ balance })] })).comparisons[0]!.balance;
    expect(levels.filter(({ before }) => isWithheld(before.treated)).length).toBeGreaterThanOrEqual(2);
  });

  it("means of other covariates stay", () => {
    const comparison = comparisonOf({ balance: [row(null, 24.97, 24.22)] });
    expect(withheldKeys(published(resultsOf({ comparisons: [comparison] })))).toEqual([]);
  });
});

describe("the pathway", () => {
  const funnel = (started: number) => [
    step("referred", 620, 0, {}, 620),
    step("offered", 400, 20, { "not-eligible": 150, declined: 50 }, 620),
    step("started", started, 10, { moved: 390 - started }, 400),
  ];

  it("a step with few people goes, with its shares", () => {
    const last = published(resultsOf({ funnel: funnel(4) })).funnel[2]!;
    expect(last.count).toEqual({ withheld: "primary" });
    expect([last.shareOfPrevious, last.shareOfReferrals, last.medianDays, ...last.interval!].every(isWithheld)).toBe(
      true,
    );
  });

  it("a step that loses two people cannot stand beside the one before it", () => {
    const [, offered, started] = published(resultsOf({ funnel: funnel(388) })).funnel;
    const lost = started!.leaving[0]!.rows;
    expect(lost).toEqual({ withheld: "primary" });
    expect([offered!.count, offered!.open, started!.count, started!.open].some(isWithheld)).toBe(true);
  });

  it("an analysis set that is almost the one around it goes", () => {
    const sets = [
      { id: "referred", arm: "treated", people: 620, why: "" },
      { id: "offered", arm: "treated", people: 618, why: "" },
    ];
    const { analysisSets } = published(resultsOf({ analysisSets: sets }));
    expect(analysisSets.filter((set) => isWithheld(set.people))).toHaveLength(1);
  });

  it("large steps stay as they are", () => {
    expect(withheldKeys(published(resultsOf({ funnel: funnel(300) })))).toEqual([]);
  });
});

describe("accounts and coverage", () => {
  const account = (rejected: Record<string, number>) => {
    const rowsRejected = Object.values(rejected).reduce((all, rows) => all + rows, 0);
    return {
      stage: "cohort",
      table: "people",
      file: "people.csv",
      rowsIn: 3620,
      rowsUsed: 3620 - rowsRejected,
      rowsRejected,
      reasons: Object.entries(rejected).map(([code, rows]) => ({ code, rows })),
      notes: [],
    };
  };

  it("small counts by reason go, with enough of the others; the rows of the file stay", () => {
    const [first] = published(resultsOf({ accounts: [account({ a: 2, b: 40, c: 30 })] })).accounts;
    expect(first!.reasons.filter(({ rows }) => isWithheld(rows))).toHaveLength(2);
    expect([first!.rowsIn, first!.rowsUsed, first!.rowsRejected]).toEqual([3620, 3548, 72]);
  });

  it("what a file contained is shown to the last row", () => {
    const ingest = { ...account({ a: 1, b: 2 }), stage: "ingest", notes: [{ code: "twin", rows: 2 }] };
    expect(withheldKeys(published(resultsOf({ accounts: [ingest] })))).toEqual([]);
  });

  it("a single reason is the number of rows rejected and stays", () => {
    expect(withheldKeys(published(resultsOf({ accounts: [account({ a: 2, b: 0 })] })))).toEqual([]);
  });

  it("two small reasons with a small total: the total goes too", () => {
    const [first] = published(resultsOf({ accounts: [account({ a: 2, b: 1 })] })).accounts;
    expect(first!.reasons.every(({ rows }) => isWithheld(rows))).toBe(true);
    expect(isWithheld(first!.rowsRejected)).toBe(true);
    expect(first!.rowsIn).toBe(3620);
  });

  it("reasons for not being observed are protected within their arm", () => {
    const coverage = [
      {
        outcome: "arrest",
        arm: "treated" as const,
        people: 400,
        searchedAndFound: 380,
        observedToEnd: 370,
        missing: [
          { code: "not-found", rows: 27 },
          { code: "died", rows: 3 },
        ],
      },
    ];
    const [arm] = published(resultsOf({ coverage })).coverage;
    expect(arm!.missing.every(({ rows }) => isWithheld(rows))).toBe(true);
    expect([arm!.people, arm!.observedToEnd]).toEqual([400, 370]);
  });
});

describe("blocks and safety", () => {
  const block = (atRisk: number, withEvent: number, events: number) => ({
    block: 1,
    window: "block+1",
    outcome: "recorded",
    group: "treated",
    atRisk,
    withEvent,
    share: withEvent / atRisk,
    interval: [0.1, 0.2] as [number, number],
    ratePerYear: events / 27,
    personYears: 27,
    events,
    allTimeYears: 30,
  });

  it("few people with an event: the share, the interval and the rate go", () => {
    const [first] = published(resultsOf({ blocks: [block(55, 3, 4)] })).blocks;
    expect(
      [first!.withEvent, first!.events, first!.share, ...first!.interval!, first!.ratePerYear].every(isWithheld),
    ).toBe(true);
    expect(first!.atRisk).toBe(55);
  });

  it("nobody of 55 is shown, with its interval", () => {
    expect(withheldKeys(published(resultsOf({ blocks: [block(55, 0, 0)] })))).toEqual([]);
  });

  it("nobody of nine is not: it would be said of each of them", () => {
    const [first] = published(resultsOf({ blocks: [block(9, 0, 0)] })).blocks;
    expect(first!.withEvent).toEqual({ withheld: "primary" });
  });

  it("safety items lose small numerators, before and after", () => {
    const item = {
      id: "contact",
      question: "contact",
      who: "victim-survivors" as const,
      reporter: "victim-survivor",
      status: "measured" as const,
      uncontrolled: true,
      numerator: 4,
      denominator: 71,
      value: 4 / 71,
      interval: [0.02, 0.14] as [number, number],
      window: null,
      definition: "",
      before: { numerator: 33, denominator: 71, value: 33 / 71, interval: [0.35, 0.58] as [number, number] },
      unknown: 12,
    };
    const [shown] = published(resultsOf({ safety: [item] })).safety;
    expect([shown!.numerator, shown!.value].every(isWithheld)).toBe(true);
    expect(shown!.before).toEqual(item.before);
  });

  const accountOf = (id: string, reporter: string, [numerator, denominator]: [number, number], unknown: number) => ({
    id,
    question: "victim-survivors-safer",
    who: "victim-survivors" as const,
    reporter,
    status: "measured" as const,
    uncontrolled: true,
    numerator,
    denominator,
    value: numerator / denominator,
    interval: [0.1, 0.9] as [number, number],
    window: null,
    definition: "",
    before: null,
    unknown,
  });
  const beforeAndOver = (abusedBefore: number, known: number, reporter = "victim-survivor") => {
    const before = { numerator: abusedBefore, denominator: 140, value: abusedBefore / 140, interval: null };
    return [
      { ...accountOf(`abuse-${reporter}-any`, reporter, [100, 140], 60), before },
      accountOf(`cessation-${reporter}`, reporter, [26, known], abusedBefore - known),
    ];
  };

  it("abuse before, withheld because all but one of 140 had it, is not told by who it was over for: 26 of 139", () => {
    const [abuse, over] = published(resultsOf({ safety: beforeAndOver(139, 139) })).safety;
    expect(isWithheld(abuse!.before!.numerator)).toBe(true);
    expect([over!.denominator, over!.value].every(isWithheld)).toBe(true);
    expect([abuse!.numerator, abuse!.denominator, abuse!.before!.denominator]).toEqual([100, 140, 140]);
  });

  it("of the verdict on safety, that all but a few had it before is said where their number cannot be", () => {
    // 2 of 140 had none: 138 would tell them, and 140 is what every kind of abuse is out of.
    const [abuse] = published(resultsOf({ safety: beforeAndOver(138, 138) })).safety;
    expect(abuse!.before).toMatchObject({ denominator: 140, without: { withheld: "primary" } });
    expect(isWithheld(abuse!.before!.numerator)).toBe(true);
    expect([abuse!.numerator, abuse!.denominator]).toEqual([100, 140]);
  });

  it("it is said of no other account, and of nobody where all had it", () => {
    for (const [before, reporter] of [
      [138, "worker"],
      [140, "victim-survivor"],
    ] as const) {
      const [abuse] = published(resultsOf({ safety: beforeAndOver(before, before, reporter) })).safety;
      expect(abuse!.before).not.toHaveProperty("without");
    }
  });

  it("where many had none before, both stand", () => {
    const safety = beforeAndOver(110, 90);
    expect(published(resultsOf({ safety })).safety).toEqual(safety);
  });

  it("how many accounts of one kind are missing is not told by another kind: both are of the same pairs", () => {
    const [any, sexual] = published(
      resultsOf({
        safety: [
          accountOf("abuse-worker-any", "worker", [60, 120], 20),
          accountOf("abuse-worker-sexual", "worker", [60, 137], 3),
        ],
      }),
    ).safety;
    expect(isWithheld(sexual!.unknown)).toBe(true);
    expect(isWithheld(sexual!.denominator) || isWithheld(any!.unknown) || isWithheld(any!.denominator)).toBe(true);
  });
});

describe("survival curves", () => {
  const comparison = comparisonOf({
    estimates: [estimateOf("arrest:riskDifference:crude", [216, 48], [216, 66])],
    curves: [
      curveOf("treated", [
        [0, 40, 0],
        [1, 40, 2],
        [2, 38, 2],
        [3, 36, 3],
        [4, 30, 6],
        [5, 12, 1],
        [6, 9, 5],
      ]),
    ],
  });
  const { points } = published(resultsOf({ comparisons: [comparison] })).comparisons[0]!.curves[0]!;

  it("merge steps until each holds five events, and stop where fewer than ten are at risk", () => {
    expect(points.map(({ time, events }) => [time, events])).toEqual([
      [0, 0],
      [3, 7],
      [5, 7],
    ]);
  });

  it("are left alone where nothing is withheld", () => {
    const plain = published(resultsOf({ comparisons: [comparison] }), profileOf("none"));
    expect(plain.comparisons[0]!.curves).toEqual(comparison.curves);
  });
});

describe("releases", () => {
  const release = (people: number) =>
    resultsOf({ safety: [], analysisSets: [{ id: "referred", arm: "treated", people, why: "" }] });

  it("a count an earlier release withheld to protect others is withheld again, now that they are gone", () => {
    const two = (few: number) => resultsOf({ tables: [tableOf("reach", [[few, 40, 17]])] });
    const earlier = published(two(3));
    const hidden = ({ tables }: Results) => tables[0]!.cells.map(({ numerator }) => isWithheld(numerator));
    const later = hidden(published(two(30), profile, [earlier]));
    expect(hidden(published(two(30)))).not.toContain(true);
    expect(later.filter((_, cell) => hidden(earlier)[cell]).length).toBeGreaterThan(0);
    for (const [cell, { numerator }] of earlier.tables[0]!.cells.entries())
      if (isWithheld(numerator) && numerator.withheld === "secondary") expect(later[cell]).toBe(true);
  });

  it("a count that grew by two since an earlier release is withheld", () => {
    const earlier = published(release(60));
    expect(isWithheld(published(release(62), profile, [earlier]).analysisSets[0]!.people)).toBe(true);
  });

  it("counts are recognised by what they count, not by their place in a list", () => {
    const coverage = (outcome: string, people: number) => ({
      outcome,
      arm: "treated" as const,
      people,
      searchedAndFound: people,
      observedToEnd: people,
      missing: [],
    });
    const earlier = published(resultsOf({ coverage: [coverage("arrest", 60)] }));
    const now = resultsOf({ coverage: [coverage("aid", 61), coverage("arrest", 90)] });
    expect(withheldKeys(published(now, profile, [earlier]))).toEqual([]);
    const close = resultsOf({ coverage: [coverage("aid", 90), coverage("arrest", 61)] });
    expect(isWithheld(published(close, profile, [earlier]).coverage[1]!.people)).toBe(true);
  });

  it("one that grew by twenty, or not at all, is shown", () => {
    const earlier = published(release(60));
    for (const people of [60, 80])
      expect(published(release(people), profile, [earlier]).analysisSets[0]!.people).toBe(people);
  });
});

describe("disclosing", () => {
  const mixed = resultsOf({
    tables: [
      tableOf("by-area", [
        [3, 20, 7],
        [30, 2, 40],
      ]),
    ],
    comparisons: [
      comparisonOf({
        estimates: [estimateOf("arrest:riskDifference:crude", [216, 48], [216, 3])],
        curves: [
          curveOf("treated", [
            [0, 40, 0],
            [1, 40, 2],
            [2, 38, 6],
          ]),
        ],
      }),
    ],
    funnel: [step("referred", 620, 0, {}, 620), step("offered", 400, 3, { declined: 217 }, 620)],
  });

  it("marks the edition and says what was done, without a value in the log", () => {
    const { results, log } = disclose(mixed, profile);
    expect(results.edition).toBe("published");
    expect(results.disclosure).toMatchObject({ profile: "default", threshold: 5 });
    expect(results.disclosure!.withheldPrimary + results.disclosure!.withheldSecondary).toBe(
      withheldKeys(results).length,
    );
    expect(log.length).toBeGreaterThan(0);
    for (const entry of log) expect(Object.keys(entry)).toEqual(["key", "withheld", "why"]);
    expect(new Set(log.map((entry) => entry.why.replace(/\d+/g, "n"))).size).toBeLessThanOrEqual(5);
  });

  it("leaves the exact results as they were", () => {
    const copy = structuredClone(mixed);
    disclose(mixed, profile);
    expect(mixed).toEqual(copy);
  });

  it("done again changes nothing", () => {
    const once = published(mixed);
    expect(published(once)).toEqual(once);
    const again = published({ ...once, edition: "working", disclosure: null });
    expect(withheldKeys(again)).toEqual(withheldKeys(once));
  });

  it("of results published under another profile is refused", () => {
    expect(() => disclose(published(mixed), profileOf("strict-10"))).toThrow(RangeError);
  });

  it("under the profile for public data withholds nothing", () => {
    expect(withheldKeys(published(mixed, profileOf("none")))).toEqual([]);
  });

  it("keeps the shape: every number is still a number, withheld, or null where the shape has no room", () => {
    const shape = (node: unknown): unknown => {
      if (typeof node === "number" || isWithheld(node)) return "figure";
      if (Array.isArray(node)) return node.map(shape);
      if (typeof node !== "object" || node === null) return typeof node;
      return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, shape(child)]));
    };
    const { tables } = published(mixed);
    expect(shape(tables)).toEqual(shape(mixed.tables));
  });

  it("has one view for every structure of the results that holds counts", () => {
    const silent = [
      "kind",
      "version",
      "edition",
      "study",
      "options",
      "services",
      "evidence",
      "claims",
      "refusals",
      "disclosure",
      "provenance",
    ];
    expect([...views.map((view) => view.of), ...silent].sort()).toEqual(Object.keys(resultsOf({})).sort());
  });

  it("profiles are known by id, thresholds are whole numbers", () => {
    expect(() => profileOf("lenient")).toThrow("profileOf: id must be one of default, strict-10, none, got lenient");
    expect(() => profileOf("default", 0)).toThrow(RangeError);
  });
});

describe("withheld in one, withheld in all: random pairs of linked tables", () => {
  it("a cell of the margin is withheld in both tables or in neither", () => {
    let state = 99;
    const draw = (n: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % n;
    };
    for (let round = 0; round < 25; round++) {
      const inside = Array.from({ length: 3 }, () =>
        Array.from({ length: 3 }, () => (draw(3) === 0 ? draw(5) : draw(30))),
      );
      const wide = tableOf("wide", inside, { linked: ["rows"] });
      const rows = {
        ...wide,
        id: "rows",
        dimensions: [wide.dimensions[0]!],
        cells: wide.cells
          .filter((cell) => cell.at.column === "all")
          .map((cell) => ({ ...cell, at: { row: cell.at.row! } })),
        linked: [],
      };
      const [first, second] = published(resultsOf({ tables: [wide, rows] })).tables;
      for (const cell of second!.cells) {
        const twin = first!.cells.find((each) => each.at.row === cell.at.row && each.at.column === "all")!;
        // A table of mostly small counts may have lost the rows.
        if (twin !== undefined) expect(cell.numerator).toEqual(twin.numerator as Figure);
      }
    }
  });
});

/** One of five calls answered by one service, two of three by another. */
function sharesOfServices(): Table {
  const shares = { advice: [1, 5], outreach: [2, 3] } as const;
  return {
    ...tableOf("access-shares", [[1]]),
    unit: "service",
    dimensions: [
      { id: "service", label: "Service", levels: Object.keys(shares).map((id) => ({ id, label: id })), total: null },
    ],
    cells: Object.entries(shares).map(([service, [numerator, denominator]]) => ({
      at: { service },
      numerator,
      denominator,
      value: numerator / denominator,
      interval: [0, 1],
    })),
  };
}
