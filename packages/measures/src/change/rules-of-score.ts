import type { MeasureDefinition, MeasureScore } from "@likewise/schema";
import type { Refused } from "@likewise/stats";
import type { ErrorOfGroup } from "./change-of-group.ts";
import { changeOfScore } from "./change-of-score.ts";
import type { ClinicalCutOff } from "./cut-off.ts";
import type { BetterIs } from "./improvement.ts";

/** What tells change of a score by its definition alone. */
export interface RulesOfScore {
  readonly score: MeasureScore;
  readonly better: BetterIs;
  /** null where the definition holds neither a published amount of change nor a reliability */
  readonly error: ErrorOfGroup | null;
  /** null where no cut-off is published */
  readonly clinical: ClinicalCutOff | null;
  /** of these rules, those nobody saw in a source */
  readonly unverified: readonly string[];
}

/**
 * The rules change of a score is told by, where nobody states others: the published amount of change, else a reliability;
 * the published cut-off. What was seen in a source comes first.
 *
 * @param scoreId the primary score when left out
 * @returns refused where change of the score would say nothing
 * @throws RangeError when there is no such score
 * @example
 * rulesOfScore(findMeasure("phq-9")).error.points; // 6
 */
export function rulesOfScore(definition: MeasureDefinition, scoreId?: string): RulesOfScore | Refused {
  const known = changeOfScore(definition, scoreId);
  if ("refused" in known) return known;
  const { score, better, reliable } = known;
  const [published] = reliable;
  const cut = publishedCutOff(score, better);
  const error =
    published === undefined
      ? reliabilityOf(score)
      : {
          rule: {
            kind: "published",
            points: published.points,
            source: `${published.use ?? definition.abbreviation}${published.verified === true ? "" : ", not verified"}`,
          } as const,
          verified: published.verified === true,
          name: `reliable change of ${score.id}`,
        };
  const rules = [error, cut].filter((one) => one !== null);
  return {
    score,
    better,
    error: error?.rule ?? null,
    clinical: cut?.rule ?? null,
    unverified: rules.filter(({ verified }) => !verified).map(({ name }) => name),
  };
}

/** Those seen in a source first; of these test-retest, for alpha has no error over time. */
function reliabilityOf({ id, reliability = [] }: MeasureScore) {
  const rank = ({ verified, type }: (typeof reliability)[number]) =>
    (verified ? 0 : 2) + (type.startsWith("test-retest") ? 0 : 1);
  const [best] = reliability.filter(({ value }) => value >= 0 && value < 1).sort((a, b) => rank(a) - rank(b));
  if (best === undefined) return null;
  return {
    rule: {
      kind: "reliability",
      reliability: best.value,
      reliabilityType: best.type,
      source: `${best.type}, definition`,
    } as const,
    verified: best.verified === true,
    name: `reliability of ${id}`,
  };
}

/** The first cut-off seen in a source whose far side is the worse one: those for high scores of a good thing are none. */
function publishedCutOff({ id, cutoffs = [] }: MeasureScore, better: BetterIs) {
  const worse = better === "lower" ? [">=", ">"] : ["<=", "<"];
  const [found] = cutoffs
    .filter(({ op }) => worse.includes(op))
    .sort((a, b) => Number(b.verified === true) - Number(a.verified === true));
  if (found === undefined) return null;
  return {
    rule: { value: found.value, clinical: found.op as ClinicalCutOff["clinical"], basis: "published" } as const,
    verified: found.verified === true,
    name: `cut-off ${found.id} of ${id}`,
  };
}
