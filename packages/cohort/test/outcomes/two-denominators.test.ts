import {
  buildCohort,
  byPriorOffence,
  completersBeside,
  completersTables,
  describeSelection,
  outcomesFromTable,
  priorOffenceTables,
} from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

// A cohort of 55: 30 with a prior offence (12 offend), 20 without (3 offend), 3 unknown (1), 2 not recorded (0).
// One person with a prior offence has no outcome on record.
const groups = [
  ["yes", 30, 12],
  ["no", 20, 3],
  ["maybe", 3, 1], // no code of ours: not known
  [null, 2, 0],
] as const;
const cohortOf55 = groups.flatMap(([prior, n, offend], g) =>
  Array.from({ length: n }, (_, i) => ({ id: `${g}-${i}`, prior, offends: i < offend, completed: i % 2 === 0 })),
);
const comparison = [{ id: "X", prior: "yes" as const, offends: true, completed: false }];
const everyone = [...cohortOf55, ...comparison];
const tables = {
  people: tableOf(["person", "arm"], ...everyone.map(({ id }) => [id, id === "X" ? "c" : "t"])),
  referrals: tableOf(
    ["person", "referral_date", "prior_offence"],
    ...everyone.map(({ id, prior }) => [id, "2023-01-01", prior]),
  ),
  stages: tableOf(
    ["person", "stage", "date"],
    ...everyone.filter(({ completed }) => completed).map(({ id }) => [id, "completed", "2023-06-01"]),
  ),
  outcomes: tableOf(
    ["person", "outcome", "value"],
    ...everyone.filter(({ id }) => id !== "0-29").map(({ id, offends }) => [id, "arrest", offends ? 1 : 0]),
  ),
};
const plan = planOf({ cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] } } });
const { baseline } = buildCohort({ plan, tables });
const outcomes = outcomesFromTable({ plan, tables, baseline });
const given = { plan, tables, baseline, outcomes };

describe("people with and without a prior offence", () => {
  const found = byPriorOffence(given)!;
  const treated = found.rates.find(({ arm }) => arm === "treated")!;

  it("practice-A4: a cohort of 55 with 20 without an offence has two denominators, never one", () => {
    expect(treated.reoffending).toMatchObject({ numerator: 12, denominator: 29, people: 30, notObserved: 1 });
    expect(treated.firstOffence).toMatchObject({ numerator: 3, denominator: 20, value: 0.15 });
    expect(found.refusals.map(({ id }) => id)).toEqual(["one-reoffending-rate"]);
    const denominators = priorOffenceTables(found)
      .slice(1)
      .flatMap(({ cells }) => cells.map(({ denominator }) => denominator));
    expect(denominators).not.toContain(55);
    expect(denominators).not.toContain(54);
  });

  it("keeps unknown and not recorded apart, in neither rate", () => {
    expect(found.people.treated).toEqual({ yes: 30, no: 20, unknown: 3, "not-recorded": 2 });
    expect(treated.notKnown).toMatchObject({ numerator: 1, denominator: 5 });
  });

  it("counts people compared who were never referred as not recorded", () => {
    const people = tableOf(["person", "arm"], ...everyone.map(({ id }) => [id, id === "X" ? "c" : "t"]), ["Y", "c"]);
    const wider = { plan, tables: { ...tables, people } };
    const { baseline: withThem } = buildCohort(wider);
    expect(byPriorOffence({ ...wider, baseline: withThem, outcomes })!.people.comparison).toEqual({
      yes: 1,
      no: 0,
      unknown: 0,
      "not-recorded": 1,
    });
  });

  it("has a split of the baseline that adds up, and rates in tables without a total", () => {
    const tables3 = priorOffenceTables(found);
    expect(tables3.map(({ id }) => id)).toEqual(["prior-offence", "reoffending-arrest", "first-offence-arrest"]);
    const total = tables3[0]!.cells.find(({ at }) => at.arm === "treated" && at.prior === "total")!;
    expect(total.numerator).toBe(55);
    expect(tables3[1]!.dimensions.every((dimension) => dimension.total === null)).toBe(true);
  });

  it("is nothing where prior offences are not in the data, and refuses nothing where everyone has one", () => {
    expect(
      byPriorOffence({ ...given, tables: { ...tables, referrals: tableOf(["person", "referral_date"]) } }),
    ).toBeNull();
    const allPrior = tableOf(
      ["person", "referral_date", "prior_offence"],
      ...everyone.map(({ id }) => [id, "2023-01-01", "yes"]),
    );
    expect(byPriorOffence({ ...given, tables: { ...tables, referrals: allPrior } })!.refusals).toEqual([]);
  });
});

