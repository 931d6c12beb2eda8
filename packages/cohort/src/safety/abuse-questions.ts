import type { AbuseRecord } from "@likewise/schema";
import { naturalOrder } from "@likewise/schema";
import { type AbuseAtWave, abuseByPair, linkedPairs } from "./abuse-records.ts";
import type { SafetyData } from "./safety-data.ts";
import type { SafetyFinding, SafetyQuestion } from "./safety-question.ts";

/** Whose accounts there are, in the order they are shown. */
export const abuseReporters: readonly { readonly id: AbuseRecord["reporter"]; readonly words: string }[] = [
  { id: "victim-survivor", words: "the victim-survivor" },
  { id: "perpetrator", words: "the perpetrator" },
  { id: "child", words: "a child" },
  { id: "worker", words: "a worker" },
  { id: "police", words: "the police" },
];
/** Kinds of abuse, in the order they are shown. */
export const abuseKinds: readonly { readonly id: AbuseRecord["kind"]; readonly words: string }[] = [
  { id: "physical", words: "physical abuse" },
  { id: "sexual", words: "sexual abuse" },
  { id: "harassment-stalking", words: "harassment or stalking" },
  { id: "jealous-controlling", words: "jealous or controlling behaviour" },
  { id: "economic", words: "economic abuse" },
];
/** Order of waves whose records carry no date. */
const waveOrder = ["intake", "review", "exit", "follow-up"];

/**
 * Abuse at intake and at the latest later wave, of the same people, by one reporter: accounts are never pooled, because
 * perpetrators and victim-survivors report different things. Any record of severity 1 or more counts.
 */
export const abuseQuestions: readonly SafetyQuestion[] = abuseReporters.flatMap((reporter) => [
  abuseQuestion(reporter, null),
  ...abuseKinds.map((kind) => abuseQuestion(reporter, kind)),
]);

function abuseQuestion(
  reporter: (typeof abuseReporters)[number],
  kind: (typeof abuseKinds)[number] | null,
): SafetyQuestion {
  return {
    id: `abuse-${reporter.id}-${kind?.id ?? "any"}`,
    question: "victim-survivors-safer",
    who: "victim-survivors",
    reporter: reporter.id,
    definition: `${kind === null ? "Abuse of any kind recorded at both waves" : capitalised(kind.words)} of severity 1 or more as reported by ${reporter.words}, at the latest wave and before it at intake, among pairs of treated person and victim-survivor with both; unknown counts the other pairs linked or reported on`,
    alwaysShown: reporter.id === "victim-survivor" && kind === null,
    measure: (data) => abuseAtBothWaves(data, reporter.id, kind?.id ?? null),
  };
}

function abuseAtBothWaves(data: SafetyData, reporter: string, kind: string | null): SafetyFinding | null {
  const { abuse } = data.tables;
  if (abuse === undefined) return null;
  const reported = abuseByPair(abuse, data, reporter);
  const both = [...reported.values()].map((records) => wavesOf(records, kind)).filter((waves) => waves !== null);
  if (both.length === 0) return null;
  const pairs = new Set([...reported.keys(), ...linkedPairs(data)]);
  return {
    numerator: both.filter((waves) => waves.abusedLatest).length,
    denominator: both.length,
    before: { numerator: both.filter((waves) => waves.abusedAtIntake).length, denominator: both.length },
    unknown: pairs.size - both.length,
  };
}

/**
 * One pair at intake and at its latest other wave; null without both. Only kinds asked about at both are compared: a
 * kind not asked about later is not a kind that stopped.
 */
function wavesOf(
  records: readonly AbuseAtWave[],
  kind: string | null,
): { readonly abusedAtIntake: boolean; readonly abusedLatest: boolean } | null {
  const latestWave = records
    .filter(({ wave }) => wave !== "intake")
    .reduce<AbuseAtWave | null>((last, record) => (last === null || isLater(record, last) ? record : last), null)?.wave;
  const asked = records.filter((record) => kind === null || record.kind === kind);
  const intake = asked.filter(({ wave }) => wave === "intake");
  const latest = asked.filter(({ wave }) => wave === latestWave);
  const atBoth = new Set(latest.map((record) => record.kind).filter((k) => intake.some((record) => record.kind === k)));
  if (atBoth.size === 0) return null;
  const abused = (wave: readonly AbuseAtWave[]) => wave.some((r) => atBoth.has(r.kind) && r.severity >= 1);
  return { abusedAtIntake: abused(intake), abusedLatest: abused(latest) };
}

/** Later by date where both have one, else by the order of waves; unknown waves come last, in natural order. */
function isLater(a: AbuseAtWave, b: AbuseAtWave): boolean {
  if (a.day !== null && b.day !== null && a.day !== b.day) return a.day > b.day;
  return (
    placeOf(a.wave) - placeOf(b.wave) > 0 || (placeOf(a.wave) === placeOf(b.wave) && naturalOrder(a.wave, b.wave) > 0)
  );
}

function placeOf(wave: string): number {
  const place = waveOrder.indexOf(wave);
  return place < 0 ? waveOrder.length : place;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
