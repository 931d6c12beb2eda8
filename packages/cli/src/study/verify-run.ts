import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { hasCode, sha256File, sha256Text } from "@likewise/engine";
import { Failure, type ResultDifference, type Results, resultDifferences } from "@likewise/schema";
import type { Console } from "../terminal/console.ts";
import { version } from "../version.ts";
import { filesBelow } from "./files-below.ts";
import { loadPlan } from "./load-plan.ts";
import { readResults } from "./read-results.ts";
import { requireConfirmed } from "./require-confirmed.ts";
import { requireRetained } from "./require-retained.ts";
import { runStudy } from "./run-study.ts";

/** What of a run is as its manifest says, and what a run of today makes of the same study. */
export interface Verification {
  readonly kind: "likewise/verification";
  readonly version: 1;
  readonly out: string;
  readonly outputs: readonly CheckedFile[];
  /** Of `private/`; null where it is not there, as in what was published. */
  readonly private: readonly CheckedFile[] | null;
  /** Files of the folder that no manifest lists: written later, by another command or by hand. */
  readonly unlisted: readonly string[];
  /** The plan of the study; null where none was given or found. */
  readonly study: string | null;
  readonly plan: FileState;
  readonly inputs: readonly CheckedFile[];
  readonly likewise: { readonly written: string; readonly here: string };
  readonly again: RunAgain;
  /** Whether anything is not as it was. Inputs that are not at hand are not a difference. */
  readonly differs: boolean;
}

export type FileState = "same" | "changed" | "absent";

export interface CheckedFile {
  readonly file: string;
  readonly state: FileState;
}

/** The same study run once more. */
export interface RunAgain {
  readonly state: "same" | "differs" | "failed" | "not-run";
  /** Why it failed or was not run. */
  readonly why: string | null;
  /** Of results.json, by key. */
  readonly differences: readonly ResultDifference[];
  /** Other published files that came out otherwise. */
  readonly files: readonly string[];
}

interface Manifest {
  readonly likewise: string;
  readonly options: string | null;
  readonly inputs: readonly HashedFile[];
  readonly outputs: readonly HashedFile[];
  /** How the published pages were drawn; left out of private manifests and of those of earlier versions. */
  readonly pages?: { readonly interactive: boolean };
}

interface HashedFile {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Recomputes what a manifest says: hashes of what was written and of what was read, the version, and the run itself.
 *
 * @param out            folder a run wrote
 * @param options.study  the study folder; the folder that holds `out` when left out and it holds a plan
 * @param options.rerun  whether to run the study again, in a temporary folder
 * @throws Failure usage: `out` holds no manifest, or the study named is none
 */
export async function verifyRun(
  out: string,
  options: { readonly study: string | undefined; readonly rerun: boolean },
  console: Console,
): Promise<Verification> {
  const manifest = await readManifest(
    join(out, "manifest.json"),
    `${out} holds no manifest.json: name what a run wrote`,
  );
  const outputs = await checked(out, manifest.outputs);
  const closed = await privateManifest(join(out, "private"));
  const ofPrivate = closed === null ? null : await checked(join(out, "private"), closed.outputs);
  const study = await studyOf(out, options.study);
  const plan = study === null ? "absent" : await planState(study, manifest.options);
  const inputs = await checked(dirname(study ?? resolve(out)), manifest.inputs);
  const again = await runAgain(out, study, manifest, options.rerun, console);
  const isAsWritten =
    [...outputs, ...(ofPrivate ?? [])].every(({ state }) => state === "same") &&
    [plan, ...inputs.map(({ state }) => state)].every((state) => state !== "changed") &&
    manifest.likewise === version;
  return {
    kind: "likewise/verification",
    version: 1,
    out,
    outputs,
    private: ofPrivate,
    unlisted: await unlisted(out, manifest, closed),
    study,
    plan,
    inputs,
    likewise: { written: manifest.likewise, here: version },
    again,
    differs: !isAsWritten || again.state === "differs" || again.state === "failed",
  };
}

async function readManifest(file: string, absent: string): Promise<Manifest> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Failure("usage", absent);
  });
  const manifest = parsed(text);
  if (manifest === null) throw new Failure("data", `${file} is not a manifest of Likewise`);
  return manifest;
}

