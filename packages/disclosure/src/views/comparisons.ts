import { type Comparison, type Exclusion, type Results, resultKey } from "@likewise/schema";
import type { Profile } from "../profiles.ts";
import { readBreakdown } from "./accounts.ts";
import { type Groups, readBalanceTable } from "./balance.ts";
import { comparisonPeople, treatedPeople } from "./count-names.ts";
import { readModels } from "./models.ts";
import { type Behind, readOutcomes } from "./outcomes.ts";
import type { CountId, Reader } from "./readings.ts";
import { readTargetTrial } from "./target-trial.ts";

/** Comparisons: people and events of both arms, and everything an estimate, a test, a model or a balance row reveals. */
export function readComparisons({ comparisons }: Results, read: Reader, profile: Profile): void {
  for (const comparison of comparisons) {
    const at = (part: string) => `comparisons/${resultKey(comparison.id)}/${part}`;
    const { rows, arms } = comparison;
    const used = read.count(at("rows/used"), rows.used, { sensitive: false, need: 2 });
    const all = read.count(at("rows/read"), rows.read, { sensitive: false, known: true });
    const excluded = readBreakdown(read, null, rows.excluded, (index) => at(`rows/excluded/${index}/rows`));
    read.sum(all, [used, ...excluded]);
    const treated = read.count(at("arms/treated"), arms.treated, { same: treatedPeople(arms.treated), need: 2 });
    const other = read.count(at("arms/comparison"), arms.comparison, {
      same: comparisonPeople(arms.comparison),
      need: 2,
    });
    read.sum(used, [treated, other]);
    const groups = { before: [treated, other], ...readMatching(comparison, read, profile, treated) } as const;
    const covariates = readBalanceTable(comparison, groups, read, profile);
    const behind = readOutcomes(comparison, groups, covariates, read, profile);
    readOutcomeRows(comparison, used, behind, read);
    readModels(comparison, groups, covariates, behind, read);
    readTargetTrial(comparison, read);
  }
}

/**
 * Who is left out of single outcomes: compare writes it among the options of the design. Everyone used is in an estimate
 * of the outcome or has a reason not to be, so anyone can subtract; as with rows, a single reason is that difference.
 */
function readOutcomeRows(
  { id, design }: Comparison,
  used: CountId,
  behind: ReadonlyMap<string, Behind>,
  read: Reader,
): void {
  const rows = (design.outcomeRows as { outcome: string; excluded: Exclusion[] }[] | undefined) ?? [];
  for (const [index, { outcome, excluded }] of rows.entries()) {
    const reasons = readBreakdown(
      read,
      null,
      excluded,
      (reason) => `comparisons/${resultKey(id)}/design/outcomeRows/${index}/excluded/${reason}/rows`,
    );
    // Sums that do not come out (of matched people, or of people followed for a time) are not taken in.
    for (const people of behind.get(outcome)?.arms ?? []) read.sum(used, [...people, ...reasons]);
  }
}

/** How many were matched is a matter of the method: nobody outside can tell who was not. */
function readMatching(
  { id, matching }: Comparison,
  read: Reader,
  profile: Profile,
  treated: CountId,
): Pick<Groups, "after" | "unmatched"> {
  if (matching === null) return { after: [null, null], unmatched: null };
  const at = (part: string) => `comparisons/${resultKey(id)}/matching/${part}`;
  const sensitive = profile.unmatchedIsAGroup;
  const matched = read.count(at("treatedMatched"), matching.treatedMatched, {
    same: treatedPeople(matching.treatedMatched),
    sensitive,
    need: 2,
  });
  const unmatched = read.count(at("treatedUnmatched"), matching.treatedUnmatched, { sensitive });
  const others = read.count(at("comparisonMatched"), matching.comparisonMatched, {
    same: comparisonPeople(matching.comparisonMatched),
    sensitive,
    need: 2,
  });
  read.sum(treated, [matched, unmatched]);
  // One to one, as many were chosen as were matched.
  if (Object.keys(matching.setSizes).every((size) => size === "1:1")) read.sum(matched, [others]);
  const sizes = Object.keys(matching.setSizes).map((size) => at(`setSizes/${resultKey(size)}`));
  read.derive([...sizes, at("effectiveSampleSize/treated"), at("effectiveSampleSize/comparison")], [matched, others]);
  const checks = Object.keys(matching.constraintsChecked).map((check) => at(`constraintsChecked/${resultKey(check)}`));
  read.derive(checks, [matched, others], { as: "removed" });
  return { after: [matched, others], unmatched };
}
