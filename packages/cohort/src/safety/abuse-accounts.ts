import type { StudyPlan } from "@likewise/schema";
import { abuseReporters } from "./abuse-questions.ts";
import { type AbuseAtWave, abuseByPair, linkedPairs } from "./abuse-records.ts";
import type { SafetyData } from "./safety-data.ts";
import { wavesOf } from "./waves-of.ts";

/** What one reporter says of every pair they say anything of. */
export interface Account {
  readonly reporter: (typeof abuseReporters)[number];
  readonly byPair: ReadonlyMap<string, readonly AbuseAtWave[]>;
}

/** Every account of abuse of the people linked, apart; the victim-survivor’s first. */
export interface AbuseAccounts {
  readonly accounts: readonly Account[];
  /** Pairs of treated person and victim-survivor that are linked or that anybody reports on. */
  readonly pairs: readonly string[];
  /** In order; the first is what later ones are held against. */
  readonly waves: readonly string[];
}

/** @returns null where there is no record of abuse of a treated person */
export function abuseAccounts(data: SafetyData): AbuseAccounts | null {
  const { abuse } = data.tables;
  if (abuse === undefined) return null;
  const accounts = abuseReporters
    .map((reporter): Account => ({ reporter, byPair: abuseByPair(abuse, data, reporter.id) }))
    .filter(({ byPair }) => byPair.size > 0);
  if (accounts.length === 0) return null;
  const records = accounts.flatMap(({ byPair }) => [...byPair.values()].flat());
  return {
    accounts,
    pairs: [...new Set([...linkedPairs(data), ...accounts.flatMap(({ byPair }) => [...byPair.keys()])])].sort(),
    waves: wavesOf(
      records.map(({ wave }) => wave),
      declaredWaves(data.plan),
    ),
  };
}

export function declaredWaves({ cohort }: StudyPlan): readonly string[] | undefined {
  return cohort.safety?.waves;
}

/** The worst severity of the kinds asked about at a wave, or of one kind; null where nobody was asked. */
export function worstAt(records: readonly AbuseAtWave[] | undefined, wave: string, kind: string | null): number | null {
  const asked = (records ?? []).filter((one) => one.wave === wave && (kind === null || one.kind === kind));
  return asked.length === 0 ? null : Math.max(...asked.map(({ severity }) => severity));
}
