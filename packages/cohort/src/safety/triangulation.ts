import { naturalOrder } from "@likewise/schema";
import { familyOf } from "../dose/families.ts";
import { type AbuseAccounts, worstAt } from "./abuse-accounts.ts";
import type { SafetyData } from "./safety-data.ts";

/** What one voice in a family says: the worst severity, or that it was not heard. */
export type Voice = number | "missing";

/** One family, kind of abuse and time point, as each says it. Names people: for `private/` alone. */
export interface FamilyAccounts {
  readonly family: string;
  readonly person: string;
  readonly victim: string | null;
  readonly kind: string;
  readonly wave: string;
  readonly participant: Voice;
  readonly partner: Voice;
  readonly child: Voice;
  /** Whether those heard agree that there is abuse, or that there is none; `missing` where fewer than two were heard. */
  readonly verdict: "agree" | "disagree" | "missing";
}

/**
 * What participant, partner and child each say, family by family: agree, disagree or missing.
 *
 * Listed and never averaged: a partner who contradicts the participant is a row somebody reads, not half of a number.
 */
export function triangulation({ accounts, waves }: AbuseAccounts, data: SafetyData): FamilyAccounts[] {
  const family = familyOf(data.tables.links);
  const recordsOf = (reporter: string) => accounts.find((one) => one.reporter.id === reporter)?.byPair;
  const voices = { participant: "perpetrator", partner: "victim-survivor", child: "child" } as const;
  const by = Object.fromEntries(Object.entries(voices).map(([voice, reporter]) => [voice, recordsOf(reporter)]));
  const pairs = [...new Set(Object.values(by).flatMap((byPair) => [...(byPair?.keys() ?? [])]))];
  const rows = pairs.flatMap((pair) => {
    const [person, victim] = JSON.parse(pair) as [string, string | null];
    const records = Object.values(by).flatMap((byPair) => byPair?.get(pair) ?? []);
    const kinds = [...new Set(records.map(({ kind }) => kind))].sort(naturalOrder);
    return waves
      .filter((wave) => records.some((one) => one.wave === wave))
      .flatMap((wave) =>
        kinds.map((kind): FamilyAccounts => {
          const said = (voice: keyof typeof voices): Voice => worstAt(by[voice]?.get(pair), wave, kind) ?? "missing";
          const own = { participant: said("participant"), partner: said("partner"), child: said("child") };
          return { family: family(person), person, victim, kind, wave, ...own, verdict: verdictOf(Object.values(own)) };
        }),
      );
  });
  return rows.sort(
    (a, b) =>
      naturalOrder(a.family, b.family) ||
      naturalOrder(a.person, b.person) ||
      naturalOrder(a.victim ?? "", b.victim ?? ""),
  );
}

function verdictOf(voices: readonly Voice[]): FamilyAccounts["verdict"] {
  const heard = voices.filter((voice) => voice !== "missing");
  if (heard.length < 2) return "missing";
  return heard.every((voice) => voice >= 1) || heard.every((voice) => voice === 0) ? "agree" : "disagree";
}
