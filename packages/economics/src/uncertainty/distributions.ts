import { normalQuantile, type RandomStream } from "@likewise/stats";
import type { Uncertain, UncertainKind } from "./uncertain-number.ts";

/** One kind of uncertain number: what must hold, its mean, and how it is drawn. */
export interface Distribution<Kind extends UncertainKind> {
  readonly kind: Kind;
  /** what must hold, or null where it does */
  readonly wrong: (number: Uncertain<Kind>) => string | null;
  readonly mean: (number: Uncertain<Kind>) => number;
  /** the parameters its textbook form has, as a reader checks them */
  readonly parameters: (number: Uncertain<Kind>) => Readonly<Record<string, number>>;
  /** a drawer, its constants worked out once */
  readonly drawn: (number: Uncertain<Kind>, stream: RandomStream) => () => number;
}

type Distributions = { readonly [Kind in UncertainKind]: Distribution<Kind> };

/**
 * Every distribution a parameter may have, from what the field reports of it.
 *
 * @source Briggs, Claxton and Sculpher (2006), Decision Modelling for Health Economic Evaluation, chapter 4; the moments as in
 *   the dampack R package
 */
export const distributions: Distributions = {
  fixed: {
    kind: "fixed",
    wrong: ({ value }) => (Number.isFinite(value) ? null : `value must be finite, got ${value}`),
    mean: ({ value }) => value,
    parameters: ({ value }) => ({ value }),
    drawn:
      ({ value }) =>
      () =>
        value,
  },
  gamma: {
    kind: "gamma",
    wrong: ({ mean, standardError }) => aboveZero({ mean, standardError }),
    mean: ({ mean }) => mean,
    parameters: gammaOf,
    drawn: (number, stream) => {
      const { shape, scale } = gammaOf(number);
      return () => stream.gamma(shape, scale);
    },
  },
  beta: {
    kind: "beta",
    wrong: ({ mean, standardError }) => {
      if (!(mean > 0 && mean < 1)) return `mean must lie between 0 and 1, got ${mean}`;
      if (!(standardError > 0)) return `standardError must be > 0, got ${standardError}`;
      return standardError ** 2 < mean * (1 - mean)
        ? null
        : `standardError must be below √(mean (1 − mean)), ${Math.sqrt(mean * (1 - mean))}, got ${standardError}`;
    },
    mean: ({ mean }) => mean,
    parameters: betaOf,
    drawn: (number, stream) => betaDrawn(betaOf(number), stream),
  },
  "beta-counts": {
    kind: "beta-counts",
    wrong: ({ events, of }) =>
      events >= 0 && of >= events && of > 0
        ? null
        : `events must be from 0 to of, and of above 0, got ${events} of ${of}`,
    mean: ({ events, of }) => (events + 0.5) / (of + 1),
    parameters: countsOf,
    drawn: (number, stream) => betaDrawn(countsOf(number), stream),
  },
  "log-normal": {
    kind: "log-normal",
    wrong: ({ point, lower, upper }) =>
      lower > 0 && upper >= lower && point > 0 && Number.isFinite(upper) && Number.isFinite(point)
        ? null
        : `point and limits must be > 0 and finite, lower not above upper, got ${point} (${lower} to ${upper})`,
    mean: (number) => {
      const { meanLog, sdLog } = ratioOf(number);
      return Math.exp(meanLog + sdLog ** 2 / 2);
    },
    parameters: ratioOf,
    drawn: (number, stream) => {
      const { meanLog, sdLog } = ratioOf(number);
      return () => Math.exp(meanLog + sdLog * stream.normal());
    },
  },
  "log-normal-mean": {
    kind: "log-normal-mean",
    wrong: ({ mean, standardError }) => aboveZero({ mean, standardError }),
    mean: ({ mean }) => mean,
    parameters: logNormalOf,
    drawn: (number, stream) => {
      const { meanLog, sdLog } = logNormalOf(number);
      return () => Math.exp(meanLog + sdLog * stream.normal());
    },
  },
  normal: {
    kind: "normal",
    wrong: ({ mean, standardError }) =>
      Number.isFinite(mean) && standardError > 0 && Number.isFinite(standardError)
        ? null
        : `mean must be finite and standardError > 0, got ${mean} and ${standardError}`,
    mean: ({ mean }) => mean,
    parameters: ({ mean, standardError }) => ({ mean, standardDeviation: standardError }),
    drawn:
      ({ mean, standardError }, stream) =>
      () =>
        mean + standardError * stream.normal(),
  },
  "gamma-poisson": {
    kind: "gamma-poisson",
    wrong: ({ events, exposure }) =>
      events >= 0 && exposure > 0 ? null : `events must be >= 0 and exposure > 0, got ${events} and ${exposure}`,
    mean: ({ events, exposure }) => (events + 0.5) / exposure,
    parameters: ({ events, exposure }) => ({ shape: events + 0.5, scale: 1 / exposure }),
    drawn:
      ({ events, exposure }, stream) =>
      () =>
        stream.gamma(events + 0.5, 1 / exposure),
  },
  pert: {
    kind: "pert",
    wrong: ({ low, mode, high }) =>
      low <= mode && mode <= high && low < high ? null : `low, mode and high must rise, got ${low}, ${mode}, ${high}`,
    mean: ({ low, mode, high }) => (low + 4 * mode + high) / 6,
    parameters: pertOf,
    drawn: ({ low, mode, high }, stream) => {
      const share = betaDrawn(pertOf({ kind: "pert", low, mode, high }), stream);
      return () => low + (high - low) * share();
    },
  },
  uniform: {
    kind: "uniform",
    wrong: ({ low, high }) => (low < high ? null : `low must be below high, got ${low} and ${high}`),
    mean: ({ low, high }) => (low + high) / 2,
    parameters: ({ low, high }) => ({ low, high }),
    drawn:
      ({ low, high }, stream) =>
      () =>
        low + (high - low) * stream.uniform(),
  },
};

