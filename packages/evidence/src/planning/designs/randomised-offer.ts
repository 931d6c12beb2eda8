import type { PlannedDesign } from "../planned-design.ts";
import { alikeInGroups } from "./alike.ts";
import { untreatedToCompare } from "./eligible-untreated.ts";
import { balanced, factsAsPlanned } from "./facts-as-planned.ts";

/** Places given by lot among people who are eligible, where there are more of them than places. */
export const randomisedOffer: PlannedDesign = {
  id: "randomised-offer",
  title: "Offer places by lot",
  effort: "allocation",
  obstacle: ({ refused }) =>
    refused > 0
      ? null
      : {
          why: "nobody eligible is refused, so a lot would turn people away who could be helped",
          wouldTake: "open referral more widely, until more people are eligible than there are places",
        },
  describe: (input) => ({
    design: "likewise/design",
    title: "Offer places by lot",
    assignment: "random",
    comparator: "randomised-control",
    analysisSet: "offered",
    ...balanced,
    evidence: factsAsPlanned(input),
  }),
  groups: (input, treated, arithmetic) => ({
    treated,
    comparison: untreatedToCompare(input, treated),
    inflation: alikeInGroups(input, arithmetic),
    crosses: true,
    found: 1,
    wedge: null,
  }),
  assumes: "Nobody changes the draw, few people are lost, and everyone is counted as offered.",
  harm: "Some people get no place. That is fair only where places are short and nobody knows who gains most.",
  checks: [
    "Nobody at high risk of serious harm is in the draw: they get help at once",
    "Those not offered a place keep all the usual help, and are told how places were given",
    "The list is drawn by somebody who enrols nobody (likewise allocate)",
  ],
  source: "WWCLEG scoring guide 2016, level 5",
};
