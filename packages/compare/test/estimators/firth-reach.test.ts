import { describe, expect, it } from "vitest";
import { compareRows, selected } from "../support/studies.ts";

/** Thirty people, ten events, and a text of so many different values: each says for certain what happened to whoever has it. */
function studyOf(values: number) {
  const rows = Array.from({ length: 30 }, (_, row) => row);
  return {
    rows: {
      id: rows.map((row) => `P${row + 1}`),
      treat: rows.map((row) => row % 2),
      word: rows.map((row) => `w${row % values}`),
      event: rows.map((row) => (row % 3 === 0 ? 1 : 0)),
      days: rows.map((row) => 10 + ((row * 7) % 23)),
    },
    layout: {
      id: "id",
      treatment: "treat",
      covariates: ["word"],
      outcomes: [{ id: "event", kind: "binary" as const, column: "event", time: "days", event: "event" }],
    },
    outcomes: [{ id: "event", kind: "binary" as const, direction: "lower" as const }],
    plan: { ...selected, method: "none" as const },
  };
}

const modelsOf = (values: number) => compareRows(studyOf(values)).comparison.models.map(({ model }) => model);

describe("Firth's penalised likelihood", () => {
  it("answers where a level has no event and columns are few", () => {
    expect(modelsOf(3)).toEqual(expect.arrayContaining(["logistic-firth", "cox-firth"]));
  });

  it("is not asked where there are more columns than events: the refusal stands", () => {
    const { comparison } = compareRows(studyOf(15));
    expect(comparison.models.some(({ model }) => model.endsWith("-firth"))).toBe(false);
    expect(comparison.refusals.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["separation:event:oddsRatio:adjusted", "separation:event:hazardRatio:adjusted"]),
    );
  });
});
