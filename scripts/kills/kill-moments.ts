import { randomStream } from "../../packages/stats/src/index.ts";
import type { KillMoment } from "./kill-run.ts";

/**
 * Moments drawn from a seed, as shares of the time a run takes: every other one anywhere in the run, the rest in the
 * short time in which files are written and folders change places.
 */
export function killMoments(seed: number, count: number, time: { whole: number; writing: number }): KillMoment[] {
  const stream = randomStream(seed).split("kills");
  return Array.from({ length: count }, (_, index) => {
    const share = stream.uniform();
    return index % 2 === 0
      ? { after: "start", milliseconds: Math.round(share * time.whole * 1.05) }
      : { after: "first-file", milliseconds: Math.round(share * time.writing * 1.5) };
  });
}
