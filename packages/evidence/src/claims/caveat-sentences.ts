import {
  type Comparison,
  type Estimate,
  type Exclusion,
  effectMeasure,
  exact,
  exactLimit,
  type Figure,
  isWithheld,
  resultKey,
  type Sentence,
} from "@likewise/schema";
import { fewEvents, fewTreated } from "../few-people.ts";
import { caps, covariateTiming } from "../tables/caps.ts";
import { limitsOf } from "./can-sentences.ts";
import { effectForm, effectSide, eventsArePeople, type Side } from "./effect-form.ts";
import {
  type ClaimSubject,
  type Decision,
  estimateKey,
  gradeKey,
  type IndexedGrade,
  isSilenced,
  keyIn,
  sentenceAbout,
} from "./subject.ts";

/** What to bear in mind, in reading order: the level, disagreement, who was analysed, size, what is left open. */
export function caveatSentences(subject: ClaimSubject, decision: Decision): Sentence[] {
  return [
    ...level(subject),
    ...severalLooks(subject),
    ...primaryByDefault(subject),
    ...disagreement(subject),
    ...whoIsMissing(subject),
    ...found(subject, decision),
    ...size(subject, decision),
    ...hiddenBias(subject, decision),
    ...notAssessed(subject),
    ...subject.comparison.assumptions.map((_, index) =>
      sentenceAbout(subject, "caveat-assumption", { assumption: keyIn(subject, "assumptions", index) }),
    ),
  ];
}

function level(subject: ClaimSubject): Sentence[] {
  return [
    ...levelOn(subject, subject.grade, "caveat-level"),
    ...levelOn(subject, subject.otherGrade, "caveat-level-other-scale"),
  ];
}

function levelOn(
  subject: ClaimSubject,
  found: IndexedGrade | undefined,
  rule: "caveat-level" | "caveat-level-other-scale",
): Sentence[] {
  if (found === undefined) return [];
  const words = { scale: found.grade.scale, edition: found.grade.edition };
  if (found.grade.level === null) return [sentenceAbout(subject, "caveat-level-not-scoreable", {}, words)];
  const slots = { level: gradeKey(subject, found, "level"), atMost: gradeKey(subject, found, "atMost") };
  const reason = { reason: gradeKey(subject, found, "reasons", 0, "text") };
  return [sentenceAbout(subject, rule, rule === "caveat-level" ? { ...slots, ...reason } : slots, words)];
}

