import { type Cohort, type Columns, type Issue, naturalOrder, type Refusal, type StudyPlan } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { cohortIssue } from "../cohort-issues.ts";
import { type Cases, readCases } from "../pathway/cases.ts";
import { notInData } from "../pathway/cells.ts";
import { type Answer, answersOf } from "./answers-of.ts";

export type RatingsPlan = NonNullable<Cohort["ratings"]>[number];

/** What became of one item of one person between two time points. */
export type RatingState = (typeof ratingStates)[number];

/**
 * Every person is in exactly one, for each item.
 *
 * @example
 * ratingStates.slice(0, 3); // ["better", "same", "worse"]
 */
export const ratingStates = [
  "better",
  "same",
  "worse",
  "open",
  "no-first",
  "no-second",
  "neither",
  "not-usable",
] as const;

export interface RatedItem {
  readonly item: string;
  readonly counts: Readonly<Record<RatingState, number>>;
  /** Everyone who was to be rated: the sum of the counts. */
  readonly people: number;
  /** Rated at both time points. */
  readonly paired: number;
  /** Without a usable answer at one time point or both, and not open: the last four counts. */
  readonly missing: number;
  /** Of those rated at both. */
  readonly better: Share;
  readonly same: Share;
  readonly worse: Share;
}

export interface RatingChange {
  readonly kind: "likewise/rating-change";
  /** Results of other time points or another direction never merge. */
  readonly definition: string;
  readonly options: {
    readonly measure: string;
    readonly from: string;
    readonly to: string;
    readonly better: RatingsPlan["better"];
    /** Answers that are words, from the lowest; null for numbers. */
    readonly answers: readonly string[] | null;
  };
  readonly items: readonly RatedItem[];
  /** Answers that are neither a number nor one of the words declared: used nowhere. */
  readonly notRead: number;
  /** Whoever takes part may get better without it; always there where anybody was rated twice. */
  readonly notice: { readonly id: "change-without-comparison"; readonly why: string } | null;
  readonly issues: readonly Issue[];
  readonly refusals: readonly Refusal[];
}

/**
 * Change of each item of a measure from one time point to another: better, same, worse or missing.
 *
 * To be rated is everyone who started (everyone referred, where no start is recorded) and every other case with an answer.
 * Items stand apart and are never added up: that is for the rules of a validated measure. A row without an item is such a
 * total, and is left alone.
 *
 * Missing rule: nobody without both answers is in a share. Somebody with the first answer whose case is open is not
 * missing but open. Of several answers at one time point the last by date stands; two of one day that differ, and a
 * second answer dated before the first, cannot be used and are counted.
 *
 * @param ratings an entry of `cohort.ratings`
 * @returns items in the order declared, else by natural order; none, and a refusal, without a table of measures
 */
export function ratingChange({
  plan,
  tables,
  ratings,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  ratings: RatingsPlan;
}): RatingChange {
  const { measure, from = "intake", to = "exit", better } = ratings;
  const cases = readCases({ plan, tables });
  const { answers, notRead } = answersOf(tables.measures, cases, ratings);
  const items = ratings.items ?? [...answers.keys()].sort(naturalOrder);
  const people = toBeRated(cases, answers);
  const rated = items.map((item) => {
    const states = people.map((unit) => {
      const answered = answers.get(item)?.get(unit);
      return stateOf(cases, unit, answered?.get(from), answered?.get(to), better);
    });
    return ratedItem(item, states);
  });
  return {
    kind: "likewise/rating-change",
    definition: `rating-change-${from}-to-${to}-${better}-is-better`,
    options: { measure, from, to, better, answers: ratings.answers ?? null },
    items: rated,
    notRead,
    notice: rated.every(({ paired }) => paired === 0)
      ? null
      : {
          id: "change-without-comparison",
          why: "The same people rated twice, with nobody beside them who had no programme; those who left were not rated again",
        },
    issues: outOfOrderIssues(tables.measures, answers, items, from, to),
    refusals: tables.measures === undefined ? [notInData("no-ratings", `change of ${measure}`, "measures")] : [],
  };
}

type Answers = ReturnType<typeof answersOf>["answers"];

function toBeRated({ reached, members }: Cases, answers: Answers): readonly number[] {
  const started = reached.get("started");
  const answered = [...answers.values()].flatMap((byUnit) => [...byUnit.keys()]);
  return [...new Set([...(started === undefined ? members : started.keys()), ...answered])].sort((a, b) => a - b);
}

function stateOf(
  { departure, reached }: Cases,
  unit: number,
  first: Answer | undefined,
  second: Answer | undefined,
  better: RatingsPlan["better"],
): RatingState {
  if (first === undefined) return second === undefined ? "neither" : "no-first";
  if (second === undefined) {
    const open = reached.get("completed")?.has(unit) !== true && departure(unit) === null;
    return open ? "open" : "no-second";
  }
  if (first.score === null || second.score === null || isBefore(second, first)) return "not-usable";
  if (second.score === first.score) return "same";
  return second.score > first.score === (better === "higher") ? "better" : "worse";
}

/** Answers without a day are taken to be of the time point they name. */
function isBefore(a: Answer, b: Answer): boolean {
  return a.day !== null && b.day !== null && a.day < b.day;
}

function ratedItem(item: string, states: readonly RatingState[]): RatedItem {
  const count = (state: RatingState) => states.filter((one) => one === state).length;
  const counts = Object.fromEntries(ratingStates.map((state) => [state, count(state)])) as Record<RatingState, number>;
  const paired = counts.better + counts.same + counts.worse;
  return {
    item,
    counts,
    people: states.length,
    paired,
    missing: states.length - paired - counts.open,
    better: shareOf(counts.better, paired),
    same: shareOf(counts.same, paired),
    worse: shareOf(counts.worse, paired),
  };
}

function outOfOrderIssues(
  measures: Columns | undefined,
  answers: Answers,
  items: readonly string[],
  from: string,
  to: string,
): Issue[] {
  return items
    .flatMap((item) => [...(answers.get(item)?.values() ?? [])])
    .flatMap((answered) => {
      const [first, second] = [answered.get(from), answered.get(to)];
      return first !== undefined && second !== undefined && isBefore(second, first) ? [second.row] : [];
    })
    .sort((a, b) => a - b)
    .map((row) => cohortIssue("rated_out_of_order", { tableName: "measures", table: measures, row, column: "date" }));
}
