import type {
  BooleanColumn,
  Columns,
  IntegerColumn,
  Issue,
  MeasureDefinition,
  MeasureDirection,
  MeasureScore,
  NumberColumn,
} from "@likewise/schema";
import type { Refused } from "@likewise/stats";
import { itemNumbers } from "../definition/item-numbers.ts";
import { unverifiedFacts } from "../definition/unverified-facts.ts";
import { addUp, type RawScore } from "./add-up.ts";
import { type CodingCheck, checkCoding } from "./check-coding.ts";
import { combineScores } from "./combine-scores.ts";
import { type AnswerFlag, itemValues } from "./item-values.ts";
import { keptRules } from "./kept-rules.ts";
import { type ScoreState, scoreStates, stateCodes } from "./score-states.ts";
import { transformScores } from "./transform-scores.ts";

export interface ScoreMeasureInput {
  readonly definition: MeasureDefinition;
  /** one row per questionnaire */
  readonly answers: Columns;
  /** columns of items 1, 2, …; the definition's pattern (`q1`, `q2`, …) when left out */
  readonly columns?: readonly string[];
  /** codes that mean no answer, beside those of the definition */
  readonly missingCodes?: readonly number[];
  /** the order of items on the form, where several circulate; the definition's own when left out */
  readonly order?: string;
  /**
   * `as-asked`: every item coded alike, to be reversed here. `already-reversed`: reversed items were turned before. Stating
   * either overrules what the answers look like, which is then only reported.
   */
  readonly coding?: "as-asked" | "already-reversed";
}

export interface MeasureScores {
  readonly kind: "likewise/measure-scores";
  readonly version: 1;
  readonly measure: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly abbreviation: string;
  };
  /** the order of items that was scored, null where only one is known */
  readonly order: string | null;
  readonly coding: "as-asked" | "already-reversed";
  readonly rows: number;
  /** rows with an answer that cannot be one */
  readonly rowsRefused: number;
  readonly scores: readonly ScoreColumn[];
  /** screening rules; missing where blanks leave them open */
  readonly rules: readonly { readonly id: string; readonly kept: BooleanColumn; readonly verified: boolean }[];
  /** answers that need a person today: for those who work with the person, never for a report */
  readonly flags: readonly AnswerFlag[];
  readonly codingCheck: CodingCheck;
  readonly issues: readonly Issue[];
  /** facts of the definition nobody saw in a source */
  readonly unverified: readonly string[];
}

export interface ScoreColumn {
  readonly id: string;
  readonly direction: MeasureDirection;
  /** lowest and highest score */
  readonly range: readonly [number, number];
  /** items the score is made of */
  readonly expected: number;
  readonly values: NumberColumn;
  /** items answered */
  readonly answered: IntegerColumn;
  /** codes of `scoreStates`, one a row */
  readonly state: Uint8Array;
  readonly counts: Readonly<Record<ScoreState, number>>;
  /** unverified facts this score rests on */
  readonly unverified: readonly string[];
}

/**
 * Scores of an instrument by its definition: sums, means, counts, highest items, subscales and scores made of scores, with
 * how many items were answered. Items are prorated only where the definition says so.
 *
 * @param input answers with one row per questionnaire; `answersFromLong` turns one row per answer into that
 * @returns scores as columns with their state; refused where the answers look coded otherwise than stated
 * @throws RangeError when a column of an item is not there, or the order of items is not known
 * @missing a score without enough answers is missing, never 0; a row with a wrong code has no score
 * @example
 * const goal = (value) => ({ type: "integer", values: Int32Array.of(value), valid: null });
 * const answers = { numRows: 1, columns: { goal1: goal(2), goal2: goal(6), goal3: goal(10) } };
 * scoreMeasure({ definition: findMeasure("gbo"), answers }).scores[0].values.values[0]; // 6
 */
