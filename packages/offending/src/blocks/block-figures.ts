import { wilsonInterval } from "@likewise/stats";
import type { PersonInBlock } from "./people-in-blocks.ts";

/** What one block says of the people observed for the whole of it. Sums are of whole numbers: order does not matter. */
export function blockFigures(atRisk: readonly PersonInBlock[]) {
  const sum = (of: (person: PersonInBlock) => number) => atRisk.reduce((total, person) => total + of(person), 0);
  const withEvent = atRisk.filter(({ events }) => events > 0).length;
  const events = sum((person) => person.events);
  const allTimeYears = sum((person) => person.days) / 365.25;
  const personYears = sum((person) => person.days - person.custodyDays) / 365.25;
  const wilson = atRisk.length === 0 ? null : wilsonInterval({ events: withEvent, total: atRisk.length });
  return {
    atRisk: atRisk.length,
    withEvent,
    share: wilson === null ? null : withEvent / atRisk.length,
    interval: wilson === null ? null : ([wilson.lower, wilson.upper] as [number, number]),
    ratePerYear: personYears > 0 ? events / personYears : null,
    personYears,
    events,
    allTimeYears,
  };
}