function severalLooks(subject: ClaimSubject): Sentence[] {
  if (subject.estimate === undefined || subject.interim === null) return [];
  const planned = resultKey("interim", "planned");
  return subject.interim.look === subject.interim.planned
    ? [sentenceAbout(subject, "caveat-last-look", { planned })]
    : [sentenceAbout(subject, "caveat-interim", { look: resultKey("interim", "look"), planned })];
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
    if (otherSide === side) return [];
    const rule = `caveat-${kinds[other.adjustment]}-${departure(side, otherSide)}` as const;
    if (said.has(`${rule} ${other.measure}`)) return [];
    said.add(`${rule} ${other.measure}`);
    const words = { measure: effectMeasure(other.measure).label, form: effectForm(other.measure) };
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

function whoIsMissing(subject: ClaimSubject): Sentence[] {
  const { estimate, comparison, funnel, coverage } = subject;
  if (estimate === undefined) return [];
  const referred = funnel.find((step) => step.step === "referred") ?? funnel[0];
  const analysed =
    referred === undefined
      ? analysedOfCompared(subject, estimate)
      : sentenceAbout(subject, "caveat-analysed-of-referred", {
          analysed: estimateKey(subject, estimate, "treated", "n"),
          referred: resultKey("funnel", referred.step, "count"),
        });
  const excluded = [
    ...exclusions(subject, comparison.rows.excluded, ["rows"]),
    ...outcomeRows(comparison).flatMap((rows, index) =>
      rows.outcome === subject.outcome ? exclusions(subject, rows.excluded, ["design", "outcomeRows", index]) : [],
    ),
  ];
  const unobserved = coverage.flatMap((entry, index) =>
    entry.outcome !== subject.outcome
      ? []
      : entry.missing.flatMap((missing, reason) =>
          some(missing.rows)
            ? [
                sentenceAbout(
                  subject,
                  "caveat-not-observed",
                  {
                    people: `coverage/${index}/people`,
                    missing: `coverage/${index}/missing/${reason}/rows`,
                    reason: `coverage/${index}/missing/${reason}/code`,
                  },
                  { arm: comparison.arms.labels[entry.arm] },
                ),
              ]
            : [],
        ),
  );
  return [analysed, ...excluded, ...unobserved, ...leftOutByMatching(subject, estimate)];
}

/** The people behind the estimate; rows used are these only where no match and no outcome is missing. */
function analysedOfCompared(subject: ClaimSubject, estimate: Estimate): Sentence {
  const { used } = subject.comparison.rows;
  const { n: treated } = estimate.treated;
  const { n: comparison } = estimate.comparison;
  const everyone = ![used, treated, comparison].some(isWithheld) && exact(treated) + exact(comparison) === exact(used);
  return everyone
    ? sentenceAbout(subject, "caveat-analysed-of-rows", {
        analysed: keyIn(subject, "rows", "used"),
        read: keyIn(subject, "rows", "read"),
      })
    : sentenceAbout(subject, "caveat-analysed-by-arm", {
        treatedN: estimateKey(subject, estimate, "treated", "n"),
        treatedArm: keyIn(subject, "arms", "treated"),
        comparisonN: estimateKey(subject, estimate, "comparison", "n"),
        comparisonArm: keyIn(subject, "arms", "comparison"),
      });
}

/** Who is left out of single outcomes: compare writes it among the options of the design. */
function outcomeRows({ design }: Comparison): readonly { outcome: string; excluded: Exclusion[] }[] {
  return (design.outcomeRows as { outcome: string; excluded: Exclusion[] }[] | undefined) ?? [];
}

/** People left out of the comparison, or of this outcome, by reason. */
function exclusions(
  subject: ClaimSubject,
  excluded: readonly Exclusion[],
  path: readonly (string | number)[],
): Sentence[] {
  return excluded.flatMap(({ rows }, index) => {
    const at = (part: string) => keyIn(subject, ...path, "excluded", index, part);
    return some(rows) ? [sentenceAbout(subject, "caveat-excluded", { rows: at("rows"), reason: at("reason") })] : [];
  });
}

function leftOutByMatching(subject: ClaimSubject, estimate: Estimate): Sentence[] {
  const { matching } = subject.comparison;
  if (matching === null || estimate.adjustment !== "matching" || !some(matching.treatedUnmatched)) return [];
  if (isFound(subject, "estimand-changed")) return [];
  return [
    sentenceAbout(
      subject,
      "caveat-estimand-matched-only",
      {
        matched: estimateKey(subject, estimate, "treated", "n"),
        unmatched: keyIn(subject, "matching", "treatedUnmatched"),
      },
      { population: estimate.population, estimand: estimate.estimand },
    ),
  ];
}

/** Caveats that stand elsewhere in the words of the guard that covers them. */
const coversCaveats: readonly string[] = ["small-numbers", "estimand-changed"];

/** What guards found that stops nothing, or covers what would have been a caveat here. */
function found(subject: ClaimSubject, decision: Decision): Sentence[] {
  const said = decision.obstacles.map(({ words }) => words.guard);
  return subject.findings
    .filter(({ guard, effect }) => !said.includes(guard) && (effect === "caveat" || coversCaveats.includes(guard)))
    .map(({ guard }) => sentenceAbout(subject, "caveat-guard", {}, { guard }));
}

function isFound(subject: ClaimSubject, guard: string): boolean {
  return subject.findings.some((finding) => finding.guard === guard);
}

function size(subject: ClaimSubject, decision: Decision): Sentence[] {
  const { estimate, side } = subject;
  if (estimate === undefined) return [];
  const found: Sentence[] = [];
  const few = !isFound(subject, "small-numbers");
  if (few && below(estimate.treated.n, fewTreated))
    found.push(
      sentenceAbout(
        subject,
        "caveat-few-treated",
        { treatedN: estimateKey(subject, estimate, "treated", "n") },
        { threshold: String(fewTreated) },
      ),
    );
  if (
    few &&
    estimate.treated.events !== null &&
    eventsArePeople(estimate.measure) &&
    below(estimate.treated.events, fewEvents)
  )
    found.push(
      sentenceAbout(
        subject,
        "caveat-few-events",
        { treatedEvents: estimateKey(subject, estimate, "treated", "events") },
        { threshold: String(fewEvents) },
      ),
    );
  const { precision } = estimate;
  // More people would not mend a design that bears no verdict.
  if (precision === undefined || precision === null || isSilenced(decision)) return found;
  if (precision.detectableDifference !== null)
    found.push(
      sentenceAbout(
        subject,
        "caveat-detectable-difference",
        { detectable: estimateKey(subject, estimate, "precision", "detectableDifference") },
        { form: effectForm(estimate.measure), measure: effectMeasure(estimate.measure).label },
      ),
    );
  if (side === "none")
    found.push(
      precision.peopleNeeded === null
        ? sentenceAbout(subject, "caveat-people-not-attainable")
        : sentenceAbout(subject, "caveat-people-needed", {
            peopleNeeded: estimateKey(subject, estimate, "precision", "peopleNeeded"),
          }),
    );
  return found;
}

function hiddenBias(subject: ClaimSubject, decision: Decision): Sentence[] {
  const { estimate, grade, comparison } = subject;
  if (estimate === undefined || grade?.grade.design === "randomised") return [];
  const found = [sentenceAbout(subject, "caveat-not-in-interval")];
  const { eValue } = estimate.sensitivity;
  if (eValue !== null && decision.obstacles.length === 0) {
    const eValueKey = (part: string) => estimateKey(subject, estimate, "sensitivity", "eValue", part);
    found.push(
      subject.side === "none"
        ? sentenceAbout(subject, "caveat-e-value-unclear", { eValue: eValueKey("estimate") })
        : sentenceAbout(subject, "caveat-e-value", {
            eValue: eValueKey("estimate"),
            eValueInterval: eValueKey("interval"),
          }),
    );
  }
  const ties = comparison.matching?.tieRange[subject.outcome] ?? null;
  if (ties !== null && estimate.adjustment === "matching" && exactLimit(ties[0]) !== exactLimit(ties[1]))
    found.push(
      sentenceAbout(subject, "caveat-ties-matter", {
        low: keyIn(subject, "matching", "tieRange", subject.outcome, 0),
        high: keyIn(subject, "matching", "tieRange", subject.outcome, 1),
      }),
    );
  return found;
}

function notAssessed(subject: ClaimSubject): Sentence[] {
  const { grade } = subject;
  if (grade === undefined) return [];
  const isCap = (rule: string) => rule === covariateTiming.id || caps.some((cap) => cap.id === rule);
  return [
    ...grade.grade.notAssessed.map((reason, index) =>
      sentenceAbout(
        subject,
        isCap(reason.rule) ? "caveat-cap-not-assessed" : "caveat-not-assessed",
        { criterion: gradeKey(subject, grade, "notAssessed", index, "text") },
        { code: reason.rule },
      ),
    ),
    ...grade.grade.caveats.map((reason, index) =>
      sentenceAbout(
        subject,
        "caveat-grade",
        { text: gradeKey(subject, grade, "caveats", index, "text") },
        { code: reason.rule },
      ),
    ),
  ];
}

function some(figure: Figure): boolean {
  return isWithheld(figure) || exact(figure) > 0;
}

function below(figure: Figure, threshold: number): boolean {
  return !isWithheld(figure) && figure < threshold;
}