export function scoreMeasure(input: ScoreMeasureInput): MeasureScores | Refused {
  const { definition, answers } = input;
  const declared = declaredReversal(input);
  const read = itemValues({ ...input, reverse: declared.reverse });
  const codingCheck = checkCoding({ definition, read, ...declared });
  if (codingCheck.looksLike !== null && input.coding === undefined && input.order === undefined) {
    return refusal(definition, codingCheck.looksLike);
  }
  const raw = new Map<string, RawScore>();
  const scores = definition.scores.map((score) => {
    const one = scoreOf(score, definition, read, raw);
    raw.set(score.id, one);
    return scoreColumn(definition, score, one);
  });
  return {
    kind: "likewise/measure-scores",
    version: 1,
    measure: {
      id: definition.id,
      version: definition.version,
      title: definition.title,
      abbreviation: definition.abbreviation,
    },
    order: declared.order,
    coding: input.coding ?? "as-asked",
    rows: answers.numRows,
    rowsRefused: read.refused.reduce((total, one) => total + one, 0),
    scores,
    rules: (definition.rules ?? []).map((rule) => ({
      id: rule.id,
      kept: keptRules(rule, read),
      verified: rule.verified === true,
    })),
    flags: read.flags,
    codingCheck,
    issues: read.issues,
    unverified: unverifiedFacts(definition),
  };
}

function declaredReversal({ definition, order, coding }: ScoreMeasureInput): {
  order: string | null;
  reverse: readonly number[];
} {
  const orders = definition.items.order;
  const named = order ?? orders?.id ?? null;
  const variant = orders?.variants.find(({ id }) => id === named);
  if (named !== null && named !== orders?.id && variant === undefined) {
    const known =
      orders === undefined
        ? "none, for one order is known"
        : [orders.id, ...orders.variants.map(({ id }) => id)].join(", ");
    throw new RangeError(`scoreMeasure: order must be one the definition knows (${known}), got ${named}`);
  }
  if (coding === "already-reversed") return { order: named, reverse: [] };
  return { order: named, reverse: variant?.reverse ?? definition.items.reverse };
}

function refusal(definition: MeasureDefinition, looksLike: string): Refused {
  return {
    refused: {
      what: `scores of ${definition.abbreviation}`,
      why: `the answers look coded as ${looksLike}: items that should go together go against each other when scored as defined`,
      unlocks: "how the answers were coded (coding: as-asked or already-reversed), and the order of items on the form",
    },
  };
}

function scoreOf(
  score: MeasureScore,
  definition: MeasureDefinition,
  read: ReturnType<typeof itemValues>,
  before: ReadonlyMap<string, RawScore>,
): RawScore {
  const made =
    score.scores === undefined
      ? addUp(score, itemNumbers(definition, score.items), read, definition.items.optional ?? [])
      : combineScores(
          Object.entries(score.scores).map(([id, weight]) => {
            const part = before.get(id);
            if (part === undefined)
              throw new RangeError(
                `scoreMeasure: scores must be listed after those they are made of, got ${score.id} before ${id}`,
              );
            return { score: part, weight };
          }),
        );
  return score.transform === undefined ? made : transformScores(made, score.transform);
}

function scoreColumn(
  definition: MeasureDefinition,
  score: MeasureScore,
  { values, answered, state }: RawScore,
): ScoreColumn {
  const [lowest, highest] = score.range;
  const valid = new Uint8Array(values.length);
  const totals = [0, 0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    const code = state[row]!;
    totals[code]!++;
    if (code !== stateCodes.complete && code !== stateCodes.prorated) continue;
    valid[row] = 1;
    if (!(values[row]! >= lowest - slack && values[row]! <= highest + slack)) {
      throw new RangeError(
        `scoreMeasure: ${score.id} must lie in its range, ${lowest} to ${highest} (points), got ${values[row]}`,
      );
    }
  }
  return {
    id: score.id,
    direction: score.direction ?? definition.direction,
    range: [lowest, highest],
    expected: itemsBehind(definition, score),
    values: { type: "number", values, valid: valid.includes(0) ? valid : null },
    answered: { type: "integer", values: Int32Array.from(answered), valid: null },
    state,
    counts: Object.fromEntries(scoreStates.map((name, code) => [name, totals[code]!])) as Record<ScoreState, number>,
    unverified: unverifiedFacts(definition, score),
  };
}

/** Prorating divides: the ends of a range are met up to rounding. */
const slack = 1e-9;

function itemsBehind(definition: MeasureDefinition, score: MeasureScore): number {
  if (score.scores === undefined) return itemNumbers(definition, score.items).length;
  return Object.keys(score.scores).reduce((total, id) => {
    const part = definition.scores.find((one) => one.id === id);
    return total + (part === undefined ? 0 : itemsBehind(definition, part));
  }, 0);
}
