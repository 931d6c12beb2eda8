import { type Columns, columnsOf, integerColumn, numberColumn, textColumn } from "../../packages/schema/src/index.ts";
import { randomStream } from "../../packages/stats/src/index.ts";
import type { Situation } from "./cells.ts";

/** People of one simulated study, treated first, with what would happen to each given their covariates. */
export interface DrawnStudy {
  readonly table: Columns;
  readonly treated: Uint8Array;
  /** Chance of the outcome with the programme and without it, site included. */
  readonly withProgramme: Float64Array;
  readonly without: Float64Array;
  /** True chance of being treated given the covariates. */
  readonly score: Float64Array;
}

/** Log odds ratio of the programme for somebody with average covariates. */
const effect = -0.5;

/**
 * A number (such as a score of earlier offending) and a yes or no, both worse among the treated by as much as the situation
 * says, so that the log odds of treatment are linear in them; the outcome is logistic in them and in treatment. Sites shift
 * the log odds of everybody in them.
 */
export function drawStudy(situation: Situation, seed: number): DrawnStudy {
  const { confounding, treated: numTreated, ratio, heterogeneous } = situation;
  const stream = randomStream(seed).split("coverage of methods");
  const n = numTreated * (1 + ratio);
  const arm = Uint8Array.from({ length: n }, (_, row) => (row < numTreated ? 1 : 0));
  const shares = [0.4, 0.4 + 0.25 * confounding];
  const number = Float64Array.from(arm, (one) => stream.normal() + confounding * one);
  const yes = Float64Array.from(arm, (one) => (stream.bernoulli(shares[one]!) ? 1 : 0));
  const sites = sitesOf(situation, arm);
  const shift = Float64Array.from({ length: sites.count }, () =>
    situation.treatedSites === null ? 0 : 0.4 * stream.normal(),
  );
  const base = Math.log(situation.risk / (1 - situation.risk));
  const chance = (row: number, one: number) => {
    const own = effect + (heterogeneous ? 0.5 * number[row]! : 0);
    return inverseLogit(base + 0.6 * number[row]! + 0.5 * yes[row]! - 0.2 + shift[sites.of[row]!]! + one * own);
  };
  const withProgramme = Float64Array.from(arm, (_, row) => chance(row, 1));
  const without = Float64Array.from(arm, (_, row) => chance(row, 0));
  const outcome = Array.from(arm, (one, row) =>
    stream.bernoulli(one === 1 ? withProgramme[row]! : without[row]!) ? 1 : 0,
  );
  return {
    table: columnsOf({
      id: textColumn(Array.from(arm, (_, row) => `P${row + 1}`)),
      treated: integerColumn([...arm]),
      number: numberColumn([...number]),
      yes: integerColumn([...yes]),
      site: textColumn(Array.from(sites.of, (site) => `S${site + 1}`)),
      outcome: integerColumn(outcome),
    }),
    treated: arm,
    withProgramme,
    without,
    score: Float64Array.from(arm, (_, row) =>
      inverseLogit(logOdds(number[row]!, yes[row]!, shares, confounding, ratio)),
    ),
  };
}

function sitesOf({ treatedSites }: Situation, arm: Uint8Array): { of: Int32Array; count: number } {
  if (treatedSites === null) return { of: new Int32Array(arm.length), count: 1 };
  const counts = [3 * treatedSites, treatedSites];
  const seen = [0, 0];
  const of = Int32Array.from(arm, (one) => {
    const turn = seen[one]!;
    seen[one] = turn + 1;
    return (one === 1 ? 0 : treatedSites) + (turn % counts[one]!);
  });
  return { of, count: 4 * treatedSites };
}

/** Bayes: a shifted normal and a shifted share, at one treated person to `ratio` others. */
function logOdds(number: number, yes: number, shares: readonly number[], shift: number, ratio: number): number {
  const [q, p] = [shares[0]!, shares[1]!];
  const ofShare = yes === 1 ? Math.log(p / q) : Math.log((1 - p) / (1 - q));
  return -Math.log(ratio) + shift * number - shift ** 2 / 2 + ofShare;
}

function inverseLogit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
