import { addMonths } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import { yearlyRates } from "./covariates.ts";
import { atLiberty, type DayRange, type Spell } from "./days.ts";
import { drawEvents, type PersonEvent } from "./draw-events.ts";
import type { Candidate } from "./draw-person.ts";
import type { ProgrammeParameters } from "./programme-parameters.ts";

/**
 * What one person does after the decision, over the months of records asked for. From the day of the start the rates
 * are multiplied by the programme's effect; without a start (null) they stay as they were.
 */
export function drawFuture(
  person: Pick<Candidate, "covariates" | "indexDay" | "frailty">,
  custody: Spell | null,
  startDay: number | null,
  parameters: ProgrammeParameters,
  stream: RandomStream,
): PersonEvent[] {
  const { indexDay, frailty } = person;
  const rates = yearlyRates(person.covariates, parameters);
  const end = addMonths(indexDay, parameters.recordMonths);
  const turn = startDay === null ? end : startDay - 1;
  const over = (range: DayRange, domesticRatio: number, otherRatio: number): PersonEvent[] =>
    drawEvents(
      {
        ranges: atLiberty(range, custody),
        domestic: frailty * rates.domestic * domesticRatio,
        other: frailty * rates.other * otherRatio,
        asVictim: parameters.victimRate,
      },
      parameters,
      stream,
    );
  const { domesticRateRatio, otherRateRatio } = parameters.effect;
  return [
    ...over({ after: indexDay, upTo: turn }, 1, 1),
    ...over({ after: turn, upTo: end }, domesticRateRatio, otherRateRatio),
  ];
}
