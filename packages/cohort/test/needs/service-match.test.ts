import { planCoverage, planCoverageTables, serviceMatch, serviceMatchTables } from "@likewise/cohort";
import type { StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const services: StudyPlan["cohort"]["services"] = {
  offered: "referrals.strand",
  risk: "people.risk_level",
  list: [
    {
      id: "early-response",
      risk: ["standard", "medium"],
      rules: [{ field: "people.sex", in: ["male", "female"], reason: "sex" }],
    },
    { id: "group", risk: ["medium"], rules: [{ field: "people.sex", in: ["male"], reason: "built for men" }] },
    {
      id: "one-to-one",
      risk: ["high"],
      needs: ["housing", "drugs"],
      rules: [{ field: "people.age", min: 18, reason: "under 18" }],
    },
  ],
};
const people = tableOf(
  ["person", "risk_level", "sex", "age"],
  ["A", "high", "male", 30], // early response: under
  ["B", "standard", "male", 30], // one-to-one: over
  ["C", "high", "male", 30], // one-to-one, a need it addresses: matched
  ["D", "high", "male", 30], // one-to-one, no need it addresses
  ["E", "medium", "female", 30], // group, built for men
  ["F", null, "male", 30], // risk not recorded
  ["G", "high", "male", 17], // under 18, and nothing else is built for high risk
  ["H", "medium", "male", 30], // not offered
  ["I", "high", "female", null], // age not recorded
  ["J", "medium", "male", 30], // matched
);
const referrals = tableOf(
  ["person", "referral_date", "strand"],
  ...(
    [
      ["A", "early-response"],
      ["B", "one-to-one"],
      ["C", "one-to-one"],
      ["D", "one-to-one"],
      ["E", "group"],
      ["F", "group"],
      ["G", "one-to-one"],
      ["H", null],
      ["I", "one-to-one"],
      ["J", "group"],
    ] as const
  ).map(([id, strand]) => [id, "2024-01-01", strand]),
);
const needs = tableOf(
  ["person", "pathway", "status"],
  ["C", "housing", "need"],
  ["D", "employment", "need"],
  ["B", "drugs", "need"],
);
const match = serviceMatch({ plan: planOf({ cohort: { services } }), tables: { people, referrals, needs } })!;
const verdict = (id: string) => match.persons.find(({ person }) => person === id)!.verdict;

describe("risk, need and responsivity", () => {
  it("practice-E4: a high-risk person in early response is under-treated, a low-risk one in one-to-one work over-treated", () => {
    expect([verdict("A"), verdict("B")]).toEqual(["under-treated", "over-treated"]);
    expect(match.persons[0]!.reason).toBe("high risk, built for by one-to-one");
    expect(match.matched).toMatchObject({ numerator: 2, denominator: 7 }); // of A B C D E G J
    expect(match.underTreated.numerator).toBe(1);
    expect(match.overTreated.numerator).toBe(1);
  });

  it("says of each other person why", () => {
    expect(["C", "D", "E", "F", "G", "H", "I", "J"].map(verdict)).toEqual([
      "matched",
      "need-not-addressed",
      "does-not-suit",
      "cannot-be-said",
      "does-not-suit",
      "not-offered",
      "cannot-be-said",
      "matched",
    ]);
  });

  it("practice-E2: lists the group for which no service on offer was built", () => {
    const youth = match.groupsWithoutService;
    expect(youth).toEqual([
      {
        field: "people.age",
        level: "17",
        people: 1,
        withSuitable: expect.objectContaining({ numerator: 0, denominator: 1 }),
      },
    ]);
    const women = match.groups.find(({ level }) => level === "female")!;
    expect(women.withSuitable).toMatchObject({ numerator: 1, denominator: 1 }); // I cannot be said
  });

  it("has tables that add up and name nobody", () => {
    const tables = serviceMatchTables(match);
    const verdicts = tables[0]!.cells.filter(({ at }) => at.verdict !== "total");
    expect(verdicts.reduce((sum, cell) => sum + (cell.numerator as number), 0)).toBe(10);
    const byRisk = tables[1]!.cells;
    const total = byRisk.find(({ at }) => at.risk === "total" && at.offered === "total")!;
    expect(total.numerator).toBe(10);
    expect(
      byRisk
        .filter(({ at }) => at.risk !== "total" && at.offered === "total")
        .reduce((s, c) => s + (c.numerator as number), 0),
    ).toBe(10);
  });

  it("refuses where what was offered is not in the data, and is nothing without services", () => {
    const missing = serviceMatch({ plan: planOf({ cohort: { services } }), tables: { people } })!;
    expect(missing.refusals).toHaveLength(1);
    expect(missing.counts["not-offered"]).toBe(10);
    expect(serviceMatch({ plan: planOf({}), tables: { people } })).toBeNull();
  });
});

describe("types of abuse and plans", () => {
  const plan = planOf({
    cohort: {
      typology: { from: "people.type", items: { coercive: ["safety plan", "order"], violent: ["anger work"] } },
    },
  });
  const typed = tableOf(
    ["person", "type"],
    ["A", "coercive"],
    ["B", "coercive"],
    ["C", "violent"],
    ["D", null],
    ["E", "stalking"],
  );
  const plan_items = tableOf(
    ["person", "item"],
    ["A", "safety plan"],
    ["A", "order"],
    ["B", "housing"],
    ["C", "anger work"],
    ["C", "anger work"],
  );
  const coverage = planCoverage({ plan, tables: { people: typed, plan_items } })!;

  it("practice-C15: items matched to the type of abuse; a case without one is listed", () => {
    expect(coverage.withoutType).toEqual(["D"]);
    expect(
      coverage.types.map(({ type, withPlan, withMatchingItem, items }) => [
        type,
        withPlan.numerator,
        withMatchingItem.numerator,
        items.numerator,
        items.denominator,
      ]),
    ).toEqual([
      ["coercive", 2, 1, 2, 4],
      ["stalking", 0, 0, 0, 0],
      ["violent", 1, 1, 1, 1],
    ]);
    expect(coverage.typesWithoutItems).toEqual(["stalking"]);
    expect(planCoverageTables(coverage)[0]!.cells).toHaveLength(8);
  });

  it("refuses without plan items, and is nothing where the plan declares no types", () => {
    expect(planCoverage({ plan, tables: { people: typed } })!.refusals.map(({ id }) => id)).toEqual(["plan-coverage"]);
    expect(planCoverage({ plan: planOf({}), tables: { people: typed } })).toBeNull();
  });
});
