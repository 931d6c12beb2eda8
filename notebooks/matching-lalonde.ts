import { readFileSync } from "node:fs";
import { type Columns, numbersOf } from "@likewise/schema";
import { balanceTable, estimatesTable, fromArquero, toArquero } from "@likewise/schema/arquero";
import { describe } from "@likewise/stats";
import { type ColumnTable, desc, op, table } from "arquero";
import { caliperPlot, lovePlot, overlapPlot, specificationPlot } from "./lalonde-plots.ts";
import { compareOnce, effectOf, type LalondeComparison, methodPlans, specifications } from "./lalonde-study.ts";
import type { Notebook } from "./notebook.ts";

const oracle = new URL("../packages/compare/oracles/lalonde.json", import.meta.url);

/** Training and later earnings: the published data set on which comparison groups have been tried for forty years. */
export function matchingLalonde(): Notebook {
  let people: ColumnTable;
  let columns: Columns;
  const comparisons = new Map<number, LalondeComparison>();
  const methods = new Map<string, LalondeComparison>();

  return {
    id: "matching-lalonde",
    title: "From a naive difference to the experiment’s answer: comparison groups on LaLonde’s data",
    source:
      "LaLonde (1986) as used by Dehejia and Wahba (1999): 185 people trained in the National Supported Work experiment, 429 from a population survey. The experiment itself found about $1,794.",
    cells: [
      {
        title: "The people",
        text: "Rows are an Arquero table, so anything Arquero does can be done to them before they are compared.",
        run: () => {
          const { columns: data } = JSON.parse(readFileSync(oracle, "utf8")).data;
          people = table(data).derive({ id: op.row_number() });
          const by = people
            .groupby("treat")
            .rollup({ people: op.count(), earnings: op.mean("re78"), before: op.mean("re75") });
          const rows = by.orderby(desc("treat")).objects() as Record<string, number>[];
          return {
            kind: "table",
            head: ["Trained", "People", "Mean earnings 1978, $", "Mean earnings 1975, $"],
            rows: rows.map((row) => [
              row.treat === 1 ? "yes" : "no",
              row.people!,
              row.earnings!.toFixed(0),
              row.before!.toFixed(0),
            ]),
          };
        },
      },
      {
        title: "Before anything is compared",
        text: "The trained earn less afterwards, but they were poorer to begin with. A difference of raw means compares unlike with unlike.",
        run: () => {
          columns = fromArquero(people);
          const earnings = describe(numbersOf(columns, "re74").values);
          return {
            kind: "numbers",
            numbers: {
              people: earnings.n,
              "median earnings 1974, $": earnings.median ?? "none",
              "upper quartile, $": earnings.upperQuartile ?? "none",
            },
          };
        },
      },
      {
        title: "One question, eleven answers",
        text: "The raw difference says training cost people $635 a year. Every way of comparing like with like turns the sign; how far, and for whom, differs. The experiment found about $1,794 for the trained.",
        run: () => {
          for (const [name, plan] of Object.entries(methodPlans)) methods.set(name, compareOnce(columns, plan));
          return {
            kind: "table",
            head: [
              "Method",
              "Whose effect",
              "Effect on earnings, $",
              "95% interval, $",
              "Comparison people it amounts to",
            ],
            rows: [...methods].map(([name, comparison]) => {
              const { estimate, low, high, estimand, effective } = effectOf(comparison);
              return [
                name,
                estimand,
                estimate.toFixed(0),
                `${low.toFixed(0)} to ${high.toFixed(0)}`,
                effective.toFixed(0),
              ];
            }),
          };
        },
      },
      {
        title: "Was there anybody to compare with?",
        text: "The chance of being trained, given age, schooling, race and earlier earnings. Most of the survey stands far to the left: few of the 429 are anything like the trained, whatever the method.",
        run: () => ({
          kind: "plot",
          alternative:
            "Two rows of bars of the propensity score: the trained mostly above 0.5, the comparison people mostly below 0.2.",
          svg: overlapPlot(columns),
        }),
      },
      {
        title: "Who was made alike, by which method",
        text: "Standardised differences before (rings) and after (dots). Left and right of a tenth, arms are not alike. Entropy balancing and overlap weights leave nothing by construction: balance on what was measured, and no word on what was not.",
        run: () => ({
          kind: "plot",
          alternative: "Standardised differences of nine characteristics before and after five methods.",
          svg: lovePlot(methods),
        }),
      },
      {
        title: "Match, at five calipers",
        text: "Matching takes the baseline alone: it has no outcome to see. A narrower caliper keeps fewer people, and says who was lost.",
        run: () => {
          for (const caliper of [0.05, 0.1, 0.2, 0.5, 1]) {
            comparisons.set(caliper, compareOnce(columns, { method: "nearest", caliper }));
          }
          return {
            kind: "table",
            head: ["Caliper, SD", "Pairs", "Effect on earnings, $", "95% interval, $"],
            rows: [...comparisons].map(([caliper, { matching, estimates }]) => {
              const matched = estimates.find((estimate) => estimate.primary)!;
              const [low, high] = matched.interval.map((limit) => (limit as number).toFixed(0));
              return [
                caliper,
                matching!.treatedMatched as number,
                (matched.estimate as number).toFixed(0),
                `${low} to ${high}`,
              ];
            }),
          };
        },
      },
      {
        title: "The same, drawn",
        text: "Every interval holds the experiment’s answer (the dashed line). Only the narrowest caliper leaves zero out: to choose it after seeing this would be to choose a result. That is why the plan fixes the caliper first.",
        run: () => ({
          kind: "plot",
          alternative:
            "Effect on earnings with its 95% interval at each of five calipers; only at 0.05 does the interval leave out zero.",
          svg: caliperPlot(comparisons),
        }),
      },
      {
        title: "Were they alike?",
        text: "Results are Arquero tables too. Standardised differences after matching at 0.2, largest first.",
        run: () => {
          const balance = balanceTable(comparisons.get(0.2)!).objects() as Record<string, unknown>[];
          const size = (row: Record<string, unknown>) => Math.abs(Number(row.standardisedMeanDifferenceAfter));
          const rows = balance.sort((a, b) => size(b) - size(a)).slice(0, 6);
          return {
            kind: "table",
            head: ["Characteristic", "Difference after, SD"],
            rows: rows.map((row) => [
              `${row.covariate}${row.level === null ? "" : `: ${row.level}`}`,
              size(row).toFixed(2),
            ]),
          };
        },
      },
      {
        title: "Every choice a researcher could defend",
        text: "Ten methods, three sets of covariates and two scores, in order of their answer; the dashed line is the experiment. Answers run from $16 to $1,832. Intervals are so wide that 50 of 51 hold the experiment’s answer and 49 hold zero as well: whoever chooses after looking can say almost anything, so the plan chooses first.",
        run: () => {
          const answers = specifications(columns);
          return {
            kind: "plot",
            alternative: `Effects of ${answers.length} specifications in ascending order with their intervals, coloured by covariates.`,
            svg: specificationPlot(answers),
          };
        },
      },
      {
        title: "Take it away",
        text: "The estimates as a table, ready for any other tool.",
        run: () => {
          const estimates = estimatesTable(comparisons.get(0.2)!);
          const again = toArquero(fromArquero(estimates));
          return { kind: "numbers", numbers: { rows: again.numRows(), columns: again.numCols() } };
        },
      },
    ],
  };
}
