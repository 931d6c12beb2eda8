import { disclose, profileOf } from "@likewise/disclosure";
import { closeEngine, openEngine, sha256Text, writeAtomically } from "@likewise/engine";
import { claimMoney, readDecisions, withholdClaims, withholdReadings } from "@likewise/evidence";
import { describeRun, withTexts } from "@likewise/report";
import type { Results, StudyPlan } from "@likewise/schema";
import { printPages } from "../pdf/print-pages.ts";
import type { Console } from "../terminal/console.ts";
import { analyse } from "./analyse.ts";
import { frozenOfRun, readFrozenPlans } from "./frozen-plans.ts";
import { asksForLive } from "./live-pages.ts";
import type { LoadedPlan } from "./load-plan.ts";
import { moneyRefused } from "./money-refused.ts";
import { readReleases } from "./read-results.ts";
import { renderPages } from "./render.ts";
import { requireRows } from "./require-rows.ts";
import { requireUnchanged } from "./require-unchanged.ts";
import { withPlanLines } from "./with-plan-lines.ts";
import { writeRun } from "./write-run.ts";

export interface RunOptions {
  readonly out: string;
  readonly threads: number;
  readonly memoryGb: number;
  /** Whether the published pages are printed too. */
  readonly pdf?: boolean;
  /** Whether the charts of published pages are live; as the plan says when left out. */
  readonly interactive?: boolean | undefined;
  /** Told the published results before anything is written, so that a preview need not wait. */
  readonly onPublished?: (published: Results) => Promise<void>;
}

/**
 * One run from extracts to pages.
 *
 * Everything happens inside the atomic write: another run on the same folder, or a folder that cannot be written, is
 * known before any work is done, and what the database spills to disk stands beside `out/` and goes with the run.
 *
 * @returns 0, or 4 when the headline's primary result was refused because it would mislead or disclose, or plan and spend refuse costs and
 *   benefits
 */
export async function runStudy(study: LoadedPlan, options: RunOptions, console: Console): Promise<number> {
  const started = console.now();
  let published: Results | null = null;
  let refusedOfMoney = "";
  const releases = await readReleases(study.plan, study.folder);
  const frozen = frozenOfRun(await readFrozenPlans(study.folder), study.plan);
  const fill = async (staging: string, scratch: string) => {
    const engine = await openEngine({
      threads: options.threads,
      memoryGb: options.memoryGb,
      tempDirectory: scratch,
    });
    try {
      const inPlace = {
        plan: study.plan,
        folder: study.folder,
        out: options.out,
        threads: options.threads,
        sha256: sha256Text(study.text),
        frozen,
        releases,
      };
      const analysis = await withPlanLines(study, () => analyse(engine, inPlace));
      requireRows(study.plan, analysis.ingested.accounts);
      refusedOfMoney = moneyRefused(study.plan, analysis.ingested, study.text).text;
      const working = withTexts(withReadings(analysis.results));
      published = publish(study.plan, analysis.results, releases);
      await options.onPublished?.(published);
      const interactive = options.interactive ?? asksForLive(published);
      const pages = await renderPages(published, interactive);
      const run = {
        analysis,
        working,
        published,
        pages: options.pdf ? { ...pages, ...(await printPages(pages, scratch)) } : pages,
        interactive,
        workingPages: await renderPages(working),
        clock: {
          startedAt: new Date(started).toISOString(),
          seconds: (console.now() - started) / 1000,
          threads: options.threads,
        },
      };
      await writeRun(staging, engine, run);
      await requireUnchanged(study, analysis.ingested.inputs);
    } finally {
      await closeEngine(engine);
    }
  };
  // Results, not the manifest, mark a folder as ours: a published folder may travel without its manifest.
  await writeAtomically(options.out, fill, { marker: "results.json" });
  console.out(`${describeRun(published!)}\n`);
  console.out(`Report     ${options.out}/report.html\nDashboard  ${options.out}/dashboard.html\n`);
  console.out(`Took       ${((console.now() - started) / 1000).toFixed(1)} s\n`);
  if (refusedOfMoney !== "") console.err(`likewise: ${refusedOfMoney}\n`);
  return refusedOfMoney !== "" || primaryRefused(published!) ? 4 : 0;
}

/** The published edition: disclosed once, after every analysis and before any wording. */
function publish(plan: StudyPlan, working: Results, releases: readonly Results[]): Results {
  const profile = profileOf(plan.disclosure?.profile ?? "default", plan.disclosure?.threshold);
  const { results } = disclose(working, profile, releases);
  return withTexts(
    withReadings({
      ...results,
      claims: withholdClaims(results.claims, results),
      ...(results.readings === undefined ? {} : { readings: withholdReadings(results.readings, results) }),
      comparisons: results.comparisons.map((one) => ({ ...one, claims: withholdClaims(one.claims, results) })),
    }),
  );
}

/** What may be said of choices and of money, read from the results as each edition shows them: a reason may rest on a number that only one of them holds. */
function withReadings(results: Results): Results {
  return { ...results, decisions: readDecisions(results), economics: claimMoney(results) };
}

/** A plan that declares that nobody is compared asks for no effect: the refusal of one is its expected end. */
function primaryRefused(results: Results): boolean {
  const headline = results.comparisons[0];
  if (headline === undefined || headline.design.comparator === "none") return false;
  return !headline.estimates.some((estimate) => estimate.primary);
}
