import { exactLimit, resultKey, type Sentence } from "@likewise/schema";
import { caps, covariateTiming } from "../tables/caps.ts";
import { otherEstimates } from "./caveats/other-estimates.ts";
import { studySize } from "./caveats/study-size.ts";
import { whoWasAnalysed } from "./caveats/who-was-analysed.ts";
import {
  type ClaimSubject,
  type Decision,
  estimateKey,
  gradeKey,
  type IndexedGrade,
  keyIn,
  sentenceAbout,
} from "./subject.ts";

/** What to bear in mind, in reading order: the level, disagreement, who was analysed, size, what is left open. */
export function caveatSentences(subject: ClaimSubject, decision: Decision): Sentence[] {
  return [
    ...level(subject),
    ...severalLooks(subject),
    ...otherEstimates(subject),
    ...whoWasAnalysed(subject),
    ...found(subject, decision),
    ...studySize(subject, decision),
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

/** Caveats that stand elsewhere in the words of the guard that covers them. */
const coversCaveats: readonly string[] = ["small-numbers", "estimand-changed"];

/** What guards found that stops nothing, or covers what would have been a caveat here. */
function found(subject: ClaimSubject, decision: Decision): Sentence[] {
  const said = decision.obstacles.map(({ words }) => words.guard);
  return subject.findings
    .filter(({ guard, effect }) => !said.includes(guard) && (effect === "caveat" || coversCaveats.includes(guard)))
    .map(({ guard }) => sentenceAbout(subject, "caveat-guard", {}, { guard }));
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
