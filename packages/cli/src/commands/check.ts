import { Failure } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly study: string;
  readonly json?: boolean;
}

/** Validates plan and data and prints the account of rows; nothing is analysed. */
export const check: Command<Options> = {
  name: "check",
  command: "check <study>",
  describe: "Validate plan and data, and account for every row",
  builder: (parser) =>
    parser
      .positional("study", { type: "string", describe: "study folder, or its study.yaml", demandOption: true })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" }),
  run: async (options, console) => {
    const { loadPlan } = await import("../study/load-plan.ts");
    const { ingestStudy } = await import("@likewise/ingest");
    const { buildCohort, pathwayIssues, safetyIssues } = await import("@likewise/cohort");
    const { checkAnswers } = await import("@likewise/measures");
    const { loadDefinitions } = await import("../study/load-definitions.ts");
    const { loadEvidenceMap } = await import("../study/load-evidence-map.ts");
    const { alignmentOfRun } = await import("../study/alignment-of-run.ts");
    const { loadTheory } = await import("../study/load-theory.ts");
    const { brandingOf } = await import("../study/branding-of.ts");
    const { interimOf } = await import("../study/interim-of.ts");
    const { readReleases } = await import("../study/read-results.ts");
    const { readWeights } = await import("../study/harm-weights.ts");
    const { issuesReceived, numberedTables } = await import("../study/issues-received.ts");
    const { requireRetained } = await import("../study/require-retained.ts");
    const { withRejectedRows } = await import("../study/with-rejected-rows.ts");
    const { withPlanLines } = await import("../study/with-plan-lines.ts");
    const { requireRows } = await import("../study/require-rows.ts");
    const { accountText } = await import("../terminal/account-text.ts");
    const { linkagesText } = await import("../terminal/linkages-text.ts");
    const { assumptionsText } = await import("../terminal/assumptions-text.ts");
    const { unconfirmed } = await import("../study/require-confirmed.ts");
    const { unconfirmedText } = await import("../terminal/unconfirmed-text.ts");
    const { notScoredText } = await import("../terminal/not-scored-text.ts");
    const { requireResampled } = await import("@likewise/compare");
    const { moneyRefused } = await import("../study/money-refused.ts");
    const { plan, folder, text } = await loadPlan(options.study);
    // Said before anything is read, as it needs no data.
    for (const comparison of plan.comparisons) requireResampled(comparison);
    requireRetained(plan.data.protection?.retainUntil, console);
    const theory = await loadTheory(plan, folder);
    const evidence = await loadEvidenceMap(plan, folder);
    await brandingOf(plan, folder);
    interimOf(plan, await readReleases(plan, folder));
    const ingested = await withPlanLines({ plan, text }, () => ingestStudy({ plan, folder }));
    // Following people is cheap, and finds arms, dates and stages that the plan names and the data do not hold.
    const tables = numberedTables(ingested);
    const cohort = await withRejectedRows(ingested.issues, () => {
      if (evidence !== null) alignmentOfRun(evidence.map, plan, theory?.theory ?? null, tables);
      return buildCohort({ plan, tables });
    });
    const accounts = [...ingested.accounts, ...cohort.accounts];
    const weights = await readWeights(plan, folder);
    const { definitions } = await loadDefinitions(plan, folder);
    const answers = checkAnswers({ plan, tables, definitions });
    const found = [
      ...cohort.issues,
      ...pathwayIssues({ plan, tables }),
      ...safetyIssues({ plan, tables }),
      ...answers.issues,
    ];
    const issues = [...ingested.issues, ...weights.issues, ...issuesReceived(found, ingested)];
    const { assumptions } = ingested;
    const linkages = ingested.linkages.map(({ summary }) => summary);
    const open = unconfirmed(plan);
    const money = moneyRefused(plan, { ...ingested, tables }, text);
    if (options.json)
      console.out(
        jsonText({
          kind: "likewise/check",
          version: 1,
          accounts,
          issues,
          linkages,
          assumptions,
          unconfirmed: open,
          refusals: [...answers.refusals, ...money.refusals],
        }),
      );
    else
      console.out(
        accountText(accounts, issues) +
          linkagesText(linkages) +
          assumptionsText(assumptions) +
          unconfirmedText(open) +
          notScoredText(answers.refusals),
      );
    // Said last: the account above says why, and a run would stop for the same reason.
    requireRows(plan, ingested.accounts);
    if (money.refusals.length > 0) throw new Failure("refused", money.text);
    return 0;
  },
};
