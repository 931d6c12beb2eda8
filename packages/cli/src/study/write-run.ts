import { join } from "node:path";
import { type Engine, sha256Text, writeParquet } from "@likewise/engine";
import { type Columns, formatIssue, type Issue, type Results } from "@likewise/schema";
import { version } from "../version.ts";
import type { Analysis } from "./analyse.ts";
import { rawCsv, toCsv } from "./csv.ts";
import { writePrivateManifest } from "./private-manifest.ts";
import type { Pages } from "./render.ts";
import { writeTexts } from "./write-texts.ts";

/** What a run writes besides its pages: published results, exact results, and the person-level artefacts. */
export interface Run {
  readonly analysis: Analysis;
  readonly working: Results;
  readonly published: Results;
  readonly pages: Pages;
  readonly workingPages: Pages;
  /** Clock times: in the manifest's `run` part only, outside every hash. */
  readonly clock: { readonly startedAt: string; readonly seconds: number; readonly threads: number };
}

/** Writes a whole run below a folder, the hashes of what it wrote last. */
export async function writeRun(folder: string, engine: Engine, run: Run): Promise<void> {
  const publishedFiles = publishedTexts(run);
  await writeTexts(folder, {
    ...publishedFiles,
    "manifest.json": manifest(run, publishedFiles),
    ...privateTexts(run),
  });
  for (const [name, table] of Object.entries(personLevel(run.analysis))) {
    await writeParquet(engine, table, join(folder, "private", `${name}.parquet`));
  }
  await writePrivateManifest(join(folder, "private"));
}

function publishedTexts({ published, pages }: Run): Record<string, string> {
  return { "results.json": json(published), ...pages };
}

function privateTexts({ analysis, working, workingPages }: Run): Record<string, string> {
  const texts: Record<string, string> = {
    "private/results.json": json(working),
    "private/report.html": workingPages["report.html"]!,
    "private/dashboard.html": workingPages["dashboard.html"]!,
    "private/issues.csv": issuesCsv(analysis.issues),
    "private/joint-covariance.json": json(analysis.comparisons.flatMap((comparison) => comparison.jointCovariance)),
  };
  const { linkages } = analysis.ingested;
  if (linkages.length > 0) texts["private/linkage.json"] = json(linkages.map(({ summary }) => summary));
  // Read back with a decision for each pair, so that a spreadsheet must neither run a cell nor change it.
  for (const { review } of linkages) {
    texts[`private/linkage-review-${review.table}.csv`] = toCsv(review.header, review.rows);
  }
  analysis.ingested.rejected.forEach((table, index) => {
    const rows = table.rows.map((row) => [String(row.line), row.reasons.join("; "), ...row.cells]);
    texts[`private/rejected/${index + 1}-${table.table}.csv`] = rawCsv([["line", "reasons", ...table.header], ...rows]);
  });
  return texts;
}

function issuesCsv(issues: readonly Issue[]): string {
  const header = ["code", "severity", "table", "file", "row", "column", "message"];
  return toCsv(
    header,
    issues.map((issue) => [
      issue.code,
      issue.severity,
      issue.table,
      issue.file ?? "",
      issue.row === null ? "" : String(issue.row),
      issue.column ?? "",
      formatIssue(issue),
    ]),
  );
}

function personLevel({ anchors, baseline, outcomes, comparisons }: Analysis): Record<string, Columns> {
  return {
    anchors: anchors.table,
    baseline: baseline.table,
    outcomes: outcomes.table,
    ...Object.fromEntries(comparisons.map((result) => [`matched-${result.comparison.id}`, result.matchedRows])),
  };
}

/** Inputs, account, options, seed, versions, and every published file with its hash. */
function manifest(run: Run, files: Readonly<Record<string, string>>): string {
  const { published, clock } = run;
  return json({
    kind: "likewise/manifest",
    version: 1,
    likewise: version,
    node: process.versions.node,
    inputs: published.provenance.inputs,
    accounts: published.accounts,
    options: published.provenance.options,
    seed: published.provenance.seed,
    outputs: Object.entries(files).map(([file, text]) => ({ file, sha256: sha256Text(text) })),
    run: clock,
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
