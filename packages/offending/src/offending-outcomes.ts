import { type Engine, windowAggregates } from "@likewise/engine";
import {
  type Anchors,
  type Columns,
  type IntegerColumn,
  integersOf,
  isPresent,
  numberColumn,
  type Observation,
  type Outcomes,
  outcomesArtefact,
  type StudyPlan,
  stackOutcomes,
  takeRows,
  type UnitColumns,
} from "@likewise/schema";
import { outcomeCounting } from "./events/counting-rules.ts";
import { eventSource } from "./events/event-source.ts";
import { engineAnchors, peopleObserved } from "./events/people-observed.ts";
import type { StoredEvents } from "./events/stored-people.ts";
import { unitColumns } from "./events/unit-columns.ts";
import { isHarmOutcome } from "./harm/harm-of-study.ts";
import { missing, outcomeReader } from "./outcome-readers.ts";
import { custodyDays } from "./windows/custody-days.ts";
import { edgesByDay } from "./windows/edges-by-day.ts";
import { notCovered } from "./windows/window-coverage.ts";

/**
 * The plan's outcomes of table `events`, those of harm apart (`harmOutcomes`): one row for each person analysed and
 * outcome.
 *
 * Recorded crime counts crimes that happened in the window, breaches alone left out; incidents count every event; proven
 * counts crimes that happened in the window and were proven by its proof edge. Only events in which the person was the
 * suspect or offender count. The day of the index belongs to the time before; the window's last day is inside.
 *
 * - `binary`: whether there was one. `count`: how many. `exposureYears` is the observed time at liberty: days observed of
 *   the window less days in custody, remand or recall, over 365.25.
 * - `time-to-event`: days to the first, or to the end of the window or of observation.
 *
 * `observed`: the source covers the whole window (a proven one to its proof edge). `censored`: the data end inside the
 * window; the row holds what was seen until then. A proven outcome whose proof is not over is missing, its time to event
 * too: cut short, events would have had less time to be proven than those of others. Missing otherwise, with the reason:
 * `no-index-date`, `not-searched`, `not-found`, `coverage-not-declared`, `not-covered`, `proof-not-over`. No record is
 * never no event.
 *
 * @param observation who was observed and when, from `observe` of cohort
 * @param storedEvents the events, where they stay in the database; in place of `tables.events`
 * @returns ordered by unit, then by the outcome's place in the plan
 * @throws Failure (usage) when an outcome's parts do not fit together, or tables it needs are absent
 */
export async function offendingOutcomes({
  engine,
  plan,
  tables,
  anchors,
  observation,
  madeFrom = [],
  storedEvents,
}: {
  engine: Engine;
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  anchors: Anchors;
  observation: Observation;
  madeFrom?: readonly string[];
  storedEvents?: StoredEvents;
}): Promise<Outcomes> {
  const declared = plan.outcomes
    .filter((outcome) => (outcome.from ?? "events") === "events" && !isHarmOutcome(outcome))
    .map((outcome) => ({ outcome, counting: outcomeCounting(outcome), reader: outcomeReader(outcome) }));
  const people = peopleObserved(anchors, observation);
  const units = unitColumns("offendingOutcomes", anchors, people);
  if (declared.length === 0) return noOutcomes(units, madeFrom);

  const aggregates = await windowAggregates(engine, {
    anchors: engineAnchors(people),
    events: eventSource(
      { tables, storedEvents },
      anchors,
      people,
      declared.some(({ counting }) => counting.needsVictim),
    ),
    requests: declared.map(({ outcome, counting, reader }) => ({
      as: outcome.id,
      window: counting.window,
      where: counting.where,
      measure: reader.measure,
    })),
  });
  const windows = declared.map(({ counting }) => counting.window);
  const custody = await custodyDays(engine, tables, anchors, people, windows);
  const options = { outcomes: declared.map(({ outcome }) => outcome), custodyRemoved: tables.orders !== undefined };
  return stackOutcomes(
    declared.map(({ outcome, counting, reader }) => {
      const counted = integersOf(aggregates, outcome.id);
      const edgesOf = edgesByDay(counting.window);
      const rows = people.map((person, row) => {
        const edges = person.anchor === null ? null : edgesOf(person.anchor);
        const reason = notCovered(person, edges);
        if (reason !== null) return missing(reason);
        const custodyDaysHere = custody(counting.window.id, person.unit);
        return reader.read({
          anchor: person.anchor!,
          to: person.to!,
          edges: edges!,
          counted: numberAt(counted, row),
          custodyDays: custodyDaysHere,
        });
      });
      return outcomesArtefact({
        units,
        unitKind: anchors.unitKind,
        options,
        madeFrom,
        outcome: outcome.id,
        window: counting.window.id,
        value: numberColumn(rows.map((row) => row.value)),
        time: numberColumn(rows.map((row) => row.time)),
        exposureYears: numberColumn(rows.map((row) => row.exposureYears)),
        status: rows.map((row) => row.status),
        missingReason: rows.map((row) => row.missingReason),
      });
    }),
  );
}

function numberAt(column: IntegerColumn, row: number): number | null {
  return isPresent(column, row) ? column.values[row]! : null;
}

/** An artefact without rows, which may be stacked with others. */
function noOutcomes(units: UnitColumns, madeFrom: readonly string[]): Outcomes {
  const none = takeRows({ numRows: units.unit.values.length, columns: { ...units } }, new Int32Array(0));
  return outcomesArtefact({
    units: none.columns,
    madeFrom,
    outcome: "",
    window: null,
    value: numberColumn([]),
    status: [],
    missingReason: [],
  });
}
