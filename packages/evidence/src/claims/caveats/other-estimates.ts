import { type Comparison, type Estimate, effectMeasure, exactLimit, isWithheld, type Sentence } from "@likewise/schema";
import { limitsOf } from "../can-sentences.ts";
import { effectForm, effectSide, type Side } from "../effect-form.ts";
import { type ClaimSubject, keyIn, sentenceAbout } from "../subject.ts";

/** Which estimate decides where nobody said so, and which of the others see it otherwise. */
export function otherEstimates(subject: ClaimSubject): Sentence[] {
  return [...primaryByDefault(subject), ...disagreement(subject)];
}

function primaryByDefault(subject: ClaimSubject): Sentence[] {
  const { estimate, comparison, outcome } = subject;
  if (estimate === undefined || !(comparison.design.primaryByDefault ?? []).includes(outcome)) return [];
  const words = { measure: effectMeasure(estimate.measure).label, adjustment: kinds[estimate.adjustment] };
  return [sentenceAbout(subject, "caveat-primary-by-default", {}, words)];
}

const kinds = {
  none: "crude",
  covariates: "adjusted",
  matching: "matched",
  weighting: "weighted",
  design: "design",
} as const satisfies Record<Estimate["adjustment"], string>;

/**
 * Secondary estimates and tests that see the question of no difference otherwise than the primary does: one contrast
 * for each adjustment, in the primary's measure, and the hazard ratio, which sees times the others do not.
 */
function disagreement(subject: ClaimSubject): Sentence[] {
  const { estimate, side, comparison } = subject;
  if (estimate === undefined || side === undefined) return [];
  const said = new Set<string>();
  const estimates = otherContrasts(comparison, estimate).flatMap((other) => {
    if ([other.estimate, ...other.interval].some(isWithheld)) return [];
    const otherSide = effectSide(other.measure, exactLimit(other.interval[0]), exactLimit(other.interval[1]));
    const words = { measure: effectMeasure(other.measure).label, form: effectForm(other.measure) };
    if (otherSide === side) {
      return isOtherSign(other, estimate)
        ? [sentenceAbout(subject, "caveat-crude-other-sign", limitsOf(subject, other), words)]
        : [];
    }
    const rule = `caveat-${kinds[other.adjustment]}-${departure(side, otherSide)}` as const;
    if (said.has(`${rule} ${other.measure}`)) return [];
    said.add(`${rule} ${other.measure}`);
    return [
      sentenceAbout(
        subject,
        rule,
        limitsOf(subject, other),
        otherSide === "none" ? words : { ...words, side: otherSide },
      ),
    ];
  });
  const alpha = Math.round((1 - estimate.level) * 1e9) / 1e9;
  const tests = comparison.tests.flatMap((test, index) => {
    if (test.outcome !== estimate.outcome || isWithheld(test.pValue)) return [];
    if ((test.asks ?? "difference") !== "difference") return [];
    const above = test.pValue > alpha;
    if (above === (side === "none")) return [];
    return [
      sentenceAbout(
        subject,
        above ? "caveat-test-p-above" : "caveat-test-p-below",
        { pValue: keyIn(subject, "tests", index, "pValue") },
        { test: test.test, alpha: String(alpha) },
      ),
    ];
  });
  return [...estimates, ...tests];
}

/** What was counted points one way and what was adjusted the other: both may be chance, and a reader sees both. */
function isOtherSign(other: Estimate, primary: Estimate): boolean {
  const { ratio } = effectMeasure(primary.measure);
  const sign = ({ estimate }: Estimate) => (typeof estimate === "number" ? Math.sign(estimate - (ratio ? 1 : 0)) : 0);
  return other.adjustment === "none" && other.measure === primary.measure && sign(other) * sign(primary) < 0;
}

/** The other answers to the question of an estimate; a ratio beside a difference of the same people is the same answer. */
function otherContrasts({ estimates }: Comparison, primary: Estimate): Estimate[] {
  const others = estimates.filter(
    (other) => other.outcome === primary.outcome && other.subgroup === primary.subgroup && other !== primary,
  );
  const inMeasure = others.filter((other) => other.measure === primary.measure);
  const answered = new Set([primary, ...inMeasure].map((other) => other.adjustment));
  const hazards = others.filter((other) => other.measure === "hazardRatio" && !inMeasure.includes(other));
  const elsewhere = others.filter((other) => !answered.has(other.adjustment) && !hazards.includes(other));
  const firstOfEach = elsewhere.filter(
    (other, index) => elsewhere.findIndex((earlier) => earlier.adjustment === other.adjustment) === index,
  );
  return [...inMeasure, ...firstOfEach, ...hazards];
}

function departure(side: Side, other: Side): "includes-null" | "excludes-null" | "opposite" {
  if (other === "none") return "includes-null";
  return side === "none" ? "excludes-null" : "opposite";
}
