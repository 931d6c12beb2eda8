import type { RandomStream } from "@likewise/stats";
import { countDays, type DayRange, dayAt, daysPerYear } from "./days.ts";
import { asRecorded, breachOnly, domesticCrimes, domesticIncident, type Offence, otherCrimes } from "./offences.ts";
import type { Mixture, ProgrammeParameters } from "./programme-parameters.ts";

/** A police event of one person. */
export interface PersonEvent {
  readonly day: number;
  readonly offence: Offence;
  readonly domestic: boolean;
  readonly crime: boolean;
  readonly breach: boolean;
  /** On record only because somebody went looking. */
  readonly proactive?: true;
  /** The person was the victim, not the suspect. */
  readonly asVictim: boolean;
  /** Day of the conviction or caution; null when there was none. */
  readonly provenDay: number | null;
}

/** How fast events happen to one person over some days. */
export interface Intensity {
  /** Days at liberty. */
  readonly ranges: readonly DayRange[];
  /** Domestic and other events a year at liberty, frailty and any effect included. */
  readonly domestic: number;
  readonly other: number;
  /** Events in which the person is the victim, a year. */
  readonly asVictim: number;
}

/**
 * The events of one person over some days: a Poisson number of each kind, each on any day at liberty with equal chance.
 *
 * @returns in order of day; events of one day in order of drawing
 */
export function drawEvents(intensity: Intensity, parameters: ProgrammeParameters, stream: RandomStream): PersonEvent[] {
  const days = countDays(intensity.ranges);
  if (days === 0) return [];
  const events: PersonEvent[] = [];
  const draw = (rate: number, make: (day: number) => PersonEvent): void => {
    const count = stream.poisson((rate * days) / daysPerYear);
    for (let i = 0; i < count; i++) events.push(make(dayAt(intensity.ranges, stream.integer(0, days - 1))));
  };
  draw(intensity.domestic, (day) => drawDomestic(day, parameters, stream));
  draw(intensity.other, (day) => drawOther(day, parameters, stream));
  draw(intensity.asVictim, (day) => crime(pick(domesticCrimes, stream), day, true, true, null));
  return events.sort((a, b) => a.day - b.day);
}

/** One value of a mixture. */
export function drawFrom<Value>(mixture: Mixture<Value>, stream: RandomStream): Value {
  return stream.choice(mixture.values, mixture.probabilities);
}

/** A domestic event: a recorded crime, or an incident that is none. */
export function drawDomestic(day: number, parameters: ProgrammeParameters, stream: RandomStream): PersonEvent {
  if (!stream.bernoulli(parameters.domesticCrimeShare)) return notACrime(domesticIncident, day, true);
  const offence = pick(domesticCrimes, stream);
  return crime(offence, day, true, false, drawProof(day, parameters.proof.domestic, parameters, stream));
}

/** An event that is not domestic: a recorded crime, or a breach and nothing else. */
export function drawOther(day: number, parameters: ProgrammeParameters, stream: RandomStream): PersonEvent {
  if (!stream.bernoulli(parameters.otherCrimeShare)) return notACrime(breachOnly, day, false);
  const offence = pick(otherCrimes, stream);
  return crime(offence, day, false, false, drawProof(day, parameters.proof.other, parameters, stream));
}

function drawProof(
  day: number,
  probability: number,
  parameters: ProgrammeParameters,
  stream: RandomStream,
): number | null {
  return stream.bernoulli(probability) ? day + drawFrom(parameters.proof.lagDays, stream) : null;
}

function crime(
  offence: Offence,
  day: number,
  domestic: boolean,
  asVictim: boolean,
  provenDay: number | null,
): PersonEvent {
  return { day, offence: asRecorded(offence, day), domestic, crime: true, breach: false, asVictim, provenDay };
}

/** A domestic incident that is no crime, or a breach and nothing else. */
export function notACrime(offence: Offence, day: number, domestic: boolean): PersonEvent {
  return { day, offence, domestic, crime: false, breach: !domestic, asVictim: false, provenDay: null };
}

function pick(offences: readonly Offence[], stream: RandomStream): Offence {
  let left = stream.uniform();
  for (const offence of offences) {
    left -= offence.weight;
    if (left < 0) return offence;
  }
  return offences.at(-1)!;
}
