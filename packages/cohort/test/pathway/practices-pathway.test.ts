import { readFileSync } from "node:fs";
import {
  caseStatuses,
  caseStatusIds,
  caseStatusTables,
  completionByRule,
  completionRateRatio,
  completionRules,
  completionRulesOf,
  deliveryModes,
  furthestTables,
  mergeCounts,
  pathway,
  pathwayTables,
  plannedHours,
  sourceMix,
  spend,
  stockAndFlow,
  suitability,
  targetDrift,
  throughputRatio,
} from "@likewise/cohort";
import type { Columns, StudyPlan, Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { peopleOf } from "../cases.ts";
import { day, planOf, tableOf } from "../study.ts";

/** So many ids: a1, a2, ... */
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

/** Every total along a dimension is the sum of its levels, wherever all levels have a cell. */
function expectTotalsToAddUp(table: Table) {
  for (const dimension of table.dimensions) {
    if (dimension.total === null) continue;
    for (const cell of table.cells.filter(({ at }) => at[dimension.id] === dimension.total)) {
      const parts = table.cells.filter(
        ({ at }) =>
          at[dimension.id] !== dimension.total &&
          Object.entries(cell.at).every(([id, level]) => id === dimension.id || at[id] === level),
      );
      expect(
        parts.reduce((sum, part) => sum + (part.numerator as number), 0),
        `${table.id} ${JSON.stringify(cell.at)}`,
      ).toBe(cell.numerator);
    }
  }
}

// Six people: Splitz had three, one under its later name, and Ahead the others. By hand as at 2024-06-30:
// a completed; b left after assessment; c open after assessment; d completed; e turned down; f referred in June, open.
const six: Readonly<Record<string, Columns>> = {
  people: tableOf(
    ["person", "sex"],
    ["a", "male"],
    ["b", "male"],
    ["c", "unknown"],
    ["d", "male"],
    ["e", null],
    ["f", "prefer-not-to-say"],
  ),
  referrals: tableOf(
    ["person", "referral_date", "provider", "area", "source", "closed_date", "closure_reason", "eligible", "strand"],
    ["a", "2024-01-02", "Splitz", "Exeter", "police", null, null, true, "support"],
    ["b", "2024-01-09", " FearLess", "Exeter", "self", "2024-03-01", "moved", true, "support"],
    ["c", "2024-02-01", "fearless", "Torbay", "police", null, null, true, "disruption"],
    ["d", "2024-02-10", "Ahead", "Torbay", null, null, null, true, null],
    ["e", "2024-02-11", "Ahead", "Exeter", "self", null, null, false, "support"],
    ["f", "2024-06-20", null, null, "self", null, null, null, "support"],
  ),
  stages: tableOf(
    ["person", "stage", "date"],
    ["a", "assessed", "2024-01-12"],
    ["b", "assessed", "2024-01-12"],
    ["c", "assessed", "2024-02-05"],
    ["d", "assessed", "2024-02-20"],
    ["a", "started", "2024-02-01"],
    ["d", "started", "2024-03-01"],
    ["a", "completed", "2024-05-01"],
    ["d", "completed", "2024-06-01"],
  ),
};
const steps = ["referred", "assessed", "started", "completed"].map((stage) => ({ stage, label: stage }));
const plan = planOf({
  cohort: {
    providers: { FearLess: ["Splitz", "FearLess (formerly Splitz)"] },
    funnel: { steps },
    breakdowns: ["people.sex"],
  },
});

describe("the pathway", () => {
  const result = pathway({ plan, tables: six });
  const by = (field: string) => result.breakdowns.find((one) => one.by === field)!;

  it("practice-A2: cases under a former name and a present one are one provider, and the table by area still splits", () => {
    expect(by("referrals.provider").levels.map(({ id, referred }) => [id, referred])).toEqual([
      ["Ahead", 2],
      ["FearLess", 3],
      ["not-recorded", 1],
    ]);
    expect(by("referrals.area").levels.map(({ id, referred }) => [id, referred])).toEqual([
      ["Exeter", 3],
      ["Torbay", 2],
      ["not-recorded", 1],
    ]);
  });

  it("counts what came in, went out, is open and left, by hand", () => {
    expect(
      result.overall.rows.map(({ step, countIn, countOut, open, left, medianDays }) => [
        step,
        countIn,
        countOut,
        open,
        left,
        medianDays,
      ]),
    ).toEqual([
      ["referred", null, null, null, null, null],
      ["assessed", 6, 4, 1, 1, 7], // e left, f open; days 10, 3, 4, 10
      ["started", 4, 2, 1, 1, 15], // b left, c open; days 20, 10
      ["completed", 2, 2, 0, 0, 91], // days 90, 92
    ]);
    expect(result.overall.rows[1]!.leaving).toEqual([{ code: "not-eligible", rows: 1 }]);
    expect(result.overall.rows[2]!.leaving).toEqual([{ code: "moved", rows: 1 }]);
  });

  it("leaves open cases out of both denominators", () => {
    const [, assessed, started] = result.overall.rows;
    expect(assessed!.shareOfReferrals).toMatchObject({ numerator: 4, denominator: 5, value: 0.8 });
    expect(started!.shareOfPrevious).toMatchObject({ numerator: 2, denominator: 3 });
    expect(started!.shareOfReferrals).toMatchObject({ numerator: 2, denominator: 4, value: 0.5 });
  });

  it("keeps a cohort by its month of referral, whenever what follows happened", () => {
    expect(by("referral-month").levels.map(({ id, referred, rows }) => [id, referred, rows.at(-1)!.count])).toEqual([
      ["2024-01", 2, 1],
      ["2024-02", 3, 1],
      ["2024-06", 1, 0],
    ]);
  });

  it("keeps unknown, prefer not to say and not recorded apart", () => {
    expect(by("people.sex").levels.map(({ id }) => id)).toEqual([
      "male",
      "prefer-not-to-say",
      "unknown",
      "not-recorded",
    ]);
  });

  it("publishes tables whose totals are the sums of their levels", () => {
    const tables = pathwayTables(result);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
    for (const table of tables) expectTotalsToAddUp(table);
    const shares = tables.find(({ id }) => id === "pathway-share-of-referrals-by-referrals-provider")!;
    expect(shares.linked).toContain("pathway-share-of-referrals");
    expect(shares.cells).toContainEqual(
      expect.objectContaining({
        at: { stage: "assessed", "referrals.provider": "FearLess" },
        numerator: 3,
        denominator: 3,
      }),
    );
  });

  it("has a table to publish in which everyone referred is once, and every total is a sum", () => {
    const tables = furthestTables(result);
    for (const table of tables) expectTotalsToAddUp(table);
    // a, d completed; b assessed and left; c assessed and open; e, f referred: turned down, and open.
    expect(result.overall.furthest.map(({ step, completed, open, left }) => [step, completed, open, left])).toEqual([
      ["referred", 0, 1, 1],
      ["assessed", 0, 1, 1],
      ["started", 0, 0, 0],
      ["completed", 2, 0, 0],
    ]);
    expect(tables[0]!.cells.at(-1)!.numerator).toBe(6);
  });

  it("refuses a breakdown that is not in the data, and one of nobody is empty", () => {
    expect(pathway({ plan, tables: six, by: ["people.language"] }).refusals[0]).toMatchObject({
      id: "breakdown-not-in-data",
    });
    expect(pathway({ plan: planOf({}), tables: { people: peopleOf("a") } }).overall).toMatchObject({
      referred: 0,
      rows: [],
    });
  });

  it("starts before the referral where people were identified there: 11,751, 321 and 131 by the published series", () => {
    const list = ids("p", 11_751);
    const stages = tableOf(
      ["person", "stage", "date"],
      ...list.map((id) => [id, "identified", "2024-01-01"]),
      ...list.slice(0, 321).map((id) => [id, "met-criteria", "2024-01-02"]),
    );
    const referrals = tableOf(["person", "referral_date"], ...list.slice(0, 131).map((id) => [id, "2024-01-03"]));
    const { overall } = pathway({ plan: planOf({}), tables: { people: peopleOf(...list), stages, referrals } });
    expect(overall.rows.map(({ step, count }) => [step, count])).toEqual([
      ["identified", 11_751],
      ["met-criteria", 321],
      ["referred", 131],
    ]);
    expect(overall.rows[1]!.shareOfPrevious!.value).toBeCloseTo(321 / 11_751, 12);
  });
});

describe("case statuses", () => {
  it("practice-C8: every case has one status", () => {
    const result = caseStatuses({ plan, tables: six });
    expect(result.counts).toEqual({
      completed: 2, // a, d
      "not-eligible": 1, // e
      "left-before-start": 1, // b
      "left-after-start": 0,
      engaged: 0,
      started: 0,
      waiting: 2, // c, f
    });
    expect(caseStatusIds.reduce((sum, id) => sum + result.counts[id], 0)).toBe(result.cases);
    for (const table of caseStatusTables(result)) expectTotalsToAddUp(table);
  });
});

describe("stock and flow", () => {
  const spells = (rows: readonly (readonly [string, string | null])[]) => ({
    people: peopleOf(...ids("p", rows.length)),
    referrals: tableOf(
      ["person", "referral_date", "closed_date"],
      ...rows.map(([from, to], i) => [`p${i + 1}`, from, to]),
    ),
  });

  it("practice-C12: the stock of a month is that of the month before, plus in, minus out", () => {
    // Awkward on purpose: on and off on one day, off on the last day of a month, a month without anybody, a planned end.
    const result = stockAndFlow({
      plan,
      tables: spells([
        ["2023-11-30", "2023-11-30"],
        ["2023-11-05", "2024-01-31"],
        ["2024-01-31", null],
        ["2024-02-29", "2024-03-01"],
        ["2024-05-01", "2024-09-01"],
        ["2024-05-31", "2024-06-30"],
      ]),
    });
    expect(result.months.map(({ month, inflow, outflow, stock }) => [month, inflow, outflow, stock])).toEqual([
      ["2023-11", 2, 1, 1],
      ["2023-12", 0, 0, 1],
      ["2024-01", 1, 1, 1],
      ["2024-02", 1, 0, 2],
      ["2024-03", 0, 1, 1],
      ["2024-04", 0, 0, 1],
      ["2024-05", 2, 0, 3],
      ["2024-06", 0, 1, 2],
    ]);
    expect(result.open).toBe(2);
  });

  it("obeys the law for spells drawn at random", () => {
    let state = 7;
    const draw = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const start = day("2022-01-01");
    const rows = Array.from({ length: 300 }, () => {
      const from = start + draw(900);
      return [from, draw(3) === 0 ? null : from + draw(200)] as const;
    });
    const iso = (d: number) => new Date(d * 86_400_000).toISOString().slice(0, 10);
    const {
      months,
      spells: used,
      open,
    } = stockAndFlow({ plan, tables: spells(rows.map(([from, to]) => [iso(from), to === null ? null : iso(to)])) });
    let before = 0;
    for (const { stock, inflow, outflow } of months) {
      expect(stock).toBe(before + inflow - outflow);
      before = stock;
    }
    expect(before).toBe(open);
    expect(months.reduce((sum, { inflow }) => sum + inflow, 0)).toBe(used);
  });

  it("leaves out and counts what is no spell", () => {
    const result = stockAndFlow({
      plan,
      tables: spells([
        ["2024-03-01", "2024-02-01"],
        ["2024-12-01", null],
        ["2024-01-01", null],
      ]),
    });
    expect(result.notUsed).toEqual({ noFirstDay: 0, endsBeforeStart: 1, afterExtract: 1 });
    expect(result.spells).toBe(1);
  });

  it("follows a list people are put on and taken off", () => {
    const tables = {
      people: peopleOf("a", "b"),
      phases: tableOf(
        ["person", "kind", "work", "from", "to"],
        ["a", "list", "iom", "2024-05-03", "2024-06-02"],
        ["a", "list", "iom", "2024-06-10", null],
        ["b", "strand", "support", "2024-05-01", null],
      ),
    };
    const where = { field: "work", in: ["iom"] };
    const { months } = stockAndFlow({ plan, tables, spells: { table: "phases", from: "from", to: "to", where } });
    expect(months.map(({ inflow, outflow, stock }) => [inflow, outflow, stock])).toEqual([
      [1, 0, 1],
      [1, 1, 1],
    ]);
  });
});

const rule = (id: string) => completionRules.find((one) => one.id === id)!;

/** Everyone started on 1 January; sessions weekly; `attended` of `planned`, the rest missed. */
function sessionsOf(
  people: readonly { id: string; attended: number; planned: number; unknown?: number; closed?: string }[],
) {
  return {
    people: peopleOf(...people.map(({ id }) => id)),
    referrals: tableOf(
      ["person", "referral_date", "closed_date", "closure_reason"],
      ...people.map(({ id, closed }) => [id, "2023-12-01", closed === undefined ? null : "2024-06-01", closed ?? null]),
    ),
    stages: tableOf(["person", "stage", "date"], ...people.map(({ id }) => [id, "started", "2024-01-01"])),
    sessions: tableOf(
      ["person", "session_date", "attended"],
      ...people.flatMap(({ id, attended, planned, unknown = 0 }) =>
        Array.from({ length: planned }, (_, i) => [
          id,
          new Date((day("2024-01-01") + 7 * i) * 86_400_000).toISOString().slice(0, 10),
          i < attended ? true : i < attended + unknown ? null : false,
        ]),
      ),
    ),
  };
}

describe("completion", () => {
  it("practice-B4: 13 of 17 sessions complete at three quarters (12.75), 12 do not", () => {
    const tables = sessionsOf([
      { id: "a", attended: 13, planned: 17, closed: "planned-end" },
      { id: "b", attended: 12, planned: 17, closed: "planned-end" },
      { id: "c", attended: 12, planned: 13 },
      { id: "d", attended: 12, planned: 17, unknown: 1, closed: "moved" },
    ]);
    const result = completionByRule({ plan, tables, rule: rule("three-quarters-of-17") });
    expect(0.75 * 17).toBe(12.75);
    expect(result.people.map(({ id, status }) => [id, status])).toEqual([
      ["a", "completed"],
      ["b", "not-completed"],
      ["c", "open"],
      ["d", "unknown"],
    ]);
    expect(result.share).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(result.definition).toBe("three-quarters-of-17");
  });

  it("needs a planned end where the rule says so, and somebody without a session on record is unknown", () => {
    const tables = sessionsOf([
      { id: "a", attended: 8, planned: 10, closed: "planned-end" },
      { id: "b", attended: 8, planned: 10, closed: "disengaged" },
      { id: "c", attended: 8, planned: 10 },
      { id: "d", attended: 0, planned: 0, closed: "moved" },
    ]);
    const { people } = completionByRule({ plan, tables, rule: rule("three-quarters-planned-end") });
    expect(people.map(({ status }) => status)).toEqual(["completed", "not-completed", "open", "unknown"]);
  });

  it("meets a share exactly: 12 of 20 at 60 %", () => {
    const tables = sessionsOf([{ id: "a", attended: 12, planned: 20, closed: "moved" }]);
    const own = {
      ...rule("three-quarters-of-17"),
      id: "own",
      leastShare: 0.6,
      sessionsPlanned: { least: 20, most: 20 },
    };
    expect(completionByRule({ plan, tables, rule: own }).counts.completed).toBe(1);
  });

  it("practice-F11: two results with different definition ids refuse to merge", () => {
    const tables = sessionsOf([{ id: "a", attended: 13, planned: 17, closed: "planned-end" }]);
    const [first, second] = ["three-quarters-of-17", "attended-all"].map((id) =>
      completionByRule({ plan, tables, rule: rule(id) }),
    );
    const refused = mergeCounts({ parts: [first!, second!] });
    expect(refused.merged).toBeNull();
    expect(refused.refusals).toEqual([expect.objectContaining({ id: "different-definitions" })]);
    expect(mergeCounts({ parts: [first!, first!] }).merged).toMatchObject({ numerator: 2, denominator: 2 });
    expect(mergeCounts({ parts: [first!, { ...first!, window: "recorded-12m" }] }).refusals[0]!.id).toBe(
      "different-windows",
    );
  });

  it("practice-E1: results of two settings stand apart, and a merged table without strata is refused", () => {
    const part = (setting: string, numerator: number) => ({
      kind: "c",
      definition: "d",
      window: null,
      setting,
      share: { numerator, denominator: 10 },
    });
    const parts = [part("voluntary", 6), part("criminal-order", 3)];
    expect(mergeCounts({ parts })).toMatchObject({ merged: null, refusals: [{ id: "settings-not-pooled" }] });
    const apart = mergeCounts({ parts, strata: true });
    expect(apart.strata.map(({ setting, share }) => [setting, share.value])).toEqual([
      ["voluntary", 0.6],
      ["criminal-order", 0.3],
    ]);
    expect(apart.merged).toBeNull();
  });

  it("completed this quarter over started this quarter is refused as a completion rate, and given by its own name", () => {
    const quarter = { plan, tables: six, from: "2024-04-01", to: "2024-06-30" };
    expect(throughputRatio({ ...quarter, as: "completion-rate" })).toMatchObject({
      ratio: null,
      refusals: [{ id: "not-a-completion-rate" }],
    });
    expect(throughputRatio({ ...quarter, as: "throughput-ratio" })).toMatchObject({
      completed: 2,
      started: 0,
      ratio: null,
      refusals: [],
    });
    expect(throughputRatio({ ...quarter, from: "2024-01-01", as: "throughput-ratio" }).ratio).toBe(1);
    expect(() => throughputRatio({ ...quarter, from: "2024-07-01", as: "throughput-ratio" })).toThrow(RangeError);
  });

  it("a plan's own rule takes an id of its own", () => {
    const withRules = (completion: StudyPlan["cohort"]["completion"]) =>
      planOf({ cohort: { completion } as StudyPlan["cohort"] });
    expect(completionRulesOf(withRules([{ id: "own", leastShare: 0.6, sessionsPlanned: 20 }]))[0]).toMatchObject({
      id: "own",
      leastShare: 0.6,
    });
    expect(completionRulesOf(planOf({})).map(({ id }) => id)).toEqual(["service-rule"]);
    expect(() => completionRulesOf(withRules([{ id: "attended-all", leastShare: 0.5 }]))).toThrow(/must not redefine/);
    expect(() => completionRulesOf(withRules([{ id: "unheard-of" }]))).toThrow(/must be of the catalogue/);
  });

  it("practice-E13: 26 to 30 sessions of 2 to 2.5 hours are 52 to 75 hours, and full attendance stands apart from completion", () => {
    expect(plannedHours(rule("groupwork-26-30-weeks"))).toEqual({ least: 26 * 2, most: 30 * 2.5 });
    const tables = sessionsOf([
      { id: "a", attended: 17, planned: 17, closed: "planned-end" },
      { id: "b", attended: 13, planned: 17, closed: "planned-end" },
      { id: "c", attended: 5, planned: 17, closed: "disengaged" },
    ]);
    const { share, fullAttendance } = completionByRule({ plan, tables, rule: rule("three-quarters-of-17") });
    expect([share.numerator, share.denominator]).toEqual([2, 3]);
    expect([fullAttendance.numerator, fullAttendance.denominator]).toEqual([1, 3]);
  });

  it("practice-E13: suitability goes item by item, and attrition stands by fee", () => {
    const tables = {
      people: peopleOf("a", "b", "c", "d", "e"),
      referrals: tableOf(
        ["person", "referral_date", "acknowledges", "takes_responsibility", "motivated", "fee_charged", "closed_date"],
        ["a", "2024-01-01", "yes", "yes", "yes", true, null],
        ["b", "2024-01-01", "yes", "partly", "yes", true, "2024-03-01"],
        ["c", "2024-01-01", "no", "yes", "yes", false, "2024-03-01"],
        ["d", "2024-01-01", "yes", null, "yes", null, null],
        ["e", "2024-01-01", null, "yes", "yes", false, null],
      ),
      stages: tableOf(["person", "stage", "date"], ...["a", "b", "c"].map((id) => [id, "started", "2024-02-01"]), [
        "a",
        "completed",
        "2024-05-01",
      ]),
    };
    const { items, attritionByFee } = suitability({ plan, tables });
    expect(
      items.map(({ countIn, counts }) => [countIn, counts.yes, counts.partly, counts.no, counts["not-recorded"]]),
    ).toEqual([
      [5, 3, 0, 1, 1],
      [3, 1, 1, 0, 1],
      [1, 1, 0, 0, 0],
    ]);
    expect(attritionByFee!.map(({ fee, left }) => [fee, left.numerator, left.denominator])).toEqual([
      ["true", 1, 2],
      ["false", 1, 1],
      ["not-recorded", 0, 0],
    ]);
  });
});

describe("who comes", () => {
  it("practice-E11: 35 % of referrals and 64 % of completers give a completion rate ratio of 3.30", () => {
    expect(completionRateRatio({ shareOfReferrals: 0.35, shareOfCompleters: 0.64 })).toBeCloseTo(3.3015873, 6);
    // The same from people: 100 referred, 35 by themselves; 25 completed, 16 of those.
    const list = ids("p", 100);
    const tables = {
      people: peopleOf(...list),
      referrals: tableOf(
        ["person", "referral_date", "source", "closed_date"],
        ...list.map((id, i) => [id, "2024-01-01", i < 35 ? "self" : "other", "2024-06-01"]),
      ),
      stages: tableOf(
        ["person", "stage", "date"],
        ...[...list.slice(0, 16), ...list.slice(35, 44)].map((id) => [id, "completed", "2024-05-01"]),
      ),
    };
    const mix = sourceMix({ plan, tables });
    const self = mix.rows.find(({ source }) => source === "self")!;
    expect(self.shareOfReferrals.value).toBe(0.35);
    expect(self.shareOfCompleters.value).toBe(0.64);
    expect(self.rateRatio!.ratio).toBeCloseTo(16 / 35 / (9 / 65), 12);
    expect(self.rateRatio!.ratio).toBeCloseTo(3.3015873, 6);
    // The ratio of odds is another number: (16 / 19) / (9 / 56).
    expect(self.rateRatio!.ratio).not.toBeCloseTo(16 / 19 / (9 / 56), 1);
    // Katz by hand: log ratio plus or minus 1.96 times the root of 19/(16·35) + 56/(9·65).
    const spread = 1.959963984540054 * Math.sqrt(19 / (16 * 35) + 56 / (9 * 65));
    expect(self.rateRatio!.lower).toBeCloseTo(self.rateRatio!.ratio / Math.exp(spread), 10);
  });

  it("practice-C11: sources sum to everyone referred and everyone who completed", () => {
    const { rows, referred, completed } = sourceMix({ plan, tables: six });
    expect(rows.map(({ source }) => source)).toEqual(["police", "self", "not-recorded"]);
    expect(rows.reduce((sum, row) => sum + row.shareOfReferrals.numerator, 0)).toBe(referred);
    expect(rows.reduce((sum, row) => sum + row.shareOfCompleters.numerator, 0)).toBe(completed);
    expect(rows.map(({ rateRatio }) => rateRatio)).toContain(null); // nobody who referred themselves completed
    // Police: a completed, c is open: 1 of 1; all others not open: d of b, d, e: 1 of 3.
    expect(rows[0]!.completion).toMatchObject({ numerator: 1, denominator: 1 });
    expect(rows[0]!.rateRatio!.ratio).toBeCloseTo(3, 12);
  });

  it("practice-B29: 6 of 40 accepted outside the definition are 15 %, with the trend R finds", () => {
    const oracle = JSON.parse(readFileSync(new URL("../../oracles/target-drift.json", import.meta.url), "utf8"));
    const list = ids("p", 40);
    const outsideByMonth: number[] = oracle.input.outsideByMonth;
    const tables = {
      people: tableOf(
        ["person", "pattern"],
        ...list.map((id, i) => [id, i % 10 < outsideByMonth[Math.floor(i / 10)]! ? "controlling" : "situational"]),
      ),
      referrals: tableOf(["person", "referral_date"], ...list.map((id) => [id, "2024-01-01"])),
      stages: tableOf(
        ["person", "stage", "date"],
        ...list.map((id, i) => [id, "accepted", `2024-0${2 + Math.floor(i / 10)}-1${i % 10}`]),
      ),
    };
    const target = {
      id: "situational",
      rules: [{ field: "people.pattern", in: ["situational"], reason: "pattern of control" }],
    };
    const drift = targetDrift({ plan: planOf({ cohort: { target } as StudyPlan["cohort"] }), tables });
    expect(drift.outside).toMatchObject({ numerator: 6, denominator: 40, value: 0.15 });
    expect(drift.months.map(({ month, outside }) => [month, outside.numerator])).toEqual([
      ["2024-02", 0],
      ["2024-03", 1],
      ["2024-04", 2],
      ["2024-05", 3],
    ]);
    for (const part of ["oddsRatioPerMonth", "lower", "upper"] as const) {
      expect(drift.trend![part] / oracle.expected[part]).toBeCloseTo(1, 7);
    }
    expect(drift.reasons).toEqual([{ reason: "pattern of control", people: 6 }]);
  });

  it("target drift keeps those it cannot place apart, and has no trend where nobody is outside", () => {
    const tables = {
      people: tableOf(["person", "age"], ["a", 30], ["b", null]),
      referrals: tableOf(["person", "referral_date"], ["a", "2024-01-01"], ["b", "2024-01-01"]),
      stages: tableOf(["person", "stage", "date"], ["a", "started", "2024-02-01"], ["b", "started", "2024-03-01"]),
    };
    const target = { id: "adults", rules: [{ field: "people.age", min: 18, reason: "under 18" }] };
    const drift = targetDrift({ plan: planOf({ cohort: { target } as StudyPlan["cohort"] }), tables });
    expect(drift).toMatchObject({
      outside: { numerator: 0, denominator: 1 },
      unknown: 1,
      trend: null,
      refusals: [{ id: "no-trend" }],
    });
    expect(targetDrift({ plan, tables }).refusals[0]!.id).toBe("no-target");
  });

  it("practice-E14: modes of delivery carry a notice of confounding by indication", () => {
    const tables = {
      people: peopleOf("a", "b", "c"),
      referrals: tableOf(
        ["person", "referral_date", "mode", "mode_reason", "closed_date"],
        ["a", "2024-01-01", "group", "standard", null],
        ["b", "2024-01-01", "one-to-one", "interpreter", "2024-03-01"],
        ["c", "2024-01-01", "one-to-one", null, null],
      ),
      stages: tableOf(["person", "stage", "date"], ...["a", "b", "c"].map((id) => [id, "started", "2024-01-10"]), [
        "a",
        "completed",
        "2024-05-01",
      ]),
    };
    const modes = deliveryModes({ plan, tables });
    expect(modes.notice!.id).toBe("confounding-by-indication");
    expect(
      modes.rows.map(({ mode, completed, open }) => [mode, completed.numerator, completed.denominator, open]),
    ).toEqual([
      ["group", 1, 1, 0],
      ["one-to-one", 0, 1, 1],
    ]);
    expect(modes.rows[1]!.reasons).toEqual([
      { reason: "interpreter", people: 1 },
      { reason: "not-recorded", people: 1 },
    ]);
  });
});

describe("spend", () => {
  const list = ids("p", 100);
  const tables = {
    people: peopleOf(...list),
    referrals: tableOf(["person", "referral_date"], ...list.map((id) => [id, "2024-01-01"])),
    stages: tableOf(
      ["person", "stage", "date"],
      ...list.slice(0, 60).map((id) => [id, "started", "2024-02-01"]),
      ...list.slice(0, 30).map((id) => [id, "completed", "2024-05-01"]),
    ),
    costs: tableOf(
      ["payer", "kind", "amount_pounds"],
      ["council", "cash", 60_000.1],
      ["police", "cash", 39_999.9],
      ["police", "in-kind", 5_000],
      ["council", "in-kind", null],
    ),
  };

  it("practice-B50: 100,000 pounds, 100 referred, 60 started, 30 completed are 1,000, 1,667 and 3,333", () => {
    const result = spend({ plan, tables });
    expect(result.cashPounds).toBe(100_000);
    expect(result.per.slice(0, 3).map(({ cashPounds }) => Math.round(cashPounds!))).toEqual([1_000, 1_667, 3_333]);
    expect(result.per[3]).toMatchObject({ of: "session", count: null, cashPounds: null });
    expect(result.inKindPounds).toBe(5_000);
    expect(result.per[0]!.withInKindPounds).toBe(1_050);
    expect(result.itemsWithoutAmount).toBe(1);
    expect(spend({ plan, tables, outcomes: 20 }).per[4]).toMatchObject({ of: "outcome", cashPounds: 5_000 });
  });

  it("refuses averages where an item may be either cash or in kind, or where nobody completed", () => {
    const mixed = {
      ...tables,
      costs: tableOf(["payer", "kind", "amount_pounds"], ["council", "cash", 10], ["council", null, 5]),
    };
    const result = spend({ plan, tables: mixed });
    expect(result.refusals[0]!.id).toBe("cash-or-in-kind-unknown");
    expect(result.per[0]!.cashPounds).toBeNull();
    const nobody = { ...tables, stages: tableOf(["person", "stage", "date"], ["p1", "started", "2024-02-01"]) };
    expect(spend({ plan, tables: nobody }).per[2]).toMatchObject({ count: null, cashPounds: null });
  });
});
