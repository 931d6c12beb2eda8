import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compareGroups } from "../../packages/compare/src/index.ts";
import { artefactsFromTable, columnsOf, numberColumn } from "../../packages/schema/src/index.ts";
import { randomStream } from "../../packages/stats/src/index.ts";

/** Resampling timed, ours and R's in turn; seconds are medians, R's null where there is no Rscript. */
export interface BootstrapTiming {
  readonly job: string;
  readonly people: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peerSeconds: number | null;
}

const covariateCount = 15;

/**
 * An effect on everyone by inverse probability weights with its bootstrap standard error, the score of fifteen covariates
 * estimated again in each resample, in one thread. R: `boot` with `glm.fit` in each, in two processes, BLAS in one thread.
 *
 * @param people     rows
 * @param replicates resamples
 * @param repeats    how often ours is run; R is run once
 */
export function bootstrapTimings(people: number, replicates: number, repeats: number): BootstrapTiming[] {
  const stream = randomStream(`bench-bootstrap-${people}`);
  const covariates = Array.from({ length: covariateCount }, (_, j) =>
    Array.from({ length: people }, () =>
      j < 6 ? stream.normal() : j < 12 ? Number(stream.bernoulli(0.3)) : stream.integer(0, 5),
    ),
  );
  const risk = covariates[0]!.map((_, row) =>
    covariates.reduce((sum, values, j) => sum + (j % 2 === 0 ? 0.1 : -0.1) * values[row]!, 0),
  );
  const treated = risk.map((one) => Number(stream.bernoulli(1 / (1 + Math.exp(1.68 - one)))));
  const outcome = risk.map((one, row) => Number(stream.bernoulli(1 / (1 + Math.exp(1 - one + 0.2 * treated[row]!)))));
  const names = covariates.map((_, j) => `x${j + 1}`);
  const table = columnsOf({
    treated: numberColumn(treated),
    y: numberColumn(outcome),
    ...Object.fromEntries(covariates.map((values, j) => [names[j]!, numberColumn(values)])),
  });
  const layout = {
    treatment: "treated",
    covariates: names,
    outcomes: [{ id: "y", kind: "binary" as const, column: "y" }],
  };
  const artefacts = artefactsFromTable(table, layout);
  const spent = Array.from({ length: repeats }, () => {
    const started = performance.now();
    const before = process.cpuUsage();
    compareGroups({
      id: "bench",
      label: "bench",
      ...artefacts,
      declarations: [{ id: "y", kind: "binary" }],
      plan: {
        id: "bench",
        assignment: "selected",
        comparator: "concurrent-untreated",
        method: "ipw",
        estimand: "ate",
        covariates: names,
        bootstrap: replicates,
      },
      provenance: { inputs: [], seed: 1, version: "0.0.0", options: null },
    });
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - started) / 1000, processorSeconds: (user + system) / 1e6 };
  }).toSorted((a, b) => a.seconds - b.seconds)[Math.floor(repeats / 2)]!;
  const job = `${replicates} bootstraps of an IPW effect, ${covariateCount} covariates`;
  return [{ job, people, ...spent, peerSeconds: inR(people, replicates) }];
}

function inR(people: number, replicates: number): number | null {
  try {
    const script = fileURLToPath(new URL("bootstrap-peers.R", import.meta.url));
    const printed = execFileSync("Rscript", [script, String(people), String(replicates)], {
      encoding: "utf8",
      env: { ...process.env, OPENBLAS_NUM_THREADS: "1" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    return Number(printed.trim());
  } catch {
    return null;
  }
}
