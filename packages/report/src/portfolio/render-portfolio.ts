import { type Estimate, effectMeasure, naturalOrder, type PooledStudies, type Results } from "@likewise/schema";
import { cellText, effectFormat, intervalText, isShare, published } from "../figures.ts";
import { gradeOf, headlineClaim, headlineComparison, outcomeLabel } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { page } from "../page/page.ts";
import { dataTable } from "../page/table.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import {
  basisLabels,
  intervalName,
  reporterNames,
  scaleNames,
  shortScaleNames,
  verdictNames,
} from "../wording/labels.ts";
import { safetyCount, safetyName } from "../wording/safety-wording.ts";
import { capital } from "../wording/sentence-case.ts";
import { portfolioMoney } from "./portfolio-money.ts";
import { estimateOf, unlikeDefinitions } from "./unlike-definitions.ts";

/**
 * Several studies with the same definitions on one page, in the order of their titles: no ranks, no order by result, and
 * what cannot be concluded from seeing them together.
 *
 * @param studies published results with texts rendered, two or more, in any order
 * @param pooled  what `poolable` found brought together; null where that cannot be done
 * @returns a complete HTML document
 * @throws RangeError when a study is a working edition, or their definitions differ
 */
export function renderPortfolio(studies: readonly Results[], pooled: PooledStudies | null): string {
  if (studies.length < 2) throw new RangeError(`renderPortfolio: studies must be two or more, got ${studies.length}`);
  if (studies.some(({ edition }) => edition !== "published"))
    throw new RangeError("renderPortfolio: studies must be published editions, got a working one");
  const unlike = unlikeDefinitions(studies);
  if (unlike.length > 0)
    throw new RangeError(`renderPortfolio: definitions must be alike, got different ${unlike.map(({ what }) => what)}`);
  const ordered = [...studies].sort((a, b) => naturalOrder(a.study.title, b.study.title));
  return page({
    results: headOf(ordered),
    name: "Portfolio",
    lead: html`<section class="first" id="studies" aria-labelledby="studies-title"><h2 id="studies-title">${String(ordered.length)} studies, in the order of their names</h2>
${studyTable(ordered)}</section>`,
    sections: [
      { id: "safety", title: "Are victim-survivors safer, by their own account?", body: safetyTable(ordered) },
      { id: "money", title: "What did each cost?", body: portfolioMoney(ordered) },
      { id: "together", title: "The studies together", body: together(ordered, pooled) },
      { id: "cannot", title: "What cannot be concluded from this page", body: cannot },
      { id: "definitions", title: "Definitions they share", body: definitions(ordered[0]!) },
    ],
  });
}

/**
 * The headline estimates that can be brought together: of studies that have something to say, with nothing withheld.
 *
 * @returns null when no study has an estimate
 */
export function poolable(studies: readonly Results[]): {
  readonly measure: Estimate["measure"];
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  readonly level: number;
} | null {
  const found = studies.flatMap((results) => {
    const estimate = estimateOf(results);
    const [value, error] = [published(estimate?.estimate), published(estimate?.standardError)];
    if (headlineClaim(results)?.verdict === "cannot-say") return [];
    return estimate === null || value === null || error === null || error <= 0 ? [] : [{ estimate, value, error }];
  });
  if (found.length === 0) return null;
  const { measure, level } = found[0]!.estimate;
  return {
    measure,
    level,
    estimates: found.map(({ value }) => value),
    standardErrors: found.map(({ error }) => error),
  };
}

/** The page stands for no one study: of the first it takes the version alone. */
function headOf(studies: readonly Results[]): Results {
  const { branding: _ofOne, ...study } = studies[0]!.study;
  const { interim: _alsoOfOne, ...results } = studies[0]!;
  const synthetic = studies.some((one) => one.study.synthetic);
  return {
    ...results,
    study: {
      ...study,
      title: `${capital(outcomeLabel(studies[0]!, headlineClaim(studies[0]!)?.outcome ?? ""))}: programmes side by side`,
      question: null,
      asAt: null,
      synthetic,
    },
  };
}

function studyTable(studies: readonly Results[]): Html {
  const lead = studies.map(estimateOf).find((estimate) => estimate !== null) ?? null;
  const unit = lead !== null && isShare(lead) ? ", in every 100 people" : "";
  return dataTable({
    caption: `Each study by itself${unit === "" ? "" : "; differences are in every 100 people"}`,
    head: [
      "Study",
      "Strength of evidence",
      "Verdict",
      lead === null ? "Estimate" : `${capital(effectMeasure(lead.measure).label)}${unit}`,
      lead === null ? "Interval" : intervalName(lead.level),
      "People in the programme",
      "Comparison people",
      "Look",
    ],
    rows: studies.map(studyRow),
  });
}

