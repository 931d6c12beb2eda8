import type { ArmValue, Estimate } from "@likewise/schema";
import { effectMeasure } from "@likewise/schema";
import { normalQuantile, poolImputations, studentTCdf, studentTQuantile } from "@likewise/stats";
import { precisionOfError } from "../precision.ts";
import { averaged } from "./averaged.ts";

/** The same estimate in every imputed data set as one, or why it cannot be. */
export type PooledEstimate = { readonly estimate: Estimate } | { readonly why: string };

/**
 * One estimate from several imputed data sets, by Rubin's rules: ratios on the log scale, differences as they are. An estimate
 * that no imputed value bears on stays as it is.
 *
 * An interval that is not symmetric keeps its shape: each side is as much longer or shorter than a symmetric one as it was on
 * average in the data sets, so that score limits of few events stay score limits where hardly anything is imputed. Differences in
 * risk whose limits would leave −1 to 1, or that were not symmetric, are pooled on the scale of atanh d.
 *
 * @param same the estimate in each data set, all of one id
 */
export function pooledEstimate(same: readonly Estimate[]): PooledEstimate {
  const [first] = same;
  if (same.every((one) => JSON.stringify(one) === JSON.stringify(first))) return { estimate: first! };
  const found = same.map(read);
  const lines = found.filter((one) => one !== null);
  if (lines.length < same.length) {
    return { why: "in some imputed data set it has no standard error or no limit, and Rubin's rules need both" };
  }
  const scale = effectMeasure(first!.measure).ratio ? "log" : "natural";
  const pooled = poolOn(scale, lines, first!);
  const asRisks = first!.measure === "riskDifference" && (pooled.isSkewed || leavesRange(pooled.interval));
  if (!asRisks) return { estimate: estimateOf(same, pooled) };
  if (lines.some(({ value, lower, upper }) => Math.abs(value) >= 1 || lower <= -1 || upper >= 1)) {
    return {
      why: "in some imputed data set the arms, or the limits of their difference, are as far apart as they can be",
    };
  }
  return { estimate: estimateOf(same, poolOn("atanh", lines, first!, pooled.isSkewed)) };
}

interface Line {
  readonly value: number;
  /** Of the log for ratios. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly df: number | null;
}

type Scale = "natural" | "log" | "atanh";

interface Pooled {
  readonly scale: Scale;
  readonly value: number;
  readonly standardError: number;
  readonly df: number;
  readonly interval: readonly [number, number];
  readonly pValue: number;
  readonly within: number;
  readonly between: number;
  readonly fractionMissing: number;
  /** Some data set's interval was not symmetric on the scale. */
  readonly isSkewed: boolean;
}

function read({ estimate, standardError, interval: [lower, upper], df }: Estimate): Line | null {
  const numbers = [estimate, standardError, lower, upper];
  if (!numbers.every((one) => typeof one === "number") || !((standardError as number) > 0)) return null;
  return {
    value: estimate as number,
    standardError: standardError as number,
    lower: lower as number,
    upper: upper as number,
    df: df as number | null,
  };
}

const onScale: Readonly<Record<Scale, (value: number) => number>> = {
  natural: (value) => value,
  log: Math.log,
  atanh: Math.atanh,
};
const fromScale: Readonly<Record<Scale, (value: number) => number>> = {
  natural: (value) => value,
  log: Math.exp,
  atanh: Math.tanh,
};

