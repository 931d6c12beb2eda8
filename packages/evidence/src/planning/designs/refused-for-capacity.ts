import type { PlannedDesign } from "../planned-design.ts";
import { alikeInGroups } from "./alike.ts";
import { untreatedToCompare } from "./eligible-untreated.ts";
import { balanced, factsAsPlanned, matchedAsPlanned } from "./facts-as-planned.ts";

/** People who were eligible and found no place: the natural comparison of a full programme. */
export const refusedForCapacity: PlannedDesign = {
  id: "refused-for-capacity",
  title: "Match with those refused for lack of places",
  effort: "data",
  obstacle: ({ refused }) =>
    refused > 0
      ? null
      : {
          why: "nobody eligible is refused for lack of places",
          wouldTake: "log everyone eligible with the reason they got no place; full weeks make a comparison group",
        },
  // Whether capacity alone decided is argued later, from the log: until then the grade says "at most".
  describe: (input) => ({
    design: "likewise/design",
    title: "Match with those refused for lack of places",
    assignment: "capacity-limit",
    comparator: "concurrent-untreated",
    analysisSet: "offered",
    ...balanced,
    ...matchedAsPlanned(input),
    evidence: factsAsPlanned(input),
  }),
  groups: (input, treated, arithmetic) => ({
    treated,
    comparison: Math.min(untreatedToCompare(input, treated), treated * input.comparisonPerTreated),
    inflation: alikeInGroups(input, arithmetic),
    crosses: true,
    found: input.matched,
    wedge: null,
  }),
  assumes:
    "Full weeks, and not the person, decided who was refused. Then groups differ in nothing that was not matched.",
  harm: "None beyond what happens anyway. The log of refusals names people: keep it safe and short.",
  checks: ["The log of refusals holds a pseudonym, dates and the reason, and no more"],
  source: "design table: capacity limit; matched on the outcome before entry",
};
