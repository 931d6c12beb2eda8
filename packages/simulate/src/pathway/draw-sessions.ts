import type { RandomStream } from "@likewise/stats";
import type { Spell } from "../model/days.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";

/** A weekly session that was due. */
export interface DrawnSession {
  readonly day: number;
  readonly attended: boolean;
  readonly absenceReason: string | null;
}

/** What follows a start. */
export interface Delivery {
  readonly sessions: readonly DrawnSession[];
  readonly engagedDay: number | null;
  readonly completedDay: number | null;
  readonly followedUpDay: number | null;
  readonly exitDay: number;
  readonly closureReason: string;
}

/** How far one person is known to get, where it is not left to chance. */
export interface Fate {
  /** Stages reached after the referral, in order: 0 none, 1 assessed, 2 offered, 3 accepted, 4 started. */
  readonly stages: number;
  readonly engages: boolean;
  readonly completes: boolean;
  readonly followedUp: boolean;
}

/**
 * The sessions of one person who started. A completer misses few and leaves as planned; anybody else stops coming in
 * some week. Custody keeps people away and ends the work.
 */
export function drawSessions(
  startDay: number,
  custody: Spell | null,
  parameters: ProgrammeParameters,
  stream: RandomStream,
  fate: Fate | null = null,
): Delivery {
  const { delivery } = parameters;
  const lastDay = startDay + 7 * (delivery.plannedSessions - 1);
  const completes =
    fate?.completes ?? (stream.bernoulli(delivery.completed) && (custody === null || custody.from > lastDay));
  const weeks = completes ? delivery.plannedSessions : weeksBegun(fate, parameters, stream);
  const missed = completes ? weeksMissed(delivery.plannedSessions, stream) : null;
  const sessions: DrawnSession[] = [];
  for (let week = 0; week < weeks; week++) {
    const day = startDay + 7 * week;
    const detained = custody !== null && day >= custody.from;
    if (detained && day > custody.to) break;
    const early = fate?.engages === true && week < delivery.engagedSessions;
    const comes = missed === null ? early || stream.bernoulli(delivery.attendance) : !missed.has(week);
    const attended = week === 0 || (comes && !detained);
    const absenceReason = attended ? null : detained ? "custody" : stream.choice(absenceReasons);
    sessions.push({ day, attended, absenceReason });
  }
  const attendedDays = sessions.filter((session) => session.attended).map((session) => session.day);
  const engagedDay = attendedDays[delivery.engagedSessions - 1] ?? null;
  const exitDay = sessions.at(-1)!.day + (completes ? 7 : 21);
  const completedDay = completes ? exitDay : null;
  const followedUp = completes && (fate?.followedUp ?? stream.bernoulli(delivery.followedUp));
  const followedUpDay = followedUp ? exitDay + 182 : null;
  const detained = sessions.some((session) => session.absenceReason === "custody");
  const closureReason = completes ? "completed" : detained ? "custody" : stream.choice(lateReasons);
  return { sessions, engagedDay, completedDay, followedUpDay, exitDay, closureReason };
}

/** Weeks somebody comes, or is due, who does not complete: too few for three quarters of what was planned. */
function weeksBegun(fate: Fate | null, { delivery }: ProgrammeParameters, stream: RandomStream): number {
  const { plannedSessions, engagedSessions } = delivery;
  if (fate === null) return stream.integer(1, plannedSessions - 6);
  const most = Math.ceil(0.75 * plannedSessions) - 1;
  return fate.engages ? stream.integer(engagedSessions, most) : stream.integer(1, engagedSessions - 1);
}

/** Weeks a completer misses: few enough to attend three quarters of what was planned, never the first. */
function weeksMissed(planned: number, stream: RandomStream): Set<number> {
  const missed = new Set<number>();
  const most = stream.integer(0, Math.max(0, Math.floor(planned / 4) - 1));
  while (missed.size < most) missed.add(stream.integer(1, planned - 1));
  return missed;
}

const absenceReasons = ["illness", "work", "no-reason-given", "no-reason-given", "transport"];
const lateReasons = ["disengaged", "disengaged", "disengaged", "moved", "removed-for-conduct", "planned-end"];
