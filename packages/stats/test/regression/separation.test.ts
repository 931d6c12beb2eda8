import { designMatrix, families, fitCox, fitGeneralisedLinear } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { readOracle } from "../support.ts";

const { sets } = readOracle<{
  sets: { columns: number[][]; outcome: number[]; time: number[]; separated: boolean; monotone: boolean }[];
}>("separation.json");

describe(`on ${sets.length} small data sets`, () => {
  it.each([families[0], families[1]])(
    "$name regression reports separation exactly where a linear programme proves it",
    (family) => {
      const found = sets.map(({ columns, outcome }) => {
        const { separated, converged } = fitGeneralisedLinear(family, { design: designMatrix(columns), outcome });
        expect(converged).toBe(!separated);
        return separated;
      });
      expect(found).toEqual(sets.map((set) => set.separated));
    },
  );

  it.each(["efron", "breslow"] as const)(
    "Cox regression (%s) reports a runaway hazard ratio exactly where a linear programme proves it",
    (ties) => {
      const found = sets.map(({ columns, outcome, time }) => {
        const { monotone, converged } = fitCox({
          time,
          event: outcome,
          design: designMatrix(columns, { intercept: false }),
          ties,
        });
        expect(converged).toBe(monotone.length === 0);
        return !converged;
      });
      expect(found).toEqual(sets.map((set) => set.monotone));
    },
  );

  it("a fit without a maximum has no standard errors, and nothing that JSON cannot hold", () => {
    for (const { columns, outcome, time, separated, monotone } of sets) {
      if (separated) {
        const fit = fitGeneralisedLinear(families[0], { design: designMatrix(columns), outcome });
        expect(fit.standardErrors.every((value) => value === null)).toBe(true);
        expect(fit.separatingColumns.length).toBeGreaterThan(0);
        expectJson(fit);
      }
      if (monotone) {
        const fit = fitCox({ time, event: outcome, design: designMatrix(columns, { intercept: false }), robust: true });
        expect(fit.standardErrors.every((value) => value === null)).toBe(true);
        expect(fit.tests.wald).toBe(null);
        expectJson(fit);
      }
    }
  });
});

function expectJson(value: unknown): void {
  JSON.stringify(value, (_, part) => {
    if (typeof part === "number") expect(Number.isFinite(part)).toBe(true);
    return part;
  });
}
