import {
  effectMeasure,
  effectMeasures,
  exact,
  exactLimit,
  Failure,
  formatIssue,
  isUnbounded,
  isWithheld,
  schemas,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";

describe("figures", () => {
  it("are exact, or withheld and then refuse to be numbers", () => {
    expect(exact(0)).toBe(0);
    expect(() => exact({ withheld: "primary" })).toThrow(TypeError);
    expect(exactLimit(1.5)).toBe(1.5);
    expect(exactLimit({ unbounded: "above" })).toBe(Number.POSITIVE_INFINITY);
    expect(exactLimit({ unbounded: "below" })).toBe(Number.NEGATIVE_INFINITY);
    expect(() => exactLimit({ withheld: "secondary" })).toThrow(TypeError);
  });

  it("tell withheld from unbounded from anything else", () => {
    expect([{ withheld: "primary" }, { unbounded: "above" }, null, 0, {}].map(isWithheld)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([{ withheld: "primary" }, { unbounded: "above" }, null, 0, {}].map(isUnbounded)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("measures of effect", () => {
  it("are those the schema of an estimate allows, each with its null value", () => {
    const comparison = schemas.comparison as { $defs: { Estimate: { properties: { measure: { enum: string[] } } } } };
    expect(effectMeasures.map(({ id }) => id)).toEqual(comparison.$defs.Estimate.properties.measure.enum);
    for (const { ratio, nullValue, absolute } of effectMeasures) {
      expect(nullValue).toBe(ratio ? 1 : 0);
      expect(absolute).toBe(!ratio);
    }
    expect(() => effectMeasure("odds" as never)).toThrow(RangeError);
  });
});

describe("issues and failures", () => {
  it("say where, what was expected and what was found", () => {
    const issue = {
      code: "unmatched_code",
      severity: "reported",
      table: "people",
      file: null,
      row: null,
      column: null,
      expected: "a code of the plan",
      found: "3 others",
    } as const;
    expect(formatIssue(issue)).toBe("people: expected a code of the plan, found 3 others [unmatched_code]");
    expect(formatIssue({ ...issue, file: "people.csv", row: 7, column: "Sex" })).toBe(
      'people.csv row 7, column "Sex": expected a code of the plan, found 3 others [unmatched_code]',
    );
    expect(new Failure("usage", "one clear message")).toMatchObject({
      name: "Failure",
      kind: "usage",
      message: "one clear message",
    });
  });
});
