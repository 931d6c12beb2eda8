import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import { likelihoods, type PairPatterns, type TwoKinds } from "./pair-patterns.ts";

/** Chances below this lie on the edge: they are settled, and have no slope. */
const EDGE = 1e-9;
/** The likelihood is flat where the information about some direction is this small beside that of its parameters. */
const FLAT = 1e-9;

/**
 * Whether counts of patterns settle every parameter of a two-kinds model: whether the information at the maximum, each
 * parameter in units of its own, has no direction without any. Two comparisons, or kinds that do not differ, settle
 * nothing: many shares and chances give one likelihood.
 *
 * @param uIsFree whether the chances in others were estimated
 */
export function isIdentified(input: PairPatterns, kinds: TwoKinds, uIsFree: boolean): boolean {
  const parameters = freeParameters(input, kinds, uIsFree);
  if (kinds.share < EDGE || kinds.share > 1 - EDGE) return false;
  const size = parameters.length + 1;
  const information = new Float64Array(size * size);
  const score = new Float64Array(size);
  for (let pattern = 0; pattern < input.counts.length; pattern++) {
    const count = input.counts[pattern]!;
    const [match, other] = likelihoods(input, kinds, pattern);
    const both = kinds.share * match + (1 - kinds.share) * other;
    score[0] = (match - other) / both;
    parameters.forEach(({ inMatches, field, level, reference }, index) => {
      const chances = (inMatches ? kinds.m : kinds.u)[field]!;
      const seen = input.patterns[pattern * input.levels.length + field]!;
      const slope = seen === level ? 1 / chances[level]! : seen === reference ? -1 / chances[reference]! : 0;
      score[index + 1] = (slope * (inMatches ? kinds.share * match : (1 - kinds.share) * other)) / both;
    });
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) information[i * size + j]! += count * score[i]! * score[j]!;
    }
  }
  const scale = Float64Array.from(score, (_, i) => Math.sqrt(information[i * size + i]!));
  if (!scale.every((value) => value > 0)) return false;
  const values = information.map((value, at) => value / (scale[Math.floor(at / size)]! * scale[at % size]!));
  return Math.min(...symmetricEigen({ rows: size, columns: size, values }).values) > FLAT;
}

interface FreeParameter {
  readonly inMatches: boolean;
  readonly field: number;
  readonly level: number;
  /** The likeliest level, which takes up what the others leave. */
  readonly reference: number;
}

function freeParameters({ levels }: PairPatterns, { m, u }: TwoKinds, uIsFree: boolean): FreeParameter[] {
  return levels.flatMap((_, field) =>
    (uIsFree ? [true, false] : [true]).flatMap((inMatches) => {
      const chances = (inMatches ? m : u)[field]!;
      const reference = chances.indexOf(Math.max(...chances));
      return chances.flatMap((chance, level) =>
        level === reference || chance < EDGE ? [] : [{ inMatches, field, level, reference }],
      );
    }),
  );
}
