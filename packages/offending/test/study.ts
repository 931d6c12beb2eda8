import { closeEngine, type Engine, openEngine } from "@likewise/engine";
import {
  type Anchors,
  booleanColumn,
  type Columns,
  categoryColumn,
  columnsOf,
  dateColumn,
  integerColumn,
  naturalOrder,
  type Observation,
  type Outcome,
  parseIsoDate,
  type StudyPlan,
  textColumn,
} from "@likewise/schema";

export function day(iso: string): number {
  const days = parseIsoDate(iso);
  if (days === null) throw new RangeError(`day: iso must be a date that exists, got ${iso}`);
  return days;
}

/** Runs a test with an engine of its own and closes it whatever happens. */
export async function withEngine<T>(use: (engine: Engine) => Promise<T>, threads = 2): Promise<T> {
  const engine = await openEngine({ threads, memoryGb: 1 });
  try {
    return await use(engine);
  } finally {
    await closeEngine(engine);
  }
}

/** One event; what is left out is missing. */
export interface EventRow {
  readonly person: string | null;
  readonly on: string | null;
  readonly proven?: string;
  readonly crime?: boolean | null;
  readonly breach?: boolean | null;
  readonly domestic?: boolean | null;
  readonly role?: string | null;
  readonly victim?: string;
  readonly disposal?: string;
  readonly proactive?: boolean;
}

export function eventsOf(...rows: readonly EventRow[]): Columns {
  const date = (text: string | null | undefined) => (text == null ? null : day(text));
  return columnsOf({
    person: textColumn(rows.map((row) => row.person)),
    event_date: dateColumn(rows.map((row) => date(row.on))),
    proven_date: dateColumn(rows.map((row) => date(row.proven))),
    crime: booleanColumn(rows.map((row) => (row.crime === undefined ? true : row.crime))),
    breach: booleanColumn(rows.map((row) => (row.breach === undefined ? false : row.breach))),
    domestic: booleanColumn(rows.map((row) => (row.domestic === undefined ? false : row.domestic))),
    role: categoryColumn(rows.map((row) => (row.role === undefined ? "suspect" : row.role))),
    victim: textColumn(rows.map((row) => row.victim ?? null)),
    ...(rows.some((row) => row.proactive !== undefined)
      ? { proactive: booleanColumn(rows.map((row) => row.proactive ?? null)) }
      : {}),
    ...(rows.some((row) => row.disposal !== undefined)
      ? { disposal: categoryColumn(rows.map((row) => row.disposal ?? null)) }
      : {}),
  });
}

/** Person, kind, first and last day (null: not over). */
export type OrderRow = readonly [person: string, kind: string, from: string, to: string | null];

export function ordersOf(...rows: readonly OrderRow[]) {
  return columnsOf({
    person: textColumn(rows.map(([person]) => person)),
    kind: categoryColumn(rows.map(([, kind]) => kind)),
    from: dateColumn(rows.map(([, , from]) => day(from))),
    to: dateColumn(rows.map(([, , , to]) => (to === null ? null : day(to)))),
  });
}

/** One person analysed: index date, and what was observed (null: searched and not found; undefined: not searched). */
export interface PersonRow {
  readonly id: string;
  readonly index: string | null;
  readonly observed?: readonly [from: string | null, to: string | null] | null;
  readonly started?: string;
}

/** Anchors and observation as cohort would make them. */
export function followed(...rows: readonly PersonRow[]): {
  readonly anchors: Anchors;
  readonly observation: Observation;
} {
  const people = [...rows].sort((a, b) => naturalOrder(a.id, b.id));
  const anchorRows = people.flatMap((person, unit) => [
    { unit, id: person.id, stage: "index", on: person.index },
    ...(person.started === undefined ? [] : [{ unit, id: person.id, stage: "started", on: person.started }]),
  ]);
  const dates = (texts: readonly (string | null)[]) =>
    dateColumn(texts.map((text) => (text === null ? null : day(text))));
  return {
    anchors: {
      kind: "likewise/anchors",
      version: 1,
      unitKind: "person",
      options: {},
      seed: null,
      madeFrom: [],
      imputation: 0,
      table: columnsOf({
        unit: integerColumn(anchorRows.map((row) => row.unit)),
        id: textColumn(anchorRows.map((row) => row.id)),
        cluster: categoryColumn(anchorRows.map(() => null)),
        role: categoryColumn(anchorRows.map(() => "perpetrator")),
        stage: categoryColumn(anchorRows.map((row) => row.stage)),
        date: dates(anchorRows.map((row) => row.on)),
      }),
    },
    observation: columnsOf({
      unit: integerColumn(people.map((_, unit) => unit)),
      searched: booleanColumn(people.map((person) => person.observed !== undefined)),
      found: booleanColumn(people.map((person) => person.observed != null)),
      from: dates(people.map((person) => person.observed?.[0] ?? null)),
      to: dates(people.map((person) => person.observed?.[1] ?? null)),
    }),
  };
}

export function outcome(parts: Partial<Outcome>): Outcome {
  return {
    id: "reoffence",
    label: "Reoffence",
    basis: "recorded-crime",
    reporter: "police",
    definition: "recorded",
    kind: "binary",
    direction: "lower",
    window: "recorded-12m",
    ...parts,
  };
}

export function planOf(parts: {
  baseline?: StudyPlan["cohort"]["baseline"];
  outcomes?: readonly Outcome[];
}): StudyPlan {
  return {
    version: 1,
    title: "A study",
    data: { asAt: "2025-12-31", tables: { events: { files: ["events.csv"], columns: {} } } },
    cohort: parts.baseline === undefined ? {} : { baseline: parts.baseline },
    outcomes: [...(parts.outcomes ?? [outcome({})])] as StudyPlan["outcomes"],
    comparisons: [{ id: "headline", assignment: "selected", comparator: "concurrent-untreated" }],
  };
}
