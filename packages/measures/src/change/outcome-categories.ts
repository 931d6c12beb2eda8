import { type ProportionInterval, wilsonInterval } from "@likewise/stats";
import { type ClinicalCutOff, isClinical } from "./cut-off.ts";
import type { ReliableChange } from "./reliable-change.ts";

/** A count of people beside everybody it is a share of. */
export interface CountOf extends ProportionInterval {
  readonly count: number;
  readonly of: number;
}

export interface OutcomeCategories {
  readonly kind: "likewise/outcome-categories";
  readonly cutOff: ClinicalCutOff;
  readonly people: number;
  /** people in the clinical range first: only they can recover */
  readonly clinicalFirst: number;
  readonly functionalFirst: number;
  readonly recovered: number;
  /** reliably better and not recovered */
  readonly improved: number;
  readonly unchanged: number;
  /** reliably worse, those harmed among them */
  readonly deteriorated: number;
  /** reliably worse, from the functional into the clinical range */
  readonly harmed: number;
  /** recovered, of everybody with both scores; null without people */
  readonly recoveredOfAll: CountOf | null;
  /** recovered, of those in the clinical range first; null without such people */
  readonly recoveredOfClinical: CountOf | null;
  /** recovered or improved, of everybody with both scores */
  readonly reliablyBetter: CountOf | null;
  readonly reliablyWorse: CountOf | null;
  /** position in `outcomeNames`, one a person */
  readonly codes: Uint8Array;
}

export const outcomeNames = ["recovered", "improved", "unchanged", "deteriorated", "harmed"] as const;

/**
 * What became of each person: recovered (in the clinical range first, out of it later, reliably better), improved, unchanged,
 * deteriorated, and of those harmed. Rates stand on both denominators: everybody, and those who could recover.
 *
 * @param pre  first scores, points
 * @param post later scores, points
 * @param level of the rates' intervals, default 0.95
 * @throws RangeError when lengths differ
 * @source Jacobson and Truax (1991), doi:10.1037/0022-006X.59.1.12
 * @example
 * const error = { kind: "published", points: 6, source: "example" };
 * const scores = { pre: [15, 12, 4], post: [8, 11, 12] };
 * const change = reliableChange({ ...scores, better: "lower", error });
 * outcomeCategories({ ...scores, change, cutOff: { value: 10, clinical: ">=", basis: "published" } }).harmed; // 1
 */
export function outcomeCategories({
  pre,
  post,
  change,
  cutOff,
  level = 0.95,
}: {
  readonly pre: ArrayLike<number>;
  readonly post: ArrayLike<number>;
  readonly change: ReliableChange;
  readonly cutOff: ClinicalCutOff;
  readonly level?: number;
}): OutcomeCategories {
  const people = change.states.length;
  if (pre.length !== people || post.length !== people) {
    throw new RangeError(
      `outcomeCategories: pre and post must have the length of the change (${people} people), got ${pre.length} and ${post.length}`,
    );
  }
  const counts = [0, 0, 0, 0, 0];
  const codes = new Uint8Array(people);
  let clinicalFirst = 0;
  for (let i = 0; i < people; i++) {
    const first = isClinical(pre[i]!, cutOff);
    const later = isClinical(post[i]!, cutOff);
    if (first) clinicalFirst++;
    const state = change.states[i]!;
    const code = state > 0 ? (first && !later ? 0 : 1) : state === 0 ? 2 : !first && later ? 4 : 3;
    codes[i] = code;
    counts[code]!++;
  }
  const [recovered, improved, unchanged, worse, harmed] = counts as [number, number, number, number, number];
  return {
    kind: "likewise/outcome-categories",
    cutOff,
    people,
    clinicalFirst,
    functionalFirst: people - clinicalFirst,
    recovered,
    improved,
    unchanged,
    deteriorated: worse + harmed,
    harmed,
    recoveredOfAll: countOf(recovered, people, level),
    recoveredOfClinical: countOf(recovered, clinicalFirst, level),
    reliablyBetter: countOf(recovered + improved, people, level),
    reliablyWorse: countOf(worse + harmed, people, level),
    codes,
  };
}

export function countOf(count: number, of: number, level = 0.95): CountOf | null {
  return of === 0 ? null : { count, of, ...wilsonInterval({ events: count, total: of, level }) };
}