function parsed(text: string): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest & { readonly kind?: unknown };
    return /^likewise\/(private-)?manifest$/.test(String(manifest.kind)) ? manifest : null;
  } catch {
    return null;
  }
}

async function privateManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => null);
  return text === null ? null : parsed(text);
}

async function checked(folder: string, files: readonly HashedFile[]): Promise<CheckedFile[]> {
  return Promise.all(
    files.map(async ({ file, sha256 }) => ({ file, state: await stateOf(resolve(folder, file), sha256) })),
  );
}

async function stateOf(path: string, sha256: string): Promise<FileState> {
  const now = await sha256File(path).catch((error: unknown) => {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  });
  return now === null ? "absent" : now === sha256 ? "same" : "changed";
}

async function unlisted(out: string, manifest: Manifest, closed: Manifest | null): Promise<string[]> {
  const listed = new Set([
    "manifest.json",
    ...manifest.outputs.map(({ file }) => file),
    "private/manifest.json",
    ...(closed?.outputs ?? []).map(({ file }) => `private/${file}`),
  ]);
  return (await filesBelow(out)).filter((file) => !listed.has(file));
}

async function studyOf(out: string, named: string | undefined): Promise<string | null> {
  if (named !== undefined) return (await loadPlan(named)).file;
  const beside = join(dirname(resolve(out)), "study.yaml");
  return readFile(beside).then(
    () => beside,
    () => null,
  );
}

async function planState(file: string, sha256: string | null): Promise<FileState> {
  return sha256Text(await readFile(file, "utf8")) === sha256 ? "same" : "changed";
}

async function runAgain(
  out: string,
  study: string | null,
  manifest: Manifest,
  rerun: boolean,
  console: Console,
): Promise<RunAgain> {
  const notRun = (why: string): RunAgain => ({ state: "not-run", why, differences: [], files: [] });
  if (!rerun) return notRun("hashes alone were asked for");
  if (study === null) return notRun("the study folder is not at hand: name it with --study");
  const before = await readResults(join(out, "results.json"), `${out} holds no results.json: run the study first`);
  const scratch = await mkdtemp(join(tmpdir(), "likewise-verify-"));
  try {
    const loaded = await loadPlan(study);
    requireRetained(loaded.plan.data.protection?.retainUntil, console);
    requireConfirmed(loaded.plan);
    const now = join(scratch, "out");
    const pdf = manifest.outputs.some(({ file }) => file.endsWith(".pdf"));
    const drawn = { pdf, interactive: manifest.pages?.interactive };
    await runStudy(loaded, { out: now, threads: 2, memoryGb: 2, ...drawn }, { ...console, out: () => {} });
    return await differencesOf(before, now, manifest);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { state: "failed", why: error.message, differences: [], files: [] };
  } finally {
    // Exact results and rows of people were written there.
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Published files that other commands make, and prints whose bytes are a browser's. */
const notOfRun = /^changes\.html$|\.pdf$/;
/** Lists every published file, those too. */
const listOfAll = "ro-crate-metadata.json";

async function differencesOf(before: Results, now: string, manifest: Manifest): Promise<RunAgain> {
  const made = await readResults(join(now, "results.json"), "the study run again gave no results.json");
  const differences = resultDifferences(before, made);
  const hashes = new Map((await readManifest(join(now, "manifest.json"), now)).outputs.map((one) => [one.file, one]));
  const holdsOthers = manifest.outputs.some(({ file }) => notOfRun.test(file));
  const isOfRun = (file: string) => !notOfRun.test(file) && !(holdsOthers && file === listOfAll);
  const files = manifest.outputs
    .filter(({ file, sha256 }) => file !== "results.json" && isOfRun(file) && hashes.get(file)?.sha256 !== sha256)
    .map(({ file }) => file);
  const added = [...hashes.keys()].filter((file) => manifest.outputs.every((one) => one.file !== file));
  const differs = differences.length + files.length + added.length > 0;
  return { state: differs ? "differs" : "same", why: null, differences, files: [...files, ...added] };
}
