import { addMonths } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { Spell } from "../model/days.ts";
import type { PersonEvent } from "../model/draw-events.ts";
import { drawFuture } from "../model/draw-future.ts";
import type { Candidate } from "../model/draw-person.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import type { Pathway } from "../pathway/draw-pathway.ts";
import type { Fate } from "../pathway/draw-sessions.ts";
import type { Decision } from "../selection/select-people.ts";
import type { EventCount } from "./study-template.ts";

/** One person of a template while they are being drawn. */
export interface Life {
  readonly candidate: Candidate;
  readonly selected: boolean;
  readonly decision: Decision | null;
  readonly fate: Fate | null;
  readonly custody: Spell | null;
  readonly pathway: Pathway | null;
  /** Events up to and including the day of the decision, and after it. */
  readonly past: readonly PersonEvent[];
  future: PersonEvent[];
  /** What is settled of the future already. */
  readonly settled: Settled[];
}

interface Settled {
  readonly count: EventCount;
  readonly any: boolean;
}

/**
 * Makes one count of people with a crime hold: futures of people taken at random are drawn anew, given everything settled
 * before, until as many have one as should. Everybody's future stays one that could have been drawn.
 *
 * @throws RangeError when so many cannot be had
 */
export function settleEvents(
  count: EventCount,
  lives: readonly Life[],
  parameters: ProgrammeParameters,
  stream: RandomStream,
): void {
  const members = lives.filter(memberOf[count.of]);
  let having = members.filter((life) => hasCrime(life, count)).length;
  for (const i of stream.shuffle(Array.from(members.keys()))) {
    if (having === count.people) break;
    const life = members[i]!;
    const any = hasCrime(life, count);
    if (any === having < count.people) continue;
    if (redrawn(life, { count, any: !any }, parameters, stream)) having += any ? -1 : 1;
  }
  if (having !== count.people) {
    throw new RangeError(`settleEvents: ${count.people} of ${members.length} people must be possible, got ${having}`);
  }
  for (const life of members) life.settled.push({ count, any: hasCrime(life, count) });
}

const memberOf: Readonly<Record<EventCount["of"], (life: Life) => boolean>> = {
  everyone: () => true,
  selected: ({ selected }) => selected,
  started: ({ pathway }) => pathway !== null && pathway.startDay !== null,
  engaged: ({ pathway }) => pathway !== null && pathway.engagedDay !== null,
};

function hasCrime(life: Life, { from, months, crimes }: EventCount): boolean {
  const after = from === "decision" ? life.candidate.indexDay : life.pathway!.engagedDay!;
  const upTo = addMonths(after, months);
  return life.future.some(
    ({ day, crime, domestic, asVictim }) =>
      crime && !asVictim && (domestic || crimes === "all") && day > after && day <= upTo,
  );
}

const mostTries = 400;

function redrawn(life: Life, wanted: Settled, parameters: ProgrammeParameters, stream: RandomStream): boolean {
  const before = life.future;
  for (let tries = 0; tries < mostTries; tries++) {
    life.future = drawFuture(life.candidate, life.custody, life.pathway?.startDay ?? null, parameters, stream);
    if ([...life.settled, wanted].every(({ count, any }) => hasCrime(life, count) === any)) return true;
  }
  life.future = before;
  return false;
}
