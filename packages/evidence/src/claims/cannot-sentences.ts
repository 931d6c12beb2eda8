import type { Sentence } from "@likewise/schema";
import { causalLevel } from "../causal-level.ts";
import { type ClaimSubject, type Decision, findingsThat, gradeKey, isSilenced, sentenceAbout } from "./subject.ts";

/** What cannot be said: first what stands in the way, then what the interval does not allow, then for whom. */
export function cannotSentences(subject: ClaimSubject, decision: Decision): Sentence[] {
  const { estimate } = subject;
  if (estimate === undefined) return [...decision.obstacles];
  const others = sentenceAbout(subject, "cannot-say-others", {}, { population: estimate.population });
  if (isSilenced(decision)) return [...decision.obstacles, others];
  return [...decision.obstacles, ...byInterval(subject), ...notCausal(subject, decision), others];
}

function byInterval(subject: ClaimSubject): Sentence[] {
  const rules = {
    lower: "cannot-say-raises-or-none",
    higher: "cannot-say-lowers-or-none",
    none: "cannot-say-direction-or-none",
  } as const;
  return [sentenceAbout(subject, rules[subject.side!])];
}

function notCausal(subject: ClaimSubject, { causal }: Decision): Sentence[] {
  if (causal || subject.side === "none" || subject.grade === undefined) return [];
  const guarded = findingsThat(subject, "stops-cause");
  if ((subject.grade.grade.level ?? 0) >= causalLevel && guarded.length > 0)
    return guarded.map(({ guard }) => sentenceAbout(subject, "cannot-say-caused-guard", {}, { guard }));
  return [
    sentenceAbout(subject, "cannot-say-caused", { reason: gradeKey(subject, subject.grade, "reasons", 0, "text") }),
  ];
}
