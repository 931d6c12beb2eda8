import { reach, reachTables, scoreAudit } from "@likewise/cohort";
import { integerColumn, withColumns } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

// 60 of group a (30 selected), 40 of group b (10), 6 unknown (3), 4 prefer-not-to-say (0), 2 not recorded (2), 5 of c (0)
const groups = [
  ["a", 60, 30],
  ["b", 40, 10],
  ["unknown", 6, 3],
  ["prefer-not-to-say", 4, 0],
  [null, 2, 2],
  ["c", 5, 0],
] as const;
const people = groups.flatMap(([group, n, selected], g) =>
  Array.from({ length: n }, (_, i) => ({ id: `${g}-${i}`, group, selected: i < selected })),
);
const tables = {
  people: tableOf(["person", "ethnicity"], ...people.map(({ id, group }) => [id, group])),
  selections: tableOf(
    ["person", "decision_date", "panel_decision"],
    ...people.map(({ id, selected }) => [id, "2024-01-01", selected ? "selected" : "not-selected"]),
  ),
};
const found = reach({ plan: planOf({}), tables })!;
const levels = found.characteristics[0]!.levels;
const level = (id: string) => levels.find((one) => one.level === id)!;

describe("reach by protected characteristic", () => {
  it("practice-C6: selection rate ratios by group with intervals, and a score with ethnicity among its inputs fails", () => {
    expect(found).toMatchObject({ considered: 117, selected: 45 });
    const b = level("b").againstReference!;
    // (10 / 40) / (30 / 60) = 1/2; log variance 30/(10·40) + 30/(30·60)
    const spread = 1.959963984540054 * Math.sqrt(30 / 400 + 30 / 1800);
    expect(b.ratio).toBeCloseTo(0.5, 14);
    expect(b.interval![0]).toBeCloseTo(0.5 * Math.exp(-spread), 12);
    expect(b.interval![1]).toBeCloseTo(0.5 * Math.exp(spread), 12);
    const audit = scoreAudit(planOf({ cohort: { scores: [{ id: "model", inputs: ["events_24m", "ethnicity"] }] } }))!;
    expect(audit).toMatchObject({
      verdict: "failed",
      scores: [{ protectedInputs: [{ input: "ethnicity", characteristic: "ethnicity" }] }],
    });
    const ratios = reachTables(found).find(({ id }) => id === "reach-ratio-ethnicity")!;
    const cell = ratios.cells.find(({ at }) => at.ethnicity === "b" && at.measure === "reference")!;
    expect([cell.numerator, cell.denominator, cell.value]).toEqual([10, 40, b.ratio]);
  });

  it("holds each group against all other known groups, and against the largest", () => {
    expect(found.characteristics[0]!.reference).toBe("a");
    expect(level("a").againstReference).toBeNull();
    expect(level("a").againstOthers!.ratio).toBeCloseTo(30 / 60 / (10 / 45), 14); // b and c: 10 of 45
  });

  it("gives no ratio where nobody of a group was selected, and the difference still", () => {
    expect(level("c").againstReference).toMatchObject({ ratio: null, interval: null, difference: -0.5 });
    expect(level("c").selected).toMatchObject({ numerator: 0, denominator: 5, value: 0 });
  });

  it("keeps unknown, prefer-not-to-say and not recorded apart, last and compared with nobody", () => {
    expect(levels.map((one) => one.level)).toEqual(["a", "b", "c", "unknown", "prefer-not-to-say", "not-recorded"]);
    for (const id of ["unknown", "prefer-not-to-say", "not-recorded"]) {
      expect(level(id)).toMatchObject({ known: false, againstOthers: null, againstReference: null, againstArea: null });
    }
  });

  it("knows such answers however they are written", () => {
    const written = ["Asian", "Not stated", "Prefer not to say", "UNKNOWN"];
    const given = {
      people: tableOf(["person", "ethnicity"], ...written.map((answer) => [answer, answer])),
      selections: tableOf(
        ["person", "decision_date", "panel_decision"],
        ...written.map((answer) => [answer, "2024-01-01", "selected"]),
      ),
    };
    const [characteristic] = reach({ plan: planOf({}), tables: given })!.characteristics;
    expect(characteristic!.levels.map((one) => [one.level, one.known])).toEqual([
      ["Asian", true],
      ["UNKNOWN", false],
      ["Not stated", false],
      ["Prefer not to say", false],
    ]);
  });

  it("takes the reference the plan names", () => {
    const plan = planOf({ cohort: { reach: { references: { ethnicity: "b" } } } });
    expect(reach({ plan, tables })!.characteristics[0]!.reference).toBe("b");
  });

  it("holds those selected against the population of the area, in the year declared or the last", () => {
    const rows = [
      ["North", 2021, null, 5000],
      ["North", 2021, "ethnicity:a", 900],
      ["North", 2021, "ethnicity:b", 50],
      ["North", 2021, "ethnicity:c", 50],
      ["North", 2022, "ethnicity:a", 600],
      ["South", 2022, "ethnicity:a", 400],
      ["North", 2022, "ethnicity:b", 300],
      ["North", 2022, "ethnicity:c", 100],
      ["North", 2022, "sex:a", 7],
      ["North", 2030, "ethnicity:a", 1],
    ] as const;
    const named = tableOf(["area", "group"], ...rows.map(([area, , group]) => [area, group]));
    const population = withColumns(named, {
      year: integerColumn(rows.map(([, year]) => year)),
      people: integerColumn(rows.map(([, , , n]) => n)),
    });
    const given = { ...tables, population };
    const plan = planOf({ cohort: { reach: { area: ["North"] } } });
    const against = reach({ plan, tables: given })!.characteristics[0]!.levels[0]!.againstArea!;
    // 30 of 40 selected in known groups, 600 of 1,000 living there
    expect(against).toMatchObject({ year: 2022, population: 600, populationTotal: 1000 });
    expect(against.ratio).toBeCloseTo(1.25, 14);
    const early = planOf({ cohort: { reach: { year: 2021 } } });
    expect(reach({ plan: early, tables: given })!.characteristics[0]!.levels[0]!.againstArea!.populationTotal).toBe(
      1000,
    );
    const all = reach({ plan: planOf({}), tables: given })!.characteristics[0]!.levels[0]!.againstArea!;
    expect(all.populationTotal).toBe(1400);
    expect(found.refusals.map(({ id }) => id)).toEqual(["reach-area"]);
  });

  it("adds up: the levels of a rate table sum to its total", () => {
    const rates = reachTables(found).find(({ id }) => id === "reach-ethnicity")!;
    const sum = (key: "numerator" | "denominator") =>
      rates.cells.filter(({ at }) => at.ethnicity !== "total").reduce((all, cell) => all + (cell[key] as number), 0);
    const total = rates.cells.find(({ at }) => at.ethnicity === "total")!;
    expect([sum("numerator"), sum("denominator")]).toEqual([total.numerator, total.denominator]);
  });

  it("bands ages, from the year of birth where that is all there is", () => {
    const aged = {
      people: tableOf(["person", "birth_year"], ["A", 2006], ["B", 1999], ["C", 1950], ["D", null], ["E", 2007]),
      referrals: tableOf(
        ["person", "referral_date"],
        ...["A", "B", "C", "D", "E"].map((id) => [id, "2024-03-01"] as const),
      ),
      stages: tableOf(["person", "stage", "date"], ["A", "started", "2024-04-01"], ["C", "started", "2024-04-01"]),
    };
    const byAge = reach({ plan: planOf({}), tables: aged })!;
    expect(byAge.options.of).toBe("referrals");
    expect(byAge.characteristics[0]!.levels.map((one) => [one.level, one.selected.numerator])).toEqual([
      ["0-17", 0],
      ["18-24", 1],
      ["25-34", 0],
      ["65+", 1],
      ["not-recorded", 0],
    ]);
  });

  it("is nothing where nobody was considered", () => {
    expect(reach({ plan: planOf({}), tables: { people: tables.people } })).toBeNull();
  });
});

describe("the audit of scores", () => {
  const audit = (scores: NonNullable<Parameters<typeof planOf>[0]["cohort"]>["scores"]) =>
    scoreAudit(planOf({ cohort: { scores: scores! } }));

  it("passes a score of what people did", () => {
    expect(audit([{ id: "harm", inputs: ["events_24m"] }])!.verdict).toBe("passed");
  });

  it("cannot be said of a score that does not say what goes into it", () => {
    expect(audit([{ id: "harm", inputs: ["x"] }, { id: "bought-in" }])!.verdict).toBe("cannot-be-said");
  });

  it("does not fail a score nobody is selected by", () => {
    const found = audit([{ id: "ogrs", use: "description", inputs: ["age", "sex"] }])!;
    expect(found.verdict).toBe("passed");
    expect(found.scores[0]!.protectedInputs).toHaveLength(2);
  });

  it("is nothing without scores", () => {
    expect(scoreAudit(planOf({}))).toBeNull();
  });
});
