import { type Claim, type Comparison, type Estimate, effectMeasure, type Grade } from "@likewise/schema";
import { cellText, isShare } from "../figures.ts";
import { formatCount, formatMeasured, formatP, formatPer100 } from "../wording/formats.ts";
import { estimatorLabel, shortScaleNames } from "../wording/labels.ts";
import { wrapped } from "./wrapped.ts";

/** A comparison for a terminal: verdict first, then the numbers, then what to doubt. Exact, and marked so. */
export function describeComparison(comparison: Comparison): string {
  const { rows, arms } = comparison;
  return [
    "Working result: exact numbers, not for release",
    "",
    `Rows       ${cellText(rows.read, formatCount)} read = ${cellText(rows.used, formatCount)} used + ${excluded(comparison)} excluded`,
    `Treated    ${cellText(arms.treated, formatCount)} ${arms.labels.treated}`,
    `Comparison ${cellText(arms.comparison, formatCount)} ${arms.labels.comparison}`,
    ...matchingLines(comparison),
    ...comparison.claims.flatMap(claimLines),
    "",
    "Estimates  (treated minus, or over, comparison; * decides)",
    ...estimateLines(comparison.estimates),
    ...testLines(comparison),
    ...(comparison.evidence.length === 0 ? [] : ["", "Evidence"]),
    ...comparison.evidence.map((grade) => gradeLine(grade, comparison)),
    ...listed(
      "Refused",
      comparison.refusals.map(({ what, why, unlocks }) => `${what}: ${why}. Unlocked by: ${unlocks}`),
    ),
    ...listed("Assumed", comparison.assumptions),
  ].join("\n");
}

function excluded({ rows }: Comparison): string {
  const counts = rows.excluded.map((exclusion) => exclusion.rows);
  if (counts.some((count) => typeof count !== "number")) return "[c]";
  return formatCount(counts.reduce<number>((total, count) => total + (count as number), 0));
}

function matchingLines({ matching, design }: Comparison): string[] {
  if (matching === null) return [];
  const caliper = design.caliper as { sd: number; width: number } | null | undefined;
  const width = caliper ? `, caliper ${caliper.sd} SD = ${caliper.width.toPrecision(9)}` : "";
  const checks = Object.entries(matching.constraintsChecked).map(
    ([name, { checked, broken }]) => `${name}: ${checked} checked, ${broken} broken`,
  );
  return [
    `Matched    ${cellText(matching.treatedMatched, formatCount)} treated with ${cellText(matching.comparisonMatched, formatCount)} comparison; ${cellText(matching.treatedUnmatched, formatCount)} treated without a match${width}`,
    ...checks.map((check) => `Checked    ${check}`),
    ...Object.entries(matching.tieRange).map(
      ([outcome, range]) =>
        `Ties       ${outcome}: ${range === null ? "none" : `estimate between ${cellText(range[0], formatMeasured)} and ${cellText(range[1], formatMeasured)} over ways of breaking them`}`,
    ),
  ];
}

function claimLines(claim: Claim): string[] {
  const [headline, ...rest] = claim.can.map((sentence) => sentence.text ?? "");
  return [
    "",
    ...wrapped(`${claim.verdict.toUpperCase().replaceAll("-", " ")}: ${headline}`, ""),
    ...rest.flatMap((text) => wrapped(text, "  ")),
    ...(claim.cannot.length === 0 ? [] : ["  Not shown:"]),
    ...claim.cannot.flatMap((sentence) => wrapped(sentence.text ?? "", "    - ")),
    ...(claim.caveats.length === 0 ? [] : ["  Beside it:"]),
    ...claim.caveats.flatMap((sentence) => wrapped(sentence.text ?? "", "    - ")),
  ];
}

function estimateLines(estimates: readonly Estimate[]): string[] {
  const cells = estimates.map((estimate) => [
    `${estimate.primary ? "*" : " "} ${estimate.id}`,
    value(estimate, estimate.estimate),
    `(${value(estimate, estimate.interval[0])}, ${value(estimate, estimate.interval[1])})`,
    `p ${cellText(estimate.pValue, formatP)}`,
    `${estimate.estimand}, ${estimatorLabel(estimate)}, ${effectMeasure(estimate.measure).label}`,
  ]);
  return aligned(cells);
}

function value(estimate: Estimate, figure: Estimate["interval"][0]): string {
  return isShare(estimate)
    ? `${cellText(figure, formatPer100)} per 100`.replace("no limit per 100", "no limit")
    : cellText(figure, precise);
}

/** Seven significant digits: the terminal is where researchers check numbers. */
function precise(number: number): string {
  return String(Number(number.toPrecision(7)));
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
}

function testLines({ tests }: Comparison): string[] {
  return tests.map(
    (test) =>
      `  ${test.outcome}: ${test.test} ${cellText(test.statistic, precise)} on ${test.df} df, p ${cellText(test.pValue, formatP)}`,
  );
}

function gradeLine(grade: Grade, comparison: Comparison): string {
  const first = comparison.estimates.find((estimate) => grade.estimates.includes(estimate.id));
  const level = grade.level === null ? "not placed" : `level ${grade.level}, at most ${grade.atMost}`;
  const reason = grade.reasons[0] ? `: ${grade.reasons[0].text}` : "";
  return `  ${shortScaleNames[grade.scale]}, estimates ${first ? estimatorLabel(first) : "of this design"}: ${level}${reason}`;
}

function listed(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ["", title, ...texts.flatMap((text) => wrapped(text, "  - "))];
}
