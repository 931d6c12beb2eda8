import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { faultsOfRun } from "./whole-run.ts";

/** A moment to kill at: so long after the start, or after the first file of the new run stands. */
export interface KillMoment {
  readonly after: "start" | "first-file";
  readonly milliseconds: number;
}

/** What a kill left, and what the next command made of it. */
export interface KillOutcome extends KillMoment {
  /** The run was still going when it was killed. */
  readonly killed: boolean;
  /** What stood in `out/` before any other command. `absent`: between the two renames, put back by the next command. */
  readonly found: "previous" | "new" | "absent";
  /** Hidden names beside `out/` that the kill left, without the dots and the folder's name. */
  readonly left: readonly string[];
  /** Nothing, or what was not whole. */
  readonly faults: readonly string[];
}

/** How to start `likewise`, before its own words. */
export type Likewise = readonly [string, ...string[]];

/**
 * Starts `likewise run` on a study that has been run before, kills it, and looks at what is left: first as it stands,
 * then after the next command, `likewise report`.
 *
 * @param study a folder of its own, with an `out/` of a finished run in it
 */
export async function killRun(likewise: Likewise, study: string, moment: KillMoment): Promise<KillOutcome> {
  const out = join(study, "out");
  const temporary = join(study, "..", "temporary");
  mkdirSync(temporary, { recursive: true });
  const before = readFileSync(join(out, "manifest.json"), "utf8");
  const child = start([...likewise, "run", study], temporary);
  const ended = endOf(child);
  if (moment.after === "first-file") await firstFile(join(study, ".out.staging"), child);
  await pause(moment.milliseconds);
  const killed = child.exitCode === null && child.signalCode === null;
  child.kill("SIGKILL");
  await ended;

  const faults: string[] = [];
  const left = besideOut(study);
  const absent = !existsSync(out);
  if (!absent) faults.push(...faultsOfRun(out));
  const found = absent ? "absent" : manifestOf(out) === before ? "previous" : "new";
  if (readdirSync(temporary).some((name) => name.startsWith("likewise-")))
    faults.push("files were left in the system's temporary folder");
  const code = await endOf(start([...likewise, "report", out], temporary));
  if (code !== 0) faults.push(`the next command ended in ${code}`);
  faults.push(...faultsOfRun(out));
  if (absent && manifestOf(out) !== before) faults.push("what was put back is not the previous run");
  const still = besideOut(study);
  if (still.length > 0) faults.push(`the next command left ${still.join(", ")}`);
  return { ...moment, killed, found, left, faults: [...new Set(faults)] };
}

/** Runs a study to its end; how long it took and how long the new files stood before it ended, in milliseconds. */
export async function timeRun(likewise: Likewise, study: string): Promise<{ whole: number; writing: number }> {
  const from = performance.now();
  const child = start([...likewise, "run", study], dirname(study));
  const ended = endOf(child);
  await firstFile(join(study, ".out.staging"), child);
  const first = performance.now();
  const code = await ended;
  if (code !== 0) throw new Error(`the study to be killed ends in ${code} by itself`);
  const to = performance.now();
  return { whole: Math.round(to - from), writing: Math.round(to - first) };
}

function start([program, ...words]: readonly string[], temporary: string): ChildProcess {
  return spawn(program!, words, { stdio: "ignore", env: { ...process.env, TMPDIR: temporary } });
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
}

async function firstFile(staging: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !(existsSync(staging) && readdirSync(staging).length > 0)) await pause(1);
}

function besideOut(study: string): string[] {
  return readdirSync(study)
    .filter((name) => name.startsWith(".out."))
    .map((name) => name.slice(".out.".length))
    .sort();
}

function manifestOf(out: string): string | null {
  const path = join(out, "manifest.json");
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
