import { randomUUID } from "node:crypto";
import { lstat, readFile, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { Failure } from "@likewise/schema";
import { hasCode } from "./file-failures.ts";
import { isRunning } from "./is-running.ts";
import { siblingsOf } from "./siblings-of.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells two processes of one number apart: in containers every run may be process 1 of one host. */
  readonly run?: string;
}

const thisRun = randomUUID();

/**
 * Takes the lock of a folder, so that two runs never write it at once. A lock whose process has ended is taken over;
 * one from another machine cannot be judged from here and is respected.
 *
 * @param directory the folder as the user wrote it, for the message
 * @param target    its real path
 * @returns gives the lock back
 * @throws Failure `usage` when another run holds it
 */
export async function lockFolder(directory: string, target: string): Promise<() => Promise<void>> {
  const { lock } = siblingsOf(target);
  if (!(await create(lock))) {
    await takeOverIfStale(directory, lock);
    if (!(await create(lock))) throw heldBy(directory, lock, null);
  }
  return () => rm(lock, { force: true });
}

/** A link that points at its holder is made in one step: a kill cannot leave a lock that names nobody. */
async function create(lock: string): Promise<boolean> {
  const holder: Holder = { pid: process.pid, host: hostname(), run: thisRun };
  try {
    await symlink(JSON.stringify(holder), lock);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    if (!hasCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS")) throw error;
    return createFile(lock, holder);
  }
}

/** Where links cannot be made: some network drives, and Windows without the right to. */
async function createFile(lock: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(lock, JSON.stringify(holder), { flag: "wx" });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function takeOverIfStale(directory: string, lock: string): Promise<void> {
  const found = await read(lock);
  if (found === null) return;
  const holder = parse(found);
  if (holder === null || holder.host !== hostname() || isHeld(holder)) throw heldBy(directory, lock, holder);
  // Moved aside rather than removed: if another run took it over in between, that run's lock is put back.
  const aside = `${lock}.${process.pid}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  if ((await read(aside)) === found) await rm(aside, { force: true });
  else await rename(aside, lock);
}

async function read(path: string): Promise<string | null> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return typeof holder?.pid === "number" && typeof holder.host === "string" ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

/** Whether the process that holds the lock is there and is the one that took it. */
function isHeld({ pid, run }: Holder): boolean {
  return pid === process.pid ? run === undefined || run === thisRun : isRunning(pid);
}

function heldBy(directory: string, lock: string, holder: Holder | null): Failure {
  const who = holder === null ? "another run" : `another run (process ${holder.pid} on ${holder.host})`;
  return new Failure(
    "usage",
    `${directory} is being written by ${who}; wait for it, or remove ${lock} if none is running`,
  );
}
