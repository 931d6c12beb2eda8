import { addMonths } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import { atLiberty, countDays, dayAt, daysPerYear } from "../model/days.ts";
import { drawOther, type PersonEvent } from "../model/draw-events.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import type { Life } from "./settle-events.ts";

/**
 * Arrests that are on record only because the programme had police officers look: for 12 months from the decision, of
 * people selected.
 *
 * @param yearly of one person; none when left out
 */
export function addDisruption(
  yearly: number | undefined,
  lives: readonly Life[],
  parameters: ProgrammeParameters,
  stream: RandomStream,
): void {
  if (yearly === undefined) return;
  for (const life of lives) {
    if (!life.selected) continue;
    const { indexDay } = life.candidate;
    const ranges = atLiberty({ after: indexDay, upTo: addMonths(indexDay, 12) }, life.custody);
    const days = countDays(ranges);
    const arrests = stream.poisson((yearly * days) / daysPerYear);
    const found = Array.from({ length: arrests }, (): PersonEvent => {
      const event = drawOther(dayAt(ranges, stream.integer(0, days - 1)), parameters, stream);
      return { ...event, proactive: true };
    });
    life.future = [...life.future, ...found];
  }
}
