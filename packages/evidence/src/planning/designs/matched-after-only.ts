import type { PlannedDesign } from "../planned-design.ts";
import { alikeInAreas } from "./alike.ts";
import { factsAsPlanned, matchedAsPlanned } from "./facts-as-planned.ts";
import { matchedGroups } from "./matched-elsewhere.ts";

/** Matched on who people are, without the outcome before entry. */
export const matchedAfterOnly: PlannedDesign = {
  id: "matched-after-only",
  title: "Match elsewhere, outcome after only",
  effort: "comparison",
  obstacle: ({ elsewhere }) =>
    elsewhere
      ? null
      : {
          why: "no people to compare with elsewhere are known",
          wouldTake: "ask a force or a data lab for people like these in areas without the programme",
        },
  describe: (input) => ({
    design: "likewise/design",
    title: "Match elsewhere, outcome after only",
    assignment: "selected",
    comparator: "concurrent-untreated",
    analysisSet: "offered",
    ...matchedAsPlanned({ ...input, priorOutcome: false }),
    evidence: factsAsPlanned(input),
  }),
  groups: (input, treated, arithmetic) => matchedGroups(input, treated, alikeInAreas(input, treated, arithmetic)),
  assumes: "Groups alike on age, sex and prior offences would have fared alike: often not so.",
  harm: "None to people; a wrong answer may harm those who come after.",
  checks: ["The use of records of people elsewhere has a lawful basis and an end date"],
  source: "WWCLEG scoring guide 2016, level 2 text",
};
