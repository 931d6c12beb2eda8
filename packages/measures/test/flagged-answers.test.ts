import { definitionTemplate, flaggedAnswers } from "@likewise/measures";
import {
  type Columns,
  categoryColumn,
  dateColumn,
  type MeasureDefinition,
  type MeasurePlan,
  parseIsoDate,
  type StudyPlan,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";

/** person, measure, item, answer, day, reporter */
type Row = readonly [string, string, string, string, string?, string?];

function flagged(
  rows: readonly Row[],
  entries: readonly MeasurePlan[] = [],
  definitions: ReadonlyMap<string, MeasureDefinition> = new Map(),
) {
  const column = (at: number) => categoryColumn(rows.map((row) => row[at] ?? null));
  const measures: Columns = {
    numRows: rows.length,
    columns: {
      person: column(0),
      measure: column(1),
      item: column(2),
      response: column(3),
      date: dateColumn(rows.map((row) => (row[4] === undefined ? null : parseIsoDate(row[4])))),
      reporter: column(5),
    },
  };
  const plan = { measures: entries } as unknown as StudyPlan;
  return flaggedAnswers({ plan, tables: { measures }, definitions });
}

const who = (rows: readonly Row[]) => flagged(rows).map(({ person }) => person);

describe("answers that need a person today", () => {
  it("are found in every instrument that flags one, scored or not, however form and item are called", () => {
    const found = flagged([
      ["a", "phq-9", "q9", "1"],
      ["b", "PHQ9", "9", "3"],
      ["c", "phq_9", "item 09", "2"],
      ["d", "core-10", "q6", "1"],
      ["e", "core-10", "q7", "4"],
      ["f", "phq-9", "q19", "3"],
      ["g", "gad-7", "q9", "3"],
    ]);
    expect(found.map(({ person, measure, item, answer, code }) => [person, measure.id, item, answer, code])).toEqual([
      ["d", "core-10", 6, 1, "suicide-plan"],
      ["a", "phq-9", 9, 1, "self-harm"],
      ["b", "phq-9", 9, 3, "self-harm"],
      ["c", "phq-9", 9, 2, "self-harm"],
    ]);
  });

  it("count where they are the last of that person; of one day, and of unknown days, the worst does", () => {
    expect(
      who([
        ["better", "phq-9", "q9", "2", "2022-01-05"],
        ["better", "phq-9", "q9", "0", "2022-06-05"],
        ["worse", "phq-9", "q9", "1", "2022-06-05"],
        ["worse", "phq-9", "q9", "0", "2022-01-05"],
        ["same-day", "phq-9", "q9", "2", "2022-01-05"],
        ["same-day", "phq-9", "q9", "0", "2022-01-05"],
        ["undated", "phq-9", "q9", "1"],
        ["undated", "phq-9", "q9", "0"],
        ["one-dated", "phq-9", "q9", "1"],
        ["one-dated", "phq-9", "q9", "0", "2022-01-05"],
        ["one-dated", "phq-9", "q9", "0", "2022-06-05"],
      ]),
    ).toEqual(["one-dated", "same-day", "undated", "worse"]);
  });

  it("by each who answered stand apart, so that one account does not hide another", () => {
    expect(
      flagged([
        ["a", "phq-9", "q9", "2", "2022-01-05", "victim-survivor"],
        ["a", "phq-9", "q9", "0", "2022-06-05", "worker"],
      ]).map(({ reporter }) => reporter),
    ).toEqual(["victim-survivor"]);
  });

  it("are not codes for no answer, text or what the item does not have", () => {
    expect(
      who([
        ["a", "phq-9", "q9", "9"],
        ["b", "phq-9", "q9", "often"],
        ["c", "phq-9", "q9", ""],
        ["d", "phq-9", "", "2"],
      ]),
    ).toEqual([]);
    const declared: MeasurePlan = { measure: "phq-9", reporter: "perpetrator", waves: ["exit"], missingCodes: [3] };
    expect(flagged([["a", "phq-9", "q9", "3"]], [declared])).toEqual([]);
  });

  it("follow the names a plan gives to a form and its items, and definitions of one’s own", () => {
    const names = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "dark"] as MeasurePlan["items"];
    const renamed = { measure: "phq-9", form: "mood", items: names, reporter: "perpetrator", waves: ["in"] };
    const template = definitionTemplate("indicator-set");
    const own = {
      ...template,
      items: { ...template.items, flags: [{ item: 2, when: { gte: 1 }, code: "afraid-at-home", note: "Ask today." }] },
    } as MeasureDefinition;
    const entry = { measure: own.id, definition: "own.json", reporter: "victim-survivor", waves: ["in"] };
    expect(
      flagged(
        [
          ["a", "mood", "dark", "1"],
          ["b", "mood", "a9", "1"],
          ["c", own.id, "q2", "1"],
          ["d", own.id, "q1", "1"],
        ],
        [renamed, entry] as MeasurePlan[],
        new Map([["own.json", own]]),
      ).map(({ person, code }) => [person, code]),
    ).toEqual([
      ["c", "afraid-at-home"],
      ["a", "self-harm"],
    ]);
  });
});
