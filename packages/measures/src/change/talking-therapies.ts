import { type CountOf, countOf } from "./outcome-categories.ts";

/** Two questionnaires of the same people before and after. */
export interface TwoScores {
  readonly pre: ArrayLike<number>;
  readonly post: ArrayLike<number>;
}

export interface TalkingTherapies {
  readonly kind: "likewise/talking-therapies";
  /** everybody with both questionnaires at both ends, who finished a course (two or more attended contacts) */
  readonly people: number;
  /** PHQ-9 of 10 or more, or GAD-7 of 8 or more, at the start */
  readonly atCaseness: number;
  /** at caseness at the start, below on both at the end; of those at caseness */
  readonly recovery: CountOf | null;
  /** of everybody */
  readonly reliableImprovement: CountOf | null;
  readonly reliableDeterioration: CountOf | null;
  /** both; of those at caseness */
  readonly reliableRecovery: CountOf | null;
  /** rules that were not seen in a source */
  readonly unverified: readonly string[];
}

const caseness = { phq9: 10, gad7: 8 };
const reliable = { phq9: 6, gad7: 4 };

/**
 * The outcomes of NHS Talking Therapies, from PHQ-9 and GAD-7 totals: a fall of 6 and 4 points is reliable, and one that goes
 * with a reliable rise of the other is no improvement.
 *
 * @param phq9 totals, 0 to 27
 * @param gad7 totals of the same people, 0 to 21
 * @throws RangeError when lengths differ
 * @source NHS Talking Therapies definitions, as in doi:10.1186/s12888-018-1987-1, table 1
 * @example
 * talkingTherapies({ phq9: { pre: [15, 12], post: [8, 11] }, gad7: { pre: [10, 9], post: [7, 9] } }).recovery.count; // 1
 */
export function talkingTherapies({
  phq9,
  gad7,
}: {
  readonly phq9: TwoScores;
  readonly gad7: TwoScores;
}): TalkingTherapies {
  const people = phq9.pre.length;
  const lengths = [phq9.post.length, gad7.pre.length, gad7.post.length];
  if (lengths.some((length) => length !== people)) {
    throw new RangeError(
      `talkingTherapies: phq9 and gad7 must have equal lengths (people), got ${[people, ...lengths].join(", ")}`,
    );
  }
  let atCaseness = 0;
  let recovered = 0;
  let better = 0;
  let worse = 0;
  let reliablyRecovered = 0;
  for (let i = 0; i < people; i++) {
    const isCase = phq9.pre[i]! >= caseness.phq9 || gad7.pre[i]! >= caseness.gad7;
    const isBelow = phq9.post[i]! < caseness.phq9 && gad7.post[i]! < caseness.gad7;
    const falls = [phq9.pre[i]! - phq9.post[i]! >= reliable.phq9, gad7.pre[i]! - gad7.post[i]! >= reliable.gad7];
    const rises = [phq9.post[i]! - phq9.pre[i]! >= reliable.phq9, gad7.post[i]! - gad7.pre[i]! >= reliable.gad7];
    const isBetter = falls.includes(true) && !rises.includes(true);
    if (isCase) atCaseness++;
    if (isCase && isBelow) recovered++;
    if (isBetter) better++;
    if (rises.includes(true) && !falls.includes(true)) worse++;
    if (isCase && isBelow && isBetter) reliablyRecovered++;
  }
  return {
    kind: "likewise/talking-therapies",
    people,
    atCaseness,
    recovery: countOf(recovered, atCaseness),
    reliableImprovement: countOf(better, people),
    reliableDeterioration: countOf(worse, people),
    reliableRecovery: countOf(reliablyRecovered, atCaseness),
    unverified: [
      "one questionnaire reliably better and the other reliably worse counts as neither",
      "reliable deterioration is the mirror image of improvement",
    ],
  };
}
