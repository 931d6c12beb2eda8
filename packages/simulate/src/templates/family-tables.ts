import { type CellValue, type Columns, cell, stackColumns } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { tableFields } from "../plan/table-sources.ts";
import type { ProgrammeTables } from "../tables/programme-tables.ts";
import { recordColumns } from "../tables/record-columns.ts";

/** Tables a programme for whole families keeps beside the usual, and their fields. */
export const familyFields = {
  links: [...tableFields.links, "contact_status"],
  statuses: ["person", "kind", "status", "from", "to"],
  measures: ["person", "measure", "wave", "date", "item", "response"],
} as const;

/**
 * Work with everybody in a family: sessions of partners and children beside those of participants, workers of children,
 * status spells, and what each says at intake and exit. All numbers are our choice.
 *
 * @param tables the usual tables of the programme
 */
export function familyTables(
  people: readonly SimulatedPerson[],
  tables: ProgrammeTables,
  stream: RandomStream,
): ProgrammeTables {
  const links = rowsOf(tables.links!);
  const ages = new Map(rowsOf(tables.people!).map(({ person, age }) => [String(person), Number(age)]));
  const started = new Map(
    people.flatMap(({ id, pathway }) =>
      pathway?.startDay == null ? [] : [[id, { start: pathway.startDay, end: pathway.exitDay }] as const],
    ),
  );
  const children = links.filter(({ kind }) => kind === "family");
  const partners = links.filter(({ kind }) => kind === "dyad");
  const helped = children.flatMap((link) => {
    const time = started.get(String(link.person));
    const child = String(link.linked_person);
    return time !== undefined && (ages.get(child) ?? 0) >= leastAge && stream.bernoulli(0.6)
      ? [{ child, from: time.start + stream.integer(7, 56), worker: `W${40 + stream.integer(1, 5)}` }]
      : [];
  });
  return {
    links: recordColumns("links", familyFields.links, [
      ...links.map((link) => ({ ...link, contact_status: contactOf(link, stream) })),
      ...helped.map(({ child, from, worker }) => ({
        ...none,
        person: child,
        linked_person: worker,
        kind: "worker",
        from,
        worker_type: "children-worker",
      })),
    ] as LinkRow[]),
    sessions: stackColumns([
      tables.sessions!,
      recordColumns("sessions", tableFields.sessions, [
        ...partners.flatMap(({ linked_person, accepted, accept_date }) =>
          accepted === true && accept_date !== null
            ? sessions(String(linked_person), Number(accept_date) + 7, 10, "recovery", 90, stream)
            : [],
        ),
        ...helped.flatMap(({ child, from }) => sessions(child, from, 8, "children", 60, stream)),
        ...partners.flatMap(({ linked_person, accepted, person }) => {
          const time = started.get(String(person));
          return accepted === true && time !== undefined && stream.bernoulli(0.4)
            ? sessions(String(linked_person), time.start + 100, 4, "family", 60, stream)
            : [];
        }),
      ]),
    ]),
    statuses: recordColumns("statuses", familyFields.statuses, statusRows(children, ages, stream)),
    measures: recordColumns("measures", familyFields.measures, [
      ...participantAnswers(people, new Set(children.map(({ person }) => String(person))), stream),
      ...partnerAnswers(partners, started, stream),
    ]),
  };
}

const leastAge = 5;
type Row = Readonly<Record<string, CellValue>>;
type LinkRow = Readonly<Record<(typeof familyFields.links)[number], CellValue>>;
const none = Object.fromEntries(familyFields.links.map((field) => [field, null])) as LinkRow;

function rowsOf({ numRows, columns }: Columns): Row[] {
  return Array.from({ length: numRows }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, cell(column, row)])),
  );
}

function contactOf({ kind, offer_date, accepted }: Row, stream: RandomStream): string | null {
  if (kind !== "dyad") return null;
  if (accepted === true) return "in-contact";
  return offer_date === null ? "not-reached" : stream.bernoulli(0.3) ? "not-reached" : "declined-contact";
}

function sessions(
  person: string,
  from: number,
  count: number,
  component: string,
  minutes: number,
  stream: RandomStream,
) {
  const worker = `W${20 + stream.integer(1, 8)}`;
  return Array.from({ length: count }, (_, week) => {
    const attended = stream.bernoulli(0.8);
    return {
      person,
      session_date: from + 7 * week,
      component,
      planned_minutes: minutes,
      minutes: attended ? minutes : 0,
      attended,
      absence_reason: attended ? null : "not-known",
      worker,
    };
  });
}

