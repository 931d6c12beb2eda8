import { gradeDesign } from "@likewise/evidence";
import { describe, expect, it } from "vitest";
import published from "../oracles/published-designs.json" with { type: "json" };
import { designOf } from "./design-of.ts";

interface Listed {
  readonly name: string;
  readonly design: Record<string, unknown>;
  /** Least and most. */
  readonly listed: readonly [number, number];
}

const cases = published.cases as unknown as readonly Listed[];

describe("published designs get their listed level, and the next missing step", () => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, { design, listed: [least, most] }) => {
    const grades = gradeDesign(designOf(design));
    const levels = grades.map(({ level }) => level!);
    // Two scales share the name: what is listed as one level is that of one of them, a range is that of both.
    expect(Math.min(...levels)).toBeLessThanOrEqual(most);
    expect(Math.max(...levels)).toBeGreaterThanOrEqual(least);
    if (least === most) expect(levels).toContain(least);
    for (const { level, raises } of grades) {
      if (level === 5) expect(raises).toEqual([]);
      else {
        expect(raises[0]!.to).toBeGreaterThan(level!);
        expect(raises[0]!.step).toMatch(/^[a-z]/);
      }
    }
  });

  it("practice-B53: of every level from 1 to 5, and lower once its conduct is known: a trial of which 9 % crossed over", () => {
    const reached = new Set(cases.flatMap(({ design }) => gradeDesign(designOf(design)).map(({ level }) => level)));
    expect([...reached].sort()).toEqual([1, 2, 3, 4, 5]);
    const trial = cases.find(({ name }) => name.startsWith("CARA, Hampshire: an individual"))!.design;
    const grades = gradeDesign(designOf({ ...trial, crossover: [0.09, 0.09] }));
    expect(grades.map(({ level, reasons }) => [level, reasons[0]!.rule])).toEqual([
      [4, "crossover"],
      [4, "crossover"],
    ]);
  });
});
