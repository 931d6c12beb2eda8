import { performance, performanceIndicators, performanceTables } from "@likewise/cohort";
import { type ContractTarget, contractIndicators } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { tableOf } from "../study.ts";
import { delivered, planWith } from "./delivery.ts";

const referrals: ContractTarget = { id: "referrals", indicator: "referrals", target: 4, per: "quarter" };

function quarters(
  target: ContractTarget,
  options: { plan?: Parameters<typeof planWith>[1]; asAt?: string; tables?: object } = {},
) {
  const result = performance({
    plan: planWith([target], options.plan, options.asAt),
    tables: { ...delivered(), ...options.tables },
  });
  expect(result.refusals).toEqual([]);
  const { periods, complete } = result.targets[0]!.byLength[0]!;
  return { periods, complete, of: (label: string) => periods.find(({ period }) => period.label === label)! };
}

describe("people against a target for each quarter, by hand", () => {
  const { periods, complete, of } = quarters(referrals);

  it("asks a contract that begins inside a quarter for its days: 45 of the 90 from January to March, so 2 of 4", () => {
    expect(of("Q4 2022/23")).toMatchObject({
      measured: { numerator: 2 },
      asked: { least: 2, most: null, proRata: true },
      days: 45,
      verdict: "met-within-chance",
    });
  });

  it("counts nobody in a quarter without referrals and calls it missed only beyond chance: the limit of 0 is 3.69", () => {
    expect(of("Q2 2023/24")).toMatchObject({ measured: { numerator: 0 }, verdict: "missed" });
    expect(of("Q2 2023/24").measured.interval![1]).toBeCloseTo(3.6888794541139363, 12);
    // Garwood limits of 2 are 0.242 and 7.225: 4 lies inside.
    expect(of("Q1 2023/24")).toMatchObject({ measured: { numerator: 2 }, verdict: "missed-within-chance" });
  });

  it("never calls a quarter missed that the data cut", () => {
    expect(of("Q3 2023/24")).toMatchObject({ measured: { numerator: 1 }, provisional: true, verdict: "provisional" });
  });

  it("adds the complete quarters up: 4 people against 2 + 4 + 4", () => {
    expect(periods).toHaveLength(4);
    expect(complete).toMatchObject({
      measured: { numerator: 4 },
      asked: { least: 10 },
      verdict: "missed-within-chance",
    });
  });
});

describe("targets of other periods, by hand", () => {
  it("splits one for the contract by its 320 days: 45, 91, 92 and 92 of them lie in the four quarters", () => {
    const target: ContractTarget = { ...referrals, target: 320, per: "contract" };
    expect(quarters(target).periods.map(({ asked }) => Math.round(asked.least! * 1e9) / 1e9)).toEqual([45, 91, 92, 92]);
  });

  it("splits one for a year by days: July to September 2023 is 92 of the 366 days to 31 March 2024", () => {
    expect(quarters({ ...referrals, target: 366, per: "year" }).of("Q2 2023/24").asked.least).toBeCloseTo(92, 9);
  });

  it("numbers quarters of the calendar where the contract does", () => {
    const { periods } = quarters(referrals, { plan: { year: "calendar" } });
    expect(periods.map(({ period }) => period.label)).toEqual(["Q1 2023", "Q2 2023", "Q3 2023", "Q4 2023"]);
  });

  it("takes a list by quarter as it stands, and asks nothing where one is missing", () => {
    const target: ContractTarget = { id: "referrals", indicator: "referrals", quarters: [1, null, 3] };
    const { periods, complete } = quarters(target);
    expect(periods.map(({ asked, verdict }) => [asked.least, asked.proRata, verdict])).toEqual([
      [1, false, "met-within-chance"],
      [null, false, "no-target"],
      [3, false, "missed-within-chance"],
      [null, false, "no-target"],
    ]);
    expect(complete!.verdict).toBe("no-target");
  });

  it("has periods only from the day a target holds", () => {
    expect(quarters({ ...referrals, from: "2023-07-01" }).periods[0]!.period.id).toBe("2023-07 to 2023-09");
  });
});

