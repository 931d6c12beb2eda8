import type { Estimate } from "@likewise/schema";
import type { Profile } from "./profiles.ts";

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

/** Every number in it; what is withheld, unbounded or a word stays. */
function roundedIn<Value>(value: Value, digits: number): Value {
  if (typeof value === "number") return Number(value.toPrecision(digits)) as Value;
  if (Array.isArray(value)) return value.map((one) => roundedIn(one, digits)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, roundedIn(one, digits)])) as Value;
}
