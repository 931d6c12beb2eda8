import { naturalOrder, type Refusal } from "@likewise/schema";
import { editionLabel, editionOf, type HarmEdition, type HarmWeights } from "./harm-weights.ts";
import {
  type MatchKind,
  matchKinds,
  type OffenceMatch,
  type RecordedOffence,
  unweighedKinds,
} from "./offence-matcher.ts";
import type { OffenceSynonym } from "./offence-synonyms.ts";

/** Crimes of one group of events and how many of them have no weight. */
export interface MatchShare {
  readonly id: string;
  readonly crimes: number;
  readonly unweighed: number;
  /** 1 less the share unweighed; null without a crime. */
  readonly rate: number | null;
}

/** How well a weight table fitted the events. */
export interface HarmMatchReport {
  readonly kind: "likewise/harm-match";
  readonly weights: HarmEdition;
  readonly options: {
    readonly mostUnweighed: number;
    readonly nonCrimeFloor: { readonly weight: number; readonly why: string } | null;
  };
  readonly events: number;
  /** Events of every kind of match, none left out. */
  readonly counts: Readonly<Record<MatchKind, number>>;
  /** Every event that is a crime, proactive ones too. */
  readonly crimes: number;
  readonly unweighed: number;
  readonly matchRate: number | null;
  readonly groups: readonly MatchShare[];
  /** Matched by a row no longer for use. */
  readonly expired: number;
  /** For `private/` only, as words of an extract may point at people: each offence without a weight, most frequent first. */
  readonly unmatched: readonly OffenceCount[];
  /** For `private/` only: code and text that are different offences, whatever became of them. */
  readonly disagreements: readonly OffenceCount[];
  /** Synonyms that were used, with how sure we are of them. */
  readonly synonyms: readonly (OffenceSynonym & { readonly events: number })[];
  /** Why no total may be shown; null where one may. */
  readonly refusal: Refusal | null;
  /** What a reader of any total must know. */
  readonly notes: readonly string[];
}

export interface OffenceCount {
  readonly code: string | null;
  readonly text: string | null;
  readonly kind: MatchKind;
  readonly events: number;
}

/** Counts of what became of offences, and whether a total may stand on them. */
export function matchReport({
  weights,
  offences,
  matches,
  mostUnweighed,
  nonCrimeFloor,
  groups,
}: {
  readonly weights: HarmWeights;
  readonly offences: readonly RecordedOffence[];
  readonly matches: readonly OffenceMatch[];
  readonly mostUnweighed: number;
  readonly nonCrimeFloor: { readonly weight: number; readonly why: string } | null;
  readonly groups: readonly { readonly id: string; readonly rows: readonly number[] }[];
}): HarmMatchReport {
  const all = shareOf("all", [...matches.keys()], matches);
  const shares = groups.map(({ id, rows }) => shareOf(id, rows, matches));
  const rowsWith = (holds: (match: OffenceMatch) => boolean) =>
    [...matches.keys()].filter((row) => holds(matches[row]!));
  const counts = Object.fromEntries(
    matchKinds.map((kind) => [kind, matches.filter((match) => match.kind === kind).length]),
  ) as Record<MatchKind, number>;
  const synonyms = new Map<OffenceSynonym, number>();
  for (const { synonym } of matches) if (synonym !== null) synonyms.set(synonym, (synonyms.get(synonym) ?? 0) + 1);
  const parts = {
    counts,
    crimes: all.crimes,
    unweighed: all.unweighed,
    expired: matches.filter(({ expired }) => expired).length,
    synonyms: [...synonyms]
      .map(([synonym, events]) => ({ ...synonym, events }))
      .sort((a, b) => b.events - a.events || naturalOrder(a.text, b.text)),
  };
  return {
    kind: "likewise/harm-match",
    weights: editionOf(weights),
    options: { mostUnweighed, nonCrimeFloor },
    events: matches.length,
    ...parts,
    matchRate: all.rate,
    groups: shares,
    unmatched: countedOffences(
      rowsWith(({ kind }) => unweighedKinds.includes(kind)),
      offences,
      matches,
    ),
    disagreements: countedOffences(
      rowsWith(({ disagrees }) => disagrees),
      offences,
      matches,
    ),
    refusal: refusalOf(weights, [all, ...shares], mostUnweighed),
    notes: notesOn(weights, parts, nonCrimeFloor),
  };
}

