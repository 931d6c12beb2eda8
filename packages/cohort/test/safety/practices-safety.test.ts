import {
  correlationOf,
  familyCoverage,
  indicatorFamilies,
  mechanisms,
  motivation,
  selfEfficacy,
  talkWithChildren,
} from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";
import { cellAt, describedOf, treated } from "./study-of-pairs.ts";

const six = [
  { item: "stability", label: "Stability and security" },
  { item: "viewpoints", label: "Receptive to other viewpoints" },
  { item: "empathy", label: "Empathy" },
  { item: "self-efficacy", label: "Self-efficacy" },
  { item: "trust", label: "Honesty and trust" },
  { item: "motivation", label: "Motivation to change" },
] as const;
const head = ["person", "measure", "wave", "item", "response"];

describe("mechanisms on a frame of needs", () => {
  const measures = tableOf(
    head,
    ["P1", "frame", "intake", "stability", 1],
    ["P1", "frame", "intake", "empathy", 0],
    ["P1", "frame", "exit", "empathy", 2],
    ["P1", "frame", "exit", "trust", 0],
  );
  const plan = { measure: "frame", items: [...six] as [(typeof six)[0], ...(typeof six)[number][]] };

  it("practice-A12: every case has six rows, and blanks read “not coded”", () => {
    const found = mechanisms({ tables: { measures }, people: ["P1", "P2"], plan });
    expect(found.cases.map(({ rows }) => rows.length)).toEqual([6, 6]);
    const [first, second] = found.cases;
    expect(first!.rows.find(({ item }) => item === "empathy")).toEqual({
      item: "empathy",
      label: "Empathy",
      coded: { intake: "0", exit: "2" },
      first: "exit",
    });
    expect(first!.rows.find(({ item }) => item === "stability")!.coded).toEqual({ intake: "1", exit: "not coded" });
    expect(
      second!.rows.every(
        ({ coded, first: at }) => at === null && Object.values(coded).every((one) => one === "not coded"),
      ),
    ).toBe(true);
  });

  it("are published as how many were coded, and where each first appeared", () => {
    const { tables } = describedOf({ people: treated("P1", "P2"), measures }, { mechanisms: plan });
    expect(cellAt(tables, "mechanisms-coded", { mechanism: "empathy", wave: "intake" })).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    const first = (mechanism: string, at: string) =>
      cellAt(tables, "mechanisms-first", { mechanism, first: at }).numerator;
    expect([first("stability", "intake"), first("empathy", "exit")]).toEqual([1, 1]);
    expect([first("trust", "never"), first("trust", "not-coded"), first("trust", "total")]).toEqual([1, 1, 2]);
  });
});

describe("two motivations", () => {
  const measures = tableOf(
    head,
    ...[1, 2, 3, 4].flatMap((value) => [
      [`P${value}`, "m", "intake", "take", value],
      [`P${value}`, "m", "intake", "change", [2, 1, 4, 3][value - 1]!],
    ]),
    ["P1", "m", "exit", "change", 5],
  );
  const people = ["P1", "P2", "P3", "P4"];
  const found = motivation({
    tables: { measures },
    people,
    plan: { measure: "m", takePart: "take", change: "change" },
  });

  it("practice-A17: stand as two trends with their correlation and its number, and are never added", () => {
    expect(found.takePart).toMatchObject([
      { wave: "intake", people: 4, mean: 2.5 },
      { wave: "exit", people: 0, mean: null },
    ]);
    expect(found.change).toMatchObject([
      { wave: "intake", people: 4, mean: 2.5 },
      { wave: "exit", people: 1, mean: 5 },
    ]);
    // By hand: deviations −1.5 −0.5 0.5 1.5 and −0.5 −1.5 1.5 0.5; products sum to 3, squares to 5 and 5.
    expect(found.together[0]).toMatchObject({ people: 4, correlation: expect.closeTo(0.6, 12) });
    expect(found.together[1]).toMatchObject({ people: 0, correlation: null });
    // Neither a result nor a table has a sum, a mean or a total of the two.
    const { tables } = describedOf(
      { people: treated(...people), measures },
      { motivation: { measure: "m", takePart: "take", change: "change" } },
    );
    const trends = tables.find(({ id }) => id === "motivation-trends")!;
    expect(trends.dimensions[0]!.levels.map(({ id }) => id)).toEqual(["take-part", "change"]);
    expect(trends.dimensions[0]!.total).toBeNull();
    expect(Object.keys(found).sort()).toEqual(["cases", "change", "kind", "takePart", "together"]);
  });

  it("have Fisher’s interval: r = 0.6 of 28 people is 0.292 to 0.795", () => {
    // By hand: atanh 0.6 = 0.6931; ± 1.96 / 5 = 0.3920; tanh 0.3011 = 0.2923 and tanh 1.0851 = 0.7953. The four values, seven times.
    const repeat = (values: readonly number[]) => Array.from({ length: 7 }, () => values).flat();
    const { correlation, interval } = correlationOf(repeat([1, 2, 3, 4]), repeat([2, 1, 4, 3]));
    expect(correlation).toBeCloseTo(0.6, 12);
    expect(interval!.map((limit) => limit.toFixed(3))).toEqual(["0.292", "0.795"]);
    expect(correlationOf([1, 1, 1, 1], [1, 2, 3, 4]).correlation).toBeNull();
    expect(correlationOf([1, 2], [1, 2]).correlation).toBeNull();
  });
});

