import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { designMatrix, fitCox, kaplanMeierByGroup } from "../../packages/stats/src/index.ts";
import { type BenchCohort, benchCohort, cohortCsv } from "./cohort.ts";

/** One job on follow-up, ours and R's survival in turn; seconds are medians, R's null where there is no Rscript. */
export interface SurvivalTiming {
  readonly job: string;
  readonly people: number;
  readonly seconds: number;
  readonly peerSeconds: number | null;
}

/**
 * Kaplan–Meier by arm and Cox on ten covariates with Efron's ties, days of follow-up in memory, beside R's survival in
 * the same minutes.
 *
 * @param people rows of the cohort; at a million R needs about a minute
 * @param repeats how often each is run
 */
export function survivalTimings(people: number, repeats: number): SurvivalTiming[] {
  const cohort = benchCohort(people);
  const { time, event, treated, covariates } = cohort;
  const design = designMatrix([...covariates], { intercept: false });
  const peers = inR(cohort, repeats);
  const jobs: Record<string, () => unknown> = {
    "Kaplan–Meier by arm": () => kaplanMeierByGroup({ time, event, group: treated }),
    "Cox, 10 covariates, Efron": () => fitCox({ time, event, design }),
  };
  return Object.entries(jobs).map(([job, run], index) => ({
    job,
    people,
    seconds: median(Array.from({ length: repeats + 1 }, () => secondsOf(run)).slice(1)),
    peerSeconds: peers?.[index] ?? null,
  }));
}

function secondsOf(run: () => unknown): number {
  const started = performance.now();
  run();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function inR(cohort: BenchCohort, repeats: number): number[] | null {
  const folder = mkdtempSync(join(tmpdir(), "likewise-bench-"));
  try {
    const file = join(folder, "cohort.csv");
    writeFileSync(file, cohortCsv(cohort));
    const script = fileURLToPath(new URL("survival-peers.R", import.meta.url));
    const printed = execFileSync("Rscript", [script, file, String(repeats)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return printed.trim().split("\n").map(Number);
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
