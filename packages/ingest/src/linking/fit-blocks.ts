import {
  chiSquareQuantile,
  type FellegiSunterFit,
  type FellegiSunterInput,
  fitFellegiSunter,
  randomStream,
} from "@likewise/stats";
import { comparePairs, type PairComparison } from "./compare-pairs.ts";
import { identifierRole } from "./identifier-roles.ts";
import type { CodedSides } from "./link-records.ts";
import type { BlockedPairs } from "./pairs-in-blocks.ts";

/** What was estimated from the pairs of one block. */
export interface BlockEstimates {
  /** Identifiers every pair of the block agrees on. */
  readonly block: readonly string[];
  /** Pairs that stand in it and in no earlier one. */
  readonly pairs: number;
  /** Matches among them; null where nothing could be estimated. */
  readonly expectedMatches: number | null;
  readonly identifiers: readonly {
    readonly identifier: string;
    readonly levels: readonly {
      readonly level: string;
      /** Chance in a match, and in another pair of the block. */
      readonly m: number;
      readonly u: number;
      /** log2(m/u); null where the level occurs in one kind only, or not at all. */
      readonly weight: number | null;
    }[];
  }[];
  /** Why no pair of the block is scored, and what would change that; null where they are. */
  readonly refusal: { readonly why: string; readonly unlocks: string } | null;
}

/** A block with its estimates, and the scores of its pairs; null where there are none. */
export interface FittedBlock {
  readonly estimates: BlockEstimates;
  readonly scores: PairScores | null;
}

/** Scores by pattern: how a pair of the block compares, as a position in the lists below. */
export interface PairScores {
  readonly patternOf: (record: number, person: number) => number;
  /** log2 of how much likelier the comparisons are in a match. */
  readonly weights: Float64Array;
  /** Probability of a match, other people not considered. */
  readonly posteriors: Float64Array;
  /** Identifiers compared. */
  readonly roles: readonly string[];
  /** Level of each of them; -1 = missing. */
  readonly levels: readonly (readonly number[])[];
}

/** More pairs than this are not gone through: the block is too wide to be one. */
const largestBlock = 200_000_000;
/** Fewer matches than this say little about how often matches disagree. */
const fewestMatches = 10;

/**
 * Fits the Fellegi–Sunter model in each block by itself, on the identifiers that the block leaves open.
 *
 * Pairs of one block are alike by design: those that agree on surname and postcode are families, those on a date of
 * birth are strangers. Chances estimated over all blocks together would mix these; within one, comparisons are taken as
 * independent given whether it is a match. All pairs of the block are counted, also those that rules settle.
 */
export function fitBlocks(
  sides: CodedSides,
  pairs: BlockedPairs,
  compare: readonly string[],
  blocks: readonly (readonly string[])[],
): readonly FittedBlock[] {
  return blocks.map((block, index) => {
    const roles = compare.filter((role) => !block.includes(role));
    const named = block.join(" and ");
    const cost = pairs.cost(index);
    if (cost > largestBlock) {
      return refused(
        block,
        cost,
        `${cost} pairs agree on ${named}, and at most ${largestBlock} are compared`,
        "a block of more identifiers",
      );
    }
    const comparison = comparePairs(sides, roles);
    const { patterns, counts } = countPatterns(pairs, index, comparison);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total === 0) return refused(block, 0, `no pair agrees on ${named}`, "a block on which records agree");
    const levels = patterns.flatMap(comparison.levelsOf);
    const others = strangers(sides, comparison, patterns);
    const fit = fittedAmongStrangers({ levels: comparison.levels, patterns: levels, counts }, others, total);
    const estimates = { block, pairs: total, expectedMatches: fit.share * total, identifiers: described(roles, fit) };
    const refusal = refusalOf(fit, roles, total);
    if (refusal !== null) return { estimates: { ...estimates, refusal }, scores: null };
    const indexOf = new Map(patterns.map((pattern, at) => [pattern, at]));
    const scores: PairScores = {
      patternOf: (record, person) => indexOf.get(comparison.patternOf(record, person))!,
      weights: fit.weights,
      posteriors: fit.posteriors,
      roles,
      levels: patterns.map(comparison.levelsOf),
    };
    return { estimates: { ...estimates, refusal: null }, scores };
  });
}

function refused(block: readonly string[], pairs: number, why: string, unlocks: string): FittedBlock {
  return {
    estimates: { block, pairs, expectedMatches: null, identifiers: [], refusal: { why, unlocks } },
    scores: null,
  };
}

function countPatterns(
  pairs: BlockedPairs,
  block: number,
  { patternOf }: PairComparison,
): { patterns: number[]; counts: number[] } {
  const indexOf = new Map<number, number>();
  const patterns: number[] = [];
  const counts: number[] = [];
  pairs.each(block, (record, person) => {
    const pattern = patternOf(record, person);
    const known = indexOf.get(pattern);
    if (known !== undefined) {
      counts[known]!++;
      return;
    }
    indexOf.set(pattern, patterns.push(pattern) - 1);
    counts.push(1);
  });
  return { patterns, counts };
}

/** Random pairs looked at, and as how many pairs of the block they count. */
const strangersDrawn = 100_000;
const strangersCounted = 200;

/**
 * How often each level occurs in pairs of strangers, which hardly any two records drawn at random fail to be. Where a
 * block holds few pairs that are no match, a level that happens to be absent from them would otherwise be taken for proof
 * of a match. The draw is the same each time.
 */
