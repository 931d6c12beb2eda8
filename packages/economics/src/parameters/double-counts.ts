import type { CostParameter } from "./cost-parameter.ts";

/** All that is asked of a value to see what it holds. */
export type CountedValue = Pick<CostParameter, "id" | "label" | "domain" | "item" | "covers">;

/** Two values that hold the same cost. */
export interface DoubleCount {
  readonly first: string;
  readonly second: string;
  readonly parts: readonly CostParameter["covers"][number][];
  readonly why: string;
}

/**
 * Values that hold the same cost twice: a whole beside its part, two values of one thing, or values of kinds of events that overlap
 * (a victim of abuse and the crimes against them; a crime and the hospital visit after it). Values of different offences, or of
 * different services, do not overlap.
 *
 * @example
 * doubleCounts([costParameter("ho-da-victim-police"), costParameter("ucd14-cr2-0-3-fiscal")])[0].parts; // ["police"]
 */
export function doubleCounts(parameters: readonly CountedValue[]): DoubleCount[] {
  return parameters.flatMap((first, at) =>
    parameters.slice(at + 1).flatMap((second) => {
      const parts = first.covers.filter((part) => second.covers.includes(part));
      if (parts.length === 0) return [];
      const why = overlap(first, second);
      return why === null ? [] : [{ first: first.id, second: second.id, parts, why }];
    }),
  );
}

/** Whose values are of one person's abuse, or life, whatever they are per. */
const ofOneWhole: readonly CostParameter["domain"][] = ["domestic-abuse", "wellbeing"];

function overlap(first: CountedValue, second: CountedValue): string | null {
  if (first.domain !== second.domain) {
    return `${first.label} and ${second.label} value events that overlap, and both hold the same cost`;
  }
  if (ofOneWhole.includes(first.domain)) {
    return `${first.label} and ${second.label} value the same abuse or the same life, in other units`;
  }
  return first.item === second.item
    ? `${first.label} and ${second.label} are values of one thing, and one holds the other`
    : null;
}
