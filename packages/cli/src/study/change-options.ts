import {
  type ChangeOfGroupInput,
  type ErrorOfGroup,
  findMeasure,
  measureDefinitions,
  measuresNotShipped,
  rulesOfScore,
} from "@likewise/measures";
import { Failure, type MeasureDefinition } from "@likewise/schema";
import type { ChangeOptions } from "../commands/change.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import { listed } from "./compare-options.ts";
import { flagNumber } from "./flag-number.ts";

/** The score that was asked for, and what is known of it. */
export interface ScoreAsked {
  readonly label: string;
  readonly better: "higher" | "lower";
  readonly range: readonly [number, number] | null;
  readonly error: ErrorOfGroup | null;
  readonly clinical: NonNullable<ChangeOfGroupInput["clinical"]> | null;
  readonly missingCodes: readonly number[];
  /** null where scores are read and not worked out */
  readonly measure: { readonly definition: MeasureDefinition; readonly scoreId: string } | null;
  /** facts of the definition, behind the rules of change, that nobody saw in a source */
  readonly unverified: readonly string[];
  /** columns of items in a file of one row a person and time point */
  readonly items: readonly string[];
}

/**
 * What the flags say of the score, with what the definition of a measure says where they are silent.
 *
 * @throws Failure usage where flags are missing, unknown or do not go together; refused where change of the measure
 *   would say nothing
 */
export function scoreAsked(given: ChangeOptions, own?: MeasureDefinition): ScoreAsked {
  // A definition of one's own stands wherever a measure that ships does.
  const options = own === undefined ? given : { ...given, measure: own.id };
  if (own !== undefined && given.measure !== undefined && given.measure !== own.id) {
    throw new Failure("usage", `--definition: expected the definition of ${given.measure}, found that of ${own.id}`);
  }
  requireShape(options);
  const missingCodes = listed(options.missingCodes).map((code) => flagNumber("missing-codes", code)!);
  const range = rangeOf(options.range);
  const stated = { error: statedError(options), clinical: norms(options), missingCodes };
  if (options.measure !== undefined) return ofMeasure(own ?? heldMeasure(options.measure), options, stated);
  if (options.direction === undefined)
    throw new Failure("usage", "--direction higher or lower is needed: which is better");
  requireWord("direction", options.direction, ["higher", "lower"]);
  const label = options.score ?? `${options.pre} to ${options.post}`;
  return {
    label,
    better: options.direction as "higher" | "lower",
    range,
    ...stated,
    measure: null,
    unverified: [],
    items: [],
  };
}

function requireShape(options: ChangeOptions): void {
  const { measure, score, items, wave, pre, post, reliability, subscale, waves, date, item, response } = options;
  const usage = (message: string): never => {
    throw new Failure("usage", message);
  };
  if ((item === undefined) !== (response === undefined)) usage("--item and --response are needed together");
  if (item !== undefined && (wave === undefined || measure === undefined || score !== undefined)) {
    usage("--item and --response go with --wave and a measure: one row an answer");
  }
  if (waves !== undefined && wave === undefined) usage("--waves goes with --wave: the column that names time points");
  if (date !== undefined && wave === undefined) {
    usage("--date goes with --wave: in a file of one row a person no answer has a row of its own");
  }
  if (waves !== undefined && (pre !== undefined || post !== undefined)) {
    usage("--waves names every time point in order, so that --pre and --post have no meaning beside it");
  }
  if (waves !== undefined && new Set(listed(waves)).size < Math.max(2, listed(waves).length)) {
    usage("--waves: expected two time points or more, each once, separated by commas");
  }
  if (wave === undefined && (pre === undefined || post === undefined)) {
    usage("either --wave COL, or --pre COL and --post COL, must say where both scores stand");
  }
  if (wave !== undefined && score === undefined && measure === undefined) {
    usage("with --wave either --score COL or --measure ID is needed");
  }
  if (wave === undefined && pre === post) usage("--pre and --post must name different columns");
  if (wave === undefined && (score !== undefined || items !== undefined)) {
    usage("--score and --items go with --wave; in a file of one row a person --pre and --post name the columns");
  }
  if (measure === undefined && items !== undefined) usage("--items needs --measure ID: how they are scored");
  if (measure === undefined && subscale !== undefined) usage("--subscale needs --measure ID");
  if (score !== undefined && items !== undefined) usage("--score and --items are two ways of saying one thing");
  if (measure === undefined && reliability === undefined) {
    usage("--reliability is needed, or --measure ID, to tell change from error of measurement");
  }
  if (wave === undefined && measure === undefined && [pre, post].some((name) => name!.includes(","))) {
    usage("--pre and --post name one column each; several items need --measure ID");
  }
}

