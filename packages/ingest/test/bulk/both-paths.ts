import { readSync } from "node:fs";
import { ingestStudy } from "@likewise/ingest";
import type { StudyPlan } from "@likewise/schema";
import { vi } from "vitest";

/** What a study gives, or the message with which it ends; lazily made columns are made. */
export async function given(plan: StudyPlan, folder: string, bulkFrom: number, threads = 1): Promise<unknown> {
  try {
    const { tables, ...rest } = await ingestStudy({ plan, folder, bulkFrom, threads });
    const columns = Object.fromEntries(
      Object.entries(tables).map(([table, { numRows, columns: named }]) => [
        table,
        { numRows, columns: Object.entries(named).map(([name, column]) => [name, { ...column }]) },
      ]),
    );
    return { columns, ...rest };
  } catch (error) {
    return String(error);
  }
}

/** How many files have been read in bulk to their end so far on the calling thread: nothing else reads so. `node:fs` must be mocked as a spy. */
export function bulkReadings(): number {
  return vi.mocked(readSync).mock.results.filter(({ value }) => value === 0).length;
}
