import type { PlannedDesign } from "../planned-design.ts";
import { alikeInGroups } from "./alike.ts";
import { factsAsPlanned } from "./facts-as-planned.ts";

/** The people of the programme, before and after, with nobody to compare them with. */
export const beforeAfter: PlannedDesign = {
  id: "before-after",
  title: "Before and after, no comparison",
  effort: "analysis",
  obstacle: () => null,
  describe: (input) => ({
    design: "likewise/design",
    title: "Before and after, no comparison",
    comparator: "none",
    evidence: factsAsPlanned(input),
  }),
  // The same people twice, taken as independent: more people than needed, and never fewer.
  groups: (input, treated, arithmetic) => ({
    treated,
    comparison: treated,
    inflation: alikeInGroups(input, arithmetic),
    crosses: false,
    found: 1,
    wedge: null,
  }),
  assumes: "Nothing else would have changed. People chosen at their worst mostly get better by themselves.",
  harm: "A fall that would have come anyway may keep a programme that does harm.",
  checks: [],
  source: "WWCLEG scoring guide 2016; NCJ 171676 for the original scale",
};
