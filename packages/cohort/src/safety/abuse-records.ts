import { type Columns, cell } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { linksOf, type SafetyData } from "./safety-data.ts";

/** One record of abuse of one pair, by one reporter. */
export interface AbuseAtWave {
  readonly wave: string;
  readonly day: number | null;
  readonly kind: string;
  readonly severity: number;
}

/** What one reporter says of each pair of treated person and victim-survivor; records without a severity say nothing. */
export function abuseByPair(abuse: Columns, { treated }: SafetyData, reporter: string): Map<string, AbuseAtWave[]> {
  const { columns } = abuse;
  const pairs = new Map<string, AbuseAtWave[]>();
  for (let row = 0; row < abuse.numRows; row++) {
    const person = textAt(columns.person, row);
    const severity = columns.severity === undefined ? null : cell(columns.severity, row);
    if (person === null || !treated.has(person) || textAt(columns.reporter, row) !== reporter) continue;
    if (typeof severity !== "number") continue;
    const pair = pairKey(person, textAt(columns.victim, row));
    const records = pairs.get(pair) ?? [];
    pairs.set(pair, records);
    records.push({
      wave: textAt(columns.wave, row) ?? "",
      day: dayAt(columns.date, row),
      kind: textAt(columns.kind, row) ?? "",
      severity,
    });
  }
  return pairs;
}

/** Treated people and the victim-survivors linked to them. */
export function linkedPairs({ tables, treated, victimSurvivors }: SafetyData): string[] {
  return linksOf(tables).flatMap(({ person, linkedPerson, kind }) =>
    kind !== "worker" && treated.has(person) && victimSurvivors.has(linkedPerson)
      ? [pairKey(person, linkedPerson)]
      : [],
  );
}

function pairKey(person: string, victim: string | null): string {
  return JSON.stringify([person, victim]);
}
