export type SurvivalIntervalKind = "plain" | "log" | "log-log" | "logit";

/**
 * Limits of survival S on the scale named, from the variance v of log S:
 * plain S ± zS√v, log S·exp(±z√v), log-log S^exp(±z√v / log S), logit by
 * odds S / (1 − S) times exp(±z√v / (1 − S)).
 */
export function survivalIntervals(
  kind: SurvivalIntervalKind,
  survival: Float64Array,
  logVariance: Float64Array,
  z: number,
): { lower: (number | null)[]; upper: (number | null)[] } {
  const limitsOf = limits[kind];
  if (limitsOf === undefined) {
    throw new RangeError(`kaplanMeier: interval must be one of ${Object.keys(limits).join(", ")}, got ${kind}`);
  }
  const lower: (number | null)[] = [];
  const upper: (number | null)[] = [];
  for (let k = 0; k < survival.length; k++) {
    const s = survival[k]!;
    const undefinedHere = s === 0 || logVariance[k] === 0;
    const [low, high] = undefinedHere ? [null, null] : limitsOf(s, z * Math.sqrt(logVariance[k]!));
    lower.push(low);
    upper.push(high);
  }
  return { lower, upper };
}

const limits: Record<SurvivalIntervalKind, (s: number, reach: number) => [number, number]> = {
  plain: (s, reach) => [Math.max(0, s - s * reach), Math.min(1, s + s * reach)],
  log: (s, reach) => [s * Math.exp(-reach), Math.min(1, s * Math.exp(reach))],
  "log-log": (s, reach) => {
    const factor = Math.exp(reach / -Math.log(s));
    return [s ** factor, s ** (1 / factor)];
  },
  logit: (s, reach) => {
    const odds = s / (1 - s);
    const factor = Math.exp(reach / (1 - s));
    return [odds / (odds + factor), (odds * factor) / (odds * factor + 1)];
  },
};
