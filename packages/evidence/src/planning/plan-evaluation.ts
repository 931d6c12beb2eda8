import type { EvaluationPlan, PlannedDesignResult, PlanningEntry, PlanningInput } from "@likewise/schema";
import { cheapestStepUp, efforts } from "./cheapest-step-up.ts";
import { plannedDesigns } from "./designs/index.ts";
import { ethicsChecklist } from "./ethics-checklist.ts";
import { gradePlanned } from "./grade-planned.ts";
import { plannedPower, planPrecision } from "./plan-precision.ts";
import type { PlannedDesign } from "./planned-design.ts";
import type { PlanningArithmetic } from "./planning-arithmetic.ts";
import { whatCanBeLearnt } from "./what-can-be-learnt.ts";

/**
 * From a programme's expected numbers to what can honestly be learnt, before there are any data: for each design whether
 * it can be done here, the level it could reach by the tables that grade studies, and what so many people could show.
 *
 * Ranked by level, then by what the design takes. Effects are of being treated; what is analysed as offered finds less of
 * them where people cross over.
 *
 * @param planned the input with its entries, as `readPlanningInput` gives them
 * @param arithmetic power and intervals
 */
export function planEvaluation(
  { input, entries }: { readonly input: PlanningInput; readonly entries: readonly PlanningEntry[] },
  arithmetic: PlanningArithmetic,
): EvaluationPlan {
  const designs = plannedDesigns.map((design) => resultOf(design, input, arithmetic)).sort(byLevelThenCost);
  return {
    kind: "likewise/plan",
    version: 1,
    inputs: entries,
    power: plannedPower,
    designs,
    now: input.now,
    stepUp: cheapestStepUp(designs, input.now)?.id ?? null,
    learnable: whatCanBeLearnt(designs, input, arithmetic),
    checklist: ethicsChecklist,
  };
}

function resultOf(design: PlannedDesign, input: PlanningInput, arithmetic: PlanningArithmetic): PlannedDesignResult {
  const { id, title, effort, assumes, harm, checks } = design;
  return {
    id,
    title,
    effort,
    obstacle: design.obstacle(input),
    levels: gradePlanned(design, input),
    precision: planPrecision(design, input, arithmetic),
    assumes,
    harm,
    checks,
  };
}

/** What can be done first; then the higher level on the first scale, on the second, the most it could be, the cost. */
function byLevelThenCost(a: PlannedDesignResult, b: PlannedDesignResult): number {
  const order = rankOf(a).map((part, index) => part - rankOf(b)[index]!);
  return order.find((difference) => difference !== 0) ?? 0;
}

function rankOf({ obstacle, levels: [first, second], effort }: PlannedDesignResult): number[] {
  return [
    obstacle === null ? 0 : 1,
    -(first!.level ?? 0),
    -(second!.level ?? 0),
    -(first!.atMost ?? 0),
    efforts.indexOf(effort),
  ];
}
