import { readFileSync } from "node:fs";
import { waitingTables, waitingTime } from "@likewise/cohort";
import { isoDate } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { day, planOf, tableOf } from "../study.ts";

const oracle = JSON.parse(readFileSync(new URL("../../oracles/waiting.json", import.meta.url), "utf8"));

/** People whose wait ends (event) or is cut off (open at an extract date each would need, so they leave that day). */
function waits(time: readonly number[], event: readonly number[]) {
  const referred = day("2024-01-01");
  const ids = time.map((_, i) => `p${i + 1}`);
  return {
    people: tableOf(["person"], ...ids.map((id) => [id])),
    referrals: tableOf(
      ["person", "referral_date", "closed_date", "source"],
      ...ids.map((id, i) => [
        id,
        "2024-01-01",
        event[i] === 1 ? null : isoDate(referred + time[i]!),
        i < 8 ? "police" : "self",
      ]),
    ),
    stages: tableOf(
      ["person", "stage", "date"],
      ...ids.flatMap((id, i) => (event[i] === 1 ? [[id, "started", isoDate(referred + time[i]!)]] : [])),
    ),
  };
}

const { time, event } = oracle.input;
const plan = planOf({});

describe("waiting time", () => {
  const result = waitingTime({
    plan,
    tables: waits(time, event),
    from: "referred",
    to: "started",
    withinDays: [14, 28, 90],
  });

  it("agrees with R on median, quartiles and shares, leavers censored when they leave", () => {
    const { median, lowerQuartile, upperQuartile, within } = result.overall!;
    expect({ median, lowerQuartile, upperQuartile }).toEqual({
      median: oracle.expected.median,
      lowerQuartile: oracle.expected.lowerQuartile,
      upperQuartile: oracle.expected.upperQuartile,
    });
    for (const [i, expected] of oracle.expected.within.entries()) {
      for (const part of ["days", "share", "lower", "upper"] as const) {
        expect(within[i]![part]).toBeCloseTo(expected[part], 12);
      }
    }
  });

  it("keeps leavers in the share of all who began to wait", () => {
    // By hand: 15 began; started by day 14: waits of 0, 3, 7, 7, 14; by day 28 also 20; by day 90 also 30, 45, 61.
    expect(result.overall!.withinOfAll.map(({ share }) => share)).toEqual(
      [5 / 15, 6 / 15, 9 / 15].map((x) => expect.closeTo(x, 12)),
    );
    expect(result.overall).toMatchObject({ waiting: 15, arrived: 9, open: 0, left: 6, unknown: 0 });
  });

  it("counts an open case as waiting up to the extract, never as having left", () => {
    const tables = {
      people: tableOf(["person"], ["a"], ["b"]),
      referrals: tableOf(["person", "referral_date"], ["a", "2024-06-01"], ["b", "2024-06-20"]),
      stages: tableOf(["person", "stage", "date"], ["a", "started", "2024-06-15"]),
    };
    const { overall } = waitingTime({ plan, tables, from: "referred", to: "started", withinDays: [10, 14, 60] });
    expect(overall).toMatchObject({ arrived: 1, open: 1, left: 0 });
    // b is censored on day 10, so a alone is at risk on day 14.
    expect(overall!.within.map(({ share }) => share)).toEqual([0, 1, 1]);
  });

  it("says nothing beyond follow-up, and leaves dates out of order out", () => {
    const tables = {
      people: tableOf(["person"], ["a"], ["b"]),
      referrals: tableOf(["person", "referral_date"], ["a", "2024-06-01"], ["b", "2024-06-20"]),
      stages: tableOf(["person", "stage", "date"], ["a", "started", "2024-05-01"]),
    };
    const { overall } = waitingTime({ plan, tables, from: "referred", to: "started", withinDays: [5, 60] });
    expect(overall).toMatchObject({ waiting: 1, arrived: 0, open: 1, unknown: 1 });
    expect(overall!.within.map(({ share }) => share)).toEqual([0, null]);
    expect(overall!.median).toEqual({ days: null, lower: null, upper: null });
  });

  it("by level counts everyone once, and its tables add up", () => {
    const by = waitingTime({
      plan,
      tables: waits(time, event),
      from: "referred",
      to: "started",
      by: "referrals.source",
    });
    expect(by.levels.map(({ id, waiting }) => [id, waiting])).toEqual([
      ["police", 8],
      ["self", 7],
    ]);
    const [median] = waitingTables(by);
    expect(
      median!.cells.map(({ at, numerator, denominator }) => [at["referrals.source"], numerator, denominator]),
    ).toEqual([
      ["police", 6, 8],
      ["self", 3, 7],
      ["total", 9, 15],
    ]);
  });

  it("before the referral counts everyone at the first stage, referred or not", () => {
    const tables = {
      people: tableOf(["person"], ["a"], ["b"], ["c"]),
      referrals: tableOf(["person", "referral_date"], ["a", "2024-06-01"]),
      stages: tableOf(
        ["person", "stage", "date"],
        ["a", "identified", "2024-05-22"],
        ["b", "identified", "2024-05-31"],
        ["c", "identified", null],
      ),
    };
    const { overall } = waitingTime({ plan, tables, from: "identified", to: "referred", withinDays: [10] });
    expect(overall).toMatchObject({ waiting: 2, arrived: 1, open: 1, unknown: 1 });
    expect(overall!.within[0]!.share).toBe(0.5);
  });

  it("is refused without an extract date or a stage", () => {
    const noDate = planOf({ data: { tables: {} } });
    const refused = waitingTime({ plan: noDate, tables: waits(time, event), from: "referred", to: "assessed" });
    expect(refused.overall).toBeNull();
    expect(refused.refusals.map(({ id }) => id)).toEqual(["stage-not-recorded", "no-extract-date"]);
  });
});
