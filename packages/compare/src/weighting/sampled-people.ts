import type { FormedGroup } from "../methods/comparison-group.ts";
import type { People } from "../people/people.ts";
import { knownWeights } from "./weight-model.ts";
import { weightedGroup } from "./weighted-group.ts";

/** The arms as they are, each person counting as many as they stand for: what the survey's population looks like. */
export function sampledPeople(people: People): FormedGroup {
  const rows = Int32Array.from(people.units, (_, row) => row);
  return {
    group: weightedGroup(people, people.samplingWeights!, knownWeights(rows, people.clusters), {
      estimand: "ATE",
      population: "the population of both arms that was sampled from",
      options: {},
      models: [],
    }),
  };
}
