import type { PlannedDesign } from "../planned-design.ts";
import { alikeInGroups } from "./alike.ts";
import { eligibleUntreated } from "./eligible-untreated.ts";
import { balanced, factsAsPlanned } from "./facts-as-planned.ts";

/** Everybody on a waiting list gets a place; a lot says who is first. */
export const randomisedOrder: PlannedDesign = {
  id: "randomised-order",
  title: "Draw the order of a waiting list",
  effort: "allocation",
  obstacle: ({ waitingList, waitMonths, followUpMonths }) => {
    if (!waitingList)
      return {
        why: "there is no waiting list",
        wouldTake: "start people in rounds, and draw by lot who is in which",
      };
    return waitMonths >= followUpMonths
      ? null
      : {
          why: "people wait for less time than they are followed, so those who wait are treated before the result is known",
          wouldTake: "compare over the months people wait, with a base rate for those months",
        };
  },
  describe: (input) => ({
    design: "likewise/design",
    title: "Draw the order of a waiting list",
    assignment: "random",
    comparator: "waiting-list",
    analysisSet: "offered",
    ...balanced,
    evidence: factsAsPlanned(input),
  }),
  groups: (input, treated, arithmetic) => ({
    ...(input.refused > 0
      ? { treated, comparison: eligibleUntreated(input, treated) }
      : { treated: treated / 2, comparison: treated / 2 }),
    inflation: alikeInGroups(input, arithmetic),
    crosses: true,
    found: 1,
    wedge: null,
  }),
  assumes: "Nobody jumps the queue, and waiting itself neither harms nor heals.",
  harm: "Some people wait longer than they would by date. Risk is checked while they wait.",
  checks: [
    "The wait is no longer than it would be anyway",
    "Risk is reviewed while people wait; whoever gets worse is taken at once and still counted",
  ],
  source: "WWCLEG scoring guide 2016, level 5",
};
