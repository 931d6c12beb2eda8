import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Engine, writeParquet } from "@likewise/engine";
import type { Results } from "@likewise/schema";
import { version } from "../version.ts";
import type { Analysis } from "./analyse.ts";
import { jsonText } from "./json-text.ts";
import { outputsOf, withCrate } from "./outputs.ts";
import { privateTables, privateTexts } from "./private-files.ts";
import { closePrivate, makePrivate } from "./private-folder.ts";
import { writePrivateManifest } from "./private-manifest.ts";
import type { Pages } from "./render.ts";
import { writeTexts } from "./write-texts.ts";

/** What a run writes besides its pages: published results, exact results, and the person-level artefacts. */
export interface Run {
  readonly analysis: Analysis;
  readonly working: Results;
  readonly published: Results;
  readonly pages: Pages;
  /** Whether charts of the published pages are live. */
  readonly interactive: boolean;
  readonly workingPages: Pages;
  /** Clock times: in the manifest's `run` part only, outside every hash. */
  readonly clock: { readonly startedAt: string; readonly seconds: number; readonly threads: number };
}

/** Writes a whole run below a folder, the hashes of what it wrote last. */
export async function writeRun(folder: string, engine: Engine, run: Run): Promise<void> {
  const publishedFiles = publishedFilesOf(run);
  await writeTexts(folder, {
    ...publishedFiles,
    "manifest.json": manifest(run, publishedFiles),
  });
  const { analysis, working, workingPages } = run;
  const inside = join(folder, "private");
  await makePrivate(inside);
  await writeTexts(inside, privateTexts(analysis, working, workingPages));
  for (const [name, table] of Object.entries(privateTables(analysis))) {
    const path = join(inside, `${name}.parquet`);
    await mkdir(dirname(path), { recursive: true });
    await writeParquet(engine, table, path);
  }
  await writePrivateManifest(inside);
  await closePrivate(inside);
}

function publishedFilesOf({ published, pages }: Run): Pages {
  return withCrate(published, { "results.json": jsonText(published), ...pages });
}

/** Inputs, account, options, seed, versions, how pages were drawn, and every published file with its hash. */
function manifest(run: Run, files: Pages): string {
  const { published, clock } = run;
  return jsonText({
    kind: "likewise/manifest",
    version: 1,
    likewise: version,
    node: process.versions.node,
    inputs: published.provenance.inputs,
    accounts: published.accounts,
    options: published.provenance.options,
    seed: published.provenance.seed,
    retainUntil: run.analysis.plan.data.protection?.retainUntil ?? null,
    pages: { interactive: run.interactive },
    outputs: outputsOf(files),
    run: clock,
  });
}
