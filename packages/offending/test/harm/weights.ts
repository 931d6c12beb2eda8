import { type HarmWeightCells, type HarmWeights, readHarmWeights } from "@likewise/offending";

/** Invented weights: no offence-level table may be shipped, and none is needed to check how one is used. */
export const inventedRows: readonly HarmWeightCells[] = [
  { code: "105/01", text: "Common assault and battery", weight: 1 },
  { code: "8/06", text: "Assault occasioning actual bodily harm (s47)", weight: 20 },
  { code: "005/01", text: "Wounding - Offences against the Person Act 1861 s18", weight: 1000 },
  { code: "008/01", text: "Wounding - Offences against the Person Act 1861 s20", weight: 300 },
  { code: "00867", text: "Controlling or coercive behaviour in an intimate or family relationship", weight: 120 },
  // one code, two titles of different weight
  { code: "125/09", text: "Public order A", weight: 2 },
  { code: "125/09", text: "Public order B", weight: 7 },
  // one code, two titles of one weight
  { code: "034/01", text: "Robbery of a person", weight: 365 },
  { code: "034/01", text: "Robbery of a business", weight: 365 },
  { code: "092/61", text: "Possession of cannabis", weight: 3, proactive: true },
  { code: "04600", text: "Shoplifting", weight: 1, proactive: false },
  { code: null, text: "Strangulation EXPIRED - NOT FOR USE AFTER 30/01/24", weight: 90 },
  { code: null, text: "Strangulation", weight: 100 },
  { code: null, text: "Old offence - EXPIRED", weight: 40 },
];

export function weightsOf(
  rows: readonly HarmWeightCells[] = inventedRows,
  parts: Partial<Parameters<typeof readHarmWeights>[0]> = {},
): HarmWeights {
  return readHarmWeights({ id: "table", scheme: "cchi", edition: "invented", ...parts }, rows).weights;
}
