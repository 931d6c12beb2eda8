import { day } from "./days.ts";
import type { Draws } from "./seeded-draws.ts";

/** One perpetrator as he was, what is on record of him and what is not. */
export interface Person {
  readonly id: string;
  readonly age: number;
  readonly sex: "male" | "female";
  readonly ethnicity: string;
  readonly area: string;
  readonly risk: "standard" | "medium" | "high";
  /** Day follow-up starts. */
  readonly index: number;
  /** Domestic-abuse crimes a year he would commit at liberty; no table holds it. */
  readonly rate: number;
  /** Days of recorded domestic-abuse crimes in the 24 months up to the index day. */
  readonly past: readonly number[];
}

export interface PeopleOptions {
  readonly people: number;
  /** First letters of ids. */
  readonly prefix?: string;
  /** Mean of domestic-abuse crimes a year (0.8 when left out). */
  readonly rate?: number;
  /** Shape of the gamma frailty; the smaller, the more people differ (2 when left out). */
  readonly shape?: number;
  readonly from?: string;
  readonly to?: string;
  readonly areas?: readonly string[];
}

/** People with a record; the yearly rate is frailty times what age makes of the mean. */
export function drawPeople(draws: Draws, options: PeopleOptions): Person[] {
  const { people, prefix = "P", rate = 0.8, shape = 2, from = "2021-01-01", to = "2022-12-31" } = options;
  const areas = options.areas ?? ["Northside", "Southside", "Eastside", "Westside"];
  return Array.from({ length: people }, (_, i) => {
    const index = draws.whole(day(from), day(to));
    const age = Math.round(Math.min(65, Math.max(18, 36 + 10 * draws.normal())));
    const ownRate = rate * draws.frailty(shape) * Math.exp(-0.015 * (age - 36));
    const past = crimes(draws, ownRate, index - 729, index);
    const points = past.length + draws.normal();
    return {
      id: `${prefix}${1001 + i}`,
      age,
      sex: draws.chance(0.92) ? "male" : "female",
      ethnicity: draws.chance(0.8) ? "White" : draws.one(["Asian", "Black", "Mixed"]),
      area: draws.one(areas),
      risk: points > 3 ? "high" : points > 1 ? "medium" : "standard",
      index,
      rate: ownRate,
      past,
    };
  });
}

/** Days of crimes at a yearly rate from one day to another, both included, in order. */
export function crimes(draws: Draws, rate: number, from: number, to: number): number[] {
  const days = to - from + 1;
  if (days <= 0 || rate <= 0) return [];
  return Array.from({ length: draws.poisson((rate * days) / 365.25) }, () => draws.whole(from, to)).sort(
    (a, b) => a - b,
  );
}

/** What happened in the two years after the index day, his rate multiplied by a ratio. */
export function future(draws: Draws, person: Person, ratio = 1): number[] {
  return crimes(draws, person.rate * ratio, person.index + 1, person.index + 730);
}

/** How many of these days are in the given number of days up to the index day. */
export function recent(person: Person, days: number): number {
  return person.past.filter((one) => one > person.index - days).length;
}

/** Odds of a place that read the record alone: what is recorded and chance decide, nothing else does. */
export function placeByRecord(draws: Draws, person: Person, intercept: number): boolean {
  const odds = intercept + 0.35 * Math.min(4, recent(person, 365)) - 0.02 * (person.age - 36);
  return draws.chance(1 / (1 + Math.exp(-odds - (person.risk === "high" ? 0.3 : 0))));
}
