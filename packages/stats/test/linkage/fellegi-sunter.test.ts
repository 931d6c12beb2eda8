import { fitFellegiSunter, randomStream, wilsonInterval } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

interface Oracle {
  readonly cases: readonly {
    readonly what: string;
    readonly levels: number[];
    readonly patterns: number[];
    readonly counts: number[];
    readonly u: number[][] | null;
    readonly others: number[][] | null;
    readonly share: number;
    readonly m: number[][];
    readonly fittedU: number[][];
    readonly logLikelihood: number;
    readonly posteriors: number[];
  }[];
}

const { cases } = readOracle<Oracle>("fellegi-sunter.json");

describe("Fellegi–Sunter", () => {
  it.each(cases)("agrees with R: $what", ({ levels, patterns, counts, u, others, ...expected }) => {
    const fit = fitFellegiSunter({ levels, patterns, counts, u: u ?? undefined, others: others ?? undefined });
    expect(fit.converged).toBe(true);
    expectClose(fit.logLikelihood, expected.logLikelihood, 1e-13);
    expectClose(fit.share, expected.share, 1e-8);
    expectClose(fit.m.flat(), expected.m.flat(), 1e-8, 1);
    expectClose(fit.u.flat(), expected.fittedU.flat(), 1e-8, 1);
    expectClose(fit.posteriors, expected.posteriors, 1e-8, 1);
    expect(fit.identified).toBe(true);
  });

  it("gives weights that are the log ratio of the chances, and posteriors that are Bayes' rule (identity)", () => {
    const { levels, patterns, counts } = cases[0]!;
    const { share, m, u, weights, posteriors } = fitFellegiSunter({ levels, patterns, counts });
    const first = Math.log2((m[0]![0]! * m[1]![0]! * m[2]![0]!) / (u[0]![0]! * u[1]![0]! * u[2]![0]!));
    expect(weights[0]).toBeCloseTo(first, 12);
    const odds = (share / (1 - share)) * 2 ** weights[0]!;
    expect(posteriors[0]).toBeCloseTo(odds / (1 + odds), 12);
  });

  it("fits as many matches as the pairs' posteriors add up to (law of the maximum)", () => {
    for (const { levels, patterns, counts, u, others } of cases) {
      const known = { u: u ?? undefined, others: others ?? undefined };
      const { share, posteriors } = fitFellegiSunter({ levels, patterns, counts, ...known });
      const matches = posteriors.reduce((sum, posterior, pattern) => sum + posterior * counts[pattern]!, 0);
      expectClose(matches / counts.reduce((a, b) => a + b, 0), share, 1e-9);
    }
  });

  it("does not depend on the order of the patterns (law)", () => {
    const { levels, patterns, counts } = cases[3]!;
    const rows = counts.map((count, i) => ({ count, row: patterns.slice(i * 4, i * 4 + 4) })).reverse();
    const fit = fitFellegiSunter({
      levels,
      patterns: rows.flatMap(({ row }) => row),
      counts: rows.map((r) => r.count),
    });
    const before = fitFellegiSunter({ levels, patterns, counts });
    expectClose(fit.share, before.share, 1e-8);
    expectClose([...fit.posteriors].reverse(), [...before.posteriors], 1e-8, 1);
  });

  it("says so where the counts settle nothing", () => {
    const two = fitFellegiSunter({ levels: [2, 2], patterns: [0, 0, 0, 1, 1, 0, 1, 1], counts: [90, 30, 25, 855] });
    expect(two.identified).toBe(false);
    const alike = fitFellegiSunter({ levels: [2, 2, 2], patterns: [0, 0, 0], counts: [40] });
    expect(alike.identified).toBe(false);
    // Counts that are products of chances of their own: one kind explains them all.
    const oneKind = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i >> 2, (i >> 1) & 1, i & 1]);
    const independent = oneKind.map(
      (row) => 1000 * row.reduce((product, level) => product * (level === 0 ? 0.2 : 0.8), 1),
    );
    const flat = fitFellegiSunter({ levels: [2, 2, 2], patterns: oneKind.flat(), counts: independent });
    expect(flat.logLikelihood - flat.oneKindLogLikelihood).toBeLessThan(1e-6);
  });

  it("puts as many pairs above a posterior as are matches, where the model holds (simulated, 20 seeds fixed)", () => {
    const m = [
      [0.93, 0.04, 0.03],
      [0.9, 0.1],
      [0.85, 0.05, 0.1],
      [0.95, 0.05],
    ];
    const u = [
      [0.01, 0.02, 0.97],
      [0.05, 0.95],
      [0.002, 0.008, 0.99],
      [0.5, 0.5],
    ];
    const levels = m.map((chances) => chances.length);
    let accepted = 0;
    let expectedFalse = 0;
    let actualFalse = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const stream = randomStream(seed);
      const counts = new Map<string, { count: number; matches: number }>();
      for (let pair = 0; pair < 20_000; pair++) {
        const isMatch = stream.bernoulli(0.04);
        const pattern = (isMatch ? m : u).map((chances) =>
          stream.choice(
            chances.map((_, level) => level),
            chances,
          ),
        );
        const found = counts.get(pattern.join()) ?? { count: 0, matches: 0 };
        counts.set(pattern.join(), { count: found.count + 1, matches: found.matches + (isMatch ? 1 : 0) });
      }
      const patterns = [...counts.keys()].flatMap((key) => key.split(",").map(Number));
      const seen = [...counts.values()];
      const fit = fitFellegiSunter({ levels, patterns, counts: seen.map(({ count }) => count) });
      seen.forEach(({ count, matches }, pattern) => {
        if (fit.posteriors[pattern]! < 0.5) return;
        accepted += count;
        expectedFalse += count * (1 - fit.posteriors[pattern]!);
        actualFalse += count - matches;
      });
    }
    // The estimate itself is uncertain, so the band is that of the actual share at 99.9%.
    const { lower, upper } = wilsonInterval({ events: actualFalse, total: accepted, level: 0.999 });
    expect(expectedFalse / accepted).toBeGreaterThan(lower);
    expect(expectedFalse / accepted).toBeLessThan(upper);
  });

  it("refuses a wrong call", () => {
    expect(() => fitFellegiSunter({ levels: [1], patterns: [0], counts: [1] })).toThrow(/levels must be whole numbers/);
    expect(() => fitFellegiSunter({ levels: [2], patterns: [2], counts: [1] })).toThrow(/a level must be from -1 to 1/);
    expect(() => fitFellegiSunter({ levels: [2], patterns: [0], counts: [0] })).toThrow(/counts must be > 0/);
    expect(() => fitFellegiSunter({ levels: [2], patterns: [0], counts: [1], u: [[0.5, 0.4]] })).toThrow(/sum to 1/);
  });
});
