import type { FittedBlock } from "./fit-blocks.ts";
import { identifierRole } from "./identifier-roles.ts";
import type { BlockedPairs } from "./pairs-in-blocks.ts";

/** A person a record may be. */
export interface Candidate {
  readonly person: number;
  /** In which block the pair stands, 0 for the first, and its pattern there. */
  readonly block: number;
  readonly pattern: number;
  /** Probability of a match, other people not considered. */
  readonly posterior: number;
  /** Probability of a match given that the record is one person at most. */
  readonly exclusive: number;
}

/** What the weights say of each record that is open. */
export interface ProbabilityLinks {
  /** Person by record; -1 = none. */
  readonly person: Int32Array;
  /** By record linked: probability that the link is right. */
  readonly posterior: Float64Array;
  /** By record: probability that any of the people compared is the right one. */
  readonly anybody: Float64Array;
  /** Records to look at, with the people they may be, the likeliest first. */
  readonly review: ReadonlyMap<number, readonly Candidate[]>;
}

/** Odds of a pattern that occurs in matches only; infinite odds would leave no ratio between two such people. */
const certainOdds = 1e15;

/** Identifiers that tell relatives apart, who share much of the rest. */
const tellsRelatives: readonly string[] = ["forename", "full_name", "birth_date"];

/**
 * Links open records by their weights: a record is linked where exactly one person reaches `accept`, and still does when
 * the others it may be are allowed for; it goes to review where several do, or somebody reaches `review`.
 *
 * Twins share all but the forename, and a family its surname and address: their comparisons are not independent, and
 * weights that take them to be make a twin who is not among the people into the other. So a pair whose forename (or full
 * name) or date of birth is altogether different, or whose forename is missing, is never linked by weight alone, whatever
 * its probability: it is for review.
 *
 * A record is one person at most. With the pairs' odds o, the probability of person j is then o_j / (1 + Σ o), so that
 * two people who fit equally well, as twins do, share what each would have had alone.
 *
 * @param open     1 = the record is to be linked
 * @param excluded whether somebody has decided against a pair
 */
export function linkByProbability(
  pairs: BlockedPairs,
  fitted: readonly FittedBlock[],
  thresholds: { readonly accept: number; readonly review: number },
  open: Uint8Array,
  excluded: (record: number, person: number) => boolean,
): ProbabilityLinks {
  const odds = new Float64Array(open.length);
  const candidates = new Map<number, Omit<Candidate, "exclusive">[]>();
  const least = Math.min(thresholds.accept, thresholds.review);
  for (const [block, { scores }] of fitted.entries()) {
    if (scores === null) continue;
    const weigh = (record: number, person: number): void => {
      if (excluded(record, person)) return;
      const pattern = scores.patternOf(record, person);
      const posterior = scores.posteriors[pattern]!;
      odds[record]! += oddsOf(posterior);
      if (posterior < least) return;
      const found = { person, block, pattern, posterior };
      const others = candidates.get(record);
      if (others === undefined) candidates.set(record, [found]);
      else others.push(found);
    };
    pairs.each(block, weigh, open);
  }
  const person = new Int32Array(open.length).fill(-1);
  const posterior = new Float64Array(open.length);
  const review = new Map<number, readonly Candidate[]>();
  for (const [record, found] of candidates) {
    const weighed = found.map((one) => ({ ...one, exclusive: oddsOf(one.posterior) / (1 + odds[record]!) }));
    weighed.sort((a, b) => b.posterior - a.posterior || a.person - b.person);
    const best = weighed[0]!;
    const rivals = weighed.filter((one) => one.posterior >= thresholds.accept).length;
    if (rivals === 1 && best.exclusive >= thresholds.accept && !mayBeRelative(fitted, best)) {
      person[record] = best.person;
      posterior[record] = best.exclusive;
    } else review.set(record, weighed);
  }
  return { person, posterior, anybody: odds.map((sum) => sum / (1 + sum)), review };
}

function mayBeRelative(fitted: readonly FittedBlock[], { block, pattern }: Candidate): boolean {
  const { roles, levels } = fitted[block]!.scores!;
  return roles.some((role, index) => {
    const level = levels[pattern]![index]!;
    const isMissingName = level === -1 && role !== "birth_date";
    return tellsRelatives.includes(role) && (isMissingName || level === identifierRole(role).levels.length - 1);
  });
}

function oddsOf(posterior: number): number {
  return Math.min(certainOdds, posterior / (1 - posterior));
}
