import * as stats from "@likewise/stats";

type Options = { upper?: boolean; log?: boolean };
type Evaluate = (at: number, parameters: number[], options: Options) => number;

/** The three faces of each family, taking its parameters as the oracle files list them. */
export const families: Record<string, { density: Evaluate; cdf: Evaluate; quantile: Evaluate; discrete: boolean }> = {
  normal: {
    density: (x, [mean, sd], o) => stats.normalDensity(x, { mean: mean!, sd: sd!, ...o }),
    cdf: (x, [mean, sd], o) => stats.normalCdf(x, { mean: mean!, sd: sd!, ...o }),
    quantile: (p, [mean, sd], o) => stats.normalQuantile(p, { mean: mean!, sd: sd!, ...o }),
    discrete: false,
  },
  studentT: {
    density: (x, [df], o) => stats.studentTDensity(x, df!, o),
    cdf: (x, [df], o) => stats.studentTCdf(x, df!, o),
    quantile: (p, [df], o) => stats.studentTQuantile(p, df!, o),
    discrete: false,
  },
  chiSquare: {
    density: (x, [df], o) => stats.chiSquareDensity(x, df!, o),
    cdf: (x, [df], o) => stats.chiSquareCdf(x, df!, o),
    quantile: (p, [df], o) => stats.chiSquareQuantile(p, df!, o),
    discrete: false,
  },
  gamma: {
    density: (x, [shape, scale], o) => stats.gammaDensity(x, shape!, { scale: scale!, ...o }),
    cdf: (x, [shape, scale], o) => stats.gammaCdf(x, shape!, { scale: scale!, ...o }),
    quantile: (p, [shape, scale], o) => stats.gammaQuantile(p, shape!, { scale: scale!, ...o }),
    discrete: false,
  },
  beta: {
    density: (x, [a, b], o) => stats.betaDensity(x, a!, b!, o),
    cdf: (x, [a, b], o) => stats.betaCdf(x, a!, b!, o),
    quantile: (p, [a, b], o) => stats.betaQuantile(p, a!, b!, o),
    discrete: false,
  },
  f: {
    density: (x, [df1, df2], o) => stats.fDensity(x, df1!, df2!, o),
    cdf: (x, [df1, df2], o) => stats.fCdf(x, df1!, df2!, o),
    quantile: (p, [df1, df2], o) => stats.fQuantile(p, df1!, df2!, o),
    discrete: false,
  },
  binomial: {
    density: (k, [n, probability], o) => stats.binomialMass(k, n!, probability!, o),
    cdf: (k, [n, probability], o) => stats.binomialCdf(k, n!, probability!, o),
    quantile: (p, [n, probability], o) => stats.binomialQuantile(p, n!, probability!, o),
    discrete: true,
  },
  poisson: {
    density: (k, [mean], o) => stats.poissonMass(k, mean!, o),
    cdf: (k, [mean], o) => stats.poissonCdf(k, mean!, o),
    quantile: (p, [mean], o) => stats.poissonQuantile(p, mean!, o),
    discrete: true,
  },
  // The oracles give size and probability, as R does; ours takes the mean.
  negativeBinomial: {
    density: (k, [size, chance], o) => stats.negativeBinomialMass(k, meanOf(size!, chance!), size!, o),
    cdf: (k, [size, chance], o) => stats.negativeBinomialCdf(k, meanOf(size!, chance!), size!, o),
    quantile: (p, [size, chance], o) => stats.negativeBinomialQuantile(p, meanOf(size!, chance!), size!, o),
    discrete: true,
  },
  hypergeometric: {
    density: (k, parameters, o) => stats.hypergeometricMass(k, urn(parameters), o),
    cdf: (k, parameters, o) => stats.hypergeometricCdf(k, urn(parameters), o),
    quantile: (p, parameters, o) => stats.hypergeometricQuantile(p, urn(parameters), o),
    discrete: true,
  },
};

function meanOf(size: number, chance: number): number {
  return (size * (1 - chance)) / chance;
}

function urn([marked, unmarked, drawn]: number[]): stats.Urn {
  return { marked: marked!, unmarked: unmarked!, drawn: drawn! };
}
