import type { PlannedLevel, PlanningInput } from "@likewise/schema";
import { gradeDescription } from "../grade-description.ts";
import type { PlannedDesign } from "./planned-design.ts";

/**
 * The levels a design could reach here, by the tables that grade studies: the facts such a study would state are
 * described, with the losses and crossing over that are expected, and graded.
 */
export function gradePlanned(design: PlannedDesign, input: PlanningInput): PlannedLevel[] {
  const perfect = gradeDescription(design.describe(withoutLosses(input)));
  return gradeDescription(design.describe(input)).map(({ scale, edition, level, atMost, drops }, index) => ({
    scale,
    edition,
    level,
    atMost,
    perfect: perfect[index]!.level,
    lowered: drops.map(({ text }) => text),
  }));
}

function withoutLosses(input: PlanningInput): PlanningInput {
  return { ...input, attrition: 0, crossover: 0, matched: 1 };
}
