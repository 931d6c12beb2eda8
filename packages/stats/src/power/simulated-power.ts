import { checkWhole } from "../distributions/check-argument.ts";
import { exactBinomialInterval } from "../proportions/exact-binomial-interval.ts";
import { type RandomStream, randomStream } from "../random/random-stream.ts";

/** One study made up and analysed: whether it found the effect; null where the analysis gave no answer. */
export type SimulatedStudy = (stream: RandomStream) => boolean | null;

export interface SimulatedPower {
  readonly kind: "likewise/simulated-power";
  /** share of studies that found the effect; one without an answer did not */
  readonly power: number;
  /** Monte Carlo interval: what more studies of the same kind could make of it */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly studies: number;
  readonly found: number;
  readonly withoutAnswer: number;
  readonly seed: number | string;
}

/**
 * Power by simulation, where no formula holds: matched designs with a model, few clusters, weights, refusals.
 *
 * Study 17 has a stream of its own, named by the seed and its number. The interval is of the simulation alone, by Clopper
 * and Pearson; it says nothing of whether the studies made up are like the one to come.
 *
 * @param study   makes up one study from the stream and analyses it as it will be
 * @param studies how many, default 1000
 * @param level   of the Monte Carlo interval, default 0.95
 * @throws RangeError when studies is not a whole number >= 1 or level is outside 0 to 1
 * @source Burton et al. (2006), doi:10.1002/sim.2673
 * @example
 * const study = (stream) => stream.bernoulli(0.8);
 * simulatedPower({ study, studies: 400, seed: 1 }).lower > 0.7; // true
 */
export function simulatedPower({
  study,
  studies = 1000,
  seed,
  level = 0.95,
}: {
  study: SimulatedStudy;
  studies?: number;
  seed: number | string;
  level?: number;
}): SimulatedPower {
  checkWhole("simulatedPower", "studies", studies, 1);
  const streams = randomStream(seed).split("studies");
  let found = 0;
  let withoutAnswer = 0;
  for (let k = 0; k < studies; k++) {
    const answer = study(streams.split(k));
    if (answer === null) withoutAnswer += 1;
    else if (answer) found += 1;
  }
  const { proportion, lower, upper } = exactBinomialInterval({ events: found, total: studies, level });
  return {
    kind: "likewise/simulated-power",
    power: proportion,
    lower,
    upper,
    level,
    studies,
    found,
    withoutAnswer,
    seed,
  };
}
