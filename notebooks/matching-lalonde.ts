import { readFileSync } from "node:fs";
import { compareGroups } from "@likewise/compare";
import { artefactsFromTable, type Columns, numbersOf } from "@likewise/schema";
import { balanceTable, estimatesTable, fromArquero, toArquero } from "@likewise/schema/arquero";
import { describe } from "@likewise/stats";
import * as Plot from "@observablehq/plot";
import { type ColumnTable, desc, op, table } from "arquero";
import type { Notebook } from "./notebook.ts";
import { plotSvg } from "./plot-svg.ts";

const oracle = new URL("../packages/compare/oracles/lalonde.json", import.meta.url);
const covariates = ["age", "educ", "race", "married", "nodegree", "re74", "re75"];

/** Training and later earnings: the published data set on which comparison groups have been tried for forty years. */
export function matchingLalonde(): Notebook {
  let people: ColumnTable;
  let columns: Columns;
  const comparisons = new Map<number, ReturnType<typeof compareGroups>["comparison"]>();

  return {
    id: "matching-lalonde",
    title: "How much does the caliper decide? Matching on LaLonde’s data",
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
        title: "Match, at five calipers",
        text: "Matching takes the baseline alone: it has no outcome to see. A narrower caliper keeps fewer people, and says who was lost.",
        run: () => {
          for (const caliper of [0.05, 0.1, 0.2, 0.5, 1]) comparisons.set(caliper, compareAt(columns, caliper));
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

function compareAt(columns: Columns, caliper: number) {
  const artefacts = artefactsFromTable(columns, {
    id: "id",
    treatment: "treat",
    covariates,
    outcomes: [{ id: "re78", kind: "continuous", column: "re78" }],
  });
  return compareGroups({
    id: `caliper-${caliper}`,
    label: `caliper ${caliper}`,
    ...artefacts,
    declarations: [{ id: "re78", kind: "continuous", direction: "higher" }],
    plan: {
      id: "caliper",
      assignment: "selected",
      comparator: "concurrent-untreated",
      method: "nearest",
      distance: "probability",
      caliper,
      order: "largest",
      covariates,
    },
    provenance: { inputs: [], seed: 1, version: "0.1.0", options: null },
    tieDraws: 0,
  }).comparison;
}

function caliperPlot(comparisons: ReadonlyMap<number, ReturnType<typeof compareGroups>["comparison"]>): string {
  const data = [...comparisons].map(([caliper, { estimates }]) => {
    const { estimate, interval } = estimates.find((one) => one.primary)!;
    return {
      caliper: String(caliper),
      estimate: estimate as number,
      low: interval[0] as number,
      high: interval[1] as number,
    };
  });
  return plotSvg({
    width: 640,
    height: 260,
    marginLeft: 60,
    x: { label: "Effect on 1978 earnings, $", grid: true },
    y: { label: "Caliper, SD", type: "band" },
    marks: [
      Plot.ruleX([0]),
      Plot.ruleX([1794], { stroke: "#F46A25", strokeDasharray: "5 4" }),
      Plot.link(data, { x1: "low", x2: "high", y1: "caliper", y2: "caliper", stroke: "#12436D", strokeWidth: 3 }),
      Plot.dot(data, { x: "estimate", y: "caliper", fill: "#12436D", r: 6 }),
    ],
  });
}
