import { gradeDescription } from "@likewise/evidence";
import { validateDescription } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import described from "../oracles/described-designs.json" with { type: "json" };

interface Case {
  readonly row: string;
  readonly description: { readonly title: string };
  readonly levels: readonly [number | null, number | null];
}

const cases = described.cases as unknown as readonly Case[];

function graded(description: unknown) {
  const checked = validateDescription(description);
  if ("problems" in checked) throw new Error(JSON.stringify(checked.problems));
  return gradeDescription(checked.description);
}

describe("small descriptions of studies, at the level their row of the tables gives them", () => {
  it("there are at least 60 of them, each with a name of its own", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ description }) => description.title)).size).toBe(cases.length);
  });

  for (const { row, description, levels } of cases)
    it(`${description.title}: ${levels.map((level) => level ?? "none").join(" and ")} (${row})`, () => {
      const grades = graded(description);
      expect(grades.map(({ scale }) => scale)).toEqual(["wwclg", "original"]);
      expect(grades.map(({ level }) => level)).toEqual(levels);
      for (const { level, atMost } of grades) if (level !== null) expect(level).toBeLessThanOrEqual(atMost!);
    });

  it("practice-B53: published designs get their listed level, and each below the highest names the next step", () => {
    for (const { description, levels } of cases.filter(({ row }) => row.startsWith("8.2"))) {
      const grades = graded(description);
      expect(grades.map(({ level }) => level)).toEqual(levels);
      if (levels[0] !== null && levels[0] < 4) expect(grades[0]!.raises[0]!.step).not.toBe("");
    }
  });
});
