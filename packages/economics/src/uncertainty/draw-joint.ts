import { type RandomStream, symmetricEigen } from "@likewise/stats";

/** Estimates that depend on each other, on the scale they are normal on. */
export interface JointEstimates {
  readonly keys: readonly string[];
  /** `log` where the estimates are logarithms of risks, rates or ratios, `logit` of odds */
  readonly link: "identity" | "log" | "logit";
  /** on the link's scale */
  readonly estimates: readonly number[];
  /** row by row, keys by keys */
  readonly covariance: readonly number[];
}

/**
 * Joint draws of estimates, on their own scale: normal on the link's, with their covariance, so that what is uncertain together
 * stays so. On the log scale their mean is the estimate itself, as of other positive numbers.
 *
 * @returns one column of draws for each key
 * @throws RangeError when lengths differ or the covariance is that of no distribution
 * @example
 * const joint = { keys: ["a"], link: "identity", estimates: [3], covariance: [0] };
 * Array.from(drawJoint(joint, { normal: () => 1 }, 2).a); // [3, 3]
 */
export function drawJoint(joint: JointEstimates, stream: RandomStream, draws: number): Record<string, Float64Array> {
  const { keys, link, estimates, covariance } = joint;
  const k = keys.length;
  if (estimates.length !== k || covariance.length !== k * k) {
    throw new RangeError(
      `drawJoint: estimates and covariance must be of the ${k} keys, got ${estimates.length} and ${covariance.length}`,
    );
  }
  const spread = spreads(covariance, keys);
  const columns = keys.map(() => new Float64Array(draws));
  const standard = new Float64Array(k);
  // The mean of a log-normal number lies above its median: shifted, so that draws of risks and rates are on average what was found.
  const centres = estimates.map((estimate, j) => estimate - (link === "log" ? covariance[j * k + j]! / 2 : 0));
  for (let i = 0; i < draws; i++) {
    for (let j = 0; j < k; j++) standard[j] = stream.normal();
    for (let j = 0; j < k; j++) {
      let sum = centres[j]!;
      for (let m = 0; m < k; m++) sum += spread[m * k + j]! * standard[m]!;
      columns[j]![i] = fromLink(link, sum);
    }
  }
  return Object.fromEntries(keys.map((key, j) => [key, columns[j]!]));
}

/**
 * A square root of the covariance, column by column, by its eigenvectors: it stands where estimates are combinations of each other.
 */
function spreads(covariance: readonly number[], keys: readonly string[]): Float64Array {
  const k = keys.length;
  const { values, vectors } = symmetricEigen({ rows: k, columns: k, values: Float64Array.from(covariance) });
  const largest = values[0] ?? 0;
  const impossible = values.find((value) => !(value >= -1e-10 * largest) || !Number.isFinite(value));
  if (impossible !== undefined) {
    throw new RangeError(
      `drawJoint: the covariance of ${keys.join(", ")} must be that of a distribution, got an eigenvalue of ${impossible}`,
    );
  }
  return vectors.values.map((entry, at) => entry * Math.sqrt(Math.max(0, values[Math.floor(at / k)]!)));
}

/** A value on the link's scale as it is read. */
export function fromLink(link: JointEstimates["link"], value: number): number {
  return inverses[link](value);
}

const inverses: Readonly<Record<JointEstimates["link"], (value: number) => number>> = {
  identity: (value) => value,
  log: Math.exp,
  logit: (value) => 1 / (1 + Math.exp(-value)),
};
