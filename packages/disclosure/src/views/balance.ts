import { type Balance, type Comparison, type Figure, isWithheld, resultKey } from "@likewise/schema";
import { toOneDecimal } from "../one-decimal.ts";
import type { Profile } from "../profiles.ts";
import { countBehind, type TwoValues, twoValuesOf } from "./count-behind.ts";
import type { CountId, Reader } from "./readings.ts";

/** The people a comparison is made of, as counts. */
export interface Groups {
  readonly before: readonly [treated: CountId, comparison: CountId];
  readonly after: readonly [treated: CountId, comparison: CountId];
  /** Treated people left without a match. */
  readonly unmatched: CountId;
}

const armNames = ["treated", "comparison"] as const;

/**
 * Covariates: means of both arms before and after, and of treated people kept and lost.
 *
 * A mean of a yes-or-no covariate is a count in disguise, the same one wherever it is printed: the treated after matching
 * are those kept, and together with those lost they are the treated before. Where a count goes, everything of its row
 * that would give it back goes: the mean of the other arm, the standardised difference (two decimals of it and the size
 * of an arm leave one count in most cases) and the variance ratio. Rows without a withheld count stay as they are.
 *
 * @returns the counts behind the means before, of both arms: what models of these covariates are fitted to
 */
export function readBalanceTable(comparison: Comparison, groups: Groups, read: Reader, profile: Profile): CountId[] {
  const levels = new Map<string, { readonly people: CountId; readonly counts: CountId[] }>();
  const before: CountId[] = [];
  for (const entry of comparison.balance.entries())
    for (const { part, people, count } of readRow(comparison, entry, groups, read, profile)) {
      if (part.startsWith("before")) before.push(count);
      if (entry[1].level === null) continue;
      const key = JSON.stringify([entry[1].covariate, part]);
      levels.set(key, { people, counts: [...(levels.get(key)?.counts ?? []), count] });
    }
  // The levels of one covariate add up to everyone, so one of them cannot go alone.
  for (const { people, counts } of levels.values()) read.levels(people, counts);
  readLostAlone(comparison, groups, read);
  return before;
}

interface Found {
  readonly part: string;
  readonly people: CountId;
  readonly count: CountId;
}

function readRow(
  comparison: Comparison,
  [index, entry]: readonly [number, Balance],
  groups: Groups,
  read: Reader,
  profile: Profile,
): Found[] {
  const { arms, matching } = comparison;
  const values = twoValuesOf(entry, [arms.treated, arms.comparison]);
  const found: Found[] = [];
  const counted = (part: string, key: string, mean: Figure, size: Figure | null, people: CountId): CountId => {
    const amount = countBehind(mean, size, values);
    if (amount === null) return null;
    const name = JSON.stringify([comparison.id, "covariate", entry.covariate, entry.level, part]);
    const count = read.behind(key, amount, { need: part.startsWith("before") ? 1 : 0, same: name });
    read.among(count, people);
    if (!found.some((each) => each.part === part)) found.push({ part, people, count });
    return count;
  };
  const sizes = {
    before: [arms.treated, arms.comparison],
    after: [matching?.treatedMatched ?? null, matching?.comparisonMatched ?? null],
  } as const;
  const at = (part: string) => `comparisons/${resultKey(comparison.id)}/${part}`;
  const row = (part: string) => at(`balance/${index}/${part}`);
  const few = fewUnmatched(comparison, profile);
  const [before, after] = (["before", "after"] as const).map((when) => {
    const summary = entry[when];
    return summary === null
      ? [null, null]
      : armNames.map((arm, i) =>
          // Of few people left out, nothing is to be had by subtraction: the means of those kept go in every row alike.
          few && when === "after" && arm === "treated"
            ? null
            : counted(`${when} ${arm}`, row(`${when}/${arm}`), summary[arm], sizes[when][i]!, groups[when][i]!),
        );
  }) as [CountId[], CountId[]];

  for (const [when, counts] of [
    ["before", before],
    ["after", after],
  ] as const) {
    const [treated, other] = groups[when];
    read.derive([row(`${when}/treated`)], counts, { people: treated });
    read.derive([row(`${when}/comparison`)], counts, { people: other });
    // The unit of both standardised differences is a deviation before.
    for (const people of [treated, other])
      read.derive([row(`${when}/standardisedMeanDifference`)], [...counts, ...before], { people });
    for (const people of [treated, other]) read.derive([row(`${when}/varianceRatio`)], counts, { people });
    for (const people of [treated, other]) read.derive(distributions(entry, when).map(row), counts, { people });
  }

  const worst = entry.after === null ? before : [...after, ...before];
  if (typeof entry.worstImputed === "number")
    for (const people of groups[entry.after === null ? "before" : "after"])
      read.derive([row("worstImputed")], worst, { people });

  const place = lostPlace(comparison, entry);
  const lostKey = (part: string) => at(`matching/lost/${place}/${part}`);
  if (few) {
    const spread = [row("after/varianceRatio"), ...distributions(entry, "after").map(row)];
    const kept = [
      row("after/treated"),
      ...spread,
      ...(typeof entry.worstImputed === "number" ? [row("worstImputed")] : []),
      ...(place === null ? [] : [lostKey("kept")]),
    ];
    read.derive(kept, [], { people: groups.unmatched });
    read.derive([row("after/standardisedMeanDifference")], [], {
      people: groups.unmatched,
      as: decimalLeavesEnough(comparison, entry, values, profile) ? "one decimal" : "withheld",
    });
    if (place !== null) read.derive([lostKey("lost")], [], { people: groups.unmatched });
    return found;
  }
  if (place === null || matching === null) {
    if (differenced(comparison, profile)) read.rest(before[0]!, [after[0]!]);
    return found;
  }
  const means = matching.lost[place]!;
  const kept = counted("after treated", lostKey("kept"), means.kept, matching.treatedMatched, groups.after[0]);
  const lost = counted("lost", lostKey("lost"), means.lost, matching.treatedUnmatched, groups.unmatched);
  read.derive([lostKey("kept")], [kept, ...after], { people: groups.after[0] });
  read.derive([lostKey("lost")], [lost], { people: groups.unmatched });
  read.sum(before[0]!, [kept, lost]);
  return found;
}

