import { type Cell, naturalOrder, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, levelsOf, notRecorded, total } from "../pathway/cells.ts";
import type { Change } from "./change-of-clusters.ts";
import type { IndicatorChange } from "./describe-indicators.ts";
import { type Contact, defaultMonths, type IndicatorPlan } from "./service-contacts.ts";
import type { SignedChange } from "./sign-test-of-change.ts";

const periods = [
  { id: "before", label: "Before" },
  { id: "after", label: "After" },
] as const;
const fields = [
  { id: "kind", label: "Type" },
  { id: "severity", label: "Severity" },
  { id: "timing", label: "Stage of the need" },
  { id: "route", label: "Route" },
] as const;
const severities = ["0 none", "1 standard", "2 moderate", "3 high"];

/** The change, and contacts of each period split by type, severity, stage and route, as far as the records say them. */
export function indicatorTables(change: IndicatorChange, indicator: IndicatorPlan): Table[] {
  const split = fields.filter(({ id }) => change.contacts.some((contact) => contact[id] !== null));
  return [changeTable(change, indicator), ...split.map((field) => splitTable(change, indicator, field))];
}

function changeTable(change: IndicatorChange, indicator: IndicatorPlan): Table {
  const { months = defaultMonths } = indicator;
  const measures = [
    {
      id: "contacts",
      label: "Contacts a person; change as a ratio",
      change: change.contactsPerPerson,
      has: () => true,
    },
    {
      id: "severity",
      label: "Severity a contact, 0 to 3; change as a difference",
      change: change.severity,
      has: ({ severity }: Contact) => severity !== null,
    },
    {
      id: "early",
      label: "Share of contacts at an earlier stage; change as a difference",
      change: change.early,
      has: ({ timing }: Contact) => timing !== null,
    },
  ].flatMap((one) => (one.change === null ? [] : [{ ...one, change: one.change }]));
  const signed = change.contactsSigned;
  return {
    id: tableId("indicator-change-*", change.id),
    title: `${indicator.label}, ${months} months before and after the index date, of the same people`,
    unit: "person",
    definition: `contacts-around-index-${months}m`,
    window: null,
    dimensions: [
      dimensionOf(
        "measure",
        "What is counted",
        [
          ...measures.map(({ id, label }) => ({ id, label })),
          ...(signed === null
            ? []
            : [{ id: "difference", label: "Contacts a person; change as a difference, of people who changed" }]),
        ],
        false,
      ),
      dimensionOf(
        "period",
        "Period",
        [
          ...periods,
          { id: "change", label: "Change" },
          ...(signed === null ? [] : [{ id: "sign", label: "P of the sign test" }]),
        ],
        false,
      ),
    ],
    cells: [
      ...measures.flatMap((measure) => measureCells(measure.id, measure.change, measure.has, change)),
      ...(signed === null ? [] : signedCells(signed, change.people.length)),
    ],
    linked: [],
  };
}

function signedCells({ difference, more, fewer, signTestPValue }: SignedChange, people: number): Cell[] {
  const at = (period: string) => ({ measure: "difference", period });
  return [
    figureCell(at("change"), more + fewer, people, difference.change, difference.interval),
    figureCell(at("sign"), more + fewer, people, signTestPValue),
  ];
}

/** Values of a period rest on the people with a contact that says it; the change on those with one in either period. */
function measureCells(
  measure: string,
  { before, after, change, interval }: Change,
  has: (contact: Contact) => boolean,
  { contacts, people }: IndicatorChange,
): Cell[] {
  const withOne = (wanted: (contact: Contact) => boolean) =>
    new Set(contacts.filter((contact) => has(contact) && wanted(contact)).map(({ person }) => person)).size;
  const cellOf = (period: string, some: number, value: number | null, limits: Cell["interval"] = null) =>
    figureCell({ measure, period }, some, people.length, value, limits);
  return [
    cellOf(
      "before",
      withOne(({ period }) => period === "before"),
      before,
    ),
    cellOf(
      "after",
      withOne(({ period }) => period === "after"),
      after,
    ),
    cellOf(
      "change",
      withOne(() => true),
      change,
      interval,
    ),
  ];
}

function splitTable(
  { id, contacts }: IndicatorChange,
  indicator: IndicatorPlan,
  field: (typeof fields)[number],
): Table {
  const levelOf = (contact: Contact) => {
    const value = contact[field.id];
    return value === null ? notRecorded : typeof value === "number" ? severities[value]! : value;
  };
  const levels = [...new Set(contacts.map(levelOf))].sort(
    (a, b) => Number(a === notRecorded) - Number(b === notRecorded) || naturalOrder(a, b),
  );
  const count = (period: string, level: string) =>
    contacts.filter((contact) => contact.period === period && (level === total || levelOf(contact) === level)).length;
  return {
    id: tableId(`indicator-${field.id}-*`, id),
    title: `${indicator.label}: contacts of each period by ${field.label.toLowerCase()}`,
    unit: "record",
    definition: `contacts-around-index-${indicator.months ?? defaultMonths}m`,
    window: null,
    dimensions: [
      dimensionOf(field.id, field.label, levelsOf(levels), true),
      dimensionOf("period", "Period", [...periods], false),
    ],
    cells: [...levels, total].flatMap((level) =>
      periods.map(({ id: period }) => countCell({ [field.id]: level, period }, count(period, level))),
    ),
    linked: [],
  };
}
