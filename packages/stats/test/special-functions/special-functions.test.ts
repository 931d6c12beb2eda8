import { incompleteBeta, incompleteGamma, logBeta, logChoose, logGamma } from "@likewise/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

fc.configureGlobal({ seed: 20240614 });

const close = (value: number, expected: number, tolerance = 4e-15) => {
  if (value !== expected) expect(Math.abs(value / expected - 1)).toBeLessThan(tolerance);
};

describe("logGamma", () => {
  it("is the logarithm of the factorials", () => {
    let factorial = 1;
    for (let n = 1; n <= 170; n++) {
      close(logGamma(n), Math.log(factorial));
      factorial *= n;
    }
  });

  it("is log √π at one half", () => close(logGamma(0.5), 0.5 * Math.log(Math.PI)));

  it("is exactly 0 at 1 and 2, and keeps its digits beside them", () => {
    expect([logGamma(1), logGamma(2)].map(Math.abs)).toEqual([0, 0]);
    // First order: −γ ε at 1, (1 − γ) ε at 2, with Euler's constant γ (DLMF 5.2.3) and ε a power of two.
    const euler = 0.5772156649015329;
    close(logGamma(1 + 2 ** -45), -euler * 2 ** -45, 1e-12);
    close(logGamma(2 + 2 ** -45), (1 - euler) * 2 ** -45, 1e-12);
  });

  it("obeys Γ(x + 1) = xΓ(x)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e4, noNaN: true }), (x) => {
        const scale = Math.max(1, Math.abs(logGamma(x)));
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / scale).toBeLessThan(1e-14);
      }),
    );
  });

  it("obeys the duplication formula across the joins of its pieces", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (x) => {
        const left = logGamma(2 * x);
        const right = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.LN2 - 0.5 * Math.log(Math.PI);
        expect(Math.abs(left - right)).toBeLessThan(4e-15 * Math.max(4, Math.abs(left)));
      }),
    );
  });

  it("is defined for x > 0 only", () => {
    expect(() => logGamma(0)).toThrow(new RangeError("logGamma: x must be > 0, got 0"));
  });
});

describe("logBeta and logChoose", () => {
  it("B(a, b) is symmetric, and B(a, 1) = 1/a", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (a, b) => {
          close(logBeta(a, b), logBeta(b, a), 1e-14);
          expect(Math.abs(logBeta(a, 1) + Math.log(a))).toBeLessThan(1e-14 * Math.max(1, Math.log(a)));
        },
      ),
    );
  });

  it("keeps its digits when one shape is a million times the other", () => {
    // B(n, 2) = 1 / (n(n + 1)).
    close(logBeta(1e6, 2), -Math.log(1e6 * (1e6 + 1)));
    close(logBeta(1e9, 3), Math.log(2) - Math.log(1e9) - Math.log(1e9 + 1) - Math.log(1e9 + 2));
  });

  it("counts subsets: Pascal's triangle", () => {
    let row = [1];
    for (let n = 0; n <= 50; n++) {
      row.forEach((count, k) => {
        expect(Math.abs(Math.exp(logChoose(n, k)) / count - 1)).toBeLessThan(1e-13);
      });
      row = [1, ...row.slice(1).map((count, k) => count + row[k]!), 1];
    }
  });

  it("refuses what cannot be counted", () => {
    expect(() => logChoose(3, 4)).toThrow(RangeError);
    expect(() => logChoose(2.5, 1)).toThrow(RangeError);
    expect(() => logBeta(0, 1)).toThrow(RangeError);
  });
});

describe("incomplete functions", () => {
  it("refuse arguments outside their range", () => {
    expect(() => incompleteBeta(1.1, 1, 1)).toThrow(new RangeError("incompleteBeta: x must be from 0 to 1, got 1.1"));
    expect(() => incompleteGamma(0, 1)).toThrow(new RangeError("incompleteGamma: a must be > 0, got 0"));
    expect(() => incompleteGamma(1, -1)).toThrow(new RangeError("incompleteGamma: x must be >= 0, got -1"));
  });

  it("are powers and exponentials where calculus says so", () => {
    close(incompleteBeta(0.3, 2.5, 1), 0.3 ** 2.5);
    close(incompleteBeta(0.3, 1, 2.5, { upper: true }), 0.7 ** 2.5);
    close(incompleteGamma(2, 30, { upper: true }), 31 * Math.exp(-30));
  });
});
