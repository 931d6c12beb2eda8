import type { MeasureResult } from "@likewise/schema";
import type { Profile } from "./profiles.ts";

/** Spread, threshold and cut-off worked out of the scores at hand, to as many digits as anyone reads; published ones stay. */
export function roundedMeasure(measure: MeasureResult, { significantDigits }: Profile): MeasureResult {
  if (significantDigits === null) return measure;
  const rounded = (value: number) => Number(value.toPrecision(significantDigits));
  const { error, cutOff } = measure;
  return {
    ...measure,
    error:
      error === null || error.basis === "published"
        ? error
        : { ...error, points: rounded(error.points), sd: error.sd === null ? null : rounded(error.sd) },
    cutOff: cutOff === null || cutOff.basis === "published" ? cutOff : { ...cutOff, value: rounded(cutOff.value) },
  };
}
