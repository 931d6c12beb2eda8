import { type Columns, columnsOf, integerColumn, type MeasureCheck, type MeasureDefinition } from "@likewise/schema";
import { scoreBands } from "../scoring/score-bands.ts";
import { type MeasureScores, scoreMeasure } from "../scoring/score-measure.ts";
import { itemColumn, itemNumbers } from "./item-numbers.ts";

/** A worked case of a definition that came out otherwise. */
export interface FailedCheck {
  /** 0 for the first */
  readonly check: number;
  /** `total`, `band of total`, `rule provisional-ptsd` */
  readonly what: string;
  readonly expected: number | string | boolean | null;
  readonly found: number | string | boolean | null;
}

/**
 * Runs the worked cases every definition carries.
 *
 * @returns those that came out otherwise; empty when the definition scores as it says
 * @example
 * runChecks(findMeasure("audit")); // []
 */
export function runChecks(definition: MeasureDefinition): FailedCheck[] {
  return definition.checks.flatMap((check, index): FailedCheck[] => {
    const scored = scoreMeasure({ definition, answers: answersOf(definition, check) });
    if ("refused" in scored) return [{ check: index, what: "scores", expected: null, found: scored.refused.why }];
    const compared: Omit<FailedCheck, "check">[] = [
      ...Object.entries(check.expect).map(([id, expected]) => ({ what: id, expected, found: scoreNamed(scored, id) })),
      ...Object.entries(check.band ?? {}).map(([id, expected]) => ({
        what: `band of ${id}`,
        expected,
        found: bandNamed(definition, scored, id),
      })),
      ...Object.entries(check.rules ?? {}).map(([id, expected]) => ({
        what: `rule ${id}`,
        expected,
        found: ruleNamed(scored, id),
      })),
    ];
    return compared
      .filter(({ expected, found }) => !isSame(expected, found))
      .map((failed) => ({ check: index, ...failed }));
  });
}

function answersOf(definition: MeasureDefinition, { fill, answers, omit }: MeasureCheck): Columns {
  const columns = itemNumbers(definition, "all").map((item) => {
    const name = itemColumn(definition, item);
    const answer = omit?.includes(name) ? null : (answers?.[name] ?? fill ?? null);
    return [name, integerColumn([answer])] as const;
  });
  return { ...columnsOf(Object.fromEntries(columns)), numRows: 1 };
}

function scoreNamed(scored: MeasureScores, id: string): number | null {
  const values = scored.scores.find((score) => score.id === id)?.values;
  return values === undefined || values.valid?.[0] === 0 ? null : values.values[0]!;
}

function bandNamed(definition: MeasureDefinition, scored: MeasureScores, id: string): string | null {
  const set = definition.scores.find((score) => score.id === id)?.bands?.[0];
  const score = scored.scores.find((one) => one.id === id);
  if (set === undefined || score === undefined) return null;
  const { bands, codes } = scoreBands(score, set);
  return bands[codes[0]!]?.label ?? null;
}

function ruleNamed(scored: MeasureScores, id: string): boolean | null {
  const kept = scored.rules.find((rule) => rule.id === id)?.kept;
  return kept === undefined || kept.valid?.[0] === 0 ? null : kept.values[0] === 1;
}

function isSame(expected: unknown, found: unknown): boolean {
  if (typeof expected !== "number" || typeof found !== "number") return expected === found;
  return Math.abs(expected - found) <= 1e-9;
}
