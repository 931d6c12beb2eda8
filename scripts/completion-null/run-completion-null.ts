import { type CloneCensorWeight, cloneCensorWeight } from "../../packages/compare/src/index.ts";
import { randomStream } from "../../packages/stats/src/index.ts";

/** What decides who completes, beside chance: something known at the start, or something that changes on the way. */
export const confounders = ["baseline", "changing"] as const;

/** One programme that does nothing for anybody, as three analyses see its completers. */
export interface CompletionNull {
  readonly seed: number;
  readonly completers: number;
  readonly naive: Contrast;
  /** Cloned, censored and weighted with the covariate that decides who completes. */
  readonly weighted: Contrast;
  /** The same without it: immortal time is gone, selection is not. */
  readonly unadjusted: Contrast;
}

export interface Contrast {
  readonly riskDifference: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

const people = 400;
const graceDays = 210;
const week = 7;

/**
 * People start a group of 20 to 28 weeks that changes nothing. Some are at higher risk: they have the event sooner and
 * leave the group sooner, so of completers few have it. In `changing` the risk comes and goes from week to week.
 */
export function runCompletionNull(
  confounder: (typeof confounders)[number],
  seed: number,
  replicates: number,
): CompletionNull {
  const stream = randomStream(`completion without effect, ${confounder}`).split(seed);
  const time = new Float64Array(people);
  const event = new Uint8Array(people);
  const milestoneDay: (number | null)[] = [];
  const leftDay: (number | null)[] = [];
  const high = new Float64Array(people);
  const changes = { person: [] as number[], day: [] as number[], value: [] as number[] };
  for (let person = 0; person < people; person++) {
    const completesOn = week * stream.integer(20, 27) + stream.integer(1, 7);
    let isHigh = stream.bernoulli(0.5);
    high[person] = isHigh ? 1 : 0;
    let left: number | null = null;
    let happened = 365;
    for (let day = 0; day < 365; day++) {
      if (confounder === "changing" && day % week === 0) {
        if (day > 0 && stream.bernoulli(0.08)) isHigh = !isHigh;
        changes.person.push(person);
        changes.day.push(day);
        changes.value.push(isHigh ? 1 : 0);
      }
      if (left === null && day < completesOn && stream.bernoulli(isHigh ? 0.008 : 0.0015)) left = day + 1;
      if (stream.bernoulli(isHigh ? 0.0028 : 0.0006)) {
        happened = day + 1;
        event[person] = 1;
        break;
      }
    }
    time[person] = happened;
    if (left !== null && left >= completesOn) left = null;
    milestoneDay.push(left === null && completesOn <= happened ? completesOn : null);
    leftDay.push(left);
  }
  const common = {
    time,
    event,
    strategies: [
      { id: "completed", label: "Complete within 30 weeks", kind: "reach", milestoneDay, leftDay },
      { id: "not", label: "Do not complete", kind: "avoid", milestoneDay },
    ],
    graceDays,
    intervalDays: week,
    horizonDays: 365,
    seed,
    replicates,
  } as const;
  const known =
    confounder === "baseline"
      ? { covariates: [{ kind: "number", name: "risk", values: high } as const] }
      : { changing: [{ name: "risk", ...changes }] };
  const adjusted = resultOf(cloneCensorWeight({ ...common, ...known }));
  const plain = resultOf(cloneCensorWeight(common));
  return {
    seed,
    completers: milestoneDay.filter((day) => day !== null).length,
    naive: contrastOf(adjusted.naive.riskDifference),
    weighted: contrastOf(adjusted.riskDifference),
    unadjusted: contrastOf(plain.riskDifference),
  };
}

function resultOf(result: ReturnType<typeof cloneCensorWeight>): CloneCensorWeight {
  if ("refused" in result) throw new Error(result.refused.why);
  return result;
}

function contrastOf(interval: CloneCensorWeight["riskDifference"]): Contrast {
  if ("refused" in interval) throw new Error(interval.refused.why);
  const { estimate, standardError, percentile } = interval;
  return { riskDifference: estimate, standardError, lower: percentile.lower, upper: percentile.upper };
}
