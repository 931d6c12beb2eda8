import { buildCohort, describeIndicators } from "@likewise/cohort";
import type { Columns, StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const people = tableOf(
  ["person", "role", "arm", "index_date"],
  ["P1", "perpetrator", "t", "2022-01-31"],
  ["P2", "perpetrator", "t", "2022-01-31"],
  ["P3", "perpetrator", "t", "2024-01-31"], // the month after is not over
  ["C1", "perpetrator", "c", "2022-01-31"],
  ["V1", "adult-victim-survivor", null, null],
);
const links = tableOf(["person", "linked_person", "kind"], ["P1", "V1", "dyad"], ["C1", "V1", "dyad"]);
const use = tableOf(
  ["person", "service", "date", "kind", "severity", "timing"],
  ["P1", "advice", "2021-12-31", "talk", 3, "crisis"], // a month before to the day: outside (start, index]
  ["P1", "advice", "2022-01-01", "talk", 3, "crisis"],
  ["P1", "advice", "2022-01-31", "talk", 2, "crisis"], // the index date itself is before
  ["P1", "advice", "2022-02-01", "talk", 1, "early"],
  ["P1", "advice", "2022-02-28", "visit", null, null], // the last day of a month that is short
  ["P1", "advice", "2022-03-01", "talk", 1, "early"], // outside
  ["P1", "health", "2022-02-10", "talk", 1, "early"], // another service
  ["C1", "advice", "2022-02-10", "talk", 1, "early"], // nobody treated
  ["V1", "advice", "2022-02-10", "talk", 1, "early"],
);
const coverage = { from: "2021-01-01", to: "2024-02-01" };
type Indicator = NonNullable<StudyPlan["cohort"]["indicators"]>[number];

function described(
  given: Partial<Indicator>,
  tables: Record<string, Columns> = { service_use: use },
  covered: object = { coverage },
) {
  const indicator = {
    id: "help",
    label: "contacts",
    direction: "higher-is-better",
    months: 1,
    services: ["advice"],
    early: ["early"],
    ...given,
  };
  const plan = planOf({
    cohort: {
      role: "perpetrator",
      arms: { from: "people.arm", treated: ["t"], comparison: ["c"] },
      indexDate: "people.index_date",
      indicators: [indicator as Indicator],
    },
    data: { tables: { service_use: { files: ["use.csv"], columns: {}, ...covered } } },
  });
  const all = { people, links, ...tables };
  const { baseline } = buildCohort({ plan, tables: all });
  return describeIndicators({ plan, tables: all, baseline });
}

describe("an indicator before and after", () => {
  it("counts contacts of (index - 1 month, index] and (index, index + 1 month], of people followed through both", () => {
    const { tables, refusals, results } = described({});
    expect(refusals).toEqual([]);
    expect(results.indicators).toMatchObject([{ notFollowed: 1 }]);
    const cell = (measure: string, period: string) =>
      tables[0]!.cells.find(({ at }) => at.measure === measure && at.period === period)!;
    // by hand: P1 has 2 before and 2 after, P2 none; 2 / 2 people and 2 / 2 people
    expect(cell("contacts", "before")).toMatchObject({ numerator: 1, denominator: 2, value: 1 });
    expect(cell("contacts", "after")).toMatchObject({ numerator: 1, denominator: 2, value: 1 });
    expect(cell("contacts", "change").value).toBe(1);
    // (3 + 2) / 2 before; after, 1 of the one contact with a severity
    expect(cell("severity", "before").value).toBe(2.5);
    expect(cell("severity", "change").value).toBe(-1.5);
    expect([cell("early", "before").value, cell("early", "after").value]).toEqual([0, 1]);
  });

  it("is split by type, severity and stage, each adding up, a blank as not recorded", () => {
    const { tables } = described({});
    expect(tables.map(({ id }) => id)).toEqual([
      "indicator-change-help",
      "indicator-kind-help",
      "indicator-severity-help",
      "indicator-timing-help",
    ]);
    const counts = tables[3]!.cells.map(({ at, numerator }) => [at.timing, at.period, numerator]);
    expect(counts).toEqual([
      ["crisis", "before", 2],
      ["crisis", "after", 0],
      ["early", "before", 0],
      ["early", "after", 1],
      ["not-recorded", "before", 0],
      ["not-recorded", "after", 1],
      ["total", "before", 2],
      ["total", "after", 2],
    ]);
  });

  it("is of those linked to treated people where the plan says so, from the index date of the treated", () => {
    const { tables } = described({ who: "linked" });
    const after = tables[0]!.cells.find(({ at }) => at.measure === "contacts" && at.period === "after")!;
    expect(after).toMatchObject({ numerator: 1, denominator: 1, value: 1 });
  });

  it("is refused without the table, without coverage, of nobody, and where records say another direction", () => {
    const idOf = (given: ReturnType<typeof described>) => given.refusals.map(({ id }) => id);
    expect(idOf(described({}, {}))).toEqual(["indicator-no-use:help"]);
    // Without coverage, no record may be no search.
    expect(idOf(described({}, undefined, {}))).toEqual(["indicator-coverage:help"]);
    expect(idOf(described({ months: 60 }))).toEqual(["indicator-nobody:help"]);
    const directed = tableOf(
      ["person", "service", "date", "direction"],
      ["P1", "advice", "2022-02-10", "lower-is-better"],
      ["P1", "health", "2022-02-10", "higher-is-better"],
    );
    expect(idOf(described({}, { service_use: directed }))).toEqual(["indicator-direction:help"]);
    expect(idOf(described({ services: ["health"] }, { service_use: directed }))).toEqual([]);
  });
});
