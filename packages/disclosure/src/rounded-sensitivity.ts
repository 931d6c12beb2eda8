import type { Estimate } from "@likewise/schema";
import type { Profile } from "./profiles.ts";
import { roundedIn } from "./rounded-in.ts";

/**
 * An estimate with what other choices, bounds and recordings would make of it in as many digits as anyone reads. Beside the
 * estimate itself, fifteen would give the few people away who are in one and not in the other.
 */
export function roundedSensitivity(estimate: Estimate, { significantDigits }: Profile): Estimate {
  if (significantDigits === null) return estimate;
  const { robustness, missingOutcomes, recording, rosenbaumTest } = estimate.sensitivity;
  const rounded = <Value>(value: Value): Value => roundedIn(value, significantDigits);
  return {
    ...estimate,
    sensitivity: {
      ...estimate.sensitivity,
      robustness: robustness.map((choice) => ({
        ...choice,
        estimate: rounded(choice.estimate),
        interval: rounded(choice.interval),
      })),
      ...(rosenbaumTest === undefined
        ? {}
        : { rosenbaumTest: { ...rosenbaumTest, largestGamma: rounded(rosenbaumTest.largestGamma) } }),
      ...(missingOutcomes === undefined
        ? {}
        : { missingOutcomes: missingOutcomes.map(({ missing, ...bounds }) => ({ ...rounded(bounds), missing })) }),
      ...(recording === undefined
        ? {}
        : {
            recording: {
              ...recording,
              grid: recording.grid.map((point) => ({ ...point, estimate: rounded(point.estimate) })),
              ...rounded({
                estimate: recording.estimate,
                systematicInterval: recording.systematicInterval,
                interval: recording.interval,
                impossible: recording.impossible,
                noEffectAt: recording.noEffectAt,
                noEffectAtLimit: recording.noEffectAtLimit,
              }),
            },
          }),
    },
  };
}
