import { type Engine, type WindowRequest, windowAggregates } from "@likewise/engine";
import {
  type Anchors,
  booleanColumn,
  type Cohort,
  type ColumnData,
  type Columns,
  columnsOf,
  Failure,
  type IntegerColumn,
  integerColumn,
  integersOf,
  isPresent,
  type Observation,
  type Refusal,
  type StudyPlan,
} from "@likewise/schema";
import { baselineCounting, type Counting } from "./events/counting-rules.ts";
import { eventSource } from "./events/event-source.ts";
import { engineAnchors, type PersonObserved, peopleObserved } from "./events/people-observed.ts";
import type { StoredEvents } from "./events/stored-people.ts";
import { harmCovariates } from "./harm/harm-covariates.ts";
import type { HarmMatchReport } from "./harm/harm-match-report.ts";
import type { DeclaredWeights } from "./harm/harm-of-study.ts";
import { edgesByDay } from "./windows/edges-by-day.ts";
import { notCovered } from "./windows/window-coverage.ts";

type Item = NonNullable<Cohort["baseline"]>[number];

/** `unit` and one column for each baseline item of the plan; `notes` say in words what a reader must know of them. */
export interface EventBaseline extends Columns {
  readonly columns: { readonly unit: IntegerColumn } & Readonly<Record<string, ColumnData>>;
  readonly notes: readonly string[];
  /** How well each weight table fitted the events. For `private/`: it lists offences in words. */
  readonly harmReports: readonly HarmMatchReport[];
  readonly refusals: readonly Refusal[];
}

/**
 * Covariates worked out from events up to the index date, as `cohort.baseline` declares them: crimes recorded (or
 * incidents, where the item says so) in which the person was the suspect or offender, in a window that ends on the index
 * day.
 *
 * - `count`: whole number of events. `any`: whether there was one.
 * - `days-since-last`: whole days from the last event to the index day. Without an event in the window: the days of the
 *   window + 1, one more than any event could have, so that people without history lie beyond the longest ago and are
 *   never taken for people with an event today.
 * - `harm`: sum of the weights of the events, 0 without one; every value is missing where too many crimes have no weight.
 *
 * Missing rule: a person who was not searched for, not found, or not observed over the whole window has no value; no
 * record is not a count of 0.
 *
 * @param observation who was observed and when, from `observe` of cohort
 * @param weights     the tables of data.weights, for covariates of harm
 * @param storedEvents the events, where they stay in the database; in place of `tables.events`
 * @returns ordered by unit, for `extendBaseline`
 * @throws Failure (usage) when an item's window looks past the index date, or its weights are not among those given
 */
export async function eventBaseline({
  engine,
  plan,
  tables,
  anchors,
  observation,
  weights = [],
  storedEvents,
}: {
  engine: Engine;
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  anchors: Anchors;
  observation: Observation;
  weights?: readonly DeclaredWeights[];
  storedEvents?: StoredEvents;
}): Promise<EventBaseline> {
  const items = (plan.cohort.baseline ?? []).map((item) => ({ item, counting: baselineCounting(item) }));
  const people = peopleObserved(anchors, observation);
  const unit = integerColumn(people.map((person) => person.unit));
  if (items.length === 0) return { ...columnsOf({ unit }), notes: [], harmReports: [], refusals: [] };
  const harm = await harmCovariates({
    engine,
    items,
    people,
    events: { tables, storedEvents },
    anchors,
    observation,
    weights,
  });
  const aggregates = await windowAggregates(engine, {
    anchors: engineAnchors(people),
    events: eventSource({ tables, storedEvents }, anchors, people, false),
    requests: items
      .filter(({ item }) => item.measure !== "harm")
      .map(({ item, counting }) => requestFor(item, counting)),
  });
  return {
    ...columnsOf({
      unit,
      ...Object.fromEntries(
        items.map(({ item, counting }) => [
          item.id,
          harm.columns.get(item.id) ?? covariate(item, counting, people, integersOf(aggregates, item.id)),
        ]),
      ),
    }),
    notes: [...items.flatMap(({ item }) => noteOn(item)), ...harm.notes],
    harmReports: harm.reports,
    refusals: harm.refusals,
  };
}

const measures: Readonly<Partial<Record<Item["measure"], WindowRequest["measure"]>>> = {
  count: "count",
  any: "any",
  "days-since-last": "lastDay",
};

function requestFor(item: Item, { window, where }: Counting): WindowRequest {
  const measure = measures[item.measure];
  if (measure === undefined) {
    const known = Object.keys(measures).join(", ");
    throw new Failure("usage", `cohort.baseline: measure of ${item.id} must be one of ${known}, got ${item.measure}`);
  }
  return { as: item.id, window, where, measure };
}

function covariate(
  item: Item,
  { window }: Counting,
  people: readonly PersonObserved[],
  counted: IntegerColumn,
): ColumnData {
  const edgesOf = edgesByDay(window);
  const values = people.map((person, row) => {
    const edges = person.anchor === null ? null : edgesOf(person.anchor);
    if (edges === null || notCovered(person, edges) !== null || person.to! < edges.upTo) return null;
    if (item.measure !== "days-since-last") return counted.values[row]!;
    return isPresent(counted, row) ? -counted.values[row]! : edges.upTo - edges.after + 1;
  });
  return item.measure === "any"
    ? booleanColumn(values.map((value) => (value === null ? null : value === 1)))
    : integerColumn(values);
}

function noteOn({ id, label, measure, window }: Item): string[] {
  if (measure !== "days-since-last") return [];
  return [`${label ?? id}: without an event in ${window} it is the days of that window + 1`];
}
