import { type Engine, type RowsOfUnits, readParquet, storeParquet } from "../../packages/engine/src/index.ts";
import { readHarmWeights, storePeople } from "../../packages/offending/src/index.ts";
import {
  type Anchors,
  booleanColumn,
  columnsOf,
  dateColumn,
  datesOf,
  integerColumn,
  type Observation,
  type StudyPlan,
  stackColumns,
  textsOf,
} from "../../packages/schema/src/index.ts";
import { inventedWeights } from "../../packages/simulate/src/index.ts";
import { populationFiles } from "./population-files.ts";

export const blockIds = [-4, -3, -2, -1, 1, 2, 3, 4].map((k) => `block${k > 0 ? "+" : ""}${k}`);

/** Crimes that count, and their flags, as the package for offending asks for them. */
export const where = { crime: true, breach: false, proactive: false };

/** A simulated population as a study has it: people in memory, events in the files they came in. */
export async function populationStudy(engine: Engine, people: number) {
  const files = await populationFiles(people, 10 * people);
  const parts = [];
  for (const file of files.people) parts.push(await readParquet(engine, file));
  const table = stackColumns(parts);
  const id = textsOf(table, "person");
  const unit = integerColumn(Int32Array.from({ length: people }, (_, row) => row));
  const date = datesOf(table, "index_date");
  const [from, to] = files.record.map((day) => dateColumn(new Int32Array(people).fill(day))) as [
    ReturnType<typeof dateColumn>,
    ReturnType<typeof dateColumn>,
  ];
  const same = (level: string) =>
    ({ type: "category", values: new Int32Array(people), levels: [level], valid: null }) as const;
  const anchors: Anchors = {
    kind: "likewise/anchors",
    version: 1,
    unitKind: "person",
    options: {},
    seed: null,
    madeFrom: [],
    imputation: 0,
    table: columnsOf({ unit, id, cluster: same("all"), role: same("perpetrator"), stage: same("index"), date }),
  };
  const yes = booleanColumn(new Uint8Array(people).fill(1));
  const observation: Observation = columnsOf({ unit, searched: yes, found: yes, from, to });
  const ids = await storePeople(engine, anchors);
  const storedEvents = { ...(await storeParquet(engine, files.events)), people: ids };
  const rows: RowsOfUnits = {
    rows: storedEvents,
    units: columnsOf({ unit, from, to }),
    ids,
    id: "person",
    date: "event_date",
    leftOut: [{ column: "role", values: ["victim"] }],
    columns: {
      crime: { from: "crime", whenMissing: true },
      breach: { from: "breach", whenMissing: false },
      proactive: { from: "proactive", whenMissing: false },
      code: { from: "code" },
    },
  };
  const declared = { id: "invented", scheme: "own", edition: "1", unit: "days" } as const;
  const { weights } = readHarmWeights(declared, inventedWeights);
  return {
    files,
    rows,
    /** For windows alone. */
    units: columnsOf({ unit, date }),
    given: { engine, plan, tables: {}, anchors, observation, storedEvents },
    weights: [{ weights, options: {}, severityClasses: null }],
    groups: [{ id: "everyone", units: unit.values }],
  };
}

const plan: StudyPlan = {
  version: 1,
  title: "A simulated population",
  seed: 1,
  data: { asAt: "2024-12-31", tables: { events: { files: ["events.parquet"], columns: {} } } },
  cohort: {
    baseline: [{ id: "prior", events: "all", measure: "count", window: "before-24m" }],
    blocks: { anchors: ["index"], before: 4, after: 4 },
  },
  outcomes: [
    {
      id: "first",
      label: "First crime recorded",
      basis: "recorded-crime",
      reporter: "police",
      definition: "recorded",
      kind: "time-to-event",
      direction: "lower",
      window: "recorded-12m",
    },
  ],
  comparisons: [{ id: "none", assignment: "selected", comparator: "concurrent-untreated" }],
};
