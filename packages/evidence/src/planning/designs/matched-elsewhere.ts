import type { PlannedDesign } from "../planned-design.ts";
import { alikeInAreas } from "./alike.ts";
import { factsAsPlanned, matchedAsPlanned } from "./facts-as-planned.ts";

/** People of other areas, matched on the same outcome before entry. */
export const matchedElsewhere: PlannedDesign = {
  id: "matched-elsewhere",
  title: "Match elsewhere, on the outcome before too",
  effort: "comparison",
  obstacle: ({ elsewhere, priorOutcome }) => {
    if (!elsewhere)
      return {
        why: "no people to compare with elsewhere are known",
        wouldTake: "ask a force or a data lab for people like these in areas without the programme",
      };
    return priorOutcome
      ? null
      : {
          why: "the same outcome before entry is not on record for both groups",
          wouldTake: "ask for the 12 months or more before entry, from the same source",
        };
  },
  describe: (input) => ({
    design: "likewise/design",
    title: "Match elsewhere, on the outcome before too",
    assignment: "selected",
    comparator: "concurrent-untreated",
    analysisSet: "offered",
    ...matchedAsPlanned(input),
    evidence: factsAsPlanned(input),
  }),
  groups: (input, treated, arithmetic) => matchedGroups(input, treated, alikeInAreas(input, treated, arithmetic)),
  assumes: "What was not recorded, such as wanting to change, is alike in both groups.",
  harm: "None to people. Records of people who never met the programme are used: settle the lawful basis first.",
  checks: ["The use of records of people elsewhere has a lawful basis and an end date"],
  source: "WWCLEG scoring guide 2016 lists matching under level 3; prior outcome required by the design table",
};

/** So many treated people find a match, each with so many others. */
export function matchedGroups(
  { matched, comparisonPerTreated }: Parameters<PlannedDesign["groups"]>[0],
  treated: number,
  inflation: number,
): ReturnType<PlannedDesign["groups"]> {
  return {
    treated,
    comparison: treated * comparisonPerTreated,
    inflation,
    crosses: true,
    found: matched,
    wedge: null,
  };
}
