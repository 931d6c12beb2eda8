import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";

/** An adult victim-survivor as the services know them. */
export interface VictimSurvivor {
  readonly id: string;
  readonly age: number;
  readonly female: boolean;
  readonly relationship: string;
}

export interface Child {
  readonly id: string;
  readonly age: number;
  readonly female: boolean;
}

/** Who lives with what one person does: only of those referred does the service know more than a victim id. */
export interface Household {
  readonly family: string;
  /** The first is the one most events concern. */
  readonly victims: readonly VictimSurvivor[];
  readonly children: readonly Child[];
}

/** The household of each person, in their order; ids run on through all of them. */
export function drawHouseholds(people: readonly SimulatedPerson[], stream: RandomStream): Household[] {
  let [victims, children] = [0, 0];
  return people.map((person, i) => {
    const victimCount = stream.bernoulli(0.18) ? 2 : 1;
    const childCount = stream.choice([0, 1, 2, 3], [0.4, 0.25, 0.23, 0.12]);
    return {
      family: `F${10001 + i}`,
      victims: Array.from({ length: victimCount }, () => ({
        id: `V${20001 + victims++}`,
        age: Math.max(18, Math.min(75, person.covariates.age + stream.integer(-8, 5))),
        female: person.covariates.female ? stream.bernoulli(0.3) : stream.bernoulli(0.98),
        relationship: stream.choice(["ex-partner", "partner", "relative"], [0.48, 0.42, 0.1]),
      })),
      children: Array.from({ length: childCount }, () => ({
        id: `C${50001 + children++}`,
        age: stream.integer(0, 16),
        female: stream.bernoulli(0.5),
      })),
    };
  });
}
