import { addMonths, type Cell, calendarDate, cell, naturalOrder, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, levelsOf, notRecorded, shareCell, total } from "../pathway/cells.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { type ChildCourse, type ChildrenCourses, childrenCourses, childStates } from "./children-spells.ts";
import { linksOf, type SafetyData } from "./safety-data.ts";

/** Linked children: their age, their statuses with time and moves, school, and what was done for them. */
export function childrenTables(data: SafetyData): Table[] {
  const courses = childrenCourses(data);
  return [
    ...ageTable(data),
    ...(courses === null ? [] : [timeTable(courses), ...moveTables(courses), ...supportTable(courses, data)]),
    ...schoolTable(data),
  ];
}

const daysPerYear = 365.25;

function timeTable({ courses }: ChildrenCourses): Table {
  return {
    id: tableId("children-status-time"),
    title: "Child-years in each status from the index date until the data end; the highest of those in force counts",
    unit: "person",
    definition: "children-status-time",
    window: null,
    dimensions: [dimensionOf("status", "Status", childStates, false)],
    cells: childStates.map(({ id: status }) => {
      const days = courses.map(({ spells }) =>
        spells.filter((one) => one.state === status).reduce((sum, one) => sum + one.to - one.from + 1, 0),
      );
      const some = days.filter((one) => one > 0).length;
      return figureCell({ status }, some, courses.length, days.reduce((sum, one) => sum + one, 0) / daysPerYear);
    }),
    linked: [],
  };
}

/** Kinds of move: what a services manager calls each. */
const moves = [
  { id: "new", label: "First status on record" },
  { id: "re-referral", label: "Back into a status after none" },
  { id: "step-up", label: "To a higher status" },
  { id: "step-down", label: "To a lower status" },
  { id: "closed", label: "To none" },
  { id: "no-move", label: "No move until the data end" },
] as const;
type Move = (typeof moves)[number]["id"];

interface MoveMade {
  readonly move: Move;
  readonly between: string;
}

function movesOf({ spells, before }: ChildCourse): MoveMade[] {
  let had = before || spells[0]!.state !== "none";
  return spells.slice(1).map(({ state }, at) => {
    const [from, to] = [spells[at]!.state, state];
    const rank = (id: string) => childStates.findIndex((one) => one.id === id);
    const move: Move =
      to === "none"
        ? "closed"
        : from === "none"
          ? had
            ? "re-referral"
            : "new"
          : rank(to) > rank(from)
            ? "step-up"
            : "step-down";
    had = true;
    return { move, between: `${from}-to-${to}` };
  });
}

function moveTables({ courses }: ChildrenCourses): Table[] {
  const made = courses.map(movesOf);
  const withMove = (move: Move) =>
    made.filter((one) => (move === "no-move" ? one.length === 0 : one.some((each) => each.move === move))).length;
  const all = made.flat();
  const between = childStates.flatMap((from) =>
    childStates
      .filter((to) => to !== from)
      .map((to) => ({ id: `${from.id}-to-${to.id}`, label: `${from.label} to ${to.label.toLowerCase()}` })),
  );
  const shared = { definition: "children-moves", window: null } as const;
  const children: Table = {
    ...shared,
    id: tableId("children-moves"),
    title: "Children with each kind of move between statuses, from the index date until the data end",
    unit: "person",
    dimensions: [dimensionOf("move", "Move", moves, false)],
    cells: moves.map(({ id: move }) => shareCell({ move }, withMove(move), courses.length)),
    linked: [],
  };
  if (all.length === 0) return [children];
  return [
    children,
    {
      ...shared,
      id: tableId("children-transitions"),
      title: "Moves of children between statuses; one child may move several times",
      unit: "record",
      dimensions: [dimensionOf("between", "From and to", between, true)],
      cells: [
        ...between.map(({ id }) => countCell({ between: id }, all.filter((one) => one.between === id).length)),
        countCell({ between: total }, all.length),
      ],
      linked: [],
    },
  ];
}

const months = 12;
const supportWorkers: readonly string[] = ["children-worker", "family-worker"];

/**
 * Children in a status twelve months on, with and without a worker of their own in that time. Nothing is controlled:
 * who gets a worker differs in more than the worker, and had to be followed long enough to get one.
 */
function supportTable({ courses, cut }: ChildrenCourses, { tables }: SafetyData): Table[] {
  if (tables.links?.columns.worker_type === undefined) return [];
  const supported = new Map<string, number | null>();
  for (const { person, linkedPerson, kind, row } of linksOf(tables)) {
    const type = textAt(tables.links.columns.worker_type, row);
    if (type === null || !supportWorkers.includes(type)) continue;
    const child = kind === "worker" ? person : linkedPerson;
    const from = dayAt(tables.links.columns.from, row);
    const standing = supported.get(child);
    supported.set(child, from === null || standing === undefined ? from : Math.min(from, standing ?? from));
  }
  const followed = courses.filter(({ index }) => addMonths(index, months) <= cut);
  if (followed.length === 0) return [];
  const hasSupport = ({ child, index }: ChildCourse) => {
    const from = supported.get(child);
    return from !== undefined && (from === null || from <= addMonths(index, months));
  };
  const inStatus = ({ spells, index }: ChildCourse, after: number) => {
    const day = addMonths(index, after);
    return spells.some(({ state, from, to }) => state !== "none" && from <= day && day <= to);
  };
  const groups = [
    { id: "with", label: "With a worker of their own", of: followed.filter(hasSupport) },
    { id: "without", label: "Without", of: followed.filter((one) => !hasSupport(one)) },
  ];
  const times = [
    { id: "before", label: "On the index date", after: 0 },
    { id: "after", label: `${months} months later`, after: months },
  ];
  return [
    {
      id: tableId("children-support"),
      title: `Children in need, protection or care, with and without a worker of their own. Nothing is controlled: the two differ in more than the worker, so a gap between them is no effect of it`,
      unit: "person",
      definition: `children-support-${months}m`,
      window: null,
      dimensions: [dimensionOf("support", "Support", groups, false), dimensionOf("when", "When", times, false)],
      cells: groups.flatMap(({ id: support, of }) =>
        times.map(({ id: when, after }) =>
          shareCell({ support, when }, of.filter((one) => inStatus(one, after)).length, of.length),
        ),
      ),
      linked: [],
    },
  ];
}