describe("waits against a target", () => {
  const wait: ContractTarget = { id: "wait", indicator: "wait-within", target: 0.5, withinDays: 28 };

  it("keep those still waiting among those who began: b, c and d by hand", () => {
    const { of } = quarters(wait);
    // a waited 28 days, b 40; c 19, d waits still.
    expect(of("Q4 2022/23").measured).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(of("Q1 2023/24").measured).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(of("Q2 2023/24")).toMatchObject({ measured: { denominator: 0, value: null }, verdict: "cannot-say" });
  });

  it("are provisional while somebody has not been watched for so long, and then the Kaplan–Meier share", () => {
    const tables = {
      people: tableOf(["person"], ["x"], ["y"], ["z"]),
      referrals: tableOf(["person", "referral_date"], ["x", "2023-07-01"], ["y", "2023-09-20"], ["z", "2023-08-01"]),
      stages: tableOf(["person", "stage", "date"], ["x", "started", "2023-07-11"]),
    };
    const { of } = quarters(wait, { tables, asAt: "2023-10-10" });
    // One of three starts on day 10; y is cut off after 20 days. Of those who started alone it would be all.
    const { measured, provisional, verdict } = of("Q2 2023/24");
    expect(measured).toMatchObject({ numerator: 1, denominator: 3 });
    expect(measured.value).toBeCloseTo(1 / 3, 12);
    expect([provisional, verdict]).toEqual([true, "provisional"]);
  });

  it("have a median of those who began: with 28 and 40 days the curve is at one half from 28 to 40, so 34", () => {
    const { of } = quarters({ id: "median", indicator: "wait-median", target: 35 });
    expect(of("Q4 2022/23").measured).toMatchObject({ numerator: 2, denominator: 2, value: 34, unit: "days" });
    expect(of("Q4 2022/23").verdict).toBe("met-within-chance");
  });
});

describe("other indicators, by hand", () => {
  it("completion is not final while somebody who started is open", () => {
    const target: ContractTarget = { id: "done", indicator: "completion-share", target: 0.6 };
    const { of } = quarters(target);
    expect(of("Q4 2022/23")).toMatchObject({ measured: { numerator: 1, denominator: 1 }, provisional: false });
    // b left on 1 August, c is open.
    expect(of("Q1 2023/24")).toMatchObject({ measured: { numerator: 0, denominator: 2 }, verdict: "provisional" });
  });

  it("people complete on the day on record", () => {
    const { of } = quarters({ id: "done", indicator: "completions", target: 1, per: "quarter" });
    expect(of("Q2 2023/24")).toMatchObject({ measured: { numerator: 1 }, verdict: "met-within-chance" });
  });

  it("support offered to everyone is a fact of these people: all is met, one missing is missed, no chance in it", () => {
    const { of } = quarters({ id: "offers", indicator: "support-offers", target: 1 });
    expect(of("Q4 2022/23")).toMatchObject({ measured: { numerator: 2, denominator: 2 }, verdict: "met" });
    expect(of("Q1 2023/24")).toMatchObject({ measured: { numerator: 0, denominator: 1 }, verdict: "missed" });
  });

  it("support offered within so many days leaves out later offers: b's came after 15", () => {
    const { of } = quarters({ id: "offers", indicator: "support-offers", target: 1, withinDays: 14 });
    expect(of("Q4 2022/23")).toMatchObject({ measured: { numerator: 1, denominator: 2 }, verdict: "missed" });
  });

  it("attendance takes its interval from people: 3 of 4 and 1 of 4 sessions say next to nothing", () => {
    const { measured } = quarters({ id: "came", indicator: "attendance", target: 0.75 }).of("Q1 2023/24");
    expect(measured).toMatchObject({ numerator: 4, denominator: 8, value: 0.5 });
    // Residuals 1 and -1: variance 2/1 × 2 / 64 = 1/16; t of 1 degree 12.7062; log odds 0 ± 12.7062 × 0.25 / 0.25.
    expect(measured.interval![0]).toBeCloseTo(1 / (1 + Math.exp(12.7062047)), 9);
  });

  it("money is spread over the days of an item and has no chance in it: £100 a day over July to December", () => {
    const spend: ContractTarget = { id: "budget", indicator: "spend", target: 9_000, per: "quarter" };
    const { of } = quarters(spend);
    expect(of("Q1 2023/24")).toMatchObject({ measured: { numerator: 7000.5, interval: null }, verdict: "met" });
    expect(of("Q2 2023/24")).toMatchObject({ measured: { numerator: 9_200 }, verdict: "missed" });
  });

  it("money that is not known cannot keep a budget, but can break it", () => {
    const costs = tableOf(
      ["period_from", "period_to", "kind", "amount_pounds"],
      ["2023-04-01", "2023-06-30", "cash", null],
      ["2023-04-01", "2023-06-30", "cash", 7_000],
      ["2023-07-01", "2023-09-30", "cash", 9_500],
      ["2023-07-01", "2023-09-30", null, 10],
    );
    const { of } = quarters({ id: "budget", indicator: "spend", target: 9_000, per: "quarter" }, { tables: { costs } });
    expect(of("Q1 2023/24").verdict).toBe("cannot-say");
    expect(of("Q2 2023/24").verdict).toBe("missed");
  });

  it("a target with two ends is missed on either side", () => {
    const spend: ContractTarget = {
      id: "budget",
      indicator: "spend",
      target: 7_500,
      upTo: 9_300,
      direction: "between",
      per: "quarter",
    };
    expect(quarters(spend).periods.map(({ verdict }) => verdict)).toEqual(["missed", "missed", "met", "provisional"]);
  });
});

