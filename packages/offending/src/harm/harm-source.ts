import { countRows, type Engine, type RowsOfUnits, windowAggregates } from "@likewise/engine";
import {
  type Anchors,
  booleansOf,
  type Columns,
  columnsOf,
  Failure,
  isPresent,
  numbersOf,
  type Observation,
  textColumn,
  textsOf,
} from "@likewise/schema";
import { type EventTables, storedEventRows } from "../events/event-source.ts";
import { engineAnchors, type PersonObserved, peopleObserved } from "../events/people-observed.ts";
import type { HarmMatchReport } from "./harm-match-report.ts";
import { type DeclaredWeights, weighedEvents } from "./harm-of-study.ts";
import type { HarmWeights } from "./harm-weights.ts";
import { type HarmRequest, harmInWindows } from "./harm-windows.ts";
import type { CountedOffences } from "./recorded-offences.ts";
import { weighOffences } from "./weigh-offences.ts";
import { wholeWeights } from "./whole-weights.ts";

/** Harm of people in windows by one weight table, wherever their events are. */
export interface HarmSource {
  readonly weights: HarmWeights;
  readonly report: HarmMatchReport;
  /**
   * @param people anchor day by unit, in rising order of units
   * @returns sum of the weights of each person's events, by request and then by person; 0 without an event that has one
   */
  readonly sums: (people: readonly PersonObserved[], requests: readonly HarmRequest[]) => Promise<Float64Array[]>;
}

/**
 * The harm of events of people analysed by one weight table.
 *
 * Events that stay in the database are weighed where they lie: each different offence is matched once, and its weight is
 * joined to its rows. Their weights are added as whole numbers of their last decimal, exactly; those of events read whole
 * as doubles, compensated. The two agree to one rounding, and to the last digit for weights of whole or half days.
 *
 * @param groups units by group id, whose match rates are shown apart
 * @throws Failure (usage) without events, or where they have neither code nor words
 */
export async function harmSource(given: {
  readonly engine: Engine;
  readonly declared: DeclaredWeights;
  readonly events: EventTables;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly groups?: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly needsVictim?: boolean;
}): Promise<HarmSource> {
  const { events, declared, anchors, observation } = given;
  if (events.storedEvents !== undefined) {
    return storedHarm(given, storedEventRows(events.storedEvents, anchors, peopleObserved(anchors, observation)));
  }
  const weighed = weighedEvents({ ...given, tables: events.tables });
  return {
    weights: declared.weights,
    report: weighed.report,
    sums: async (people, requests) =>
      harmInWindows(people, weighed.events, weighed, requests).map((harms) =>
        Float64Array.from(harms, ({ sum }) => sum),
      ),
  };
}

async function storedHarm(
  {
    engine,
    declared: { weights, options },
    groups = [],
  }: Pick<Parameters<typeof harmSource>[0], "engine" | "declared" | "groups">,
  rows: RowsOfUnits,
): Promise<HarmSource> {
  const said = ["code", "offence"].filter((name) => rows.columns[name] !== undefined);
  if (said.length === 0) {
    throw new Failure("usage", `data.weights: ${weights.id} needs code or offence mapped in data.tables.events`);
  }
  const by = [...said, "crime", ...(rows.columns.gravity_factors === undefined ? [] : ["gravity_factors"])];
  const counted = await countRows(
    engine,
    rows,
    by,
    groups.map(({ units }) => units),
  );
  const offences = countedOffences(counted.combinations, counted.all);
  const { weightOf, report } = weighOffences(
    offences,
    weights,
    options,
    groups.map(({ id }, group) => ({ id, events: counted.groups[group]! })),
  );
  const { digits, parts } = wholeWeights(weightOf);
  const table = columnsOf({ ...counted.combinations.columns, weight: textColumn(digits) });
  const weighedRows: RowsOfUnits = { ...rows, lookup: { by, table, as: "weight" } };
  return {
    weights,
    report,
    sums: async (people, requests) => {
      const sums = await windowAggregates(engine, {
        anchors: engineAnchors(people),
        events: weighedRows,
        requests: requests.map(({ window, where }, at) => ({
          as: `harm ${at}`,
          window,
          where,
          measure: { sum: "weight" },
        })),
      });
      return requests.map((_, at) => numbersOf(sums, `harm ${at}`).values.map((sum) => sum / parts));
    },
  };
}

function countedOffences(combinations: Columns, events: Float64Array): CountedOffences {
  const textAt = (name: string, row: number) => {
    if (combinations.columns[name] === undefined) return null;
    const column = textsOf(combinations, name);
    return isPresent(column, row) ? column.values[row]! : null;
  };
  const rows = Array.from(events.keys());
  const crime = booleansOf(combinations, "crime").values;
  return {
    offences: rows.map((row) => ({
      code: textAt("code", row),
      text: textAt("offence", row),
      crime: crime[row] === 1,
    })),
    factors:
      combinations.columns.gravity_factors === undefined ? null : rows.map((row) => textAt("gravity_factors", row)),
    events,
  };
}
