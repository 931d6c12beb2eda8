import {
  type Anchors,
  type Columns,
  Failure,
  isPresent,
  type Observation,
  type Outcome,
  rowsWhere,
  takeRows,
  withColumns,
} from "@likewise/schema";
import { eventFates, observedEvents } from "../events/observed-events.ts";
import { peopleObserved } from "../events/people-observed.ts";
import { type EventHarm, eventHarm, type HarmOptions } from "./event-harm.ts";
import type { HarmWeights } from "./harm-weights.ts";
import type { SeverityClass } from "./severity-class.ts";

/** A weight table of the study, and what the plan declares of its use. */
export interface DeclaredWeights {
  readonly weights: HarmWeights;
  readonly options: HarmOptions;
  /** Declared classes; null for those of the scheme. */
  readonly severityClasses: readonly SeverityClass[] | null;
}

/** Every event that can count for someone analysed, and what it weighs. */
export interface WeighedEvents extends EventHarm {
  readonly weights: HarmWeights;
  /** unit, date, provenDate, the flags of the counting rules, event and victim; row by row as in `harm`. */
  readonly events: Columns;
}

/**
 * The events of people analysed, with their harm by one weight table.
 *
 * The match rate is of the crimes that can count for anyone in the study, whatever window or scope is asked for later.
 *
 * @param groups units by group id, whose match rates are shown apart
 * @throws Failure (usage) without events, or where they have neither code nor words
 */
export function weighedEvents({
  declared: { weights, options },
  tables,
  anchors,
  observation,
  groups = [],
  needsVictim = false,
}: {
  readonly declared: DeclaredWeights;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly groups?: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly needsVictim?: boolean;
}): WeighedEvents {
  const people = peopleObserved(anchors, observation);
  const events = observedEvents(tables, anchors, people, needsVictim);
  const recorded = tables.events!;
  if (recorded.columns.code === undefined && recorded.columns.offence === undefined) {
    throw new Failure("usage", `data.weights: ${weights.id} needs code or offence mapped in data.tables.events`);
  }
  const { leftOut } = eventFates(recorded, anchors, people);
  const taken = takeRows(
    recorded,
    rowsWhere(recorded, (row) => leftOut[row] === null),
  );
  const { event, victim } = taken.columns;
  const units = events.columns.unit!;
  const rowsOf = groups.map(({ id, units: members }) => {
    const inside = new Set(members);
    return {
      id,
      rows: Array.from(units.values.keys()).filter(
        (row) => isPresent(units, row) && inside.has(units.values[row] as number),
      ),
    };
  });
  return {
    weights,
    events: withColumns(events, { ...(event && { event }), ...(victim && { victim }) }),
    ...eventHarm(taken, weights, options, rowsOf),
  };
}

/** The table a part of the plan names. */
export function weightsNamed(
  id: string | undefined,
  declared: readonly DeclaredWeights[],
  where: string,
): DeclaredWeights {
  const found = declared.find(({ weights }) => weights.id === id);
  if (found === undefined) {
    throw new Failure("usage", `${where}: weights must be a table the study has brought, got ${id ?? "none"}`);
  }
  return found;
}

/** Whether an outcome is the harm of events. */
export function isHarmOutcome({ from = "events", harm }: Outcome): boolean {
  return from === "events" && harm !== undefined;
}
