import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ingested, ingestStudy } from "@likewise/ingest";
import type { Issue, Linkage, StudyPlan, TableSource } from "@likewise/schema";

/** A plan with nothing but data: ingestion looks at nothing else. */
export function planOf(tables: Readonly<Record<string, TableSource>>, asAt?: string): StudyPlan {
  return {
    version: 1,
    title: "A study made up for a test",
    data: { tables, ...(asAt === undefined ? {} : { asAt }) },
    cohort: {},
    outcomes: [] as unknown as StudyPlan["outcomes"],
    comparisons: [] as unknown as StudyPlan["comparisons"],
  };
}

/** Writes files to a folder of their own, runs `use`, and removes it. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "likewise-test-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ingests files written by the test itself. */
export function ingest(
  files: Readonly<Record<string, string | Buffer>>,
  tables: Readonly<Record<string, TableSource>>,
  asAt?: string,
  linkage?: Linkage,
): Promise<Ingested> {
  const plan = planOf(tables, asAt);
  if (linkage !== undefined) plan.data.linkage = [linkage];
  return withFolder(files, (folder) => ingestStudy({ plan, folder }));
}

/** `code table row column` of each issue, which is what a planted error is known by. */
export function briefly(issues: readonly Issue[]): string[] {
  return issues.map(({ code, table, row, column }) => `${code} ${table} ${row ?? "-"} ${column ?? "-"}`);
}
