import {
  type ChangeOfGroupInput,
  changeOfScore,
  type ErrorOfGroup,
  findMeasure,
  measureDefinitions,
} from "@likewise/measures";
import { Failure, type MeasureDefinition, type MeasureScore } from "@likewise/schema";
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
export function scoreAsked(options: ChangeOptions): ScoreAsked {
  requireShape(options);
  const missingCodes = listed(options.missingCodes).map((code) => flagNumber("missing-codes", code)!);
  const range = rangeOf(options.range);
  const stated = { error: statedError(options), clinical: norms(options), missingCodes };
  if (options.measure !== undefined) return ofMeasure(options.measure, options, stated);
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

function requireShape({ measure, score, items, wave, pre, post, reliability, subscale }: ChangeOptions): void {
  const usage = (message: string): never => {
    throw new Failure("usage", message);
  };
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

function ofMeasure(
  id: string,
  { subscale, items, direction, range }: ChangeOptions,
  stated: Pick<ScoreAsked, "error" | "clinical" | "missingCodes">,
): ScoreAsked {
  const ids = measureDefinitions.map((definition) => definition.id);
  if (!ids.includes(id)) throw new Failure("usage", `--measure: ${id} is not known${didYouMean(id, ids)}`);
  if (direction !== undefined || range !== undefined) {
    throw new Failure("usage", "--direction and --range are said by the definition of the measure");
  }
  const definition = findMeasure(id);
  if (subscale !== undefined)
    requireWord(
      "subscale",
      subscale,
      definition.scores.map((score) => score.id),
    );
  const known = changeOfScore(definition, subscale);
  if ("refused" in known) {
    const { what, why, unlocks } = known.refused;
    throw new Failure("refused", `${what}: ${why}. What would make it possible: ${unlocks}`);
  }
  const { score, better, reliable } = known;
  const [published] = reliable;
  const error =
    stated.error ??
    (published === undefined
      ? reliabilityOf(score)
      : ({ kind: "published", points: published.points, source: sourceOf(published, definition) } as const));
  const cut = publishedCutOff(score, better);
  const { pattern, count } = definition.items;
  return {
    label: `${definition.title} (${definition.abbreviation}), ${score.id}, definition ${definition.version}`,
    better,
    range: score.range,
    error,
    clinical: stated.clinical ?? cut?.rule ?? null,
    missingCodes: stated.missingCodes,
    measure: { definition, scoreId: score.id },
    unverified: cut?.verified === false && stated.clinical === null ? [`cut-off ${cut.id} of ${score.id}`] : [],
    items:
      items === undefined
        ? Array.from({ length: count }, (_, at) => pattern.replace("{n}", String(at + 1)))
        : listed(items),
  };
}

function sourceOf(
  { use, verified }: { readonly use?: string; readonly verified?: boolean },
  { abbreviation }: MeasureDefinition,
): string {
  return `${use ?? abbreviation}${verified === true ? "" : ", not verified"}`;
}

/** Those seen in a source first; of these test-retest, for alpha has no error over time. */
function reliabilityOf({ reliability = [] }: MeasureScore): ErrorOfGroup | null {
  const rank = ({ verified, type }: (typeof reliability)[number]) =>
    (verified ? 0 : 2) + (type.startsWith("test-retest") ? 0 : 1);
  const [best] = reliability.filter(({ value }) => value >= 0 && value < 1).sort((a, b) => rank(a) - rank(b));
  if (best === undefined) return null;
  return {
    kind: "reliability",
    reliability: best.value,
    reliabilityType: best.type,
    source: `${best.type}, definition`,
  };
}

/** The first cut-off seen in a source whose far side is the worse one: those for high scores of a good thing are none. */
function publishedCutOff({ cutoffs = [] }: MeasureScore, better: "higher" | "lower") {
  const worse = better === "lower" ? [">=", ">"] : ["<=", "<"];
  const [found] = cutoffs
    .filter(({ op }) => worse.includes(op))
    .sort((a, b) => Number(b.verified === true) - Number(a.verified === true));
  if (found === undefined) return null;
  const clinical = found.op as ">=" | ">" | "<=" | "<";
  return {
    id: found.id,
    verified: found.verified === true,
    rule: { value: found.value, clinical, basis: "published" } as const,
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