/** Spells that follow one another: a plan may begin, step down, end, and begin again. */
function statusRows(children: readonly Row[], ages: ReadonlyMap<string, number>, stream: RandomStream) {
  return children.flatMap(({ linked_person, from }) => {
    const person = String(linked_person);
    const rows: Record<(typeof familyFields.statuses)[number], CellValue>[] = [];
    const spell = (kind: string, start: number, end: number | null, status: string | null = null) =>
      rows.push({ person, kind, status, from: start, to: end });
    const day = Number(from);
    if (stream.bernoulli(0.3)) {
      const begun = day - stream.integer(20, 200);
      const down = begun + stream.integer(120, 400);
      const end = down + stream.integer(60, 300);
      spell("child-protection", begun, down);
      spell("child-in-need", down + 1, end);
      if (stream.bernoulli(0.15)) spell("child-in-need", end + stream.integer(60, 240), null);
    } else if (stream.bernoulli(0.35)) {
      const begun = day - stream.integer(0, 300);
      const end = begun + stream.integer(150, 500);
      spell("child-in-need", begun, end);
      if (stream.bernoulli(0.12)) spell("child-protection", end + 1, end + stream.integer(100, 300));
    } else if (stream.bernoulli(0.05)) spell("child-in-care", day + stream.integer(0, 200), null);
    if ((ages.get(person) ?? 0) >= leastAge) {
      const change = day + stream.integer(60, 300);
      const [first, later] = stream.bernoulli(0.25) ? ["irregular", "regular"] : ["regular", "regular"];
      spell("school", day - 300, first === later ? null : change, first);
      if (first !== later) spell("school", change + 1, null, later);
    }
    return rows;
  });
}

const mechanisms = ["stability", "viewpoints", "empathy", "self-efficacy", "trust", "motivation"];

type Answer = Readonly<Record<(typeof familyFields.measures)[number], CellValue>>;

function participantAnswers(
  people: readonly SimulatedPerson[],
  parents: ReadonlySet<string>,
  stream: RandomStream,
): Answer[] {
  return people.flatMap(({ id: person, pathway }) => {
    if (pathway === null || pathway.assessedDay === null || pathway.startDay === null) return [];
    const waves = [
      { wave: "intake", date: pathway.assessedDay },
      ...(pathway.exitDay > pathway.startDay + 60 && stream.bernoulli(0.75)
        ? [{ wave: "exit", date: pathway.exitDay }]
        : []),
    ];
    const [takePart, change, able] = [stream.integer(2, 8), stream.integer(1, 7), stream.integer(16, 30)];
    return waves.flatMap(({ wave, date }): Answer[] => {
      const later = wave === "exit";
      const answer = (measure: string, item: string | null, response: string): Answer => ({
        person,
        measure,
        wave,
        date,
        item,
        response,
      });
      const upTo = (value: number, gain: number, most: number) =>
        String(Math.min(most, value + (later ? stream.integer(0, gain) : 0)));
      return [
        ...mechanisms
          .filter(() => stream.bernoulli(0.9))
          .map((item) => answer("frame", item, String(stream.integer(0, later ? 3 : 1)))),
        answer("motivation-ruler", "take-part", upTo(takePart, 2, 10)),
        answer("motivation-ruler", "change", upTo(change, 3, 10)),
        answer("self-efficacy", "total", upTo(able, 6, 40)),
        ...(later && parents.has(person)
          ? [
              answer("talk", "told", stream.choice(["yes", "no", "blocked-by-order"], [0.5, 0.3, 0.2])),
              answer("talk", "safe", stream.choice(["yes", "no"], [0.85, 0.15])),
            ]
          : []),
      ];
    });
  });
}

function partnerAnswers(
  partners: readonly Row[],
  started: ReadonlyMap<string, { readonly start: number; readonly end: number }>,
  stream: RandomStream,
): Answer[] {
  const asked = new Set<string>();
  return partners.flatMap(({ person: of, linked_person, accepted, accept_date }) => {
    const person = String(linked_person);
    const time = started.get(String(of));
    if (accepted !== true || accept_date === null || time === undefined || asked.has(person)) return [];
    asked.add(person);
    const [space, fear] = [stream.integer(8, 24), stream.integer(3, 10)];
    const waves = [
      { wave: "intake", date: Number(accept_date), later: false },
      ...(stream.bernoulli(0.65) ? [{ wave: "exit", date: Math.max(time.end, Number(accept_date)), later: true }] : []),
    ];
    return waves.flatMap(({ wave, date, later }): Answer[] => [
      {
        person,
        measure: "space-for-action",
        wave,
        date,
        item: "total",
        response: String(space + (later ? stream.integer(-2, 8) : 0)),
      },
      {
        person,
        measure: "fear",
        wave,
        date,
        item: "total",
        response: String(Math.max(0, fear - (later ? stream.integer(-1, 4) : 0))),
      },
    ]);
  });
}
