import type { Engine } from "@likewise/engine";
import {
  type Anchors,
  type Cohort,
  type NumberColumn,
  numberColumn,
  type Observation,
  type Refusal,
} from "@likewise/schema";
import type { Counting } from "../events/counting-rules.ts";
import type { EventTables } from "../events/event-source.ts";
import type { PersonObserved } from "../events/people-observed.ts";
import { edgesByDay } from "../windows/edges-by-day.ts";
import { notCovered } from "../windows/window-coverage.ts";
import type { HarmMatchReport } from "./harm-match-report.ts";
import { type DeclaredWeights, weightsNamed } from "./harm-of-study.ts";
import { type HarmSource, harmSource } from "./harm-source.ts";
import { editionLabel } from "./harm-weights.ts";

type Item = NonNullable<Cohort["baseline"]>[number];

/** The baseline items that are harm before the index date, by id. */
export async function harmCovariates({
  engine,
  items,
  people,
  events,
  anchors,
  observation,
  weights,
}: {
  readonly engine: Engine;
  readonly items: readonly { readonly item: Item; readonly counting: Counting }[];
  readonly people: readonly PersonObserved[];
  readonly events: EventTables;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly weights: readonly DeclaredWeights[];
}): Promise<{
  readonly columns: ReadonlyMap<string, NumberColumn>;
  readonly notes: readonly string[];
  readonly reports: readonly HarmMatchReport[];
  readonly refusals: readonly Refusal[];
}> {
  const asked = items.filter(({ item }) => item.measure === "harm");
  const used = new Map<string, HarmSource>();
  const columns: [string, NumberColumn][] = [];
  for (const { item, counting } of asked) {
    const { window, where } = counting;
    const declared = weightsNamed(item.weights, weights, `cohort.baseline: ${item.id}`);
    const harm = used.get(item.weights!) ?? (await harmSource({ engine, declared, events, anchors, observation }));
    used.set(item.weights!, harm);
    const [sums] = await harm.sums(people, [{ window, where }]);
    const edgesOf = edgesByDay(window);
    const values = people.map((person, row) => {
      const edges = person.anchor === null ? null : edgesOf(person.anchor);
      if (edges === null || notCovered(person, edges) !== null || person.to! < edges.upTo) return null;
      return harm.report.refusal === null ? sums![row]! : null;
    });
    columns.push([item.id, numberColumn(values)]);
  }
  const reports = [...used.values()].map(({ report }) => report);
  return {
    columns: new Map(columns),
    notes: asked.map(({ item }) => `${item.label ?? item.id}: ${editionLabel(used.get(item.weights!)!.weights)}`),
    reports,
    refusals: reports.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])),
  };
}
