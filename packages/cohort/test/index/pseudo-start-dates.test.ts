import { pseudoStartDates } from "@likewise/cohort";
import { describe, expect, it } from "vitest";

const person = (id: string, eventDay: number | null = null, observedTo: number | null = 2000) => ({
  id,
  referralDay: 1000,
  eventDay,
  observedTo,
});
const treatedWith = (...delays: readonly number[]) =>
  delays.map((delay) => ({ referralDay: 500, startDay: 500 + delay }));

describe("start dates for people who never started", () => {
  it("follow the delays of treated people: 10, 10 and 40 days in two and one of three draws", () => {
    const n = 6000;
    const found = pseudoStartDates({
      treated: treatedWith(10, 40, 10),
      comparison: Array.from({ length: n }, (_, i) => person(`P${i}`)),
      seed: 7,
    });
    const short = found.starts.filter(({ delayDays }) => delayDays === 10).length;
    // binomial: four standard errors of 2/3
    expect(Math.abs(short / n - 2 / 3)).toBeLessThan(4 * Math.sqrt(((2 / 3) * (1 / 3)) / n));
    expect(found.starts.every(({ startDay }) => startDay === 1010 || startDay === 1040)).toBe(true);
  });

  it("leave out whoever had the event or left observation by the day drawn, as a treated person could not have started", () => {
    const found = pseudoStartDates({
      treated: treatedWith(30),
      comparison: [
        person("early", 1029),
        person("same day", 1030),
        person("later", 1031),
        person("gone", null, 1030),
        person("stays", null, 1031),
        person("open", null, null),
        { ...person("undated"), referralDay: null },
      ],
      seed: 1,
    });
    expect(found.starts.map(({ id, startDay, leftOut }) => [id, startDay, leftOut])).toEqual([
      ["early", null, "event-before-start"],
      ["same day", null, "event-before-start"],
      ["later", 1030, null],
      ["gone", null, "observation-over"],
      ["stays", 1030, null],
      ["open", 1030, null],
      ["undated", null, "no-referral-date"],
    ]);
    expect(found.leftOut).toEqual({ "event-before-start": 2, "observation-over": 1, "no-referral-date": 1 });
    expect(found.delaysComparison).toMatchObject({ n: 3, mean: 30 });
  });

  it("may be drawn again from delays short enough, where that is declared", () => {
    const found = pseudoStartDates({
      treated: treatedWith(10, 90),
      comparison: [person("A", 1050), person("B", 1005)],
      seed: 1,
      notAtRisk: "draw-again",
    });
    expect(found.starts.map(({ delayDays, leftOut }) => [delayDays, leftOut])).toEqual([
      [10, null],
      [null, "event-before-start"],
    ]);
  });

  it("depend on the seed and the person alone, not on order or company", () => {
    const treated = treatedWith(1, 2, 3, 4, 5, 6, 7, 8, 9);
    const ids = ["A", "B", "C", "D", "E"];
    const draw = (comparison: readonly string[], seed: number, from = treated) =>
      new Map(
        pseudoStartDates({ treated: from, comparison: comparison.map((id) => person(id)), seed }).starts.map(
          ({ id, startDay }) => [id, startDay],
        ),
      );
    const found = draw(ids, 3);
    expect(draw(ids.toReversed(), 3, treated.toReversed())).toEqual(new Map([...found].reverse()));
    expect(draw(["C"], 3).get("C")).toBe(found.get("C"));
    expect(draw(ids, 4)).not.toEqual(found);
  });

  it("count treated people who give no delay, and refuse when none does", () => {
    const treated = [...treatedWith(5), { referralDay: 500, startDay: 499 }, { referralDay: null, startDay: 499 }];
    expect(pseudoStartDates({ treated, comparison: [], seed: 1 }).treatedWithoutDelay).toBe(2);
    expect(() => pseudoStartDates({ treated: treated.slice(1), comparison: [], seed: 1 })).toThrow("got none");
    expect(() => pseudoStartDates({ treated, comparison: [person("A"), person("A")], seed: 1 })).toThrow(
      "each id once",
    );
  });
});
