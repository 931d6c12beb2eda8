import { type ColumnTable, from } from "arquero";
import type { Comparison, CovariateSummary, Figure, Limit } from "../generated/types.ts";
import { isUnbounded, isWithheld } from "../results/figures.ts";

/**
 * The estimates of a comparison, one a row, as an Arquero table.
 *
 * A withheld number and a limit that does not exist are null; `notes` says which and why, and is empty otherwise.
 *
 * @param comparison exact or disclosed
 */
export function estimatesTable(comparison: Pick<Comparison, "estimates">): ColumnTable {
  return tableOf(
    comparison.estimates.map((estimate) => ({
      words: {
        id: estimate.id,
        outcome: estimate.outcome,
        window: estimate.window,
        measure: estimate.measure,
        estimand: estimate.estimand,
        estimator: estimate.estimator,
        subgroup: estimate.subgroup,
        primary: estimate.primary,
        level: estimate.level,
        population: estimate.population,
      },
      figures: {
        estimate: estimate.estimate,
        standardError: estimate.standardError,
        lower: estimate.interval[0],
        upper: estimate.interval[1],
        pValue: estimate.pValue,
        treatedN: estimate.treated.n,
        treatedEvents: estimate.treated.events,
        treatedValue: estimate.treated.value,
        comparisonN: estimate.comparison.n,
        comparisonEvents: estimate.comparison.events,
        comparisonValue: estimate.comparison.value,
      },
    })),
  );
}

/**
 * The balance of a comparison, one covariate or level a row, before and after matching or weighting, as an Arquero table.
 *
 * Withheld numbers are null and named in `notes`. Without matching or weighting the columns of after are null.
 *
 * @param comparison exact or disclosed
 */
export function balanceTable(comparison: Pick<Comparison, "balance">): ColumnTable {
  return tableOf(
    comparison.balance.map(({ covariate, level, essential, adjusted, before, after }) => ({
      words: { covariate, level, essential, adjusted },
      figures: { ...summary("Before", before), ...summary("After", after) },
    })),
  );
}

function summary(when: string, values: CovariateSummary | null): Record<string, Figure | null> {
  return {
    [`treated${when}`]: values?.treated ?? null,
    [`comparison${when}`]: values?.comparison ?? null,
    [`standardisedMeanDifference${when}`]: values?.standardisedMeanDifference ?? null,
    [`varianceRatio${when}`]: values?.varianceRatio ?? null,
    [`ecdfMean${when}`]: values?.ecdfMean ?? null,
    [`ecdfMax${when}`]: values?.ecdfMax ?? null,
  };
}

interface ResultRow {
  readonly words: Readonly<Record<string, string | number | boolean | null>>;
  readonly figures: Readonly<Record<string, Figure | Limit | null>>;
}

function tableOf(rows: readonly ResultRow[]): ColumnTable {
  return from(
    rows.map(({ words, figures }) => {
      const numbers = Object.entries(figures).map(([name, figure]) => [
        name,
        typeof figure === "number" ? figure : null,
      ]);
      const notes = Object.entries(figures).flatMap(([name, figure]) => noteOn(name, figure));
      return { ...words, ...Object.fromEntries(numbers), notes: notes.join("; ") };
    }),
  );
}

function noteOn(name: string, figure: Figure | Limit | null): string[] {
  if (isWithheld(figure)) return [`${name} withheld (${figure.withheld})`];
  return isUnbounded(figure) ? [`${name} unbounded ${figure.unbounded}`] : [];
}