describe("every indicator", () => {
  const targetOf = (id: ContractTarget["indicator"]): ContractTarget => ({
    id,
    indicator: id,
    target: 1,
    per: "quarter",
    withinDays: 28,
  });

  it("is counted, once", () => {
    expect(performanceIndicators.map(({ declared }) => declared.id)).toEqual(contractIndicators.map(({ id }) => id));
  });

  it.each(performanceIndicators)("$declared.id is refused by what is missing, not guessed", (indicator) => {
    const { people } = delivered();
    const result = performance({ plan: planWith([targetOf(indicator.declared.id)]), tables: { people } });
    expect(result.targets).toEqual([]);
    expect(result.refusals[0]).toMatchObject({ id: "indicator-not-in-data" });
  });

  it.each(performanceIndicators)(
    "$declared.id is the same whatever the order of rows, and never counts beyond its whole",
    (indicator) => {
      const plan = planWith([targetOf(indicator.declared.id)]);
      const tables = delivered();
      const shuffled = {
        ...tables,
        stages: tableOf(
          ["person", "stage", "date"],
          ["a", "completed", "2023-09-01"],
          ["c", "started", "2023-04-20"],
          ["b", "started", "2023-05-10"],
          ["a", "started", "2023-03-20"],
        ),
      };
      const result = performance({ plan, tables });
      expect(performance({ plan, tables: shuffled })).toEqual(result);
      expect(result.targets).toHaveLength(1);
      for (const { periods } of result.targets[0]!.byLength) {
        for (const { measured, provisional, verdict } of periods) {
          expect(measured.unit).toBe(indicator.declared.unit);
          if (measured.denominator !== null) expect(measured.numerator).toBeLessThanOrEqual(measured.denominator);
          if (provisional) expect(verdict).toBe("provisional");
        }
      }
    },
  );

  it("is refused together with the others where there is no extract date", () => {
    const { data: _, ...plan } = planWith([referrals]);
    const result = performance({ plan: { ...plan, data: { tables: {} } }, tables: delivered() });
    expect(result.refusals.map(({ id }) => id)).toEqual(["no-extract-date"]);
  });
});

describe("tables of performance", () => {
  const tables = performanceTables(performance({ plan: planWith([referrals]), tables: delivered() }));

  it("say the same by quarters, half-years and years, each with the next longer", () => {
    expect(tables.map(({ id, coarser }) => [id, coarser])).toEqual([
      ["performance-referrals", "performance-referrals-by-half-year"],
      ["performance-referrals-by-half-year", "performance-referrals-by-year"],
      ["performance-referrals-by-year", undefined],
    ]);
  });

  it("account for everyone: seven people referred, of whom two are on no day of the contract", () => {
    const people = tables[0]!.cells.filter(({ at }) => at.period !== "complete").map(({ numerator }) => numerator);
    expect(people).toEqual([2, 2, 0, 1, 2]);
  });

  it("carry what was asked beside what was delivered", () => {
    expect(tables[0]!.cells[0]!.asked).toEqual({
      least: 2,
      most: null,
      proRata: true,
      days: 45,
      ofDays: 90,
      provisional: false,
      verdict: "met-within-chance",
    });
  });
});
