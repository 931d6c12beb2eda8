import { propensityScore } from "@likewise/compare";
import { type Columns, categoriesOf, numbersOf } from "@likewise/schema";
import * as Plot from "@observablehq/plot";
import { effectOf, type LalondeComparison, type SpecifiedAnswer } from "./lalonde-study.ts";
import { plotSvg } from "./plot-svg.ts";

const blue = "#12436D";
const orange = "#F46A25";
const teal = "#28A197";
const experiment = 1794;

/** Effects at each caliper with the experiment's answer. */
export function caliperPlot(comparisons: ReadonlyMap<number, LalondeComparison>): string {
  const data = [...comparisons].map(([caliper, comparison]) => ({ caliper: String(caliper), ...effectOf(comparison) }));
  return plotSvg({
    width: 640,
    height: 260,
    marginLeft: 60,
    x: { label: "Effect on 1978 earnings, $", grid: true },
    y: { label: "Caliper, SD", type: "band" },
    marks: [
      Plot.ruleX([0]),
      Plot.ruleX([experiment], { stroke: orange, strokeDasharray: "5 4" }),
      Plot.link(data, { x1: "low", x2: "high", y1: "caliper", y2: "caliper", stroke: blue, strokeWidth: 3 }),
      Plot.dot(data, { x: "estimate", y: "caliper", fill: blue, r: 6 }),
    ],
  });
}

/** The propensity score of both arms, the trained above. */
export function overlapPlot(columns: Columns): string {
  const number = (name: string) => ({ kind: "number" as const, name, values: numbersOf(columns, name).values });
  const { levels, values: codes } = categoriesOf(columns, "race");
  const race = { kind: "factor" as const, name: "race", levels, codes: Int32Array.from(codes) };
  const treated = numbersOf(columns, "treat").values;
  const numbers = ["age", "educ", "married", "nodegree", "re74", "re75"].map(number);
  const { probability } = propensityScore([...numbers, race], treated);
  const data = Array.from(probability, (score, row) => ({
    score,
    arm: treated[row] === 1 ? "trained" : "not trained",
  }));
  return plotSvg({
    width: 640,
    height: 300,
    marginLeft: 60,
    marginRight: 90,
    x: { label: "Chance of being trained, given what is known before", domain: [0, 1] },
    y: { label: "People", grid: true },
    fy: { label: null, domain: ["trained", "not trained"] },
    marks: [
      Plot.rectY(data, { ...Plot.binX({ y: "count" }, { x: "score", thresholds: 20 }), fy: "arm", fill: blue }),
      Plot.ruleY([0]),
    ],
  });
}

const drawn = ["nearest, caliper 0.2", "full matching", "inverse probability, trained", "overlap", "entropy balancing"];

/** Differences before and after, one panel for each method. */
export function lovePlot(methods: ReadonlyMap<string, LalondeComparison>): string {
  const data = drawn.flatMap((method) =>
    methods.get(method)!.balance.map(({ covariate, level, before, after }) => ({
      method,
      characteristic: level === null ? covariate : level,
      before: before.standardisedMeanDifference as number,
      after: after!.standardisedMeanDifference as number,
    })),
  );
  return plotSvg({
    width: 700,
    height: 620,
    marginLeft: 80,
    marginRight: 190,
    x: { label: "Difference, in standard deviations of the trained", grid: true },
    y: { label: null },
    fy: { label: null, domain: drawn },
    marks: [
      Plot.ruleX([0]),
      Plot.ruleX([-0.1, 0.1], { stroke: "#767676", strokeDasharray: "3 3" }),
      Plot.dot(data, { x: "before", y: "characteristic", fy: "method", stroke: orange, r: 4 }),
      Plot.dot(data, { x: "after", y: "characteristic", fy: "method", fill: blue, r: 4 }),
    ],
  });
}

/** All answers in ascending order, coloured by what was adjusted for. */
export function specificationPlot(answers: readonly SpecifiedAnswer[]): string {
  const data = answers.map((answer, place) => ({ ...answer, place: place + 1 }));
  const sets = [...new Set(answers.map(({ adjustedFor }) => adjustedFor))].sort();
  return plotSvg({
    width: 700,
    height: 340,
    marginLeft: 60,
    x: { label: "Specification, in order of its answer" },
    y: { label: "Effect on 1978 earnings, $", grid: true },
    color: { domain: sets, range: [blue, orange, teal] },
    symbol: { domain: sets, legend: true },
    marks: [
      Plot.ruleY([0]),
      Plot.ruleY([experiment], { stroke: "#767676", strokeDasharray: "5 4" }),
      Plot.link(data, { x1: "place", x2: "place", y1: "low", y2: "high", stroke: "adjustedFor", strokeOpacity: 0.5 }),
      Plot.dot(data, { x: "place", y: "estimate", fill: "adjustedFor", symbol: "adjustedFor", r: 4 }),
    ],
  });
}
