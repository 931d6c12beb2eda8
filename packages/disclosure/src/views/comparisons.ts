import {
  type Balance,
  type Comparison,
  type Estimate,
  type Exclusion,
  type Figure,
  isWithheld,
  type Results,
  resultKey,
} from "@likewise/schema";
import type { Profile } from "../profiles.ts";
import { readBreakdown } from "./accounts.ts";
import { comparisonPeople, treatedPeople } from "./pathway.ts";
import type { CountId, Reader } from "./readings.ts";

/** Comparisons: people and events of both arms, and everything an estimate, a test, a model or a balance row reveals. */
export function readComparisons({ comparisons }: Results, read: Reader, profile: Profile): void {
  for (const comparison of comparisons) {
    const at = (part: string) => `comparisons/${resultKey(comparison.id)}/${part}`;
    const { rows, arms } = comparison;
    const used = read.count(at("rows/used"), rows.used, { sensitive: false, need: 2 });
    const all = read.count(at("rows/read"), rows.read, { sensitive: false, known: true });
    const excluded = readBreakdown(read, null, rows.excluded, (index) => at(`rows/excluded/${index}/rows`));
    read.sum(all, [used, ...excluded]);
    readOutcomeRows(comparison, read);
    const treated = read.count(at("arms/treated"), arms.treated, { same: treatedPeople(arms.treated), need: 2 });
    const other = read.count(at("arms/comparison"), arms.comparison, {
      same: comparisonPeople(arms.comparison),
      need: 2,
    });
    read.sum(used, [treated, other]);
    const matched = readMatching(comparison, read, profile, treated);
    const groups = { before: [treated, other], after: matched } as const;
    readBalanceTable(comparison, groups, read, profile);
    readOutcomes(comparison, read, profile);
  }
}

/** Who is left out of single outcomes: compare writes it among the options of the design. */
function readOutcomeRows({ id, design }: Comparison, read: Reader): void {
  const rows = (design.outcomeRows as { excluded: Exclusion[] }[] | undefined) ?? [];
  for (const [outcome, { excluded }] of rows.entries())
    readBreakdown(
      read,
      null,
      excluded,
      (index) => `comparisons/${resultKey(id)}/design/outcomeRows/${outcome}/excluded/${index}/rows`,
    );
}

/** How many were matched is a matter of the method: nobody outside can tell who was not. */
function readMatching(
  { id, matching }: Comparison,
  read: Reader,
  profile: Profile,
  treated: CountId,
): readonly [CountId, CountId] {
  if (matching === null) return [null, null];
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
  const sizes = Object.keys(matching.setSizes).map((size) => at(`setSizes/${resultKey(size)}`));
  read.derive([...sizes, at("effectiveSampleSize/treated"), at("effectiveSampleSize/comparison")], [matched, others]);
  const checks = Object.keys(matching.constraintsChecked).map((check) => at(`constraintsChecked/${resultKey(check)}`));
  read.derive(checks, [matched, others], { as: "removed" });
  for (const index of matching.lost.keys()) {
    read.derive([at(`lost/${index}/kept`)], [matched], { people: matched });
    read.derive([at(`lost/${index}/lost`)], [unmatched], { people: unmatched });
  }
  return [matched, others];
}

type Groups = Readonly<Record<"before" | "after", readonly [CountId, CountId]>>;

/** Row by row; the levels of one covariate add up to everyone, so one of them cannot go alone. */
function readBalanceTable(comparison: Comparison, groups: Groups, read: Reader, profile: Profile): void {
  const levels = new Map<string, { readonly people: CountId; readonly counts: CountId[] }>();
  for (const entry of comparison.balance.entries())
    for (const [name, count] of readBalance(comparison, entry, groups, read, profile)) {
      const [covariate, when, arm] = [entry[1].covariate, ...name];
      const key = JSON.stringify([covariate, when, arm]);
      const people = groups[when][armNames.indexOf(arm)]!;
      if (entry[1].level === null) continue;
      levels.set(key, { people, counts: [...(levels.get(key)?.counts ?? []), count] });
    }
  for (const { people, counts } of levels.values()) read.levels(people, counts);
}

/**
 * A mean of a yes-or-no covariate is a count in disguise. Where it gives away a small one, the means of both arms and
 * the variance ratio go, and the standardised difference keeps two decimals: the balance can still be judged.
 */
function readBalance(
  comparison: Comparison,
  [index, entry]: readonly [number, Balance],
  groups: Groups,
  read: Reader,
  profile: Profile,
): (readonly [readonly ["before" | "after", (typeof armNames)[number]], CountId])[] {
  const found: (readonly [readonly ["before" | "after", (typeof armNames)[number]], CountId])[] = [];
  const sizes = {
    before: [comparison.arms.treated, comparison.arms.comparison],
    after: [comparison.matching?.treatedMatched ?? null, comparison.matching?.comparisonMatched ?? null],
  } as const;
  const treatedCounts = (["before", "after"] as const).map((when) => {
    const summary = entry[when];
    if (summary === null) return null;
    const at = (part: string) => `comparisons/${resultKey(comparison.id)}/balance/${index}/${when}/${part}`;
    const counts = armNames.map((arm, i) => {
      const count = countBehind(summary[arm], sizes[when][i]!);
      if (count === null) return null;
      const behind = read.behind(at(arm), count, when === "before" ? 1 : 0);
      read.among(behind, groups[when][i]!);
      found.push([[when, arm], behind]);
      return behind;
    });
    for (const [i, arm] of armNames.entries()) read.derive([at(arm)], counts, { people: groups[when][i]! });
    read.derive([at("varianceRatio")], counts);
    read.derive([at("standardisedMeanDifference")], counts, { as: "rounded" });
    return counts[0]!;
  });
  if (differenced(comparison, profile)) read.rest(treatedCounts[0]!, [treatedCounts[1]!]);
  return found;
}