describe("completers", () => {
  const found = completersBeside(given)!;

  it("practice-C5: stand beside everyone as two rates, each of its own denominator and window, never without the warning", () => {
    // A second outcome over twelve months, of which one completer and two others are not known.
    const missing = new Set(["0-0", "0-1", "1-1"]);
    const violence = everyone
      .filter(({ id }) => !missing.has(id))
      .map(({ id, offends }) => [id, "violence", offends ? 1 : 0]);
    const arrest = everyone.filter(({ id }) => id !== "0-29").map(({ id, offends }) => [id, "arrest", offends ? 1 : 0]);
    const twoTables = { ...tables, outcomes: tableOf(["person", "outcome", "value"], ...arrest, ...violence) };
    const [one] = plan.outcomes;
    const two = {
      ...plan,
      outcomes: [one!, { ...one!, id: "violence", label: "Violence", window: "recorded-12m" }] as typeof plan.outcomes,
    };
    const outcomesOfTwo = outcomesFromTable({ plan: two, tables: twoTables, baseline });
    const both = { plan: two, tables: twoTables, baseline, outcomes: outcomesOfTwo };
    const result = completersBeside(both)!;
    // everyone: 16 of 54 observed; completers: even places of each group: 6 + 2 + 1 of 28; of violence without p0-0, 0-1, 1-1
    expect(
      result.rates.map(({ outcome, everyone: all, completers }) => [
        outcome,
        ...[all, completers].flatMap(({ people, numerator, denominator, notObserved, window }) => [
          people,
          numerator,
          denominator,
          notObserved,
          window,
        ]),
      ]),
    ).toEqual([
      ["arrest", 55, 16, 54, 1, null, 28, 9, 28, 0, null],
      ["violence", 55, 13, 52, 3, "recorded-12m", 28, 8, 27, 1, "recorded-12m"],
    ]);
    for (const rate of result.rates) expect(Object.keys(rate)).toEqual(["outcome", "label", "everyone", "completers"]);
    // The warning is in the result, in the table itself and in what a run publishes, whatever is asked.
    const published = describeSelection(both);
    for (const { outcome } of result.rates) {
      const table = published.tables.find(({ id }) => id === `completers-${outcome}`)!;
      expect(table.cells).toHaveLength(2);
      expect(table.dimensions[0]!.total).toBeNull();
      expect(table.dimensions[0]!.levels[1]!.label).toContain("self-selected");
    }
    for (const { refusals } of [result, published])
      expect(refusals.map(({ id }) => id)).toContain("completers-compared");
    // Nor can completers be the headline: asked for, they are refused and everyone referred stands.
    const asked = { ...two, cohort: { ...two.cohort, analysisSet: "completed" as const } };
    const cohort = buildCohort({ plan: asked, tables: twoTables });
    expect([cohort.headlineSet, cohort.refusals.map(({ id }) => id)]).toEqual(["referred", ["completers-as-headline"]]);
  });

  it("practice-F4: carry the warning that self-selected completers are no comparison group", () => {
    expect(found.refusals).toMatchObject([
      { id: "completers-compared", why: expect.stringContaining("chose to stay") },
    ]);
    expect(completersTables(found)[0]!.dimensions[0]!.levels[1]!.label).toContain("self-selected");
  });

  it("are nothing where nobody completed", () => {
    expect(
      completersBeside({ ...given, tables: { ...tables, stages: tableOf(["person", "stage", "date"]) } }),
    ).toBeNull();
  });
});
