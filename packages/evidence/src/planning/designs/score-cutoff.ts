import type { PlannedDesign } from "../planned-design.ts";
import { alikeInGroups } from "./alike.ts";
import { factsAsPlanned } from "./facts-as-planned.ts";

/** A score decides who gets a place; people just either side of the cut-off are compared. */
export const scoreCutoff: PlannedDesign = {
  id: "score-cutoff",
  title: "Either side of a cut-off on the score",
  effort: "data",
  obstacle: ({ score }) =>
    score
      ? null
      : {
          why: "no score with a cut-off decides who gets a place",
          wouldTake: "score everyone referred, and give places by a cut-off that is fixed and written down",
        },
  describe: (input) => ({
    design: "likewise/design",
    title: "Either side of a cut-off on the score",
    assignment: "cutoff",
    comparator: "concurrent-untreated",
    adjustment: "design",
    analysisSet: "offered",
    evidence: { ...factsAsPlanned(input), cutoffChecks: checksAsPlanned(input.crossover) },
  }),
  groups: (input, treated, arithmetic) => ({
    treated,
    comparison: treated * input.belowCutoff,
    inflation: alikeInGroups(input, arithmetic) * arithmetic.discontinuityInflation(1 / (1 + input.belowCutoff)),
    crosses: true,
    found: 1,
    wedge: null,
  }),
  assumes: "Scores are not nudged, and nothing else changes at the cut-off. It speaks for people near it.",
  harm: "Nobody loses a place by it. A cut-off may be wrong for somebody: allow exceptions, and log each.",
  checks: ["Exceptions to the cut-off are allowed for safety, and logged with the reason"],
  source:
    "WWCLEG scoring guide 2016, regression discontinuity; variance after Schochet (2009), doi:10.3102/1076998609332748",
};

function checksAsPlanned(crossover: number) {
  return { manipulationP: 0.5, otherRule: false, takeUpJump: 1 - 2 * crossover, why: "as planned" };
}
