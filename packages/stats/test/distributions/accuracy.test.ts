import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { families } from "./families.ts";

/**
 * Relative error against R (distributions.R) and against 60-digit arithmetic (high-precision.py), worst case
 * by family, figure and range. Central: both tails of the point are at least 1e-3. Tail: down to 1e-300.
 * A log density passes through zero, so its error is counted against max(1, |value|).
 */
const target = { central: 1e-12, tail: 1e-10 };

type Range = keyof typeof target;
type Value = [string, number[], number, ...(number | null)[]];
type Quantile = [string, number[], boolean, number, number];
interface Oracle {
  source: { name: string };
  values: Value[];
  quantiles?: Quantile[];
}

interface Worst {
  error: number;
  points: number;
  at: string;
}

for (const file of ["distributions.json", "high-precision.json"]) {
  const oracle: Oracle = JSON.parse(readFileSync(new URL(`../../oracles/${file}`, import.meta.url), "utf8"));
  const worst = new Map<string, Worst>();
  for (const row of oracle.values) compareValue(worst, row);
  for (const row of oracle.quantiles ?? []) compareQuantile(worst, row);

  describe(`distributions against ${oracle.source.name}`, () => {
    for (const [what, { error, points, at }] of worst) {
      const limit = target[what.endsWith("central") ? "central" : "tail"];
      it(`${what}: worst of ${points} is ${error.toExponential(1)}, limit ${limit}`, () => {
        expect(error, at).toBeLessThan(limit);
      });
    }
    it("has every family, in the centre and in the tails", () => {
      for (const family of Object.keys(families)) {
        for (const range of Object.keys(target)) {
          expect(worst.get(`${family} upper ${range}`)?.points, `${family} ${range}`).toBeGreaterThan(0);
        }
      }
    });
  });
}

function compareValue(worst: Map<string, Worst>, [family, parameters, x, ...values]: Value): void {
  const { density, cdf } = families[family]!;
  const [, , lower, upper] = values;
  const range: Range = Math.min(lower ?? 0, upper ?? 0) >= 1e-3 ? "central" : "tail";
  const ours = {
    density: density(x, parameters, {}),
    logDensity: density(x, parameters, { log: true }),
    lower: cdf(x, parameters, {}),
    upper: cdf(x, parameters, { upper: true }),
    logLower: cdf(x, parameters, { log: true }),
    logUpper: cdf(x, parameters, { upper: true, log: true }),
  };
  Object.entries(ours).forEach(([figure, value], column) => {
    const expected = values[column];
    if (expected === null || expected === undefined) return;
    const scale = figure === "logDensity" ? Math.max(1, Math.abs(expected)) : Math.abs(expected);
    note(worst, `${family} ${figure} ${range}`, value, expected, scale, [parameters, x]);
  });
}

function compareQuantile(worst: Map<string, Worst>, [family, parameters, upper, p, x]: Quantile): void {
  const value = families[family]!.quantile(p, parameters, { upper });
  const range: Range = p >= 1e-3 ? "central" : "tail";
  note(worst, `${family} quantile ${range}`, value, x, Math.abs(x), [parameters, p, upper]);
}

function note(
  worst: Map<string, Worst>,
  what: string,
  value: number,
  expected: number,
  scale: number,
  at: unknown,
): void {
  const difference = value === expected ? 0 : Math.abs(value - expected) / scale;
  const error = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  const before = worst.get(what);
  const points = (before?.points ?? 0) + 1;
  if (before && before.error >= error) worst.set(what, { ...before, points });
  else worst.set(what, { error, points, at: `${JSON.stringify(at)}: got ${value}, expected ${expected}` });
}
