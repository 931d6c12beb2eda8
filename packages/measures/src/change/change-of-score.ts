import type { MeasureDefinition, MeasureScore } from "@likewise/schema";
import type { Refused } from "@likewise/stats";
import type { BetterIs } from "./improvement.ts";

/** What a definition knows of change on one score, ready for `reliableChange` and `outcomeCategories`. */
export interface ChangeOfScore {
  readonly score: MeasureScore;
  readonly better: BetterIs;
  /** published amounts of reliable change, those seen in a source first */
  readonly reliable: NonNullable<MeasureScore["change"]>;
  /** published smallest changes that matter */
  readonly matters: NonNullable<MeasureScore["change"]>;
}

/**
 * Whether change may be worked out of a score at all, and what is published about it. A risk checklist is a count beside a
 * judgement, a satisfaction scale has no first score, a set of indicators no total, and of a score of mixed direction neither
 * way is better: all are refused.
 *
 * @param scoreId the primary score when left out
 * @throws RangeError when there is no such score
 * @example
 * changeOfScore(findMeasure("socrates-8"), "ambivalence").refused.what; // "change of ambivalence (SOCRATES 8A/8D)"
 */
export function changeOfScore(definition: MeasureDefinition, scoreId?: string): ChangeOfScore | Refused {
  const { scores, abbreviation, kind } = definition;
  const why = changeless[kind];
  if (why !== undefined) return refused(`change of ${abbreviation}`, why.why, why.unlocks);
  const score =
    scoreId === undefined
      ? (scores.find(({ primary }) => primary) ?? scores[0])
      : scores.find(({ id }) => id === scoreId);
  if (score === undefined) {
    throw new RangeError(
      `changeOfScore: scoreId must be one of ${scores.map(({ id }) => id).join(", ")}, got ${scoreId}`,
    );
  }
  const direction = score.direction ?? definition.direction;
  if (direction === "mixed") {
    return refused(
      `change of ${score.id} (${abbreviation})`,
      "neither a rise nor a fall of this score is better in itself",
      "read it beside the other scores of the instrument, as description",
    );
  }
  const change = [...(score.change ?? [])].sort((a, b) => Number(b.verified === true) - Number(a.verified === true));
  return {
    score,
    better: direction === "higher-better" ? "higher" : "lower",
    reliable: change.filter((one) => one.kind === "reliable"),
    matters: change.filter((one) => one.kind === "mid"),
  };
}

const changeless: Readonly<
  Partial<Record<MeasureDefinition["kind"], { readonly why: string; readonly unlocks: string }>>
> = {
  "risk-checklist": {
    why: "a risk checklist is a count of factors beside a professional judgement: it has no error of measurement, many factors cannot go away, and a lower count is not less harm",
    unlocks: "an outcome measure, or the abuse itself by type, severity and reporter over time",
  },
  satisfaction: {
    why: "satisfaction is asked once, after the service: there is nothing to change from",
    unlocks: "its level, with its number of answers",
  },
  "indicator-set": {
    why: "a set of indicators has no total",
    unlocks: "each indicator by reporter and time point (indicatorShares)",
  },
};

function refused(what: string, why: string, unlocks: string): Refused {
  return { refused: { what, why, unlocks } };
}
