import { binomialCdf, exactBinomialInterval, funnelLimits } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

type Columns<Name extends string> = Record<Name, number[]>;
const { binomials, funnel } = readOracle<{
  binomials: Columns<"events" | "total" | "level" | "lower" | "upper">;
  funnel: Columns<
    "target" | "total" | "lower95" | "upper95" | "lower998" | "upper998" | "publishedUpper95" | "publishedUpper998"
  >;
}>("counts.json");

describe("the Clopper–Pearson interval", () => {
  it.each(binomials.events.map((_, i) => i))("agrees with R's binom.test, case %i", (i) => {
    const at = { events: binomials.events[i]!, total: binomials.total[i]!, level: binomials.level[i]! };
    const { lower, upper } = exactBinomialInterval(at);
    expectClose([lower, upper], [binomials.lower[i], binomials.upper[i]], 1e-10);
  });

  it("at no event ends where n units would all miss it with half of 1 − level: (1 − p)^n = 0.025", () => {
    expectClose((1 - exactBinomialInterval({ events: 0, total: 55 }).upper) ** 55, 0.025, 1e-12);
  });

  it("mirrors when events and their absence change places", () => {
    const some = exactBinomialInterval({ events: 3, total: 17 });
    const rest = exactBinomialInterval({ events: 14, total: 17 });
    expectClose([1 - rest.upper, 1 - rest.lower], [some.lower, some.upper], 1e-12);
  });

  it("refuses counts that are none", () => {
    expect(() => exactBinomialInterval({ events: 3, total: 2 })).toThrow("events must be a whole number from 0 to 2");
    expect(() => exactBinomialInterval({ events: 0, total: 0 })).toThrow("total must be a whole number >= 1");
    expect(() => exactBinomialInterval({ events: 1, total: 2, level: 95 })).toThrow("level must lie between 0 and 1");
  });
});

describe("funnel limits", () => {
  it.each(funnel.target.map((_, i) => i))("agree with the published formula in R's binomial, case %i", (i) => {
    const [{ limits }] = funnelLimits({ target: funnel.target[i]!, totals: [funnel.total[i]!] }) as [
      ReturnType<typeof funnelLimits>[number],
    ];
    const [wide, wider] = limits as [(typeof limits)[number], (typeof limits)[number]];
    expectClose([wide.lower, wide.upper], [funnel.lower95[i], funnel.upper95[i]], 1e-10, 1);
    expectClose([wider.lower, wider.upper], [funnel.lower998[i], funnel.upper998[i]], 1e-10, 1);
    // The formula as printed, used for both ends, puts the upper one a whole unit lower.
    if (wide.upper < 1) expectClose(wide.upper - 1 / funnel.total[i]!, funnel.publishedUpper95[i], 1e-9, 1);
  });

  it("leave at most half of 1 − level outside at either end", () => {
    for (const total of [5, 12, 40, 333])
      for (const target of [0.02, 0.38, 0.9])
        for (const { limits } of funnelLimits({ target, totals: [total] }))
          for (const { level, lower, upper } of limits) {
            const below = lower === 0 ? 0 : binomialCdf(Math.ceil(lower * total) - 1, total, target);
            const above = upper === 1 ? 0 : binomialCdf(Math.floor(upper * total), total, target, { upper: true });
            expect(Math.max(below, above)).toBeLessThanOrEqual((1 - level) / 2 + 1e-12);
          }
  });

  it("are the target itself where chance has no part, and one entry per total", () => {
    expect(funnelLimits({ target: 0, totals: [3, 9], levels: [0.95] })).toEqual([
      { total: 3, limits: [{ level: 0.95, lower: 0, upper: 0 }] },
      { total: 9, limits: [{ level: 0.95, lower: 0, upper: 0 }] },
    ]);
    expect(funnelLimits({ target: 0.5, totals: [] })).toEqual([]);
    expect(() => funnelLimits({ target: 0.5, totals: [0] })).toThrow("funnelLimits: totals (units)");
  });
});