function strangers(
  { records, people }: CodedSides,
  { levels, patternOf, levelsOf }: PairComparison,
  patterns: readonly number[],
): number[][] {
  const stream = randomStream("linkage of strangers");
  const drawn = levels.map((count) => new Array<number>(count).fill(0));
  for (let pair = 0; pair < strangersDrawn; pair++) {
    const pattern = patternOf(stream.integer(0, records - 1), stream.integer(0, people - 1));
    for (const [index, level] of levelsOf(pattern).entries()) if (level !== -1) drawn[index]![level]!++;
  }
  // What an earlier block has taken away, no pair of this one can have.
  const possible = levels.map((_, index) => new Set(patterns.map((pattern) => levelsOf(pattern)[index]!)));
  return drawn.map((counts, index) => {
    const kept = counts.map((count, level) => (possible[index]!.has(level) ? count : 0));
    const total = kept.reduce((sum, count) => sum + count, 0);
    return kept.map((count) => (total === 0 ? 0 : (strangersCounted * count) / total));
  });
}

/**
 * The model, fitted once more where its others agree more rarely than strangers do. What it takes for matches has then
 * drawn in people who agree by chance: that happens where matches are few and identifiers go together in everybody, as a
 * forename says the sex. The second fit has no agreement rarer in others than between strangers.
 */
function fittedAmongStrangers(
  input: Pick<FellegiSunterInput, "levels" | "patterns" | "counts">,
  strangers: readonly (readonly number[])[],
  pairs: number,
): FellegiSunterFit {
  const fit = fitFellegiSunter({ ...input, others: strangers });
  const byChance = strangers.map(shares);
  const others = Math.max(1, (1 - fit.share) * pairs);
  const tooRare = byChance.some((chances, index) => {
    const closest = chances.findIndex((chance, level) => chance > 0 || fit.u[index]![level]! > 0);
    if (closest === -1) return false;
    const chance = chances[closest]!;
    return chance - fit.u[index]![closest]! > 3 * Math.sqrt((chance * (1 - chance)) / others) + 1e-9;
  });
  if (!tooRare) return fit;
  return fitFellegiSunter({ ...input, u: byChance.map((chances, index) => noRarer(fit.u[index]!, chances)) });
}

/**
 * Every level at least as likely as by chance, but the furthest that occurs, which takes what is left; of an identifier
 * that all pairs lack the last.
 */
function noRarer(u: readonly number[], byChance: readonly number[]): number[] {
  const raised = u.map((chance, level) => Math.max(chance, byChance[level]!));
  const occurs = raised.findLastIndex((chance) => chance > 0);
  const furthest = occurs === -1 ? raised.length - 1 : occurs;
  const nearer = raised.reduce((sum, chance, level) => (level === furthest ? sum : sum + chance), 0);
  if (nearer >= 1) return shares(raised);
  return raised.map((chance, level) => (level === furthest ? 1 - nearer : chance));
}

function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}

function described(roles: readonly string[], { m, u }: FellegiSunterFit): BlockEstimates["identifiers"] {
  return roles.map((identifier, index) => ({
    identifier,
    levels: identifierRole(identifier).levels.map((level, at) => {
      const [inMatches, inOthers] = [m[index]![at]!, u[index]![at]!];
      const both = inMatches > 0 && inOthers > 0;
      return { level, m: inMatches, u: inOthers, weight: both ? Math.log2(inMatches / inOthers) : null };
    }),
  }));
}

/** Whether the estimates would mislead: two kinds that are not there, not told apart, or the wrong way round. */
function refusalOf(fit: FellegiSunterFit, roles: readonly string[], pairs: number): BlockEstimates["refusal"] {
  const further = fit.u.reduce((sum, chances) => sum + chances.filter((chance) => chance > 0).length - 1, 0);
  const gain = 2 * (fit.logLikelihood - fit.oneKindLogLikelihood);
  if (further < 1 || gain < chiSquareQuantile(0.001, further + 1, { upper: true })) {
    return {
      why: "all pairs compare alike: nothing shows that some of them are matches and others not",
      unlocks: "a wider block, or identifiers that differ between people",
    };
  }
  if (!fit.identified) {
    return {
      why: "the comparisons leave open how many of the pairs are matches",
      unlocks: "at least three identifiers to compare besides those of the block, each of which agrees and differs",
    };
  }
  const matches = fit.share * pairs;
  if (matches < fewestMatches) {
    return {
      why: `fewer than ${fewestMatches} matches are expected among the pairs, too few to estimate weights from`,
      unlocks: "more rows, a wider block, or a deterministic rule",
    };
  }
  const wrong = roles.find((_, index) => agreesLess(fit.m[index]!, fit.u[index]!, matches));
  if (wrong === undefined) return null;
  return {
    why: `${wrong} agrees less often in what would be matches than in other pairs, so they are no matches`,
    unlocks: `a linkage without ${wrong}, or a block in which matches are more frequent`,
  };
}

/** By more than three standard errors, on the closest level that occurs. */
function agreesLess(m: readonly number[], u: readonly number[], matches: number): boolean {
  const closest = m.findIndex((chance, level) => chance > 0 || u[level]! > 0);
  // What all pairs lack has no chances in matches.
  if (closest === -1 || !m.some((chance) => chance > 0)) return false;
  const [inMatches, inOthers] = [m[closest]!, u[closest]!];
  return inOthers - inMatches > 3 * Math.sqrt((inMatches * (1 - inMatches)) / matches) + 1e-9;
}
