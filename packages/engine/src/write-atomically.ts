import { lstat, mkdir, open, readdir, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Failure } from "@likewise/schema";
import { asFailure, hasCode } from "./file-failures.ts";
import { lockFolder } from "./lock-folder.ts";
import { makeFolders } from "./make-folders.ts";
import { siblingsOf } from "./siblings-of.ts";

/** What makes a folder one that may be replaced. */
export interface AtomicOptions {
  /** A folder that is not empty is replaced only when it holds this file; default `manifest.json`. */
  readonly marker?: string;
}

/**
 * Writes a whole folder, or leaves the one before as it was.
 *
 * `fill` writes into a hidden folder beside the target; once every byte is on disk, the two change places by rename. When
 * `fill` fails or the process is killed, the previous folder is still whole (were it killed between the two renames, the
 * next call, or `recoverInterruptedWrite`, puts it back). Two runs on one folder exclude each other from before `fill`
 * to the end, so a long piece of work belongs inside `fill`: a second run, a folder that cannot be written or one that
 * holds other files is then known at once.
 *
 * @param directory the folder to make or replace; its parents are made
 * @param fill      writes everything below the first folder it is given; the second is for working files, is readable
 *   by the owner alone and goes when `fill` ends (after a kill: with the next call, or `recoverInterruptedWrite`)
 * @throws Failure `usage` when the folder cannot be written, is being written by another run, or holds files this did
 *   not write; whatever `fill` throws
 * @example
 * await writeAtomically(`${folder}/out`, (staging) => writeFile(`${staging}/manifest.json`, "{}"));
 * await readFile(`${folder}/out/manifest.json`, "utf8"); // "{}"
 */
export async function writeAtomically(
  directory: string,
  fill: (staging: string, scratch: string) => Promise<void>,
  { marker = "manifest.json" }: AtomicOptions = {},
): Promise<void> {
  try {
    await makeFolders(dirname(resolve(directory)));
    const target = await settledPath(directory);
    const unlock = await lockFolder(directory, target);
    try {
      await settle(target);
      await requireReplaceable(directory, target, marker);
      const { staging, scratch } = siblingsOf(target);
      try {
        await mkdir(staging);
        await mkdir(scratch, { mode: 0o700 });
        await fill(staging, scratch);
        await syncTree(staging);
        await changePlaces(target);
      } finally {
        await remove(staging, scratch);
      }
    } finally {
      await unlock();
    }
  } catch (error) {
    throw asFailure(directory, error);
  }
}

/**
 * Puts back the previous folder if a kill fell exactly between the two renames of `writeAtomically`, and clears what a
 * killed run left. Does nothing while a run is writing the folder, or when nothing was interrupted.
 *
 * @example
 * await writeAtomically(`${folder}/out`, (staging) => writeFile(`${staging}/manifest.json`, "{}"));
 * await recoverInterruptedWrite(`${folder}/out`);
 * await readFile(`${folder}/out/manifest.json`, "utf8"); // "{}"
 */
export async function recoverInterruptedWrite(directory: string): Promise<void> {
  if (!(await exists(dirname(directory)))) return;
  const target = await settledPath(directory);
  const { staging, scratch, previous } = siblingsOf(target);
  const left = await Promise.all([staging, scratch, previous].map(exists));
  if (!left.includes(true)) return;
  try {
    const unlock = await lockFolder(directory, target);
    await settle(target).finally(unlock);
  } catch (error) {
    if (!(error instanceof Failure)) throw asFailure(directory, error);
  }
}

/** The real path, so that the hidden folders stand on the same disk even when the target is a link. */
async function settledPath(directory: string): Promise<string> {
  if (await exists(directory)) return realpath(directory);
  return join(await realpath(dirname(directory)), directory.split(/[\\/]/).filter(Boolean).at(-1) ?? ".");
}

async function settle(target: string): Promise<void> {
  const { staging, scratch, previous } = siblingsOf(target);
  if ((await exists(previous)) && !(await exists(target))) await rename(previous, target);
  await remove(previous, staging, scratch);
}

async function remove(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}

async function changePlaces(target: string): Promise<void> {
  const { staging, previous } = siblingsOf(target);
  if (await exists(target)) await rename(target, previous);
  await rename(staging, target);
  await syncFolder(dirname(target));
  await remove(previous);
}

/** A mistyped `--out` must not cost a user their documents. */
async function requireReplaceable(directory: string, target: string, marker: string): Promise<void> {
  if (!(await exists(target))) return;
  if (!(await lstat(target)).isDirectory())
    throw new Failure("usage", `${directory} is a file; name a folder to write to`);
  const entries = await readdir(target);
  if (entries.length > 0 && !entries.includes(marker)) {
    throw new Failure(
      "usage",
      `${directory} holds files that Likewise did not write (no ${marker} there); name a new or empty folder`,
    );
  }
}

/** Every file and folder below is on disk before the rename says so. */
async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else if (entry.isFile()) await sync(path, "r+");
  }
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  try {
    await sync(folder, "r");
  } catch (error) {
    // Windows cannot open folders; there the rename itself is journalled.
    if (!hasCode(error, "EPERM", "EISDIR", "EINVAL", "EACCES")) throw error;
  }
}

async function sync(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}
