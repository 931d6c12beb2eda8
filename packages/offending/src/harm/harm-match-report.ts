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
  events,
  found,
  mostUnweighed,
  nonCrimeFloor,
  groups,
}: {
  readonly weights: HarmWeights;
  /** Different offences, and the events of each. */
  readonly offences: readonly RecordedOffence[];
  readonly events: Float64Array;
  /** What became of each different offence. */
  readonly found: readonly OffenceMatch[];
  readonly mostUnweighed: number;
  readonly nonCrimeFloor: { readonly weight: number; readonly why: string } | null;
  readonly groups: readonly { readonly id: string; readonly events: Float64Array }[];
}): HarmMatchReport {
  const eventsWith = (holds: (match: OffenceMatch) => boolean) =>
    found.reduce((total, match, offence) => total + (holds(match) ? events[offence]! : 0), 0);
  const all = shareOf("all", events, found);
  const shares = groups.map((group) => shareOf(group.id, group.events, found));
  const listed = (holds: (match: OffenceMatch) => boolean): OffenceCount[] =>
    offenceCounts(
      offences.flatMap(({ code, text }, offence) =>
        holds(found[offence]!) ? [{ code, text, kind: found[offence]!.kind, events: events[offence]! }] : [],
      ),
    );
  const synonyms = new Map<OffenceSynonym, number>();
  found.forEach(({ synonym }, offence) => {
    if (synonym !== null) synonyms.set(synonym, (synonyms.get(synonym) ?? 0) + events[offence]!);
  });
  const parts = {
    counts: Object.fromEntries(matchKinds.map((kind) => [kind, eventsWith((match) => match.kind === kind)])) as Record<
      MatchKind,
      number
    >,
    crimes: all.crimes,
    unweighed: all.unweighed,
    expired: eventsWith(({ expired }) => expired),
    synonyms: [...synonyms]
      .map(([synonym, count]) => ({ ...synonym, events: count }))
      .sort((a, b) => b.events - a.events || naturalOrder(a.text, b.text)),
  };
  return {
    kind: "likewise/harm-match",
    weights: editionOf(weights),
    options: { mostUnweighed, nonCrimeFloor },
    events: eventsWith(() => true),
    ...parts,
    matchRate: all.rate,
    groups: shares,
    unmatched: listed(({ kind }) => unweighedKinds.includes(kind)),
    disagreements: listed(({ disagrees }) => disagrees),
    refusal: refusalOf(weights, [all, ...shares], mostUnweighed),
    notes: notesOn(weights, parts, nonCrimeFloor),
  };
}

function shareOf(id: string, events: Float64Array, found: readonly OffenceMatch[]): MatchShare {
  let crimes = 0;
  let unweighed = 0;
  found.forEach(({ kind }, offence) => {
    if (kind !== "non-crime") crimes += events[offence]!;
    if (unweighedKinds.includes(kind)) unweighed += events[offence]!;
  });
  return { id, crimes, unweighed, rate: crimes === 0 ? null : 1 - unweighed / crimes };
}

/** Most frequent first; with and without a crime flag it is one offence. */
function offenceCounts(listed: readonly OffenceCount[]): OffenceCount[] {
  const counted = new Map<string, OffenceCount>();
  for (const one of listed) {
    const key = JSON.stringify([one.code, one.text, one.kind]);
    counted.set(key, { ...one, events: one.events + (counted.get(key)?.events ?? 0) });
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
