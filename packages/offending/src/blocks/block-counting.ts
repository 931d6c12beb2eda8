import { Failure, type StudyPlan } from "@likewise/schema";
import { outcomeCounting } from "../events/counting-rules.ts";

/**
 * Which events an outcome of the plan counts, in blocks.
 *
 * @throws RangeError when the plan has no such outcome; Failure (usage) for a proven one, whose blocks would need proof
 *   edges of their own
 */
export function blockCounting(caller: string, plan: StudyPlan, outcome: string) {
  const declared = plan.outcomes.find(({ id }) => id === outcome);
  if (declared === undefined) throw new RangeError(`${caller}: outcome must be an outcome of the plan, got ${outcome}`);
  const counting = outcomeCounting(declared);
  if (counting.proven) {
    throw new Failure("usage", `outcomes: ${outcome}: blocks show recorded crime or incidents, not proven outcomes`);
  }
  return counting;
}
