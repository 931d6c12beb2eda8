import { needCascade, needCascadeTables } from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { tableOf } from "../study.ts";

const names = ["person", "pathway", "status", "date"];
// Ten housing needs: 2 never referred, 8 referred; of these 5 accepted, of these 3 met; 2 refused for capacity, 1 for threshold
const housing = [
  ["1", "housing", "need", "2024-01-01"],
  ["2", "housing", "need", "2024-01-01"],
  ["3", "housing", "refused-capacity", "2024-02-10"],
  ["4", "housing", "refused-capacity", "2024-03-10"],
  ["5", "housing", "refused-threshold", "2024-03-11"],
  ["6", "housing", "accepted", "2024-02-01"],
  ["7", "housing", "accepted", "2024-02-01"],
  ["8", "housing", "met", "2024-04-01"],
  ["9", "housing", "met", "2024-04-01"],
  ["10", "housing", "met", "2024-04-01"],
] as const;
const cascade = needCascade({ tables: { needs: tableOf(names, ...housing) } })!;

describe("the cascade of needs", () => {
  it("practice-A13: 10 need, 8 referred, 5 accepted, 3 met prints 80 %, 62.5 %, 60 % and 30 % overall", () => {
    const [row] = cascade.pathways;
    expect([row!.referred.value, row!.accepted.value, row!.met.value, row!.metOfNeeds.value]).toEqual([
      0.8, 0.625, 0.6, 0.3,
    ]);
    expect(
      [row!.referred, row!.accepted, row!.met].map(({ numerator, denominator }) => [numerator, denominator]),
    ).toEqual([
      [8, 10],
      [5, 8],
      [3, 5],
    ]);
  });

  it("practice-C14: the same for each pathway, with all of them together", () => {
    const needs = tableOf(names, ...housing, ["1", "drugs", "met", null], ["2", "drugs", "need", null]);
    const both = needCascade({ tables: { needs } })!;
    expect(both.pathways.map(({ pathway, needs: n, metOfNeeds }) => [pathway, n, metOfNeeds.numerator])).toEqual([
      ["drugs", 2, 1],
      ["housing", 10, 3],
    ]);
    expect(both.overall).toMatchObject({ needs: 12, metOfNeeds: { numerator: 4, denominator: 12, interval: null } });
    expect(both.people).toBe(10);
  });

  it("practice-A14: refusals for capacity and for threshold are two named rows, by service and month, and never other", () => {
    const drugs = [
      ["1", "drugs", "refused-threshold", "2024-02-03"],
      ["2", "drugs", "accepted", "2024-02-20"],
      ["2", "drugs", "met", "2024-05-01"],
      ["3", "drugs", "waiting", "2024-02-01"],
      ["4", "drugs", "refused-capacity", null],
    ] as const;
    const both = needCascade({ tables: { needs: tableOf(names, ...housing, ...drugs) } })!;
    expect(
      both.pathways.map(({ pathway, refusedCapacity, refusedThreshold, notReferred }) => [
        pathway,
        refusedCapacity.numerator,
        refusedThreshold.numerator,
        notReferred.numerator, // the programme's own part
      ]),
    ).toEqual([
      ["drugs", 1, 1, 0],
      ["housing", 2, 1, 2],
    ]);
    expect(
      both.answersByMonth.map(({ pathway, month, answered, accepted, capacity, threshold }) => [
        `${pathway} ${month}`,
        answered,
        accepted,
        capacity.value,
        threshold.value,
      ]),
    ).toEqual([
      // nobody on a waiting list has an answer; accepted counts in the month it was, not when the need was met
      ["drugs 2024-02", 2, 1, 0, 0.5],
      ["drugs not-recorded", 1, 0, 1, 0],
      ["housing 2024-02", 3, 2, 1 / 3, 0],
      ["housing 2024-03", 2, 0, 0.5, 0.5],
      ["housing 2024-04", 3, 3, 0, 0],
    ]);
    const tables = needCascadeTables(both);
    const [fates, months] = ["needs-referred", "needs-answered-by-month"].map(
      (id) => tables.find((one) => one.id === id)!,
    );
    const labels = (table: typeof fates, dimension: string) =>
      table!.dimensions.find(({ id }) => id === dimension)!.levels.map(({ label }) => label);
    expect(labels(fates, "fate").slice(1, 3)).toEqual(["Refused: service full", "Refused: below threshold"]);
    expect(labels(months, "answer")).toEqual([
      "Accepted",
      "Refused: service full",
      "Refused: below threshold",
      "Total",
    ]);
    expect([...labels(fates, "fate"), ...labels(months, "answer")].join()).not.toMatch(/other/i);
    const cell = (pathway: string, month: string, answer: string) =>
      months!.cells.find(({ at }) => at.pathway === pathway && at.month === month && at.answer === answer)!;
    expect(cell("housing", "2024-03", "threshold")).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(cell("housing", "2024-03", "threshold").interval).not.toBeNull();
    expect(cell("total", "total", "capacity")).toMatchObject({ numerator: 3, denominator: 11, value: null });
    expect(cell("drugs", "2024-04", "capacity")).toMatchObject({ numerator: 0, denominator: 0, value: null });
  });

  it("counts a need once, by the furthest it came, with the last answer as the reason", () => {
    const needs = tableOf(
      names,
      ["1", "drugs", "referred", "2024-01-01"],
      ["1", "drugs", "refused-capacity", "2024-02-01"],
      ["1", "drugs", "refused-threshold", "2024-03-01"],
      ["2", "drugs", "refused-threshold", "2024-01-01"],
      ["2", "drugs", "accepted", "2024-05-01"],
      ["3", "drugs", "refused-threshold", null],
      ["3", "drugs", "refused-capacity", null],
      ["4", "drugs", "waiting", null],
      ["5", "drugs", "referred", null],
      ["6", "drugs", "refused-capacity", "2024-01-01"],
      ["6", "drugs", "waiting", "2024-02-01"],
      [null, "drugs", "met", null],
      ["7", "drugs", "Met!", null],
    );
    const found = needCascade({ tables: { needs } })!;
    expect(found.unread).toBe(2);
    expect(found.pathways[0]).toMatchObject({
      needs: 6,
      referred: { numerator: 6 },
      accepted: { numerator: 1 },
      met: { numerator: 0, denominator: 1 },
      refusedCapacity: { numerator: 1 },
      refusedThreshold: { numerator: 1 },
      waiting: { numerator: 2 },
      noAnswer: { numerator: 1 },
    });
    // need 1 by its last answer, need 2 by the day it was accepted, need 3 on no day
    expect(found.answersByMonth.map(({ month }) => month)).toEqual(["2024-03", "2024-05", "not-recorded"]);
  });

  it("has no share of nobody", () => {
    const none = needCascade({ tables: { needs: tableOf(names, ["1", "drugs", "need", null]) } })!;
    expect(none.pathways[0]!.accepted).toEqual({ numerator: 0, denominator: 0, value: null, interval: null });
  });

  it("accounts for every need referred", () => {
    const fates = needCascadeTables(cascade).find(({ id }) => id === "needs-referred")!;
    const cells = fates.cells.filter(({ at }) => at.pathway === "housing");
    const parts = cells
      .filter(({ at }) => at.fate !== "total")
      .reduce((sum, cell) => sum + (cell.numerator as number), 0);
    expect(parts).toBe(cells.find(({ at }) => at.fate === "total")!.numerator);
  });
});
