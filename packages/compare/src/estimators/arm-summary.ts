import type { ArmValue } from "@likewise/schema";
import { sumOf } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";

/** People and events (0/1 or counts added up) of one arm, unweighted, beside the arm's estimated value. */
export function armValue(people: AnalysisSet, arm: 0 | 1, value: number | null): ArmValue {
  return { n: peopleIn(people, arm), events: people.kind === "continuous" ? null : eventsIn(people, arm), value };
}

/** A warning about counts when an arm has fewer than five events; no count in it. */
export function fewEventsInAnArm(people: AnalysisSet): string[] {
  if (Math.min(eventsIn(people, 1), eventsIn(people, 0)) >= 5) return [];
  return ["an arm has few events: how they spread between people is hardly known, and intervals may be too narrow"];
}

export function peopleIn({ treated }: AnalysisSet, arm: 0 | 1): number {
  let people = 0;
  for (let row = 0; row < treated.length; row++) if (treated[row] === arm) people++;
  return people;
}

export function eventsIn({ treated, value }: AnalysisSet, arm: 0 | 1): number {
  return sumOf(treated.length, (row) => (treated[row] === arm ? value[row]! : 0));
}
