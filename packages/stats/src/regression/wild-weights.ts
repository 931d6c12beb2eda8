import type { RandomStream } from "../random/random-stream.ts";

export type WildWeights = "rademacher" | "webb";

/** Mean 0 and variance 1, each value as likely as the others. */
const VALUES: Readonly<Record<WildWeights, readonly number[]>> = {
  rademacher: [-1, 1],
  webb: [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)],
};

/** One number per cluster and sample: every combination once where there are few enough, otherwise at random. */
export function wildWeights(
  kind: WildWeights,
  clusters: number,
  replications: number,
  stream: RandomStream,
): { draws: Float64Array[]; exhaustive: boolean } {
  const values = VALUES[kind];
  const combinations = values.length ** clusters;
  if (combinations <= replications) {
    const draws = Array.from({ length: combinations }, (_, at) =>
      Float64Array.from({ length: clusters }, (_, g) => values[Math.floor(at / values.length ** g) % values.length]!),
    );
    return { draws, exhaustive: true };
  }
  const draws = Array.from({ length: replications }, () =>
    Float64Array.from({ length: clusters }, () => values[stream.integer(0, values.length - 1)]!),
  );
  return { draws, exhaustive: false };
}
