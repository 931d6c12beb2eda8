import type { Comparison, Estimate, Refusal } from "@likewise/schema";
import type { AskedComparison, CheckResult } from "./asked.ts";
import { hiddenBias } from "./hidden-bias.ts";
import { missingOutcomes } from "./missing-outcomes.ts";
import { negativeControls } from "./negative-controls.ts";
import { otherChoices } from "./other-choices.ts";
import { underRecording } from "./under-recording.ts";
import { withoutOneSite } from "./without-one-site.ts";

export interface CheckedEstimates {
  readonly estimates: readonly Estimate[];
  /** Absent where the plan asks for none of it. */
  readonly sensitivity?: Comparison["sensitivity"];
  readonly refusals: readonly Refusal[];
}

/**
 * How far the answers of a comparison can be trusted, as its plan asks: each answer's estimate with what the checks found,
 * and the checks of the comparison as a whole. Rosenbaum bounds of matched answers cost next to nothing and are always
 * there; everything else is asked for. No check changes an answer.
 */
export function checkSensitivity(asked: AskedComparison, estimates: readonly Estimate[]): CheckedEstimates {
  const results = checks.map((check) => check(asked));
  const controls = negativeControls(asked);
  const additions = (id: string) => results.flatMap(({ added }) => added.get(id) ?? []);
  return {
    estimates: estimates.map((estimate) => withFound(estimate, additions(estimate.id))),
    refusals: results.flatMap(({ refusals }) => refusals),
    ...(asked.input.plan.sensitivity === undefined
      ? {}
      : {
          sensitivity: {
            negativeControls: [...controls.estimates],
            warnings: { ...controls.warnings, ...Object.assign({}, ...results.map(({ warnings = {} }) => warnings)) },
            tiers: results.flatMap(({ tiers = [] }) => tiers),
          },
        }),
  };
}

const checks: readonly ((asked: AskedComparison) => CheckResult)[] = [
  hiddenBias,
  otherChoices,
  withoutOneSite,
  missingOutcomes,
  underRecording,
];

/** Other answers of several checks stand one after the other; everything else is of one check alone. */
function withFound(estimate: Estimate, found: readonly Partial<Estimate["sensitivity"]>[]): Estimate {
  if (found.length === 0) return estimate;
  const robustness = found.flatMap((one) => one.robustness ?? []);
  return { ...estimate, sensitivity: { ...estimate.sensitivity, ...Object.assign({}, ...found), robustness } };
}
