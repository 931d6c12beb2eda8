import type { RowColumn } from "@likewise/engine";
import { disposalRules } from "./disposals.ts";

/** Parts in an event that make it nobody's offence; a missing part is the person's own. */
export const partsLeftOut: readonly string[] = ["victim"];

/**
 * What is read of events to count them, wherever they are. An event without a crime flag is a crime; without one of the
 * others it is none of them.
 */
export const eventColumns: Readonly<Record<string, RowColumn>> = {
  provenDate: { from: "proven_date" },
  crime: { from: "crime", whenMissing: true },
  breach: { from: "breach", whenMissing: false },
  proactive: { from: "proactive", whenMissing: false },
  domestic: { from: "domestic", whenMissing: false },
  charged: { from: "disposal", oneOf: disposalRules.filter(({ charged }) => charged).map(({ disposal }) => disposal) },
};

/** What is read beside, to weigh offences. */
export const offenceColumns: Readonly<Record<string, RowColumn>> = {
  code: { from: "code" },
  offence: { from: "offence" },
  gravity_factors: { from: "gravity_factors" },
};
