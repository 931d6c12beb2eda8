import { wilsonInterval } from "@likewise/stats";
import type { Block } from "./people-in-blocks.ts";

/** What one block says of people observed for the whole of it. Sums are of whole numbers: order does not matter. */
export function blockFigures(block: Block, rows: Int32Array) {
  let [withEvent, events, days, custodyDays] = [0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (block.events[row]! > 0) withEvent++;
    events += block.events[row]!;
    days += block.days[row]!;
    custodyDays += block.custodyDays[row]!;
  }
  const allTimeYears = days / 365.25;
  const personYears = (days - custodyDays) / 365.25;
  const wilson = rows.length === 0 ? null : wilsonInterval({ events: withEvent, total: rows.length });
  return {
    atRisk: rows.length,
    withEvent,
    share: wilson === null ? null : withEvent / rows.length,
    interval: wilson === null ? null : ([wilson.lower, wilson.upper] as [number, number]),
    ratePerYear: personYears > 0 ? events / personYears : null,
    personYears,
    events,
    allTimeYears,
  };
}