/** Differences of the arms' distributions, where the comparison has them. */
function distributions(entry: Balance, when: "before" | "after"): string[] {
  return entry[when]?.ecdfMean === undefined ? [] : [`${when}/ecdfMean`, `${when}/ecdfMax`];
}

/**
 * Whether one decimal of the standardised difference after matching tells too little of the few left out: of a count,
 * that enough numbers of them fit; of a mean, that theirs stays open by a standard deviation either way.
 */
function decimalLeavesEnough(
  { arms, matching }: Comparison,
  { before, after }: Balance,
  values: TwoValues,
  { feasibleValues }: Profile,
): boolean {
  const figures = [arms.treated, matching?.treatedMatched, matching?.treatedUnmatched, before.treated];
  const others = [before.comparison, before.standardisedMeanDifference, after?.comparison];
  if (![...figures, ...others].every((each) => typeof each === "number")) return false;
  const [people, matched, unmatched, meanBefore] = figures as number[];
  const [comparisonBefore, difference, comparisonAfter] = others as number[];
  const having = countBehind(meanBefore!, people!, values);
  if (having === null) return people! >= 20 * unmatched!;
  if (difference === 0) return false;
  const deviation = (meanBefore! - comparisonBefore!) / difference!;
  const least = Math.max(0, having - unmatched!);
  const most = Math.min(having, matched!);
  const shown = Array.from({ length: most - least + 1 }, (_, i) => {
    const mean = values.low + ((values.high - values.low) * (least + i)) / matched!;
    return toOneDecimal((mean - comparisonAfter!) / deviation);
  });
  const exact = after!.standardisedMeanDifference;
  const fitting = shown.filter((each) => typeof exact === "number" && each === toOneDecimal(exact)).length;
  return fitting >= Math.min(feasibleValues, shown.length);
}

/** Covariates lost and kept that the balance table does not have: nothing ties them to everyone. */
function readLostAlone(comparison: Comparison, { after, unmatched }: Groups, read: Reader): void {
  const { matching, balance, id } = comparison;
  for (const [index, { covariate, level, kept, lost }] of (matching?.lost ?? []).entries()) {
    if (balance.some((entry) => entry.covariate === covariate && entry.level === level)) continue;
    const key = (part: string) => `comparisons/${resultKey(id)}/matching/lost/${index}/${part}`;
    for (const [part, mean, size, people] of [
      ["kept", kept, matching!.treatedMatched, after[0]],
      ["lost", lost, matching!.treatedUnmatched, unmatched],
    ] as const) {
      const amount = countBehind(mean, size);
      const count = amount === null ? null : read.behind(key(part), amount, { need: 0 });
      read.among(count, people);
      read.derive([key(part)], [count], { people });
    }
  }
}

function lostPlace({ matching }: Comparison, { covariate, level }: Balance): number | null {
  const place = (matching?.lost ?? []).findIndex((each) => each.covariate === covariate && each.level === level);
  return place < 0 ? null : place;
}

/** Whether those left out by matching are a group to protect: if the profile says so, or if they are very few. */
export function differenced(comparison: Comparison, profile: Profile): boolean {
  const { matching } = comparison;
  if (matching === null || isWithheld(matching.treatedUnmatched)) return false;
  return profile.unmatchedIsAGroup || fewUnmatched(comparison, profile);
}

export function fewUnmatched({ matching }: Comparison, { minimumDenominator }: Profile): boolean {
  if (matching === null || isWithheld(matching.treatedUnmatched)) return false;
  return matching.treatedUnmatched > 0 && matching.treatedUnmatched < minimumDenominator;
}
