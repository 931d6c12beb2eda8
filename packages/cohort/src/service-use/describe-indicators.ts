import { type Baseline, type Columns, parseIsoDate, type Refusal, type StudyPlan, type Table } from "@likewise/schema";
import { notInData } from "../pathway/cells.ts";
import { safetyData } from "../safety/safety-data.ts";
import { type Change, differenceOfMeans, type PairedSums, ratioOfMeans } from "./change-of-clusters.ts";
import { indicatorTables } from "./indicator-tables.ts";
import { type Contact, type IndicatorPlan, type ServiceContacts, serviceContacts } from "./service-contacts.ts";
import { type SignedChange, signTestOfChange } from "./sign-test-of-change.ts";

/** What changed in one indicator: how many contacts, how severe, and how early; no comparison group stands beside it. */
export interface IndicatorChange extends ServiceContacts {
  readonly kind: "likewise/indicator";
  readonly id: string;
  /** Contacts a person; the change is a ratio. */
  readonly contactsPerPerson: Change;
  /** The same where there is no ratio, or none with an interval; else null. */
  readonly contactsSigned: SignedChange | null;
  /** Severity a contact, of contacts with one; the change is a difference. Null without the field. */
  readonly severity: Change | null;
  /** Share of contacts at an earlier stage, of those whose stage is known. Null without the field, or undeclared. */
  readonly early: Change | null;
}

/**
 * Every indicator the plan declares (`cohort.indicators`), before and after the index date, of the same people.
 *
 * @returns results by people, for `private/`; tables for `results.tables`; what was refused
 */
export function describeIndicators({
  plan,
  tables,
  baseline,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly baseline: Baseline;
}): {
  readonly results: Readonly<Record<string, readonly object[]>>;
  readonly tables: readonly Table[];
  readonly refusals: readonly Refusal[];
} {
  const { indicators } = plan.cohort;
  if (indicators === undefined) return { results: {}, tables: [], refusals: [] };
  const answers = indicators.map((indicator) => indicatorChange(indicator, { plan, tables, baseline }));
  const found = answers.filter((answer): answer is IndicatorChange => "kind" in answer);
  return {
    results: found.length === 0 ? {} : { indicators: found.map(({ contacts: _rows, people: _ids, ...rest }) => rest) },
    tables: found.flatMap((change) => indicatorTables(change, indicators.find(({ id }) => id === change.id)!)),
    refusals: answers.filter((answer): answer is Refusal => !("kind" in answer)),
  };
}

function indicatorChange(
  indicator: IndicatorPlan,
  { plan, tables, baseline }: Parameters<typeof describeIndicators>[0],
): IndicatorChange | Refusal {
  const use = tables.service_use;
  const what = `the change in ${indicator.label}`;
  if (use === undefined) return notInData(`indicator-no-use:${indicator.id}`, what, "service_use");
  const against = contradicted(use, indicator);
  if (against !== null) return against;
  const coverage = plan.data.tables.service_use?.coverage;
  const from = parseIsoDate(coverage?.from ?? "");
  const to = parseIsoDate(coverage?.to ?? plan.data.asAt ?? "");
  if (from === null || to === null)
    return {
      id: `indicator-coverage:${indicator.id}`,
      what,
      why: "it is not said from when to when the records of services run, so no contact may mean no record",
      unlocks: "Say data.tables.service_use.coverage",
    };
  const given = serviceContacts(use, indicator, safetyData(plan, tables, baseline), { from, to });
  if (given.people.length === 0)
    return {
      id: `indicator-nobody:${indicator.id}`,
      what,
      why: "of nobody do the records of services cover the months before and after the index date",
      unlocks: "Records of services over a longer time, or fewer months",
    };
  const early = indicator.early as readonly string[] | undefined;
  const sums = sumsOf(given, () => 1, "people");
  const contactsPerPerson = ratioOfMeans(sums);
  return {
    kind: "likewise/indicator",
    id: indicator.id,
    ...given,
    contactsPerPerson,
    contactsSigned: contactsPerPerson.interval === null ? signTestOfChange(sums) : null,
    severity: use.columns.severity === undefined ? null : differenceOfMeans(sumsOf(given, ({ severity }) => severity)),
    early:
      early === undefined || use.columns.timing === undefined
        ? null
        : differenceOfMeans(sumsOf(given, ({ timing }) => (timing === null ? null : early.includes(timing) ? 1 : 0))),
  };
}

/** Rows that say which direction is better must not say another than the plan. */
function contradicted(use: Columns, { id, label, direction, services }: IndicatorPlan): Refusal | null {
  const { direction: said, service } = use.columns;
  if (said === undefined || said.type !== "category") return null;
  const wanted = services as readonly string[] | undefined;
  const rows = Array.from({ length: use.numRows }, (_, row) => row).filter((row) => {
    const name = service?.type === "category" ? service.levels[service.values[row]!] : undefined;
    return wanted === undefined || (name !== undefined && wanted.includes(name));
  });
  const other = rows.some(
    (row) => (said.valid === null || said.valid[row] === 1) && said.levels[said.values[row]!] !== direction,
  );
  if (!other) return null;
  return {
    id: `indicator-direction:${id}`,
    what: `the change in ${label}`,
    why: "the plan and the records of services say different things of which direction is better",
    unlocks: "One direction, in the plan and in the records",
  };
}

/** Sums and counts a person and period: of people, so that whoever had no contact counts, or of contacts with a value. */
function sumsOf(
  { people, contacts }: ServiceContacts,
  amountOf: (contact: Contact) => number | null,
  of: "people" | "contacts" = "contacts",
): PairedSums[] {
  const start = of === "people" ? 1 : 0;
  const sums = new Map(
    people.map((person) => [person, { before: { sum: 0, count: start }, after: { sum: 0, count: start } }]),
  );
  for (const contact of contacts) {
    const value = amountOf(contact);
    const place = sums.get(contact.person)?.[contact.period];
    if (value === null || place === undefined) continue;
    place.sum += value;
    if (of === "contacts") place.count += 1;
  }
  return [...sums.values()];
}
