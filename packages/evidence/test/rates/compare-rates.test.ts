import { compareRates } from "@likewise/evidence";
import type { Rates } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const rate = (id: string, given: Partial<Rates["declared"][number]>): Rates["declared"][number] => ({
  id,
  label: id,
  percent: 10,
  period: 12,
  population: "women in England and Wales",
  basis: "survey",
  source: "a survey",
  ...given,
});
const compared = (a: Partial<Rates["declared"][number]>, b: Partial<Rates["declared"][number]>) =>
  compareRates({ declared: [rate("a", a), rate("b", b)], compare: [{ rate: "a", with: "b" }] });

describe("published rates beside one another", () => {
  it("practice-D23: 2.5 % in 12 months beside 33 % in a lifetime is an error that says what would unlock it", () => {
    const { rates, refusals } = compared(
      { percent: 2.5 },
      { percent: 33, period: "lifetime", population: "women worldwide" },
    );
    expect(refusals).toEqual([
      {
        id: "unlike-periods:a:b",
        what: "“a” (2.5 %) beside “b” (33 %)",
        why: expect.stringContaining("the first counts 12 months and the second a lifetime"),
        unlocks: "A rate of the first kind over a lifetime, or of the second over 12 months",
      },
    ]);
    expect(rates.compared).toEqual([
      { rate: "a", with: "b", difference: null, ratio: null, refusal: "unlike-periods:a:b", unlike: ["population"] },
    ]);
    // Both stay as they were published, each with its period.
    expect(rates.declared.map(({ share, months }) => [share, months])).toEqual([
      [0.025, 12],
      [0.33, null],
    ]);
  });

  it("are compared over one period and by one kind of record, unlike people named", () => {
    const { rates, refusals } = compared({ percent: 6, population: "men" }, { percent: 4 });
    expect(refusals).toEqual([]);
    // by hand: 6 - 4 = 2 points, 6 / 4 = 1.5
    expect(rates.compared[0]).toMatchObject({ ratio: 1.5, refusal: null, unlike: ["population"] });
    expect(rates.compared[0]!.difference).toBeCloseTo(0.02, 15);
  });

  it("have no ratio over none, and are the same people whatever the capitals", () => {
    const { rates } = compared({ population: "UK women" }, { percent: 0, population: "uk women " });
    expect(rates.compared[0]).toMatchObject({ ratio: null, unlike: [] });
  });

  it("are refused by unlike records: what people say is more than what comes to the police", () => {
    expect(compared({}, { basis: "police-record" }).refusals).toMatchObject([{ id: "unlike-bases:a:b" }]);
  });
});
