import type { ChangeOfGroup, NotSaid } from "@likewise/schema";
import { mean, sampleVariance } from "@likewise/stats";
import type { ChangeOfGroupInput, ErrorOfGroup } from "./change-of-group.ts";
import { type ClinicalCutOff, cutOff } from "./cut-off.ts";
import { improvementSign } from "./improvement.ts";
import { type MeasurementError, reliableChange } from "./reliable-change.ts";
import { seenOf } from "./seen-of.ts";

/** What holds in every group: the error of the score and the cut-off. */
export interface RulesOfChange {
  readonly error: MeasurementError | null;
  readonly shown: ChangeOfGroup["error"];
  readonly cutOff: ClinicalCutOff | null;
}

/** The threshold of reliable change and the cut-off, worked out from everybody with both scores. */
export function rulesOfChange(input: ChangeOfGroupInput, refusals: NotSaid[]): RulesOfChange {
  const { pairs, better, error, clinical, range, level = 0.95 } = input;
  const { pre } = seenOf(
    pairs,
    pairs.ids.map((_, at) => at),
  );
  const spread = pre.length > 1 ? Math.sqrt(sampleVariance(pre)) : 0;
  const settled = errorOf(error, spread, refusals);
  if (clinical === undefined) {
    refusals.push({
      what: "recovery",
      why: "no cut-off between people with the problem and people without is known",
      unlocks: "the mean and standard deviation of people without it, or a measure with a published cut-off",
    });
  }
  if (range === undefined) {
    refusals.push({
      what: "floor and ceiling",
      why: "the lowest and highest score are not known",
      unlocks: "the range of the score",
    });
  }
  const norms = clinical !== undefined && "functional" in clinical ? clinical : null;
  if (norms !== null && spread === 0) refusals.push(flat("cut-off c"));
  const isBetter = norms !== null && improvementSign(better) * (mean(pre) - norms.functional.mean) >= 0;
  if (isBetter) refusals.push(noProblem);
  const cut =
    norms === null
      ? ((clinical as ClinicalCutOff | undefined) ?? null)
      : spread === 0 || isBetter
        ? null
        : cutOff("c", { clinical: { mean: mean(pre), sd: spread }, functional: norms.functional, better });
  if (settled === null) return { error: null, shown: null, cutOff: cut };
  const known = settled.kind === "reliability" ? settled : null;
  // Of one person at no change, only for the threshold.
  const { threshold } = reliableChange({ pre: [0], post: [0], better, error: settled, level });
  return {
    error: settled,
    shown: {
      points: threshold!,
      basis: settled.kind,
      reliability: known?.reliability ?? null,
      sd: known?.sd ?? null,
      source: settled.source,
    },
    cutOff: cut,
  };
}

function errorOf(error: ErrorOfGroup | undefined, spread: number, refusals: NotSaid[]): MeasurementError | null {
  if (error === undefined) {
    refusals.push({
      what: "reliable change",
      why: "neither a published amount of change nor a reliability is known",
      unlocks: "a reliability from the manual of the instrument or from a study of similar people",
    });
    return null;
  }
  if (error.kind === "published") return error;
  const sd = error.sd ?? spread;
  if (sd > 0) return { ...error, sd };
  refusals.push(flat("reliable change"));
  return null;
}

const noProblem: NotSaid = {
  what: "cut-off c",
  why: "first scores are on average no worse than those of people without the problem: nothing lies between the two",
  unlocks: "norms of the same score, the same way up, or a published cut-off",
};

function flat(what: string): NotSaid {
  return {
    what,
    why: "first scores of those with both do not vary",
    unlocks: "more people, or the standard deviation of a published sample",
  };
}