function studyRow(results: Results): string[] {
  const { study, interim } = results;
  const [claim, estimate] = [headlineClaim(results), estimateOf(results)];
  const said = claim !== null && claim.verdict !== "cannot-say" && estimate !== null;
  return [
    `${study.title}${study.synthetic ? " (synthetic data)" : ""}`,
    levelText(results),
    claim === null ? "Nobody was compared with anybody" : verdictNames[claim.verdict],
    said ? cellText(estimate.estimate, effectFormat(estimate)) : "[z]",
    said ? intervalText(estimate.interval, effectFormat(estimate)) : "[z]",
    cellText(estimate?.treated.n, formatCount),
    cellText(estimate?.comparison.n, formatCount),
    interim == null
      ? "Single"
      : `${interim.look} of ${interim.planned}${interim.look < interim.planned ? ", interim" : ""}`,
  ];
}

function levelText(results: Results): string {
  const grade = gradeOf(headlineComparison(results), headlineClaim(results), "wwclg");
  return grade?.level == null ? "Cannot be placed on the scale" : `Level ${grade.level} of 5, ${shortScaleNames.wwclg}`;
}

function safetyTable(studies: readonly Results[]): Html {
  const rows = studies.flatMap(({ study, safety }) => {
    const own = safety.filter(({ reporter, status }) => reporter === "victim-survivor" && status === "measured");
    return own.length === 0
      ? [[study.title, "Not measured", "[z]", "[z]", "[z]"]]
      : own.map((item) => [
          study.title,
          safetyName(item),
          safetyCount(item, cellText),
          cellText(item.value, formatPer100),
          intervalText(item.interval, formatPer100),
        ]);
  });
  return html`<p>A result in police or court records says nothing of this. Where it was not measured, nobody knows.</p>
${dataTable({
  caption: "By victim-survivors’ own account, at the last time they were asked",
  head: ["Study", "What was asked", "People", "In every 100", "Interval"],
  rows,
})}`;
}

function together(studies: readonly Results[], pooled: PooledStudies | null): Html {
  const found = poolable(studies);
  const silent = studies.filter((results) => headlineClaim(results)?.verdict === "cannot-say");
  const left =
    silent.length === 0
      ? null
      : html`<p>Not among them, as nothing can be said of their result: ${silent.map(({ study }) => study.title).join("; ")}.</p>\n`;
  if (pooled === null || found === null)
    return html`<p>Fewer than three of these studies have a result that can be brought together, so nothing is said of how much programmes differ.</p>\n${left}`;
  const share = found.measure === "riskDifference";
  const lead = studies.map(estimateOf).find((estimate) => estimate !== null)!;
  const write = effectFormat(lead);
  // No share can change by more than all: such limits are of few studies, and cut off they would look like knowledge.
  const limits = ([low, high]: readonly [number, number]) =>
    share && (low < -1 || high > 1)
      ? "Not known: the limits lie beyond 100 in every 100"
      : `${write(low)} to ${write(high)}`;
  const { ratio, label } = effectMeasure(found.measure);
  const plain = (value: number) => (share ? formatPer100(value) : String(Number(value.toPrecision(3))));
  return html`<p>By a random-effects meta-analysis of ${formatCount(pooled.studies)} studies: their true effects may differ. ${
    pooled.noPrediction === null
      ? "The last line is the one to plan by: where the effect of one more study like these would lie."
      : `Where the effect of one more study like these would lie is not given: ${pooled.noPrediction.why}. What would make it possible: ${pooled.noPrediction.unlocks}.`
  }</p>
${dataTable({
  caption: `${capital(label)} over studies${share ? ", in every 100 people" : ""}`,
  head: ["What", "Value", intervalName(pooled.level)],
  rows: [
    ["Average of the true effects", write(pooled.estimate), limits(pooled.interval)],
    [
      `Spread of the true effects (standard deviation${ratio ? " of the logarithms" : ""})`,
      plain(pooled.spread),
      `${plain(pooled.spreadInterval[0])} to ${plain(pooled.spreadInterval[1])}`,
    ],
    [
      "One more study like these (Student’s t, degrees of freedom studies less two)",
      "[z]",
      pooled.prediction === null ? "[z]" : limits(pooled.prediction),
    ],
  ],
})}${left}`;
}

const cannot = html`<ul>
<li>Which programme is best. The people referred, the comparison groups, the police forces and courts, and the years all differ, and an interval for each study says nothing of a difference between two.</li>
<li>A rank, or a place above or below an average. The order of the tables is that of the names.</li>
<li>That a programme with a wide interval does less than one with a narrow one. It has fewer people.</li>
<li>That a lower level of evidence means a worse programme. It means that less is known.</li>
<li>What would happen elsewhere, other than within the limits given for one more study like these, where there are any.</li>
<li>That studies which nobody did, or nobody published, would have found the same.</li>
</ul>
`;

function definitions(results: Results): Html {
  const outcome = results.study.outcomes.find(({ id }) => id === headlineClaim(results)?.outcome);
  const entries = [
    ["Definition", outcome?.definition],
    ["Kind of record", basisLabels[outcome?.basis ?? ""] ?? outcome?.basis],
    ["Whose account", reporterNames[outcome?.reporter ?? ""] ?? outcome?.reporter],
    ["Window", outcome?.window],
    ["Unit", outcome?.unit],
    ["Strength of evidence", scaleNames.wwclg],
  ].flatMap(([name, value]) => (value == null ? [] : [[name!, value]]));
  return html`<dl class="grid">${entries.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>\n`;
}
