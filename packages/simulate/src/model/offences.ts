import { parseIsoDate } from "@likewise/schema";

/** A kind of event as a police extract names it, and how often it occurs among events of its stream. */
export interface Offence {
  /** Home Office code, five digits; null for what is not a crime. */
  readonly code: string | null;
  readonly text: string;
  readonly weight: number;
}

/**
 * Domestic crimes by Home Office code.
 *
 * @source codes: Home Office offence group classification, June 2023; weights: our choice
 */
export const domesticCrimes: readonly Offence[] = [
  { code: "10501", text: "Common assault and battery", weight: 0.34 },
  { code: "00806", text: "Assault occasioning actual bodily harm", weight: 0.16 },
  { code: "14900", text: "Criminal damage, value under 5,000 pounds", weight: 0.1 },
  { code: "00872", text: "Sending letters etc with intent to cause distress", weight: 0.1 },
  { code: "00831", text: "Breach of a restraining order", weight: 0.07 },
  { code: "00867", text: "Controlling or coercive behaviour in an intimate or family relationship", weight: 0.06 },
  { code: "06639", text: "Breach of a non-molestation order", weight: 0.05 },
  { code: "19512", text: "Stalking, s2A (course of conduct)", weight: 0.04 },
  { code: "00877", text: "Intentional strangulation and suffocation", weight: 0.04 },
  { code: "00301", text: "Threats to kill", weight: 0.03 },
  { code: "00801", text: "Grievous bodily harm without intent", weight: 0.01 },
];

/** Crimes that are not domestic; sources as above. */
export const otherCrimes: readonly Offence[] = [
  { code: "12509", text: "Causing intentional harassment, alarm or distress", weight: 0.24 },
  { code: "10501", text: "Common assault and battery", weight: 0.24 },
  { code: "14900", text: "Criminal damage, value under 5,000 pounds", weight: 0.2 },
  { code: "12512", text: "Harassment, alarm or distress", weight: 0.14 },
  { code: "00873", text: "Assault on an emergency worker", weight: 0.1 },
  { code: "06601", text: "Affray", weight: 0.08 },
];

export const domesticIncident: Offence = { code: null, text: "Non-crime domestic incident", weight: 1 };
export const breachOnly: Offence = { code: null, text: "Breach of licence conditions", weight: 1 };

/** The offence recorded on a day: strangulation was charged as actual bodily harm before it was an offence of its own. */
export function asRecorded(offence: Offence, day: number): Offence {
  return offence.code === "00877" && day < strangulationInForce ? domesticCrimes[1]! : offence;
}

/** Domestic Abuse Act 2021, section 70, in force on 7 June 2022. */
const strangulationInForce = parseIsoDate("2022-06-07")!;
