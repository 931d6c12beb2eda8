import { changeOverWaves } from "../../packages/measures/src/index.ts";
import { numberColumn, textColumn } from "../../packages/schema/src/index.ts";
import { designMatrix, fitLinearMixed, randomStream } from "../../packages/stats/src/index.ts";

/** Intervals of change from the first to the last of four waves, of people who change at different rates and of whom some leave. */
export interface SimulatedWaves {
  readonly seed: number;
  readonly kind: "any-covariance" | "own-level";
  /** people with a score at the last wave */
  readonly stayed: number;
  /** points */
  readonly interval: readonly [number, number];
  /** and were everybody taken to change alike */
  readonly alike: readonly [number, number];
}

export const people = 40;
/** Mean change from first to last, points. */
export const truth = -6;

const waves = ["intake", "month 2", "month 4", "exit"];

/**
 * Forty people begin at 50 with a standard deviation of 8 and change by −2 a wave with one of 3; each score adds one of 4. Whoever
 * scores higher is likelier to have left before the next wave, so that leaving depends on scores seen alone and takes about a
 * quarter.
 */
export function simulatedWaves(seed: number): SimulatedWaves {
  const rows = rowsOf(seed);
  const found = changeOverWaves({
    person: textColumn(rows.map(({ person }) => `p${person}`)),
    wave: textColumn(rows.map(({ wave }) => waves[wave]!)),
    score: numberColumn(rows.map(({ score }) => score)),
    waves,
  });
  if ("refused" in found) throw new RangeError(`simulatedWaves: seed must give an answer, got none for ${seed}`);
  const alike = fitLinearMixed({
    design: designMatrix([1, 2, 3].map((wave) => rows.map((row) => Number(row.wave === wave)))),
    outcome: rows.map(({ score }) => score),
    groups: rows.map(({ person }) => person),
  });
  return {
    seed,
    kind: found.model.kind,
    stayed: found.groups[0]!.seen[3]!.people,
    interval: found.groups[0]!.changes[2]!.interval,
    alike: alike.contrast([0, 0, 0, 1]).interval,
  };
}

function rowsOf(seed: number) {
  const stream = randomStream(`waves ${seed}`);
  const rows: { person: number; wave: number; score: number }[] = [];
  for (let person = 0; person < people; person++) {
    const level = 50 + 8 * stream.normal();
    const rate = truth / 3 + 3 * stream.normal();
    for (let wave = 0; wave < waves.length; wave++) {
      const score = level + rate * wave + 4 * stream.normal();
      rows.push({ person, wave, score });
      if (stream.uniform() < 1 / (1 + Math.exp(2.35 - 0.1 * (score - 50)))) break;
    }
  }
  return rows;
}
