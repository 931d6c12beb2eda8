import { addMonths } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import { atLiberty, countDays, dayAt } from "../model/days.ts";
import { notACrime, type PersonEvent } from "../model/draw-events.ts";
import { domesticIncident } from "../model/offences.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import type { Life } from "./settle-events.ts";

/**
 * Makes the number of domestic events of everybody hold by incidents that are no crime, added to or taken from people at
 * random; crimes, and what brought people into the extract, stay as they are.
 */
export function settleIncidents(
  wanted: number | undefined,
  lives: readonly Life[],
  parameters: ProgrammeParameters,
  stream: RandomStream,
): void {
  if (wanted === undefined) return;
  const isDomestic = ({ domestic }: PersonEvent) => domestic;
  let number = lives.reduce((sum, { past, future }) => sum + [...past, ...future].filter(isDomestic).length, 0);
  while (number < wanted) {
    addIncident(lives[stream.integer(0, lives.length - 1)]!, parameters, stream);
    number++;
  }
  for (const i of stream.shuffle(Array.from(lives.keys()))) {
    const life = lives[i]!;
    const at = life.future.findIndex(({ domestic, crime }) => domestic && !crime);
    if (number === wanted) break;
    if (at === -1) continue;
    life.future = life.future.filter((_, place) => place !== at);
    number--;
  }
  if (number !== wanted) throw new RangeError(`settleIncidents: ${wanted} events must be possible, got ${number}`);
}

function addIncident(life: Life, parameters: ProgrammeParameters, stream: RandomStream): void {
  const { indexDay } = life.candidate;
  const range = { after: indexDay, upTo: addMonths(indexDay, parameters.recordMonths) };
  const ranges = atLiberty(range, life.custody);
  const day = dayAt(ranges, stream.integer(0, countDays(ranges) - 1));
  life.future = [...life.future, notACrime(domesticIncident, day, true)];
}
