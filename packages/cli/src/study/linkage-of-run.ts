import type { ComparisonResult } from "@likewise/compare";
import type { Linked } from "@likewise/ingest";
import type { Refusal, StudyPlan } from "@likewise/schema";

/**
 * Above this share of rows that ought to have been linked, missing ones may decide a comparison. Our own policy, the
 * same as for offences that no weight table holds; no authority sets it.
 */
const mostUnlinked = 0.02;

/** What a run makes of rows that were linked by identifiers. */
export interface LinkageOfRun {
  /** Assumptions every comparison rests on. */
  readonly notes: readonly string[];
  /** By table: why nothing may be said from its rows. */
  readonly refusals: ReadonlyMap<string, Refusal>;
}

/**
 * Whether outcomes may rest on rows that were linked by identifiers: somebody whose rows were missed counts as having
 * none, and names misspelt in one arm alone would look like an effect.
 */
export function linkageOfRun(plan: StudyPlan, linkages: readonly Linked[]): LinkageOfRun {
  const refusals = new Map<string, Refusal>();
  for (const { summary } of linkages) {
    const { table, rows, notLinked, forReview } = summary;
    const declared = (plan.data.linkage ?? []).find((linkage) => linkage.table === table);
    if (declared?.holds === "area" || notLinked + forReview <= mostUnlinked * rows) continue;
    refusals.set(table, tooFewLinked(table));
  }
  const notes = linkages.map(
    ({ summary: { table } }) =>
      `rows of ${table} were linked to people by identifiers: somebody whose rows were missed counts as having none`,
  );
  return { notes, refusals };
}

function tooFewLinked(table: string): Refusal {
  return {
    id: "too-few-linked",
    what: `Every outcome from ${table}`,
    why: `More than 2 in every 100 rows of ${table} are linked to nobody or are for review, and whoever they are about would count as having none`,
    unlocks: `Settle the review list in private/linkage (decisions), or add identifiers or rules: check prints the match rates. Where the extract holds other people of the area too, declare holds: area under data.linkage`,
  };
}

/** A comparison without what would rest on rows that too few people were linked to. */
export function withoutUnlinked<Result extends ComparisonResult>(
  result: Result,
  plan: StudyPlan,
  { refusals }: LinkageOfRun,
): Result {
  const tableOf = new Map(plan.outcomes.map(({ id, from }) => [id, from ?? "events"]));
  const stands = ({ outcome }: { readonly outcome: string | null }) =>
    outcome === null || !refusals.has(tableOf.get(outcome) ?? "");
  const { comparison } = result;
  const kept = comparison.estimates.filter(stands);
  const { targetTrial } = comparison;
  const trialOutcomes = targetTrial?.outcomes.filter(stands) ?? [];
  const isWhole = kept.length === comparison.estimates.length;
  if (isWhole && trialOutcomes.length === (targetTrial?.outcomes ?? []).length) return result;
  return {
    ...result,
    comparison: {
      ...comparison,
      estimates: kept,
      ...(targetTrial === undefined ? {} : { targetTrial: { ...targetTrial, outcomes: trialOutcomes } }),
      tests: comparison.tests.filter(stands),
      curves: comparison.curves.filter(stands),
      models: comparison.models.filter(stands),
      refusals: [...comparison.refusals, ...refusals.values()],
    },
  };
}
