import type { PlannedDesign } from "../planned-design.ts";
import { eligibleUntreated } from "./eligible-untreated.ts";
import { balanced, factsAsPlanned } from "./facts-as-planned.ts";

const fewestAreas = 4;
const mostSteps = 6;

/** Areas start one after the other; those that wait are the comparison (a stepped wedge). */
export const stagedRollout: PlannedDesign = {
  id: "staged-rollout",
  title: "Start areas in turn (stepped wedge)",
  effort: "allocation",
  obstacle: ({ staged, areas }) => {
    if (areas < fewestAreas)
      return {
        why: `there are fewer than ${fewestAreas} areas`,
        wouldTake: "join with other areas that have yet to start",
      };
    return staged
      ? null
      : {
          why: "all areas start at once",
          wouldTake: "agree with the areas to start in turn, in an order drawn by lot",
        };
  },
  describe: (input) => ({
    design: "likewise/design",
    title: "Start areas in turn",
    assignment: "area-rollout",
    comparator: "concurrent-untreated",
    contrast: "difference-in-differences",
    analysisSet: "offered",
    ...balanced,
    evidence: {
      ...factsAsPlanned(input),
      exclusionArgument: { value: "argued", why: "the order of areas is drawn by lot" },
      severalUnits: { value: true, why: "as planned" },
      comparatorChoice: { value: "justified", why: "areas that start later" },
    },
  }),
  groups: (input, treated) => {
    // With fewer areas it cannot be done; the numbers then say what it would take.
    const areas = Math.max(input.areas, fewestAreas);
    const [steps, eligible] = [Math.min(areas, mostSteps), treated + eligibleUntreated(input, treated)];
    return {
      ...splitOverWedge(areas, steps, eligible),
      inflation: 1,
      crosses: true,
      found: 1,
      wedge: { areas, steps },
    };
  },
  assumes: "The order of areas has nothing to do with need, and nothing else starts with it.",
  harm: "Later areas wait. Where the programme already runs it cannot be taken away for this.",
  checks: ["No area loses what it has; each has a date by which it starts"],
  source: "design table: staged rollout; power after Hussey and Hughes (2007), doi:10.1016/j.cct.2006.05.007",
};

/** People of areas before and after their start, the same number in every area and period. */
function splitOverWedge(areas: number, steps: number, people: number): { treated: number; comparison: number } {
  const periods = steps + 1;
  let after = 0;
  for (let area = 0; area < areas; area++) after += periods - 1 - Math.floor((area * steps) / areas);
  const share = after / (areas * periods);
  return { treated: people * share, comparison: people * (1 - share) };
}
