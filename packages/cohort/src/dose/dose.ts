import { type Columns, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { median, quantile, type Share, shareOf, sum } from "@likewise/stats";
import { type Cases, readCases } from "../pathway/cases.ts";
import { countCell, dimensionOf, figureCell, notInData, total } from "../pathway/cells.ts";
import { continuityOf } from "./continuity.ts";
import { type Session, sessionsByUnit } from "./session-data.ts";

/** What one person was to have and had; null where it cannot be said. */
export interface PersonDose {
  readonly id: string;
  readonly unit: number;
  readonly sessionsPlanned: number;
  readonly sessionsAttended: number | null;
  readonly minutesPlanned: number | null;
  readonly minutesDelivered: number | null;
  readonly attendanceShare: number | null;
  /** Attended contacts between start and end (departure, completion or extract), over those months. */
  readonly contactsPerMonth: number | null;
  readonly continuity: number | null;
  readonly usualWorkerShare: number | null;
}

/**
 * What is measured of each person, in order.
 *
 * @example
 * doseMeasures.map((measure) => measure.id).slice(0, 2); // ["sessionsPlanned", "sessionsAttended"]
 */
export const doseMeasures = [
  { id: "sessionsPlanned", label: "Sessions planned" },
  { id: "sessionsAttended", label: "Sessions attended" },
  { id: "minutesPlanned", label: "Minutes planned" },
  { id: "minutesDelivered", label: "Minutes delivered" },
  { id: "attendanceShare", label: "Share of planned sessions attended" },
  { id: "contactsPerMonth", label: "Contacts a month" },
  { id: "continuity", label: "Continuity of worker" },
  { id: "usualWorkerShare", label: "Share of contacts with the usual worker" },
] as const;

export type DoseMeasure = (typeof doseMeasures)[number]["id"];

export interface DoseResult {
  readonly kind: "likewise/dose";
  readonly definition: "planned-and-delivered";
  readonly options: { readonly component: string | null };
  /** With a session planned. */
  readonly people: readonly PersonDose[];
  /** Started, without any session on record: not a dose of zero. */
  readonly startedWithoutSessions: number;
  readonly summaries: Readonly<
    Record<
      DoseMeasure,
      {
        readonly people: number;
        readonly mean: number | null;
        readonly median: number | null;
        readonly quartiles: readonly [number, number] | null;
      }
    >
  >;
  /** Attended every planned session, of those whose attendance is known: apart from completion. */
  readonly fullAttendance: Share;
  readonly refusals: readonly Refusal[];
}

/**
 * Dose: sessions and minutes planned and delivered, contacts a month and continuity of worker, of everyone with a session
 * planned.
 *
 * Missing rule: a person with a session whose attendance is not recorded has no attended number or share; one with an
 * attended session without minutes has no minutes delivered. Nothing missing counts as zero. Minutes of a session nobody
 * attended were not delivered.
 *
 * @param component part of the programme; all when left out
 */
export function dose({
  plan,
  tables,
  component = null,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  component?: string | null;
}): DoseResult {
  const cases = readCases({ plan, tables });
  const sessions = sessionsByUnit(tables.sessions, cases.people, cases.asAt);
  const people: PersonDose[] = [];
  for (const unit of [...(sessions?.keys() ?? [])].sort((a, b) => a - b)) {
    const planned = sessions!.get(unit)!.filter((one) => component === null || one.component === component);
    if (planned.length > 0) people.push(personDose(cases, unit, planned));
  }
  const known = people.filter(({ attendanceShare }) => attendanceShare !== null);
  return {
    kind: "likewise/dose",
    definition: "planned-and-delivered",
    options: { component },
    people,
    startedWithoutSessions:
      sessions === null
        ? 0
        : [...(cases.reached.get("started")?.keys() ?? [])].filter((unit) => !sessions.has(unit)).length,
    summaries: Object.fromEntries(doseMeasures.map(({ id }) => [id, summaryOf(people, id)])) as DoseResult["summaries"],
    fullAttendance: shareOf(known.filter(({ attendanceShare }) => attendanceShare === 1).length, known.length),
    refusals: sessions === null ? [notInData("no-sessions", "dose", "sessions")] : [],
  };
}

/** Means by measure, and how many attended what share; every cell counts people. */
export function doseTables({ people, summaries, options: { component }, refusals }: DoseResult): Table[] {
  if (refusals.length > 0) return [];
  const suffix = component === null ? "" : `-${component}`;
  const bandOf = ({ attendanceShare }: PersonDose) =>
    attendanceShare === null ? "not-recorded" : attendanceBands.find(({ below }) => attendanceShare < below)!.id;
  const bands = [...attendanceBands, { id: "not-recorded", label: "Not recorded" }];
  return [
    {
      id: component === null ? tableId("dose") : tableId("dose-*", component),
      title: "Sessions and minutes planned and delivered, mean a person",
      unit: "person",
      definition: `dose-mean${suffix}`,
      window: null,
      dimensions: [dimensionOf("measure", "Measure", doseMeasures, false)],
      cells: doseMeasures.map(({ id }) =>
        figureCell({ measure: id }, summaries[id].people, people.length, summaries[id].mean),
      ),
      linked: [],
    },
    {
      id: component === null ? tableId("attendance") : tableId("attendance-*", component),
      title: "People by share of planned sessions attended",
      unit: "person",
      definition: `attendance-band${suffix}`,
      window: null,
      dimensions: [dimensionOf("attended", "Share attended", bands, true)],
      cells: [
        ...bands.map(({ id }) => countCell({ attended: id }, people.filter((one) => bandOf(one) === id).length)),
        countCell({ attended: total }, people.length),
      ],
      linked: [],
    },
  ];
}

const attendanceBands = [
  { id: "none", label: "None", below: Number.MIN_VALUE },
  { id: "under-quarter", label: "Under a quarter", below: 0.25 },
  { id: "quarter-to-half", label: "A quarter to under a half", below: 0.5 },
  { id: "half-to-three-quarters", label: "A half to under three quarters", below: 0.75 },
  { id: "three-quarters-or-more", label: "Three quarters or more, not all", below: 1 },
  { id: "all", label: "All", below: Number.POSITIVE_INFINITY },
];

/** Days in a month on average over four years. */
const daysInMonth = 365.25 / 12;

function personDose(cases: Cases, unit: number, planned: readonly Session[]): PersonDose {
  const attended = planned.filter((one) => one.attended === true);
  const known = planned.every((one) => one.attended !== null);
  const continuity = continuityOf(attended.map(({ worker }) => worker));
  return {
    id: cases.people.ids[unit]!,
    unit,
    sessionsPlanned: planned.length,
    sessionsAttended: known ? attended.length : null,
    minutesPlanned: sumIfKnown(planned.map(({ plannedMinutes }) => plannedMinutes)),
    minutesDelivered: known ? sumIfKnown(attended.map(({ minutes }) => minutes)) : null,
    attendanceShare: known ? attended.length / planned.length : null,
    contactsPerMonth: contactsPerMonth(cases, unit, planned),
    continuity: continuity?.index ?? null,
    usualWorkerShare: continuity?.usualWorkerShare ?? null,
  };
}

function sumIfKnown(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : sum(values as number[]);
}

/**
 * Attended contacts from the start (else the first session) to departure, completion or the extract, both days included,
 * over those months. null where an end is not known, or a session has no day or no attendance.
 */
function contactsPerMonth(
  { reached, departure, asAt }: Cases,
  unit: number,
  planned: readonly Session[],
): number | null {
  const from = reached.get("started")?.get(unit)?.day ?? planned[0]?.day ?? null;
  const completed = reached.get("completed")?.get(unit)?.day ?? null;
  const left = departure(unit);
  const to = completed ?? (left === null ? asAt : left.day);
  const unclear = planned.some(({ day, attended }) => attended === null || (attended && day === null));
  if (from === null || to === null || to < from || unclear) return null;
  const contacts = planned.filter(({ day, attended }) => attended === true && day! >= from && day! <= to).length;
  return contacts / ((to - from + 1) / daysInMonth);
}

function summaryOf(people: readonly PersonDose[], id: DoseMeasure): DoseResult["summaries"][DoseMeasure] {
  const values = people.flatMap((one) => (one[id] === null ? [] : [one[id]]));
  if (values.length === 0) return { people: 0, mean: null, median: null, quartiles: null };
  return {
    people: values.length,
    mean: sum(values) / values.length,
    median: median(values),
    quartiles: [quantile(values, 0.25), quantile(values, 0.75)],
  };
}
