import type { MeasuresDescribed } from "@likewise/measures";
import {
  type Baseline,
  cell,
  extendBaseline,
  Failure,
  integerColumn,
  numberColumn,
  type StudyPlan,
} from "@likewise/schema";

/**
 * The baseline with first scores of instruments as covariates, where the plan asks for them (`measures.covariate`).
 *
 * What was answered later after the index date than the plan allows, or on a day not known, is missing there: an answer
 * given in the programme may be an effect of it, and to adjust for that would take the effect away.
 *
 * @throws Failure refused where an entry has no single score, or nobody’s first score comes in time
 */
export function withFirstScores(
  baseline: Baseline,
  plan: StudyPlan,
  { scores, refusals }: MeasuresDescribed,
): Baseline {
  return (plan.measures ?? []).reduce((extended, { id, measure, covariate }) => {
    if (covariate === undefined) return extended;
    const entry = id ?? measure;
    const of = scores.get(entry);
    if (of === undefined) {
      const why = refusals.find((refusal) => refusal.id.endsWith(`:${entry}`))?.why ?? "it is no single score";
      throw new Failure("refused", `measures: the first score of ${entry} cannot be a covariate: ${why}`);
    }
    const at = new Map(of.ids.map((who, place) => [who, place]));
    const { id: ids, indexDate, unit } = extended.table.columns;
    const values = ids.values.map((who, row) => {
      const place = at.get(who);
      const [day, index] = [place === undefined ? null : of.firstDay[place]!, cell(indexDate, row) as number | null];
      return day === null || index === null || day > index + covariate.withinDays ? null : of.first[place!]!;
    });
    if (values.every((value) => value === null)) {
      throw new Failure(
        "refused",
        `measures: the first score of ${entry} cannot be a covariate: nobody answered within ${covariate.withinDays} days of the index date`,
      );
    }
    const additions = { unit: integerColumn(unit.values), [covariate.name]: numberColumn(values) };
    return extendBaseline(extended, { numRows: ids.values.length, columns: additions });
  }, baseline);
}
