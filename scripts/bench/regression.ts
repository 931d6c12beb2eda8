import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { designMatrix, fitLogistic, randomStream } from "../../packages/stats/src/index.ts";

/** One regression, ours and R's glm in turn; seconds are medians, R's null where there is no Rscript. */
export interface RegressionTiming {
  readonly job: string;
  readonly people: number;
  readonly seconds: number;
  readonly peerSeconds: number | null;
}

const covariateCount = 15;

/**
 * Logistic regression on fifteen covariates (six normal, six of 0 and 1, three counts), columns in memory, the design
 * matrix included, beside R's `glm` in the same minutes. Each makes its own people of the same kind.
 *
 * @param people  rows
 * @param repeats how often each is run
 */
export function regressionTimings(people: number, repeats: number): RegressionTiming[] {
  const stream = randomStream(`bench-regression-${people}`);
  const covariates = Array.from({ length: covariateCount }, (_, j) =>
    Float64Array.from({ length: people }, () =>
      j < 6 ? stream.normal() : j < 12 ? Number(stream.bernoulli(0.3)) : stream.integer(0, 5),
    ),
  );
  const outcome = Float64Array.from({ length: people }, (_, row) => {
    const risk = covariates.reduce((sum, values, j) => sum + (j % 2 === 0 ? 0.1 : -0.1) * values[row]!, -1.5);
    return Number(stream.bernoulli(1 / (1 + Math.exp(-risk))));
  });
  const seconds = Array.from({ length: repeats + 1 }, () => {
    const started = performance.now();
    fitLogistic({ design: designMatrix(covariates), outcome });
    return (performance.now() - started) / 1000;
  }).slice(1);
  return [
    {
      job: `logistic fit, ${covariateCount} covariates`,
      people,
      seconds: median(seconds),
      peerSeconds: inR(people, repeats),
    },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function inR(people: number, repeats: number): number | null {
  try {
    const script = fileURLToPath(new URL("regression-peers.R", import.meta.url));
    const printed = execFileSync("Rscript", [script, String(people), String(repeats)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return Number(printed.trim());
  } catch {
    return null;
  }
}
