import { buildCohort, dataCut, dataCutTables } from "@likewise/cohort";
import { isoDate } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { day, planOf, tableOf } from "../study.ts";

// Extract of 30 June 2024. Twelve months and six for proof: index dates up to 30 December 2022 (and 31 December, whose
// end falls on 30 June too) are over.
const people = tableOf(
  ["person", "arm", "index_date"],
  ["A", "t", "2022-06-01"],
  ["B", "t", "2022-12-30"],
  ["C", "t", "2022-12-31"],
  ["D", "t", "2023-01-01"],
  ["E", "c", "2022-01-01"],
  ["F", "c", "2022-12-31"],
);
const plan = planOf({
  cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] }, indexDate: "people.index_date" },
});
const { baseline } = buildCohort({ plan, tables: { people } });
const asAt = day("2024-06-30");
const cut = dataCut({ baseline, window: "moj-proven-12m", asAt });

describe("the data cut", () => {
  it("keeps by one rule on the index date whose window, with the time for proof, is over", () => {
    expect(cut.status).toEqual([
      "window-over",
      "window-over",
      "window-over",
      "window-not-over",
      "window-over",
      "window-over",
    ]);
    expect(isoDate(cut.lastIndexDay)).toBe("2022-12-31");
    expect(cut.arms.map(({ arm, people: n, over, notOver }) => [arm, n, over.numerator, notOver])).toEqual([
      ["treated", 4, 3, 1],
      ["comparison", 2, 2, 0],
    ]);
    expect(cut.difference!.value).toBe(-0.25);
  });

  it("asks for the window alone where no proof is awaited", () => {
    expect(isoDate(dataCut({ baseline, window: "recorded-12m", asAt }).lastIndexDay)).toBe("2023-06-30");
    expect(isoDate(dataCut({ baseline, window: "moj-365-183", asAt }).lastIndexDay)).toBe(isoDate(asAt - 548));
  });

  it("finds the last index date through a leap year and for every length of window", () => {
    const statusAt = (index: number, window: string, date: number) => {
      const one = tableOf(["person", "arm", "index_date"], ["A", "t", isoDate(index)], ["B", "c", isoDate(index)]);
      return dataCut({ baseline: buildCohort({ plan, tables: { people: one } }).baseline, window, asAt: date })
        .status[0];
    };
    const ends = ["2024-01-31", "2024-02-28", "2024-02-29", "2024-03-01", "2024-04-30", "2024-05-31", "2024-12-31"];
    for (const date of ends.map(day)) {
      for (const window of ["recorded-1m", "recorded-6m", "recorded-24m", "block+2"]) {
        const { lastIndexDay } = dataCut({ baseline, window, asAt: date });
        expect(statusAt(lastIndexDay, window, date)).toBe("window-over");
        expect(statusAt(lastIndexDay + 1, window, date)).toBe("window-not-over");
      }
    }
  });

  it("has a table whose parts add up in each arm", () => {
    const [table] = dataCutTables(cut);
    for (const arm of ["treated", "comparison"]) {
      const cells = table!.cells.filter((cell) => cell.at.arm === arm);
      const parts = cells
        .filter((cell) => cell.at.status !== "total")
        .reduce((all, cell) => all + (cell.numerator as number), 0);
      expect(parts).toBe(cells.find((cell) => cell.at.status === "total")!.numerator);
    }
  });

  it("refuses a window before the index date", () => {
    expect(() => dataCut({ baseline, window: "before-12m", asAt })).toThrow("after the index date, got before-12m");
  });
});
