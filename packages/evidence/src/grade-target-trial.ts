import type { Comparison, Facts, Grade } from "@likewise/schema";
import { type Design, nothingAssessed } from "./design.ts";
import { factsOfDesign } from "./facts-of-design.ts";
import { gradeDesign } from "./grade-design.ts";

type Trial = NonNullable<Comparison["targetTrial"]>;
type Contrast = Trial["outcomes"][number]["contrasts"][number];

/**
 * The target trial of a comparison with each of its contrasts graded. Its groups are formed by what people did after they
 * came, so both fall under the caps for that and neither can bear a verdict; the naive contrast counts completers alone
 * as treated as well, and follows them from before they could have completed.
 *
 * @param comparison exact (not yet disclosed); without a target trial it stays as it is
 * @param facts declared design facts; those of where outcomes come from hold for both strategies
 */
export function gradeTargetTrial(comparison: Comparison, facts: Facts): Comparison {
  const trial = comparison.targetTrial;
  if (trial === undefined) return comparison;
  const outcomes = trial.outcomes.map((outcome) => ({
    ...outcome,
    contrasts: outcome.contrasts.map((contrast) => ({
      ...contrast,
      grades: gradesOf(contrast, comparison, facts),
    })),
  }));
  return { ...comparison, targetTrial: { ...trial, outcomes } };
}

function gradesOf({ id, analysis }: Contrast, comparison: Comparison, facts: Facts): Grade[] {
  const isNaive = analysis === "naive";
  const design: Design = {
    ...nothingAssessed,
    ...factsOfDesign(facts),
    assignment: "selected",
    comparator: "dropouts",
    adjustment: isNaive ? "none" : "weighting",
    analysisSet: isNaive ? "completed" : (comparison.design.analysisSet ?? null),
    indexDateRule: isNaive ? "immortal" : "same",
  };
  return gradeDesign(design).map((grade) => ({ ...grade, comparison: comparison.id, estimates: [id] }));
}
