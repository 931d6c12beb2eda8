import type { Anchors, Columns, Observation, Refusal } from "@likewise/schema";
import type { Counting } from "../events/counting-rules.ts";
import type { PersonObserved } from "../events/people-observed.ts";
import { type DeclaredWeights, weighedEvents } from "../harm/harm-of-study.ts";
import { editionOf, type HarmEdition } from "../harm/harm-weights.ts";
import { harmInWindows } from "../harm/harm-windows.ts";
import { defaultSeverityClasses, type SeverityClass, severityClass } from "../harm/severity-class.ts";

/** People by the severity of their first event that has a weight. */
export interface FirstSeverity {
  readonly weights: HarmEdition;
  readonly classes: readonly { readonly id: string; readonly label: string; readonly people: number }[];
  /** People without an event that has a weight. */
  readonly none: number;
}

/**
 * The severity of the first event of people in windows.
 *
 * @returns `of`: people by class in the window at a place among `countings`, given by their rows; null without classes, or
 *   where the weights do not fit the events
 */
export function firstSeverities({
  tables,
  anchors,
  observation,
  people,
  groups,
  weights,
  countings,
}: {
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly people: readonly PersonObserved[];
  readonly groups: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly weights: DeclaredWeights;
  readonly countings: readonly Counting[];
}): { readonly of: (at: number, rows: readonly number[]) => FirstSeverity | null; readonly refusals: Refusal[] } {
  const needsVictim = countings.some((counting) => counting.needsVictim);
  const weighed = weighedEvents({ declared: weights, tables, anchors, observation, groups, needsVictim });
  if (weighed.report.refusal !== null) return { of: () => null, refusals: [weighed.report.refusal] };
  const classes: readonly SeverityClass[] =
    weights.severityClasses ?? defaultSeverityClasses[weights.weights.scheme] ?? [];
  const harms = harmInWindows(people, weighed.events, weighed, countings);
  return {
    refusals: [],
    of: (at, rows) => {
      if (classes.length === 0) return null;
      const found = rows.map((row) => severityClass(harms[at]![row]!.first, classes));
      const peopleIn = (id: string | null) => found.filter((one) => one === id).length;
      return {
        weights: editionOf(weights.weights),
        classes: classes.map(({ id, label }) => ({ id, label, people: peopleIn(id) })),
        none: peopleIn(null),
      };
    },
  };
}