function aboveZero(numbers: Readonly<Record<string, number>>): string | null {
  const wrong = Object.entries(numbers).find(([, value]) => !(value > 0 && Number.isFinite(value)));
  return wrong === undefined ? null : `${wrong[0]} must be > 0 and finite, got ${wrong[1]}`;
}

function gammaOf({ mean, standardError }: Uncertain<"gamma">) {
  return { shape: (mean / standardError) ** 2, scale: standardError ** 2 / mean };
}

function betaOf({ mean, standardError }: Uncertain<"beta">) {
  const size = (mean * (1 - mean)) / standardError ** 2 - 1;
  return { alpha: mean * size, beta: (1 - mean) * size };
}

function countsOf({ events, of }: Uncertain<"beta-counts">) {
  return { alpha: events + 0.5, beta: of - events + 0.5 };
}

/** Two standard normal quantiles of 97.5 % between the limits. */
const between = 2 * normalQuantile(0.975);

function ratioOf({ point, lower, upper }: Uncertain<"log-normal">) {
  return { meanLog: Math.log(point), sdLog: Math.log(upper / lower) / between };
}

function logNormalOf({ mean, standardError }: Uncertain<"log-normal-mean">) {
  const variance = Math.log1p((standardError / mean) ** 2);
  return { meanLog: Math.log(mean) - variance / 2, sdLog: Math.sqrt(variance) };
}

function pertOf({ low, mode, high }: Uncertain<"pert">) {
  return { alpha: 1 + (4 * (mode - low)) / (high - low), beta: 1 + (4 * (high - mode)) / (high - low) };
}

function betaDrawn({ alpha, beta }: { alpha: number; beta: number }, stream: RandomStream): () => number {
  return () => {
    const a = stream.gamma(alpha);
    const b = stream.gamma(beta);
    // Shapes far below 1 may both come out as 0: then the share is at an end, as likely as the shapes say.
    return a + b > 0 ? a / (a + b) : Number(stream.uniform() * (alpha + beta) < alpha);
  };
}