function shareOf(id: string, rows: readonly number[], matches: readonly OffenceMatch[]): MatchShare {
  const crimes = rows.filter((row) => matches[row]!.kind !== "non-crime").length;
  const unweighed = rows.filter((row) => unweighedKinds.includes(matches[row]!.kind)).length;
  return { id, crimes, unweighed, rate: crimes === 0 ? null : 1 - unweighed / crimes };
}

function countedOffences(
  rows: readonly number[],
  offences: readonly RecordedOffence[],
  matches: readonly OffenceMatch[],
): OffenceCount[] {
  const counted = new Map<string, OffenceCount>();
  for (const row of rows) {
    const { code, text } = offences[row]!;
    const { kind } = matches[row]!;
    const key = JSON.stringify([code, text, kind]);
    counted.set(key, { code, text, kind, events: (counted.get(key)?.events ?? 0) + 1 });
  }
  return [...counted.values()].sort(
    (a, b) => b.events - a.events || naturalOrder(`${a.code ?? ""} ${a.text ?? ""}`, `${b.code ?? ""} ${b.text ?? ""}`),
  );
}

/** One group over the threshold is enough: harm would be missing from it and not from the other. */
function refusalOf(weights: HarmWeights, shares: readonly MatchShare[], most: number): Refusal | null {
  const over = shares.find(({ crimes, unweighed }) => unweighed > most * crimes);
  if (over === undefined) return null;
  const where = over.id === "all" ? "" : ` of group ${over.id}`;
  return {
    id: "harm-unmatched",
    what: `harm by weights ${weights.id}`,
    why: `${over.unweighed} of ${over.crimes} crimes${where} have no weight, more than ${percent(most)} %: the total would leave their harm out`,
    unlocks: `synonyms or codes for the offences listed in private/, or a table that has them; ${editionLabel(weights)}`,
  };
}

function notesOn(
  weights: HarmWeights,
  {
    counts,
    crimes,
    unweighed,
    expired,
    synonyms,
  }: Pick<HarmMatchReport, "counts" | "crimes" | "unweighed" | "expired" | "synonyms">,
  floor: { readonly weight: number; readonly why: string } | null,
): string[] {
  const notes = [editionLabel(weights)];
  if (unweighed > 0) notes.push(`Crimes without a weight, which add nothing to a total: ${unweighed} of ${crimes}`);
  if (counts.proactive > 0) {
    notes.push(`Offences left out, as they only exist because police went looking: ${counts.proactive}`);
  }
  if (weights.scheme === "cchi" && !weights.proactiveKnown) {
    notes.push("The table does not say which offences only exist because police went looking, so none is left out");
  }
  const nonCrime = counts["non-crime"];
  if (nonCrime > 0) {
    notes.push(
      floor === null
        ? `Incidents that are no crime, counted and without a weight: ${nonCrime}`
        : `Incidents that are no crime, each worth ${floor.weight} (${weights.unit}) by the study's own floor: ${nonCrime}; ${floor.why}`,
    );
  }
  if (expired > 0) notes.push(`Events weighed by a row marked expired: ${expired}`);
  const unsure = synonyms.filter(({ status }) => status === "recalled" || status === "inferred");
  if (unsure.length > 0) {
    const events = unsure.reduce((total, synonym) => total + synonym.events, 0);
    notes.push(
      `Events matched through synonyms not yet verified (${unsure.map(({ text }) => text).join(", ")}): ${events}`,
    );
  }
  return notes;
}

function percent(share: number): number {
  return Math.round(share * 1e4) / 100;
}