describe("self-efficacy", () => {
  const scored = (people: number, gain: (at: number) => number) =>
    tableOf(
      head,
      ...Array.from({ length: people }, (_, at) => [
        [`P${at}`, "gse", "intake", null, 20],
        [`P${at}`, "gse", "exit", null, 20 + gain(at)],
      ]).flat(),
    );
  const completion = (people: number) =>
    new Map(
      Array.from({ length: people }, (_, at) => [`P${at}`, at % 2 === 0 ? "completed" : "not-completed"] as const),
    );
  const changeOf = (people: number) =>
    selfEfficacy({
      tables: { measures: scored(people, (at) => at % 4) },
      completion: completion(people),
      plan: { measure: "gse" },
    }).groups;

  it("practice-A18: under 20 people it is described and not tested", () => {
    const few = changeOf(19).find(({ id }) => id === "everyone")!;
    expect(few).toMatchObject({ people: 19, paired: 19, before: 20, isTested: false, interval: null });
    expect(few.change).not.toBeNull();
    const enough = changeOf(20).find(({ id }) => id === "everyone")!;
    expect(enough.isTested).toBe(true);
    // By hand: gains 0, 1, 2, 3 five times: mean 1.5, s² = 25/19, t(0.975, 19) = 2.0930: ± 2.0930 √(25/19/20) = 0.537.
    expect(enough.change).toBeCloseTo(1.5, 12);
    expect(enough.interval!.map((limit) => limit.toFixed(2))).toEqual(["0.96", "2.04"]);
  });

  it("stands beside completion: completers gain 1 and leavers 2 here, and neither group is tested", () => {
    const groups = changeOf(20);
    expect(groups.find(({ id }) => id === "completed")).toMatchObject({ paired: 10, change: 1, isTested: false });
    expect(groups.find(({ id }) => id === "not-completed")).toMatchObject({ paired: 10, change: 2, isTested: false });
  });

  it("says in its table that few people are described and not tested", () => {
    const { tables } = describedOf(
      {
        people: treated("P0", "P1"),
        measures: scored(2, () => 1),
        referrals: tableOf(["person", "referral_date"], ["P0", "2022-01-01"]),
      },
      { selfEfficacy: { measure: "gse" } },
    );
    expect(tables.find(({ id }) => id === "self-efficacy")!.title).toMatch(/described and not tested/);
  });
});