/** @param keepsShape limits that are symmetric on their own scale alone take that of the scale pooled on */
function poolOn(scale: Scale, lines: readonly Line[], { level, measure }: Estimate, keepsShape = true): Pooled {
  const to = onScale[scale];
  const errors = lines.map(({ value, standardError }) =>
    scale === "atanh" ? standardError / (1 - value ** 2) : standardError,
  );
  const values = lines.map(({ value }) => to(value));
  const known = lines.flatMap(({ df }) => (df === null ? [] : [df]));
  const pooled = poolImputations(
    values,
    errors.map((error) => error ** 2),
    known.length === 0 ? {} : { completeDf: Math.min(...known) },
  );
  const reach = quantileOf(pooled.df, level) * pooled.standardError;
  const shape = (side: "lower" | "upper") => {
    if (!keepsShape) return 1;
    const sizes = lines.map(
      (line, i) => Math.abs(to(line[side]) - values[i]!) / (quantileOf(line.df ?? Infinity, level) * errors[i]!),
    );
    const size = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
    return Math.abs(size - 1) < 1e-9 ? 1 : size;
  };
  const sides = { lower: shape("lower"), upper: shape("upper") };
  const none = to(effectMeasure(measure).nullValue);
  const towards = pooled.estimate > none ? sides.lower : sides.upper;
  const distance = Math.abs(pooled.estimate - none) / (pooled.standardError * towards);
  return {
    scale,
    value: fromScale[scale](pooled.estimate),
    standardError:
      scale === "atanh" ? pooled.standardError * (1 - Math.tanh(pooled.estimate) ** 2) : pooled.standardError,
    df: pooled.df,
    interval: [
      fromScale[scale](pooled.estimate - sides.lower * reach),
      fromScale[scale](pooled.estimate + sides.upper * reach),
    ],
    pValue: Math.min(1, 2 * studentTCdf(distance, pooled.df, { upper: true })),
    within: pooled.within,
    between: pooled.between,
    fractionMissing: pooled.fractionMissing,
    isSkewed: sides.lower !== 1 || sides.upper !== 1,
  };
}

function quantileOf(df: number, level: number): number {
  return df === Number.POSITIVE_INFINITY
    ? normalQuantile((1 - level) / 2, { upper: true })
    : studentTQuantile((1 - level) / 2, df, { upper: true });
}

function leavesRange([lower, upper]: readonly [number, number]): boolean {
  return lower < -1 || upper > 1;
}

function estimateOf(same: readonly Estimate[], pooled: Pooled): Estimate {
  const [first] = same;
  // Where some data set lost people whom the effect was to be about, so did the whole.
  const about = same.find(({ estimand }) => estimand === "ATM") ?? first!;
  const isRatio = pooled.scale === "log";
  return {
    ...first!,
    estimand: about.estimand,
    population: about.population,
    estimate: pooled.value,
    standardError: pooled.standardError,
    standardErrorKind: `${first!.standardErrorKind}; over ${same.length} imputed data sets by Rubin's rules`,
    df: pooled.df === Number.POSITIVE_INFINITY ? null : pooled.df,
    clusters: first!.clusters === null ? null : Math.min(...same.map(({ clusters }) => clusters as number)),
    interval: [...pooled.interval],
    pValue: pooled.pValue,
    test: `${pooled.scale === "natural" ? "t" : `t of the ${pooled.scale === "log" ? "log" : "atanh of the difference"}`}, Barnard and Rubin's degrees of freedom, dual to the interval`,
    treated: armOf(same.map(({ treated }) => treated)),
    comparison: armOf(same.map(({ comparison }) => comparison)),
    imputations: {
      count: same.length,
      scale: pooled.scale,
      within: pooled.within,
      between: pooled.between,
      fractionMissing: pooled.fractionMissing,
    },
    ...(first!.precision == null
      ? {}
      : { precision: isRatio ? null : precisionOfError(pooled.standardError, first!.level) }),
    sensitivity: { eValue: null, rosenbaum: [], robustness: [] },
  };
}

/** The value is averaged; people are the fewest of any data set; events differ with who is in, and then are not counted. */
function armOf(arms: readonly ArmValue[]): ArmValue {
  const [first] = arms;
  const isSame = (key: "n" | "events") => arms.every((arm) => arm[key] === first![key]);
  return {
    n: Math.min(...arms.map(({ n }) => n as number)),
    events: isSame("n") && isSame("events") ? first!.events : null,
    value: averaged(arms.map(({ value }) => value)),
  };
}
