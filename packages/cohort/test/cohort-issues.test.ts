import { buildCohort, cohortIssueCodes } from "@likewise/cohort";
import { categoryColumn, columnsOf, dateColumn, textColumn } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf } from "./study.ts";

describe("every issue code of the cohort", () => {
  it.each(cohortIssueCodes.map((entry) => [entry.code, entry] as const))(
    "%s stands once and says both sides",
    (code, entry) => {
      expect(cohortIssueCodes.filter((other) => other.code === code)).toHaveLength(1);
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      for (const words of [entry.expected, entry.found]) expect(words).toMatch(/^[a-z].*[^.]$/);
    },
  );
});

describe("a covariate that is a date", () => {
  it("is not used, and an issue says so without a cell", () => {
    const people = columnsOf({
      person: textColumn(["a", "b"]),
      arm: categoryColumn(["t", "c"]),
      born: dateColumn([100, 200]),
    });
    const plan = planOf({ cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] } } });
    const { baseline, issues } = buildCohort({ plan, tables: { people } });
    expect(baseline.covariates).toEqual([]);
    expect(issues).toEqual([
      {
        code: "covariate_is_a_date",
        severity: "reported",
        table: "people",
        file: null,
        row: null,
        column: "born",
        expected: "a number or a category as covariate",
        found: "a date; it is not used",
      },
    ]);
  });
});
