import { type ComparisonPlan, Failure } from "@likewise/schema";

/** Settings of the Justice Data Lab's kind of match; the caliper is ours unless the plan says one. */
const jdl = { method: "radius", score: "logit", distance: "odds", estimand: "att" } as const;

/** The radius used where nobody says: the Justice Data Lab's is not published in any source held here. */
const usualCaliper = 0.2;

/**
 * The plan with what its preset sets written out. A preset stands for somebody else's method, so a plan that says otherwise is
 * refused rather than called by that name.
 *
 * @throws Failure usage when the plan contradicts its preset
 * @source Radius matching on the odds: London Economics (2010), Evaluation of Enhanced Thinking Skills, Ministry of Justice
 *         Research Series 19/10
 */
export function withPreset(plan: ComparisonPlan): ComparisonPlan {
  if (plan.preset === undefined) return plan;
  for (const [name, value] of Object.entries(jdl)) {
    const said = plan[name as keyof typeof jdl];
    if (said === undefined || said === value) continue;
    throw new Failure(
      "usage",
      `${name}: preset ${plan.preset} sets ${value}, got ${said}; leave ${name} or the preset out`,
    );
  }
  return { ...plan, ...jdl, caliper: plan.caliper ?? usualCaliper };
}

/** What a reader of a result by preset must know: which of it is the other evaluator's and which is not. */
export function presetAssumptions({ preset }: ComparisonPlan): string[] {
  if (preset === undefined) return [];
  return [
    "preset jdl: radius matching on the odds of a logistic propensity score is the ministry's published template of 2010; that the Justice Data Lab itself matches so, with comparison weights adding up to the treated, is professional knowledge and not verified",
    "preset jdl: the width of the Justice Data Lab's radius is not published in any source held here; unless the plan gives one it is 0.2 standard deviations of the odds",
    "preset jdl: the Justice Data Lab's reports use a two-sample t-test; the interval here allows for comparison people who serve more than once",
  ];
}
