import type { PlannedDesign } from "../planned-design.ts";
import { alikeInGroups } from "./alike.ts";
import { factsAsPlanned } from "./facts-as-planned.ts";

/** The programme's rate beside a published one. */
export const nationalRate: PlannedDesign = {
  id: "national-rate",
  title: "Beside a national rate",
  effort: "analysis",
  obstacle: () => null,
  describe: (input) => ({
    design: "likewise/design",
    title: "Beside a national rate",
    comparator: "national-rate",
    evidence: factsAsPlanned(input),
  }),
  groups: (input, treated, arithmetic) => ({
    treated,
    comparison: null,
    inflation: alikeInGroups(input, arithmetic),
    crosses: false,
    found: 1,
    wedge: null,
  }),
  assumes: "The nation is like the people of the programme. It is not: they were chosen.",
  harm: "As before and after.",
  checks: [],
  source: "case mix differs; design table",
};
