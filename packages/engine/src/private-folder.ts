import { mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { isRunning } from "./is-running.ts";

/**
 * A new folder in the system's temporary one, readable by its owner alone. Its name says which process made it, so that
 * what a killed process left there is removed by the next one.
 */
export async function privateFolder(): Promise<string> {
  const ours = `likewise-engine-${hostname().replace(/[^\w.]/g, "_")}-`;
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(ours) ? Number.parseInt(name.slice(ours.length), 10) : Number.NaN;
    // Another user's folder cannot be removed from here; that user's next run will.
    if (pid > 0 && !isRunning(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(join(tmpdir(), `${ours}${process.pid}-`));
}