/** People behind a mean of zeros and ones; null when the mean cannot be one. */
function countBehind(mean: Figure, people: Figure | null): number | null {
  if (people === null || isWithheld(people) || isWithheld(mean) || mean < 0 || mean > 1) return null;
  const count = Math.round(mean * people);
  return Math.abs(mean * people - count) < 1e-6 ? count : null;
}

/** Whether those left out by matching are a group to protect: if the profile says so, or if they are very few. */
function differenced({ matching }: Comparison, profile: Profile): boolean {
  if (matching === null || isWithheld(matching.treatedUnmatched)) return false;
  const few = matching.treatedUnmatched > 0 && matching.treatedUnmatched < profile.minimumDenominator;
  return profile.unmatchedIsAGroup || few;
}

/** Events of each arm behind every estimate; what reveals them goes with them. */
function readOutcomes(comparison: Comparison, read: Reader, profile: Profile): void {
  const behind = new Map<string, CountId[]>();
  const armEvents = new Map<string, CountId>();
  for (const estimate of comparison.estimates) {
    const counts = readEstimate(comparison, estimate, read, armEvents);
    const known = behind.get(estimate.outcome) ?? [];
    behind.set(estimate.outcome, [...known, ...counts]);
  }
  if (differenced(comparison, profile)) readUnmatchedEvents(comparison, read, armEvents);
  const at = (part: string) => `comparisons/${resultKey(comparison.id)}/${part}`;
  for (const [index, test] of comparison.tests.entries())
    read.derive([at(`tests/${index}/statistic`), at(`tests/${index}/pValue`)], behind.get(test.outcome) ?? []);
  for (const [index, model] of comparison.models.entries()) {
    const from = model.outcome === null ? [] : (behind.get(model.outcome) ?? []);
    for (const term of model.terms.keys())
      read.derive(
        [at(`models/${index}/terms/${term}/estimate`), at(`models/${index}/terms/${term}/standardError`)],
        from,
      );
  }
  for (const [outcome, range] of Object.entries(comparison.matching?.tieRange ?? {}))
    if (range !== null)
      read.derive(
        [at(`matching/tieRange/${resultKey(outcome)}/0`), at(`matching/tieRange/${resultKey(outcome)}/1`)],
        behind.get(outcome) ?? [],
      );
}

const armNames = ["treated", "comparison"] as const;

function readEstimate(
  comparison: Comparison,
  estimate: Estimate,
  read: Reader,
  armEvents: Map<string, CountId>,
): CountId[] {
  const at = (part: string) => `comparisons/${resultKey(comparison.id)}/estimates/${resultKey(estimate.id)}/${part}`;
  const need = estimate.primary ? 2 : 1;
  const counts = armNames.flatMap((arm) => {
    const { n, events } = estimate[arm];
    const same = arm === "treated" ? treatedPeople(n) : comparisonPeople(n);
    // Subgroups are people of their own, even where two happen to be of one size.
    const people = read.count(at(`${arm}/n`), n, { ...(estimate.subgroup === null ? { same } : {}), need });
    const name = JSON.stringify([comparison.id, estimate.outcome, estimate.subgroup, arm, n, "events"]);
    const event = events === null ? null : read.count(at(`${arm}/events`), events, { same: name, need });
    if (eventsArePeople(estimate)) read.among(event, people);
    read.derive([at(`${arm}/value`)], [people, event], { people });
    if (estimate.subgroup === null) armEvents.set(`${estimate.outcome} ${arm} ${kind(estimate)}`, event);
    return [people, event];
  });
  const { sensitivity, precision } = estimate;
  const revealing = [
    ...["estimate", "standardError", "interval/0", "interval/1", "pValue"],
    ...(sensitivity.eValue === null ? [] : ["sensitivity/eValue/estimate", "sensitivity/eValue/interval"]),
    ...sensitivity.rosenbaum.map((_, index) => `sensitivity/rosenbaum/${index}/pUpper`),
    ...sensitivity.robustness.flatMap((_, index) =>
      ["estimate", "interval/0", "interval/1"].map((part) => `sensitivity/robustness/${index}/${part}`),
    ),
    ...(precision === undefined || precision === null
      ? []
      : ["precision/detectableDifference", "precision/peopleNeeded"]),
  ].map(at);
  // An effect speaks of both arms, so the smaller decides whether there are too few.
  for (const arm of [0, 2]) {
    read.derive(revealing, counts, { people: counts[arm]! });
    read.derive([at("df"), at("clusters")], counts, { people: counts[arm]!, as: "blank" });
  }
  return counts;
}

/** Of a rate or a mean, events are events: people without one cannot be had by subtraction. */
function eventsArePeople({ measure }: Estimate): boolean {
  return ["riskDifference", "riskRatio", "oddsRatio", "hazardRatio"].includes(measure);
}

function kind(estimate: Estimate): "everyone" | "matched" {
  return estimate.adjustment === "matching" ? "matched" : "everyone";
}

/** Everyone's events less those of matched people are the events of the few left out. */
function readUnmatchedEvents(comparison: Comparison, read: Reader, armEvents: ReadonlyMap<string, CountId>): void {
  for (const outcome of new Set(comparison.estimates.map((estimate) => estimate.outcome)))
    read.rest(armEvents.get(`${outcome} treated everyone`) ?? null, [
      armEvents.get(`${outcome} treated matched`) ?? null,
    ]);
}
