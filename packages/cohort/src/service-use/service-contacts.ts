import { addMonths, type Cohort, type Columns, naturalOrder } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { linksOf, type SafetyData } from "../safety/safety-data.ts";

export type IndicatorPlan = NonNullable<Cohort["indicators"]>[number];

/** One contact with a service. */
export interface Contact {
  readonly person: string;
  readonly period: "before" | "after";
  readonly kind: string | null;
  readonly severity: number | null;
  readonly timing: string | null;
  readonly route: string | null;
}

export interface ServiceContacts {
  /** People followed through both periods, in natural order; without a contact too. */
  readonly people: readonly string[];
  readonly contacts: readonly Contact[];
  /** People of whom one period or both lie outside what the source covers, or who have no index date. */
  readonly notFollowed: number;
}

/** Months of each period, where the plan says nothing. */
export const defaultMonths = 12;

/**
 * Contacts in the months up to the index date and in as many after it, of people whose both periods the source covers.
 *
 * @param covered first and last day of the source, whole days since 1970-01-01
 */
export function serviceContacts(
  use: Columns,
  indicator: IndicatorPlan,
  data: SafetyData,
  covered: { readonly from: number; readonly to: number },
): ServiceContacts {
  const { months = defaultMonths } = indicator;
  const everybody = indicator.who === "linked" ? linkedDays(data) : data.treated;
  const followed = new Map(
    [...everybody].flatMap(([person, index]): [string, Periods][] => {
      if (index === null) return [];
      const periods = { start: addMonths(index, -months), index, end: addMonths(index, months) };
      return periods.start >= covered.from - 1 && periods.end <= covered.to ? [[person, periods]] : [];
    }),
  );
  const { columns } = use;
  const wanted = indicator.services as readonly string[] | undefined;
  const contacts: Contact[] = [];
  for (let row = 0; row < use.numRows; row++) {
    const person = textAt(columns.person, row) ?? "";
    const day = dayAt(columns.date, row);
    const periods = followed.get(person);
    if (periods === undefined || day === null || day <= periods.start || day > periods.end) continue;
    if (wanted !== undefined && !wanted.includes(textAt(columns.service, row) ?? "")) continue;
    const severity = textAt(columns.severity, row);
    contacts.push({
      person,
      period: day <= periods.index ? "before" : "after",
      kind: textAt(columns.kind, row),
      severity: severity === null ? null : Number(severity),
      timing: textAt(columns.timing, row),
      route: textAt(columns.route, row),
    });
  }
  return {
    people: [...followed.keys()].sort(naturalOrder),
    contacts,
    notFollowed: everybody.size - followed.size,
  };
}

/** (start, index] before, (index, end] after. */
interface Periods {
  readonly start: number;
  readonly index: number;
  readonly end: number;
}

/** Victim-survivors and children, from the first index date of the treated people they are linked to. */
function linkedDays(data: SafetyData): ReadonlyMap<string, number | null> {
  const days = new Map<string, number | null>();
  for (const { person, linkedPerson } of linksOf(data.tables)) {
    if (!data.victimSurvivors.has(linkedPerson) && !data.children.has(linkedPerson)) continue;
    const index = data.treated.get(person);
    if (index === undefined) continue;
    const standing = days.get(linkedPerson) ?? null;
    days.set(linkedPerson, standing === null ? index : index === null ? standing : Math.min(standing, index));
  }
  return days;
}