function heldMeasure(id: string): MeasureDefinition {
  const ids = measureDefinitions.map((definition) => definition.id);
  if (ids.includes(id)) return findMeasure(id);
  const without = measuresNotShipped.find((one) => one.id === id);
  const why =
    without === undefined
      ? `is not known${didYouMean(id, ids)}`
      : `is not held: ${without.why}; ${without.advice} (--definition FILE)`;
  throw new Failure("usage", `--measure: ${id} ${why}`);
}

function ofMeasure(
  definition: MeasureDefinition,
  { subscale, items, direction, range }: ChangeOptions,
  stated: Pick<ScoreAsked, "error" | "clinical" | "missingCodes">,
): ScoreAsked {
  if (direction !== undefined || range !== undefined) {
    throw new Failure("usage", "--direction and --range are said by the definition of the measure");
  }
  if (subscale !== undefined)
    requireWord(
      "subscale",
      subscale,
      definition.scores.map((score) => score.id),
    );
  const rules = rulesOfScore(definition, subscale);
  if ("refused" in rules) {
    const { what, why, unlocks } = rules.refused;
    throw new Failure("refused", `${what}: ${why}. What would make it possible: ${unlocks}`);
  }
  const { score, better, error, clinical, unverified } = rules;
  const { pattern, count } = definition.items;
  return {
    label: `${definition.title} (${definition.abbreviation}), ${score.id}, definition ${definition.version}`,
    better,
    range: score.range,
    error: stated.error ?? error,
    clinical: stated.clinical ?? clinical,
    missingCodes: stated.missingCodes,
    measure: { definition, scoreId: score.id },
    // What the caller states rests on no fact of the definition.
    unverified: unverified.filter((fact) => !(fact.startsWith("cut-off") ? stated.clinical : stated.error)),
    items:
      items === undefined
        ? Array.from({ length: count }, (_, at) => pattern.replace("{n}", String(at + 1)))
        : listed(items),
  };
}

function statedError({ reliability, sd }: ChangeOptions): ErrorOfGroup | null {
  const value = flagNumber("reliability", reliability);
  const spread = flagNumber("sd", sd);
  if (spread !== undefined && !(spread > 0)) throw new Failure("usage", "--sd: expected a number above 0");
  if (value === undefined) {
    if (spread !== undefined) throw new Failure("usage", "--sd goes with --reliability");
    return null;
  }
  if (!(value >= 0 && value < 1)) throw new Failure("usage", "--reliability: expected a number from 0 to below 1");
  const stated = {
    kind: "reliability",
    reliability: value,
    reliabilityType: "not stated",
    source: "as stated",
  } as const;
  return spread === undefined ? stated : { ...stated, sd: spread };
}

function norms({ normMean, normSd }: ChangeOptions): ScoreAsked["clinical"] {
  const [mean, sd] = [flagNumber("norm-mean", normMean), flagNumber("norm-sd", normSd)];
  if (mean === undefined && sd === undefined) return null;
  if (mean === undefined || sd === undefined || !(sd > 0)) {
    throw new Failure("usage", "--norm-mean and --norm-sd are needed together, the second above 0");
  }
  return { functional: { mean, sd } };
}

function rangeOf(range: string | undefined): readonly [number, number] | null {
  if (range === undefined) return null;
  const [lowest, highest, ...more] = listed(range).map((end) => flagNumber("range", end)!);
  if (lowest === undefined || highest === undefined || more.length > 0 || !(highest > lowest)) {
    throw new Failure("usage", "--range: expected the lowest and the highest score, separated by a comma");
  }
  return [lowest, highest];
}

/** @throws Failure usage where the word is none of those known */
export function requireWord(flag: string, word: string, words: readonly string[]): void {
  if (words.includes(word)) return;
  throw new Failure("usage", `--${flag}: expected one of ${words.join(", ")}${didYouMean(word, words)}`);
}
