import type { Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { moneyAcceptability } from "../economics/money-acceptability.ts";
import { moneyPlane } from "../economics/money-plane.ts";
import { moneyTornado } from "../economics/money-tornado.ts";
import { moneyWaterfall } from "../economics/money-waterfall.ts";
import { performance } from "../performance/performance-chart.ts";
import { abuse } from "./abuse.ts";
import { abuseWaves } from "./abuse-waves.ts";
import { arms } from "./arms.ts";
import { attrition } from "./attrition.ts";
import { blocks } from "./blocks.ts";
import { caliperPath } from "./caliper-path.ts";
import type { Chart } from "./chart.ts";
import { forest } from "./forest.ts";
import { harmDistribution } from "./harm-distribution.ts";
import { ladder } from "./ladder.ts";
import { lovePlot } from "./love-plot.ts";
import { measureBins } from "./measure-bins.ts";
import { measureOutcomes } from "./measure-outcomes.ts";
import { measureWaves } from "./measure-waves.ts";
import { overlap } from "./overlap.ts";
import { reach } from "./reach.ts";
import { specificationCurve } from "./specification-curve.ts";
import { survival } from "./survival.ts";
import { theoryOfChange } from "./theory.ts";
import { waits } from "./waits.ts";

/** Every chart, in the order of the pages. */
export const charts: readonly Chart[] = [
  theoryOfChange,
  arms,
  attrition,
  waits,
  performance,
  abuse,
  abuseWaves,
  measureOutcomes,
  measureBins,
  measureWaves,
  reach,
  forest,
  survival,
  blocks,
  harmDistribution,
  lovePlot,
  overlap,
  specificationCurve,
  caliperPath,
  ladder,
  moneyWaterfall,
  moneyAcceptability,
  moneyPlane,
  moneyTornado,
];

/**
 * A chart of the registry.
 *
 * @throws RangeError when there is none of this id
 */
export function chartNamed(id: string): Chart {
  const found = charts.find((chart) => chart.id === id);
  if (found === undefined) throw new RangeError(`chartNamed: id must be that of a chart, got ${id}`);
  return found;
}

/** The spec of each chart these results can draw, as shipped beside the pages. */
export function chartSpecs(results: Results): { readonly id: string; readonly spec: TopLevelSpec }[] {
  return charts.flatMap((chart) => {
    const content = chart.content(results);
    return content === null ? [] : [{ id: chart.id, spec: content.spec("wide") }];
  });
}
