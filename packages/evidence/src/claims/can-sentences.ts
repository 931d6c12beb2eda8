import { type Estimate, effectMeasure, levelPercent, type Sentence } from "@likewise/schema";
import { causalLevel } from "../causal-level.ts";
import { type DesignRow, designRows } from "../tables/design-rows.ts";
import { effectForm, eventsArePeople } from "./effect-form.ts";
import { type ClaimSubject, type Decision, estimateKey, isSilenced, sentenceAbout } from "./subject.ts";

/** What can be said: a headline, the difference with both limits, what was seen, the ratio, the assumption it rests on. */
export function canSentences(subject: ClaimSubject, decision: Decision): Sentence[] {
  const { estimate } = subject;
  if (estimate === undefined) return [headlineCannotSay(subject)];
  if (isSilenced(decision)) return [headlineCannotSay(subject), ...seen(subject, estimate)];
  return [
    headline(subject, estimate, decision),
    effect(subject, estimate, decision),
    ...(decision.causal ? assumption(subject) : []),
    ...seen(subject, estimate),
    ...relative(subject, estimate),
  ];
}

function headlineCannotSay(subject: ClaimSubject): Sentence {
  return sentenceAbout(subject, "headline-cannot-say", {}, { verdict: "cannot-say" });
}

function headline(subject: ClaimSubject, estimate: Estimate, decision: Decision): Sentence {
  const rule = subject.side === "none" ? "headline-no-clear-difference" : (`headline-${subject.side!}` as const);
  return sentenceAbout(
    subject,
    rule,
    {},
    {
      form: effectForm(estimate.measure),
      measure: effectMeasure(estimate.measure).label,
      verdict: decision.verdict,
    },
  );
}

const verbs = {
  causal: { lower: "effect-lowers", higher: "effect-raises" },
  association: { lower: "association-lower", higher: "association-higher" },
} as const;

function effect(subject: ClaimSubject, estimate: Estimate, { causal }: Decision): Sentence {
  const side = subject.side!;
  const stem = side === "none" ? "inconclusive" : verbs[causal ? "causal" : "association"][side];
  return sentenceAbout(subject, `${stem}-${effectForm(estimate.measure)}`, limitsOf(subject, estimate), {
    measure: effectMeasure(estimate.measure).label,
    level: levelPercent(estimate.level),
  });
}

/** What was seen in each arm: shares of people, values, or events alone where the estimate has no value of one arm. */
function seen(subject: ClaimSubject, estimate: Estimate): Sentence[] {
  const at = (arm: "treated" | "comparison", part: string) => estimateKey(subject, estimate, arm, part);
  const arms = [estimate.treated, estimate.comparison];
  const valued = arms.every((arm) => arm.value !== null);
  const counted = arms.every((arm) => arm.events !== null) && eventsArePeople(estimate.measure);
  const people = { treatedN: at("treated", "n"), comparisonN: at("comparison", "n") };
  const values = { treatedValue: at("treated", "value"), comparisonValue: at("comparison", "value") };
  const events = { treatedEvents: at("treated", "events"), comparisonEvents: at("comparison", "events") };
  const { population } = estimate;
  if (counted && valued)
    return [sentenceAbout(subject, "seen-share", { ...people, ...values, ...events }, { population })];
  if (counted) return [sentenceAbout(subject, "seen-events", { ...people, ...events }, { population })];
  if (!valued) return [];
  const { label: measure } = effectMeasure(estimate.measure);
  return [sentenceAbout(subject, "seen-value", { ...people, ...values }, { population, measure })];
}

/** The ratio beside an absolute difference, from the same contrast; never the other way round. */
function relative(subject: ClaimSubject, estimate: Estimate): Sentence[] {
  if (effectMeasure(estimate.measure).ratio) return [];
  const ratio = subject.comparison.estimates.find(
    (other) =>
      other.outcome === estimate.outcome &&
      other.subgroup === estimate.subgroup &&
      (other.measure === "riskRatio" || other.measure === "rateRatio") &&
      other.adjustment === estimate.adjustment &&
      other.adjustedFor.join() === estimate.adjustedFor.join(),
  );
  if (ratio === undefined) return [];
  const measure = effectMeasure(ratio.measure).label;
  return [sentenceAbout(subject, "relative-difference", limitsOf(subject, ratio), { measure })];
}

function assumption(subject: ClaimSubject): Sentence[] {
  const { grade, estimate } = subject;
  const level = grade?.grade.level ?? 0;
  if (grade === undefined || level < causalLevel) return [];
  const row = designRows.find((candidate: DesignRow) => candidate.id === grade.grade.design) as DesignRow | undefined;
  if (row === undefined || row.assumption === null) return [];
  // A trial that has lost no more than a level still rests on chance alone having given the places.
  if (level > causalLevel && row.id === "randomised") return [sentenceAbout(subject, "assumption-random-allocation")];
  const words: Record<string, string> =
    row.assumption === "assumption-unmeasured" ? { adjustedFor: estimate!.adjustedFor.join(", ") } : {};
  return [sentenceAbout(subject, row.assumption, {}, words)];
}

/** Keys of an estimate and both its limits. */
export function limitsOf(subject: ClaimSubject, estimate: Estimate): Sentence["slots"] {
  return {
    estimate: estimateKey(subject, estimate, "estimate"),
    low: estimateKey(subject, estimate, "interval", 0),
    high: estimateKey(subject, estimate, "interval", 1),
  };
}
