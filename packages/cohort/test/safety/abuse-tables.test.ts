import { describe, expect, it } from "vitest";
import { tableOf } from "../study.ts";
import { cellAt, describedOf, treated } from "./study-of-pairs.ts";

type Row = readonly (string | number | null)[];

/** Pairs with physical abuse of severity 2 at intake, and what each has at exit; null where nobody was asked. */
function pairsWith(exit: readonly (number | null)[], reporter = "victim-survivor"): Row[] {
  return exit.flatMap((severity, at): Row[] => [
    [`P${at + 1}`, `V${at + 1}`, "intake", "physical", 2, reporter],
    ...(severity === null ? [] : [[`P${at + 1}`, `V${at + 1}`, "exit", "physical", severity, reporter]]),
  ]);
}

const abuse = (...rows: readonly Row[]) =>
  tableOf(["person", "victim", "wave", "kind", "severity", "reporter"], ...rows);
const times = (count: number, severity: number | null) => Array.from({ length: count }, () => severity);

describe("what became of abuse, by kind and reporter", () => {
  // 60 stopped, 10 less, 15 as much, 5 worse, 30 not known.
  const exit = [...times(60, 0), ...times(10, 1), ...times(15, 2), ...times(5, 3), ...times(30, null)];
  const people = treated(...exit.map((_, at) => `P${at + 1}`));
  const { tables } = describedOf({ people, abuse: abuse(...pairsWith(exit), ...pairsWith([0, 0], "perpetrator")) });
  const change = (level: string, reporter = "victim-survivor") =>
    cellAt(tables, `safety-abuse-change-${reporter}`, { kind: "physical", wave: "exit", change: level });
  const bound = (level: string, which: string) =>
    cellAt(tables, "safety-abuse-bounds-victim-survivor", {
      kind: "any",
      wave: "exit",
      change: level,
      bound: which,
    });

  it("60 of 90 known are 66.7 %, with every change beside it and the 30 unknown apart", () => {
    expect(change("ceased")).toMatchObject({ numerator: 60, denominator: 90, value: 60 / 90 });
    expect(change("reduced")).toMatchObject({ numerator: 10, denominator: 90 });
    expect(change("unchanged")).toMatchObject({ numerator: 15, denominator: 90 });
    expect(change("worse")).toMatchObject({ numerator: 5, denominator: 90 });
    expect(change("unknown")).toMatchObject({ numerator: 30, denominator: null });
    expect(change("total")).toMatchObject({ numerator: 120 });
  });

  it("bounds: 50 to 75 % stopped, 4.2 to 29.2 % worse", () => {
    expect([bound("ceased", "least").value, bound("ceased", "most").value]).toEqual([0.5, 0.75]);
    // By hand: 5 / 120 and 35 / 120.
    expect([bound("worse", "least").value, bound("worse", "most").value]).toEqual([5 / 120, 35 / 120]);
  });

  it("never adds two accounts: the perpetrator’s stands in tables of its own", () => {
    expect(change("ceased", "perpetrator")).toMatchObject({ numerator: 2, denominator: 2 });
    expect(tables.map(({ id }) => id).filter((id) => id.startsWith("safety-abuse-"))).toEqual([
      "safety-abuse-victim-survivor",
      "safety-abuse-present-victim-survivor",
      "safety-abuse-change-victim-survivor",
      "safety-abuse-bounds-victim-survivor",
      "safety-abuse-perpetrator",
      "safety-abuse-present-perpetrator",
      "safety-abuse-change-perpetrator",
    ]);
  });

  it("says which counts add up, so that none can be had by subtraction", () => {
    const table = tables.find(({ id }) => id === "safety-abuse-bounds-victim-survivor")!;
    const named = new Map(
      tables
        .filter(({ id }) => /change|bounds/.test(id) && id.endsWith("victim-survivor"))
        .flatMap(({ cells }) => cells)
        .flatMap((cell) => (cell.of?.numerator === undefined ? [] : [[cell.of.numerator, cell.numerator as number]])),
    );
    for (const { total, parts } of table.sums!)
      expect(parts.reduce((sum, part) => sum + named.get(part)!, 0)).toBe(named.get(total));
  });

  it("puts every pair in one severity for each kind and wave", () => {
    const at = (severity: string, wave: string) =>
      cellAt(tables, "safety-abuse-victim-survivor", { kind: "physical", wave, severity }).numerator;
    expect(["0", "1", "2", "3", "unknown"].map((severity) => at(severity, "exit"))).toEqual([60, 10, 15, 5, 30]);
    expect(at("total", "exit")).toBe(120);
    expect(at("2", "intake")).toBe(120);
  });
});

