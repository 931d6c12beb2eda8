import { contractIndicator } from "@likewise/schema";
import { dayReached } from "../../pathway/cases.ts";
import { dayAt, textAt } from "../../people/fields.ts";
import { linksOf } from "../../safety/safety-data.ts";
import type { DeliveryData, PerformanceIndicator } from "./indicator.ts";
import { shareCounted } from "./people-counted.ts";

/** Of victim-survivors linked to people referred, those offered support. */
export const supportOffers: PerformanceIndicator = {
  declared: contractIndicator("support-offers"),
  missing: ({ tables, cases }) => {
    if (tables.links === undefined) return "links";
    if (tables.links.columns.offer_date === undefined) return "links.offer_date";
    return cases.reached.has("referred") ? null : "the stage referred";
  },
  measure: (data, { withinDays }, { from, to }) => {
    const offers = firstOffers(data);
    const victims = [...referralDays(data)].filter(([, day]) => day >= from && day <= to);
    const by = (day: number) => (withinDays === undefined ? data.asAt : day + withinDays);
    const offered = victims.filter(([id, day]) => (offers.get(id) ?? Number.POSITIVE_INFINITY) <= by(day));
    const waiting = victims.filter((victim) => !offered.includes(victim) && by(victim[1]) > data.asAt);
    return shareCounted(offered.length, victims.length, 0, waiting.length === 0);
  },
};

/** Victim-survivors by id, and the first referral of somebody they are linked to. */
function referralDays({ cases, tables, asAt }: DeliveryData): ReadonlyMap<string, number> {
  const { people } = cases;
  const days = new Map<string, number>();
  for (const { person, linkedPerson, kind } of linksOf(tables)) {
    if (kind === "worker") continue;
    const unit = people.unitOf.get(person);
    const day = unit === undefined ? null : (dayReached(cases, "referred", unit) ?? null);
    if (day === null || day > asAt) continue;
    const linked = people.unitOf.get(linkedPerson);
    const role = linked === undefined ? null : textAt(people.table.columns.role, people.rows[linked]!);
    // A dyad's other person is a victim-survivor where people says nothing else.
    if ((role ?? (kind === "dyad" ? "adult-victim-survivor" : null)) !== "adult-victim-survivor") continue;
    days.set(linkedPerson, Math.min(day, days.get(linkedPerson) ?? day));
  }
  return days;
}

/** An offer may stand on the link to the person referred, or on that to the worker. */
function firstOffers({ tables, asAt }: DeliveryData): ReadonlyMap<string, number> {
  const offers = new Map<string, number>();
  for (const { person, linkedPerson, kind, row } of linksOf(tables)) {
    const day = dayAt(tables.links?.columns.offer_date, row);
    if (day === null || day > asAt) continue;
    const victim = kind === "worker" ? person : linkedPerson;
    offers.set(victim, Math.min(day, offers.get(victim) ?? day));
  }
  return offers;
}
