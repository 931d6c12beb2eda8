import { join, resolve } from "node:path";
import { renderDashboard, renderReport } from "@likewise/report";
import { Failure, type Results } from "@likewise/schema";
import { type LoadedPlan, loadPlan } from "../study/load-plan.ts";
import { requireConfirmed } from "../study/require-confirmed.ts";
import { requireRetained } from "../study/require-retained.ts";
import { type RunOptions, runStudy } from "../study/run-study.ts";
import type { Console } from "../terminal/console.ts";
import { nextChange } from "./next-change.ts";
import { openPreview, type Preview } from "./preview.ts";
import { studyState } from "./study-state.ts";

/**
 * Runs a study, and again whenever its plan, its theory of change or its data change, until stopped. A run that fails
 * leaves the pages of the last one and says why; a section that cannot be made says so in its place on the preview.
 *
 * @param path    a study folder, or the plan in it
 * @param options of each run; `out` when left out lies in the study folder
 * @param stop    ends it
 */
export async function watchStudy(
  path: string,
  options: Omit<RunOptions, "out"> & { readonly out: string | undefined },
  console: Console,
  stop: AbortSignal,
): Promise<void> {
  // A plan that cannot be read at the start is a wrong call; later it is work in progress.
  const { folder } = await loadPlan(path);
  const out = options.out ?? join(folder, "out");
  const preview = openPreview(`${resolve(out)}-preview`);
  const apart = [out, preview.folder];
  console.err(`likewise: watching ${folder}; Ctrl-C stops\n`);
  try {
    let state: string | null = await studyState(folder, apart);
    while (state !== null && !stop.aborted) {
      await runOnce(path, { ...options, out }, preview, console);
      state = await nextChange(folder, apart, state, stop);
      if (state !== null) console.err("likewise: the study changed; running again\n");
    }
  } finally {
    await preview.close();
  }
}

async function runOnce(path: string, options: RunOptions, preview: Preview, console: Console): Promise<void> {
  try {
    const loaded: LoadedPlan = await loadPlan(path);
    requireRetained(loaded.plan.data.protection?.retainUntil, console);
    requireConfirmed(loaded.plan);
    const onPublished = (results: Results) => showPreview(results, preview, console);
    await runStudy(loaded, { ...options, onPublished }, console);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const whose = error instanceof Failure ? "" : "a fault of ours, not of your data: ";
    console.err(`likewise: ${whose}${message}\n`);
    await preview.keep(message.split("\n")[0]!);
  }
}

/** Sections that fail are listed, and stand as failed on the page; the run itself then ends at the first of them. */
async function showPreview(results: Results, preview: Preview, console: Console): Promise<void> {
  const failed = (title: string, error: unknown) => {
    console.err(`likewise: the section “${title}” could not be made: ${String(error)}\n`);
  };
  await preview.show({
    "dashboard.html": await renderDashboard(results, failed),
    "report.html": await renderReport(results, failed),
  });
  console.out(`Preview    ${join(preview.folder, "dashboard.html")}\n`);
}
