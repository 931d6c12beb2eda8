import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { populationFiles } from "./population-files.ts";

/** One way of counting, in a process of its own: medians of its runs, and the most memory it held. */
export interface Counting {
  readonly job: string;
  readonly way: string;
  readonly seconds: number;
  readonly processor: number;
  readonly residentMb: number;
  /** Over bare SQL for the same job: of seconds and of processor seconds. */
  readonly ratio: readonly [seconds: number, processor: number];
}

const jobs = [
  {
    job: "two windows",
    bare: "bare-two-windows",
    others: ["plain-two-windows", "two-windows", "two-windows-of-study"],
  },
  {
    job: "eight six-month blocks with harm",
    bare: "bare-blocks-with-harm",
    others: ["blocks-with-harm", "blocks-with-harm-of-study"],
  },
];

/**
 * Counts the events of a simulated population in windows, ten a person, by our ways and by bare SQL in turn.
 *
 * @throws Error when two ways of one job do not give the same
 */
export async function windowsOfPopulation(people: number): Promise<Counting[]> {
  await populationFiles(people, 10 * people);
  return jobs.flatMap(({ job, bare, others }) => {
    const found = [bare, ...others].map((way) => ({ way, ...inProcess(people, way) }));
    if (new Set(found.map(({ answer }) => answer)).size !== 1) {
      throw new Error(`windowsOfPopulation: every way of ${job} must give the same`);
    }
    const [first] = found;
    return found.map(({ way, seconds, processor, residentMb }) => ({
      job,
      way,
      seconds,
      processor,
      residentMb,
      ratio: [seconds / first!.seconds, processor / first!.processor] as const,
    }));
  });
}

function inProcess(people: number, way: string) {
  const path = fileURLToPath(new URL("population-windows.ts", import.meta.url));
  const node = ["--import", "tsx", "--conditions=source", path, String(people), way];
  return JSON.parse(execFileSync(process.execPath, node, { encoding: "utf8" })) as {
    readonly seconds: number;
    readonly processor: number;
    readonly residentMb: number;
    readonly answer: number;
  };
}
