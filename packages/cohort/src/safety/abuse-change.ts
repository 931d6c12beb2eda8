import type { AbuseAtWave } from "./abuse-records.ts";

/** What became of abuse between two waves, by one account; `none-before` where there was none at the first. */
export type AbuseChange = "ceased" | "reduced" | "unchanged" | "worse" | "unknown" | "none-before";

/**
 * What became of the abuse of one pair from one wave to another, by the account of one reporter.
 *
 * The worst severity of each kind counts. Abuse has ceased only where every kind present before was asked about again and
 * no kind is present: a kind nobody asked about is unknown, not over. Where abuse goes on, the worst severity of the kinds
 * present before decides between less, as much and more; a kind that is new, or worse, is worse.
 *
 * @param records of one pair by one reporter; kinds to keep to are for the caller to choose
 * @param waves   the first and the later wave
 * @returns `unknown` where the first wave has abuse and the later cannot say; null without a record at the first wave
 * @example
 * abuseChange([{ wave: "intake", day: null, kind: "physical", severity: 2 }, { wave: "exit", day: null, kind: "physical", severity: 0 }]); // "ceased"
 */
export function abuseChange(
  records: readonly AbuseAtWave[],
  waves: { readonly from: string; readonly to: string } = { from: "intake", to: "exit" },
): AbuseChange | null {
  const before = worstByKind(records, waves.from);
  if (before.size === 0) return null;
  const present = [...before].filter(([, severity]) => severity >= 1);
  if (present.length === 0) return "none-before";
  const after = worstByKind(records, waves.to);
  const kinds = present.map(([kind]) => kind);
  const later = [...after.values()].filter((severity) => severity >= 1);
  const all = kinds.every((kind) => after.has(kind));
  if (later.length === 0) return all ? "ceased" : "unknown";
  if ([...after].some(([kind, severity]) => severity > (before.get(kind) ?? 0))) return "worse";
  if (!all) return "unknown";
  return kinds.some((kind) => after.get(kind)! < before.get(kind)!) ? "reduced" : "unchanged";
}

function worstByKind(records: readonly AbuseAtWave[], wave: string): ReadonlyMap<string, number> {
  const worst = new Map<string, number>();
  for (const record of records)
    if (record.wave === wave) worst.set(record.kind, Math.max(record.severity, worst.get(record.kind) ?? 0));
  return worst;
}
