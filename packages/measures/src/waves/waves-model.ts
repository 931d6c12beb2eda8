import {
  fitLinearMixed,
  fitRepeatedMeasures,
  type LinearMixedFit,
  type LinearMixedInput,
  type Refused,
  type RepeatedMeasuresFit,
} from "@likewise/stats";

/** What is taken for granted of how one person's scores go together. */
export type WavesModel =
  | {
      /** nothing: people may change at different rates */
      readonly kind: "any-covariance";
      /** of scores at each time point, given the group; points */
      readonly standardDeviations: readonly number[];
    }
  | {
      /** people have levels of their own and otherwise differ by chance: where they change at different rates intervals of change are too narrow */
      readonly kind: "own-level";
      /** why no more could be left open */
      readonly why: string;
      /** between people, and within a person between time points; points */
      readonly between: number;
      readonly within: number;
      /** people differ by no more than chance */
      readonly singular: boolean;
    };

export interface FittedWaves {
  readonly contrast: LinearMixedFit["contrast"];
  readonly model: WavesModel;
}

/** People seen at two time points together, from whom a covariance of these can be told. */
const fewestTogether = 8;
/** Time points of which people as they come can tell every covariance. */
const mostWaves = 8;

/**
 * Any covariance over time points where enough people were seen at every two of them, else levels of people's own.
 *
 * @returns refused where the scores of one person leave nothing to chance
 */
export function fitWaves(
  input: LinearMixedInput & { readonly occasions: readonly number[] },
  waves: readonly string[],
): FittedWaves | Refused {
  const found = anyCovariance(input, waves);
  if (!("refused" in found)) {
    const standardDeviations = found.occasionCovariance.map((row, at) => Math.sqrt(row[at]!));
    return { contrast: found.contrast, model: { kind: "any-covariance", standardDeviations } };
  }
  const fit = fitLinearMixed(input);
  const between = Math.sqrt(fit.groupCovariance[0]![0]!);
  const within = fit.residualStandardDeviation;
  if (!(within > leastScatter * Math.max(between, leastScatter))) return noScatter;
  return {
    contrast: fit.contrast,
    model: {
      kind: "own-level",
      why: found.refused.why,
      between,
      within,
      singular: fit.singular,
    },
  };
}

/** Within a person, of what people differ by: below it the likelihood has no maximum, and an interval no width. */
const leastScatter = 1e-4;

const noScatter: Refused = {
  refused: {
    what: "change over time points",
    why: "everybody of a group changed by the same number of points: nothing shows how much chance can do",
    unlocks: "more people",
  },
};

function anyCovariance(
  { design, outcome, groups, occasions }: Parameters<typeof fitWaves>[0],
  waves: readonly string[],
): RepeatedMeasuresFit | Refused {
  if (waves.length > mostWaves) return notTried(`${waves.length} time points are more than ${mostWaves}`);
  const { pair, people } = leastSeenTogether(groups, occasions, waves);
  if (people < fewestTogether) {
    return notTried(`${people} people were seen at both ${pair.join(" and ")}, fewer than ${fewestTogether}`);
  }
  return fitRepeatedMeasures({ design, outcome, people: groups, occasions });
}

function notTried(why: string): Refused {
  return { refused: { what: "any covariance over time points", why, unlocks: "more people, or fewer time points" } };
}

function leastSeenTogether(people: ArrayLike<number>, occasions: readonly number[], waves: readonly string[]) {
  const seen = new Map<number, number[]>();
  occasions.forEach((wave, row) => {
    const own = seen.get(people[row]!);
    if (own === undefined) seen.set(people[row]!, [wave]);
    else own.push(wave);
  });
  const together = new Float64Array(waves.length ** 2);
  for (const own of seen.values()) for (const a of own) for (const b of own) together[a * waves.length + b]! += 1;
  let least = 1;
  for (let a = 0; a < waves.length; a++) {
    for (let b = a + 1; b < waves.length; b++) {
      if (together[a * waves.length + b]! < together[least]!) least = a * waves.length + b;
    }
  }
  const pair = [waves[Math.floor(least / waves.length)]!, waves[least % waves.length]!];
  return { pair, people: together[least]! };
}