const bands = [
  { id: "0-4", label: "0 to 4", to: 4 },
  { id: "5-10", label: "5 to 10", to: 10 },
  { id: "11-15", label: "11 to 15", to: 15 },
  { id: "16-17", label: "16 to 17", to: 17 },
  { id: "18-or-over", label: "18 or over", to: Number.POSITIVE_INFINITY },
] as const;

/** Age on the index date. Of a year of birth the age may be either of two: in two bands it is not known. */
function ageTable({ tables, children }: SafetyData): Table[] {
  const { people } = tables;
  if (people === undefined || children.size === 0) return [];
  const { age, birth_year: year } = people.columns;
  if (age === undefined && year === undefined) return [];
  const bandById = new Map<string, string>();
  for (let row = 0; row < people.numRows; row++) {
    const id = textAt(people.columns.person, row);
    const index = id === null ? undefined : children.get(id);
    if (id === null || index === undefined || bandById.has(id)) continue;
    const [own, born] = [age, year].map((column) => (column === undefined ? null : cell(column, row)));
    if (typeof own === "number") bandById.set(id, bandOf(Math.floor(own)));
    else if (typeof born === "number" && index !== null) {
      const oldest = calendarDate(index).year - born;
      const [one, other] = [bandOf(oldest - 1), bandOf(oldest)];
      if (one === other) bandById.set(id, one);
    }
  }
  const levels = [...bands.map(({ id, label }) => ({ id, label })), { id: notRecorded, label: "Not known" }];
  const found = [...children.keys()].map((id) => bandById.get(id) ?? notRecorded);
  return [
    {
      id: tableId("children-age"),
      title: "Age of linked children on the index date",
      unit: "person",
      definition: "children-age",
      window: null,
      dimensions: [dimensionOf("age", "Age", levels, true)],
      cells: [
        ...levels.map(({ id }): Cell => countCell({ age: id }, found.filter((one) => one === id).length)),
        countCell({ age: total }, found.length),
      ],
      linked: [],
    },
  ];
}

function bandOf(age: number): string {
  return age < 0 ? notRecorded : bands.find(({ to }) => age <= to)!.id;
}

/** School on the index date and twelve months later, of children whose records cover both days. */
function schoolTable(data: SafetyData): Table[] {
  const { statuses } = data.tables;
  const courses = childrenCourses(data);
  if (statuses?.columns.status === undefined || courses === null) return [];
  const followed = courses.courses.filter(({ index }) => addMonths(index, months) <= courses.cut);
  const spells = new Map<string, { status: string; from: number; to: number }[]>();
  for (let row = 0; row < statuses.numRows; row++) {
    if (textAt(statuses.columns.kind, row) !== "school") continue;
    const [person, status] = [textAt(statuses.columns.person, row), textAt(statuses.columns.status, row)];
    const from = dayAt(statuses.columns.from, row);
    if (person === null || from === null) continue;
    const own = spells.get(person) ?? [];
    spells.set(person, own);
    own.push({
      status: status ?? notRecorded,
      from,
      to: dayAt(statuses.columns.to, row) ?? Number.POSITIVE_INFINITY,
    });
  }
  if (followed.length === 0 || spells.size === 0) return [];
  const onDay = (child: string, day: number) =>
    (spells.get(child) ?? [])
      .filter(({ from, to }) => from <= day && day <= to)
      .sort((a, b) => b.from - a.from || naturalOrder(a.status, b.status))[0]?.status ?? notRecorded;
  const times = [
    { id: "before", label: "On the index date", after: 0 },
    { id: "after", label: `${months} months later`, after: months },
  ];
  const found = times.map(({ after }) => followed.map(({ child, index }) => onDay(child, addMonths(index, after))));
  const levels = [...new Set(found.flat())].sort(
    (a, b) => Number(a === notRecorded) - Number(b === notRecorded) || naturalOrder(a, b),
  );
  return [
    {
      id: tableId("children-school"),
      title: `School of linked children on the index date and ${months} months later; no comparison group`,
      unit: "person",
      definition: `children-school-${months}m`,
      window: null,
      dimensions: [dimensionOf("school", "School", levelsOf(levels), true), dimensionOf("when", "When", times, false)],
      cells: times.flatMap(({ id: when }, at) => [
        ...levels.map((school) => countCell({ school, when }, found[at]!.filter((one) => one === school).length)),
        countCell({ school: total, when }, followed.length),
      ]),
      linked: [],
    },
  ];
}
