import type { RandomStream } from "@likewise/stats";
import { type Covariates, probabilityOf } from "../model/covariates.ts";
import type { Spell } from "../model/days.ts";
import { drawFrom } from "../model/draw-events.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import { type DrawnSession, drawSessions, type Fate } from "./draw-sessions.ts";

/** What became of one referral; a day is null when the stage was not reached. */
export interface Pathway {
  readonly referralDay: number;
  readonly assessedDay: number | null;
  readonly offeredDay: number | null;
  readonly acceptedDay: number | null;
  /** Day of the first session attended: what the effect of the programme starts from. */
  readonly startDay: number | null;
  readonly engagedDay: number | null;
  readonly completedDay: number | null;
  readonly followedUpDay: number | null;
  readonly exitDay: number;
  readonly closureReason: string;
  readonly sessions: readonly DrawnSession[];
}

/** Probability that a person who is offered a place starts, given what is recorded of them before the decision. */
export function startProbability(covariates: Covariates, parameters: ProgrammeParameters): number {
  const { uptake } = parameters;
  return (
    uptake.providerAccepts *
    probabilityOf(covariates, uptake.assessed) *
    uptake.offered *
    uptake.accepted *
    probabilityOf(covariates, uptake.started)
  );
}

/**
 * The way of one referred person through the service. Whether they start rests on covariates and chance alone.
 *
 * @param fate how far they get, where it is fixed beforehand; left out, it is drawn
 */
export function drawPathway(
  person: { readonly covariates: Covariates; readonly indexDay: number },
  providerAccepted: boolean,
  custody: Spell | null,
  parameters: ProgrammeParameters,
  stream: RandomStream,
  fate: Fate | null = null,
): Pathway {
  const { covariates, indexDay } = person;
  const { uptake } = parameters;
  const startAfter = drawFrom(uptake.startDays, stream);
  const steps: readonly [probability: number, share: number][] = [
    [providerAccepted ? probabilityOf(covariates, uptake.assessed) : 0, 0.35],
    [uptake.offered, 0.55],
    [uptake.accepted, 0.7],
    [probabilityOf(covariates, uptake.started), 1],
  ];
  const dayAt = (share: number) => indexDay + Math.round((share - uptake.decidedAt) * startAfter);
  const reached: number[] = [];
  for (const [step, [probability, share]] of steps.entries()) {
    const goesOn = fate === null ? stream.bernoulli(probability) : step < fate.stages;
    if (!goesOn) break;
    reached.push(dayAt(share));
  }
  const [assessedDay = null, offeredDay = null, acceptedDay = null, startDay = null] = reached;
  const stages = { referralDay: dayAt(0), assessedDay, offeredDay, acceptedDay, startDay };
  if (startDay === null) {
    const exitDay = (reached.at(-1) ?? stages.referralDay) + stream.integer(14, 42);
    const closureReason = providerAccepted ? stream.choice(earlyReasons[reached.length]!) : "other";
    const later = { engagedDay: null, completedDay: null, followedUpDay: null };
    return { ...stages, ...later, exitDay, closureReason, sessions: [] };
  }
  return { ...stages, ...drawSessions(startDay, custody, parameters, stream, fate) };
}

/** Reasons for leaving before the start, by stages reached. */
const earlyReasons: readonly (readonly string[])[] = [
  ["not-contactable", "not-contactable", "disengaged", "moved", "other"],
  ["removed-for-risk", "capacity", "other"],
  ["disengaged", "disengaged", "moved"],
  ["disengaged", "not-contactable", "moved"],
];
