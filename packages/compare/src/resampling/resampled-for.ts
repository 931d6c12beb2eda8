import { standardiseOver } from "../estimates/outcome-estimates.ts";
import { type Compared, needsGroup } from "../estimates/people-for.ts";
import { applicable } from "../estimates/primary-choice.ts";
import { estimandOf } from "../methods/estimand-of.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import { type ResampledOutcomes, resampledOutcomes } from "./resampled-effects.ts";
import { resamplingOf } from "./resampling.ts";

/** The resamples a plan asks for, of all its outcomes; null where it asks for none. */
export function resampledFor(
  outcomes: readonly OutcomeRows[],
  {
    seed,
    hasCovariates,
    ...compared
  }: Compared & {
    readonly seed: number;
    readonly hasCovariates: boolean;
  },
): ResampledOutcomes | null {
  const { plan, people, group, method } = compared;
  const resampling = resamplingOf(plan, method, people, group);
  if (resampling === null) return null;
  const estimatorsOf = (outcome: OutcomeRows) =>
    applicable(outcome, method, hasCovariates).filter(({ needs }) => group !== null || !needsGroup(needs));
  return resampledOutcomes(resampling, outcomes, estimatorsOf, compared, {
    standardiseOver: standardiseOver[estimandOf(plan, method)],
    seed,
  });
}
