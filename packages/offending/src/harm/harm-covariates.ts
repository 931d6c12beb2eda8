import {
  type Anchors,
  type Cohort,
  type Columns,
  type NumberColumn,
  numberColumn,
  type Observation,
  type Refusal,
  windowEdges,
} from "@likewise/schema";
import type { Counting } from "../events/counting-rules.ts";
import type { PersonObserved } from "../events/people-observed.ts";
import { notCovered } from "../windows/window-coverage.ts";
import type { HarmMatchReport } from "./harm-match-report.ts";
import { type DeclaredWeights, weighedEvents, weightsNamed } from "./harm-of-study.ts";
import { editionLabel } from "./harm-weights.ts";
import { harmInWindows } from "./harm-windows.ts";

type Item = NonNullable<Cohort["baseline"]>[number];

/** The baseline items that are harm before the index date, by id. */
export function harmCovariates({
  items,
  people,
  tables,
  anchors,
  observation,
  weights,
}: {
  readonly items: readonly { readonly item: Item; readonly counting: Counting }[];
  readonly people: readonly PersonObserved[];
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly weights: readonly DeclaredWeights[];
}): {
  readonly columns: ReadonlyMap<string, NumberColumn>;
  readonly notes: readonly string[];
  readonly reports: readonly HarmMatchReport[];
  readonly refusals: readonly Refusal[];
} {
  const asked = items.filter(({ item }) => item.measure === "harm");
  const used = new Map(
    asked.map(({ item }) => {
      const declared = weightsNamed(item.weights, weights, `cohort.baseline: ${item.id}`);
      return [declared.weights.id, weighedEvents({ declared, tables, anchors, observation })];
    }),
  );
  const columns = asked.map(({ item, counting: { window, where } }): [string, NumberColumn] => {
    const events = used.get(item.weights!)!;
    const [harms] = harmInWindows(people, events.events, events, [{ window, where }]);
    const values = people.map((person, row) => {
      const edges = person.anchor === null ? null : windowEdges(window, person.anchor);
      if (edges === null || notCovered(person, edges) !== null || person.to! < edges.upTo) return null;
      return events.report.refusal === null ? harms![row]!.sum : null;
    });
    return [item.id, numberColumn(values)];
  });
  const reports = [...used.values()].map(({ report }) => report);
  return {
    columns: new Map(columns),
    notes: asked.map(({ item }) => `${item.label ?? item.id}: ${editionLabel(used.get(item.weights!)!.weights)}`),
    reports,
    refusals: reports.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])),
  };
}