describe("whole-family voice", () => {
  const abuse = (...rows: readonly (readonly (string | number)[])[]) =>
    tableOf(["person", "victim", "wave", "kind", "severity", "reporter"], ...rows);

  it("practice-A28: a partner who contradicts the participant is listed and not averaged", () => {
    const { triangulation, tables } = describedOf({
      people: treated("P1", "P2", "P3"),
      links: tableOf(
        ["person", "linked_person", "kind", "family"],
        ["P1", "V1", "dyad", "F1"],
        ["P2", "V2", "dyad", "F2"],
        ["P3", "V3", "dyad", "F3"],
      ),
      abuse: abuse(
        ["P1", "V1", "exit", "physical", 0, "perpetrator"],
        ["P1", "V1", "exit", "physical", 2, "victim-survivor"],
        ["P2", "V2", "exit", "physical", 1, "perpetrator"],
        ["P2", "V2", "exit", "physical", 3, "victim-survivor"],
        ["P2", "V2", "exit", "physical", 1, "child"],
        ["P3", "V3", "exit", "physical", 0, "perpetrator"],
      ),
    });
    expect(triangulation).toMatchObject([
      { family: "F1", participant: 0, partner: 2, child: "missing", verdict: "disagree" },
      { family: "F2", participant: 1, partner: 3, child: 1, verdict: "agree" },
      { family: "F3", participant: 0, partner: "missing", child: "missing", verdict: "missing" },
    ]);
    // What is published holds neither a mean of accounts nor a family.
    expect(JSON.stringify(tables)).not.toMatch(/"F1"|"P1"|"V1"/);
  });
});

describe("talking with one’s own children", () => {
  it("practice-A30: forbidden by an order is not a failure", () => {
    const answers = ["yes", "yes", "no", "blocked-by-order", "blocked-by-order", "yes"];
    const measures = tableOf(
      head,
      ...answers.map((answer, at) => [`P${at}`, "talks", "exit", "told", answer]),
      ...["yes", "yes", "no", "no", "no"].map((safe, at) => [`P${at}`, "talks", "exit", "safe", safe]),
    );
    const found = talkWithChildren({
      tables: { measures },
      parents: [...answers.map((_, at) => `P${at}`), "P9"],
      plan: { measure: "talks", item: "told", safetyItem: "safe" },
    });
    // P0 and P1 done after a check, P5 without one; P2 has not; P3 and P4 may not; of P9 nothing is recorded.
    expect(found.counts).toEqual({ done: 2, "done-unchecked": 1, "not-done": 1, forbidden: 2, "not-recorded": 1 });
    expect(found.done).toMatchObject({ numerator: 2, denominator: 4, value: 0.5 });
    expect(found.forbidden).toMatchObject({ numerator: 2, denominator: 7 });
  });
});

describe("families of indicators", () => {
  it("practice-B39: the widest range counts the lines with data, of 17", () => {
    expect(indicatorFamilies).toHaveLength(17);
    const coverage = familyCoverage({
      plan: planOf({
        cohort: {
          safety: { scales: [{ id: "s", label: "Space for action", measure: "space", better: "higher" }] },
          indicatorFamilies: [{ family: "youth-offending", from: "outcomes.value", where: { outcome: ["yot"] } }],
        },
      }),
      tables: {
        abuse: tableOf(["person", "kind", "severity"], ["P1", "physical", 1]),
        measures: tableOf(head, ["P1", "phq-9", "intake", "1", 2], ["V1", "space", "intake", null, 4]),
        service_use: tableOf(["person", "service", "date"], ["P1", "gp", "2022-01-01"], ["P1", "gp", "2022-02-01"]),
        outcomes: tableOf(["person", "outcome", "value"], ["K1", "yot", 1], ["K1", "other", 1]),
        statuses: tableOf(["person", "kind", "from"], ["K1", "child-in-need", "2022-01-01"]),
      },
    });
    const records = Object.fromEntries(coverage.lines.map((line) => [line.id, line.records]));
    expect(records).toMatchObject({
      prevalence: 1,
      "mental-health": 1,
      safety: 1,
      "youth-offending": 1,
      "primary-care": 2,
      "social-services": 1,
      police: 0,
      wellbeing: 0,
    });
    expect(coverage).toMatchObject({ withData: 6, of: 17 });
  });

  it("each have an id, a definition, who is counted of whom, and a direction", () => {
    expect(new Set(indicatorFamilies.map(({ id }) => id)).size).toBe(17);
    for (const { definition, numerator, denominator, direction } of indicatorFamilies)
      for (const text of [definition, numerator, denominator, direction]) expect(text.length).toBeGreaterThan(3);
  });

  it("are those of the catalogue: another name is the plan’s mistake", () => {
    expect(() =>
      familyCoverage({
        plan: planOf({ cohort: { indicatorFamilies: [{ family: "luck", from: "people.person" }] } }),
        tables: {},
      }),
    ).toThrow(/cohort.indicatorFamilies: family must be one of prevalence, .*got luck/);
  });
});
