import { type Claim, isWithheld, type Outcome, type Sentence } from "@likewise/schema";
import { causalLevel } from "../causal-level.ts";
import { caps } from "../tables/caps.ts";
import { type ClaimSubject, type Decision, findingsThat, gradeKey, keyIn, sentenceAbout } from "./subject.ts";

/**
 * The verdict on one outcome. `cannot-say` when the level is missing or 1, a design cap applies, the estimate is
 * refused or withheld, a guard found what may be the whole result, or nobody has said which direction is better;
 * otherwise the interval of the primary estimate decides. Causal wording needs level 3 or more, no design cap, no guard
 * that stops it, and an interval that excludes no difference.
 */
export function decideVerdict(subject: ClaimSubject): Decision {
  const byEvidence = evidenceObstacles(subject);
  // What holds the level down says it already; guards speak where the level alone would let a verdict pass.
  const evidence = byEvidence.length > 0 ? byEvidence : guardObstacles(subject);
  const direction = subject.declaration?.direction;
  const obstacles =
    evidence.length === 0 && direction === undefined ? [sentenceAbout(subject, "cannot-say-no-direction")] : evidence;
  const causal =
    evidence.length === 0 &&
    findingsThat(subject, "stops-cause").length === 0 &&
    (subject.grade?.grade.level ?? 0) >= causalLevel &&
    subject.side !== "none";
  if (obstacles.length > 0 || direction === undefined)
    return { verdict: "cannot-say", causal, rules: obstacles.map((obstacle) => obstacle.rule), obstacles };
  const verdict = verdictBySide(subject.side!, direction);
  return {
    verdict,
    causal,
    rules: [
      subject.side === "none" ? "interval-includes-null" : "interval-excludes-null",
      ...(causal ? ["causal"] : []),
    ],
    obstacles,
  };
}

function verdictBySide(side: "lower" | "higher" | "none", direction: Outcome["direction"]): Claim["verdict"] {
  if (side === "none") return "no-clear-difference";
  return side === direction ? "better" : "worse";
}

function guardObstacles(subject: ClaimSubject): Sentence[] {
  return findingsThat(subject, "stops-verdict").map(({ guard }) =>
    sentenceAbout(subject, "cannot-say-guard", {}, { guard }),
  );
}

function evidenceObstacles(subject: ClaimSubject): Sentence[] {
  const { estimate, grade, refusal } = subject;
  if (refusal !== undefined && estimate === undefined) {
    const at = (part: string) => keyIn(subject, "refusals", refusal.id, part);
    return [sentenceAbout(subject, "cannot-say-refused", { what: at("what"), why: at("why"), unlocks: at("unlocks") })];
  }
  if (estimate === undefined) return [sentenceAbout(subject, "cannot-say-no-estimate")];
  if ([estimate.estimate, ...estimate.interval].some(isWithheld))
    return [sentenceAbout(subject, "cannot-say-withheld")];
  if (grade === undefined || grade.grade.level === null) return [sentenceAbout(subject, "cannot-say-not-scoreable")];

  const endings = grade.grade.caps.flatMap((cap, index) =>
    caps.some((entry) => entry.endsVerdict && entry.id === cap.rule)
      ? [
          sentenceAbout(
            subject,
            "cannot-say-cap",
            { reason: gradeKey(subject, grade, "caps", index, "text") },
            { code: cap.rule },
          ),
        ]
      : [],
  );
  if (endings.length > 0 || grade.grade.level > 1) return endings;
  const { scale, edition } = grade.grade;
  const reason = gradeKey(subject, grade, "reasons", 0, "text");
  return [sentenceAbout(subject, "cannot-say-level-one", { reason }, { scale, edition })];
}