describe("abuse at each time point", () => {
  it("is of those known, with the least and most of all where some are not", () => {
    const { tables } = describedOf({ people: treated("P1", "P2", "P3"), abuse: abuse(...pairsWith([0, 2, null])) });
    const at = (wave: string, figure: string) =>
      cellAt(tables, "safety-abuse-present-victim-survivor", { kind: "any", wave, figure });
    expect(at("exit", "known")).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect([at("exit", "least").value, at("exit", "most").value]).toEqual([1 / 3, 2 / 3]);
    expect(at("intake", "known")).toMatchObject({ numerator: 3, denominator: 3 });
    expect(() => at("intake", "least")).toThrow(/must be a cell/);
  });
});

describe("whom abuse concerns", () => {
  it("names somebody new apart from those known, each account by itself", () => {
    const { tables } = describedOf({
      people: treated("P1", "P2"),
      links: tableOf(["person", "linked_person", "kind"], ["P1", "V1", "dyad"]),
      abuse: abuse(
        ["P1", "V1", "intake", "physical", 2, "worker"],
        ["P1", "V1", "exit", "physical", 1, "worker"],
        ["P1", "V9", "exit", "physical", 1, "worker"], // neither linked nor named before
        ["P2", null, "exit", "physical", 1, "worker"],
      ),
    });
    const at = (victim: string) => cellAt(tables, "safety-victims-abuse", { reporter: "worker", victim }).numerator;
    expect([at("same"), at("new"), at("not-named"), at("total")]).toEqual([1, 1, 1, 3]);
  });

  it("classes later domestic events by whether the victim was known, in both arms", () => {
    const event = (person: string, date: string, victim: string | null, role = "suspect") => [
      person,
      date,
      true,
      victim,
      role,
    ];
    const { tables } = describedOf({
      people: treated("P1", "P2", "P3", "P4", "P5"),
      events: tableOf(
        ["person", "event_date", "domestic", "victim", "role"],
        event("P1", "2021-06-01", "V1"),
        event("P1", "2022-06-01", "V1"),
        event("P2", "2022-06-01", "V2"),
        event("P3", "2021-06-01", "V3"),
        event("P3", "2022-03-01", "V3"),
        event("P3", "2022-05-01", "V8"),
        event("P4", "2022-05-01", null),
        event("P5", "2022-05-01", "V5", "victim"),
        event("C1", "2023-01-02", "V7"), // after the twelve months
      ),
    });
    const at = (arm: string, victim: string) => cellAt(tables, "safety-victims-events", { arm, victim }).numerator;
    expect(["same", "new", "both", "not-named", "none", "total"].map((level) => at("treated", level))).toEqual([
      1, 1, 1, 1, 1, 5,
    ]);
    expect(at("comparison", "none")).toBe(1);
  });
});

describe("what is wrong with records of abuse", () => {
  it("is reported by row: a victim linked to no case, a later time point dated before the first", () => {
    const { issues } = describedOf({
      people: treated("P1"),
      links: tableOf(["person", "linked_person", "kind"], ["P1", "V1", "dyad"]),
      abuse: tableOf(
        ["person", "victim", "wave", "date", "kind", "severity", "reporter", "line"],
        ["P1", "V1", "intake", "2022-03-01", "physical", 2, "worker", 2],
        ["P1", "V1", "exit", "2022-02-01", "physical", 0, "worker", 3],
        ["P1", "V7", "intake", "2022-03-01", "physical", 1, "worker", 4],
      ),
    });
    expect(issues).toMatchObject([
      { code: "victim_not_linked", table: "abuse", row: 4, column: "victim" },
      { code: "abuse_out_of_order", table: "abuse", row: 3, column: "date" },
    ]);
  });
});

describe("scales of victim-survivors", () => {
  it("stand as means by time point, with the change of those who answered both times", () => {
    const { tables } = describedOf(
      {
        people: treated("P1", "P2", "P3"),
        links: tableOf(
          ["person", "linked_person", "kind"],
          ["P1", "V1", "dyad"],
          ["P2", "V2", "dyad"],
          ["P3", "V3", "dyad"],
        ),
        measures: tableOf(
          ["person", "measure", "wave", "item", "response"],
          ["V1", "space", "intake", null, 10],
          ["V2", "space", "intake", null, 20],
          ["V1", "space", "exit", null, 18],
          ["V3", "space", "exit", null, 40],
          ["P1", "space", "exit", null, 99], // not a victim-survivor
        ),
      },
      { safety: { scales: [{ id: "space", label: "Space for action", measure: "space", better: "higher" }] } },
    );
    const at = (wave: string, figure: string) => cellAt(tables, "safety-scale-space", { wave, figure });
    expect(at("intake", "mean")).toMatchObject({ numerator: 2, denominator: 3, value: 15 });
    expect(at("exit", "mean")).toMatchObject({ numerator: 2, value: 29 });
    // V1 alone answered both times: 18 − 10, and no interval of one person.
    expect(at("exit", "change")).toMatchObject({ numerator: 1, value: 8, interval: null });
  });
});
