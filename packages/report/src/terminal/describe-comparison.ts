import type { Claim, Comparison, Estimate, Grade, Matching, Test } from "@likewise/schema";
import { cellText, intervalText } from "../figures.ts";
import { formatCount, formatMeasured } from "../wording/formats.ts";
import { estimatorLabel, shortScaleNames } from "../wording/labels.ts";
import { describeSensitivity } from "./describe-sensitivity.ts";
import { describeTargetTrial } from "./describe-target-trial.ts";
import { precise, preciseP } from "./precise.ts";
import { wrapped } from "./wrapped.ts";

/**
 * A comparison for a terminal of 100 columns: the verdict first, then what to doubt, then every number. Exact, and
 * marked so.
 *
 * @param comparison with the texts of its claims rendered
 * @returns lines without colour, none longer than 100 characters unless a single word is
 */
export function describeComparison(comparison: Comparison): string {
  const { refusals, assumptions } = comparison;
  return [
    "Working result: exact numbers, not for release",
    "",
    ...rowLines(comparison),
    ...(comparison.matching === null ? [] : matchingLines(comparison.matching, comparison)),
    ...balanceLines(comparison),
    ...comparison.claims.flatMap(claimLines),
    ...estimateLines(
      comparison.estimates.filter(({ subgroup }) => subgroup === null),
      "Estimates: differences treated minus comparison, ratios treated over comparison; * decides",
    ),
    ...testLines(comparison.tests.filter(({ asks }) => asks !== "interaction")),
    ...subgroupLines(comparison),
    ...describeTargetTrial(comparison),
    ...describeSensitivity(comparison),
    ...evidenceLines(comparison),
    ...listed(
      "Refused",
      refusals.map(({ what, why, unlocks }) => `${what}: ${why}. What would make it possible: ${unlocks}`),
    ),
    ...listed("Assumed", assumptions),
  ].join("\n");
}

function rowLines({ rows, arms }: Comparison): string[] {
  const excluded = rows.excluded.map(({ reason, rows: count }) => `${cellText(count, formatCount)} (${reason})`);
  const out = excluded.length === 0 ? "none left out" : `left out: ${excluded.join(", ")}`;
  return [
    ...wrapped(
      `${cellText(rows.read, formatCount)} read, ${cellText(rows.used, formatCount)} used, ${out}`,
      "Rows       ",
    ),
    ...wrapped(`${cellText(arms.treated, formatCount)} ${arms.labels.treated}`, "Treated    "),
    ...wrapped(`${cellText(arms.comparison, formatCount)} ${arms.labels.comparison}`, "Comparison "),
  ];
}

function matchingLines(matching: Matching, { design }: Comparison): string[] {
  const caliper = design.caliper as { readonly sd?: unknown; readonly width?: unknown } | null | undefined;
  const width =
    typeof caliper?.width === "number" ? `, caliper ${String(caliper.sd)} SD = ${caliper.width.toPrecision(9)}` : "";
  const checks = Object.entries(matching.constraintsChecked).map(
    ([name, { checked, broken }]) => `${name} ${formatCount(checked)} (${formatCount(broken)} broken)`,
  );
  const sets = `${cellText(matching.treatedMatched, formatCount)} treated with ${cellText(matching.comparisonMatched, formatCount)} comparison, ${cellText(matching.treatedUnmatched, formatCount)} treated without a match${width}`;
  return [
    ...wrapped(sets, "Matched    "),
    ...(checks.length === 0 ? [] : wrapped(checks.join(", "), "Checked    ")),
    ...Object.entries(matching.tieRange).flatMap(([outcome, range]) => wrapped(tieText(outcome, range), "Ties       ")),
  ];
}

/** The covariate on which the groups differ most, before and after they were made alike. */
function balanceLines({ balance }: Comparison): string[] {
  const furthest = (when: "before" | "after") => {
    const found = balance.flatMap((row) => {
      const difference = row[when]?.standardisedMeanDifference;
      const name = row.level === null ? row.covariate : `${row.covariate} ${row.level}`;
      return typeof difference === "number" ? [{ size: Math.abs(difference), name }] : [];
    });
    return found.reduce<(typeof found)[number] | null>(
      (most, one) => (one.size > (most?.size ?? -1) ? one : most),
      null,
    );
  };
  const said = (["before", "after"] as const).flatMap((when) => {
    const most = furthest(when);
    return most === null ? [] : [`${most.size.toFixed(3)} SD ${when} (${most.name})`];
  });
  return said.length === 0 ? [] : wrapped(`largest difference of means ${said.join(", ")}`, "Balance    ");
}

function tieText(outcome: string, range: Matching["tieRange"][string]): string {
  if (range == null) return `${outcome}: other ways of breaking them were not tried`;
  return `${outcome}: ${intervalText(range, formatMeasured)} over all ways of breaking them`;
}

/** What was assumed stands once, at the end. */
function claimLines(claim: Claim): string[] {
  const [headline, ...rest] = claim.can.map((sentence) => sentence.text ?? "");
  const list = (title: string, sentences: Claim["cannot"]) =>
    sentences.length === 0
      ? []
      : [`  ${title}`, ...sentences.flatMap((sentence) => wrapped(sentence.text ?? "", "    - "))];
  return [
    "",
    ...wrapped(`${claim.verdict.toUpperCase().replaceAll("-", " ")}: ${headline}`, ""),
    ...rest.flatMap((text) => wrapped(text, "  ")),
    ...list("What this does not show:", claim.cannot),
    ...list(
      "Beside it:",
      claim.caveats.filter(({ rule }) => rule !== "caveat-assumption"),
    ),
  ];
}

/** Whether effects differ stands before the effects of levels. */
function subgroupLines({ estimates, tests }: Comparison): string[] {
  const interactions = tests.filter(({ asks }) => asks === "interaction");
  if (interactions.length === 0) return [];
  return [
    "",
    "Subgroups, exploratory: first whether the effects differ",
    ...testLines(interactions),
    ...estimateLines(
      estimates.filter(({ subgroup }) => subgroup !== null),
      "Effects within subgroups",
    ),
  ];
}

function estimateLines(estimates: readonly Estimate[], title: string): string[] {
  if (estimates.length === 0) return [];
  const rows = estimates.map((estimate) => [
    `${estimate.primary ? "*" : " "} ${estimate.id}${estimate.subgroup === null ? "" : ` [${estimate.subgroup}]`}`,
    cellText(estimate.estimate, precise),
    `(${intervalText(estimate.interval, precise).replace(" to ", ", ")})`,
    cellText(estimate.pValue, preciseP) +
      (estimate.adjustedPValue === undefined ? "" : ` (${cellText(estimate.adjustedPValue, preciseP)} adjusted)`),
    estimate.estimand,
  ]);
  return ["", title, ...aligned([["  Outcome, measure, estimator", "Estimate", "Interval", "p", "Of"], ...rows])];
}

/** Columns side by side where they fit; else the first on a line of its own. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[], from: number) =>
    cells
      .map((text, index) => text.padEnd(widths[from + index]!))
      .join("  ")
      .trimEnd();
  if (rows.every((row) => line(row, 0).length <= 100)) return rows.map((row) => line(row, 0));
  return rows.flatMap(([first, ...rest]) => [first!, `      ${line(rest, 1)}`]);
}

function testLines(tests: readonly Test[]): string[] {
  return tests.flatMap((test) => {
    const of = test.contrast === undefined ? "" : ` (${test.contrast})`;
    const value =
      test.estimate === undefined || test.interval === undefined
        ? ""
        : `${cellText(test.estimate, precise)} (${intervalText(test.interval, precise).replace(" to ", ", ")}), `;
    const adjusted = test.adjustedPValue === undefined ? "" : `, adjusted ${cellText(test.adjustedPValue, preciseP)}`;
    return wrapped(
      `${test.outcome}, ${test.test}${of}: ${value}${cellText(test.statistic, precise)} on ${test.df} df, p ${cellText(test.pValue, preciseP)}${adjusted}`,
      "  ",
    );
  });
}

function evidenceLines(comparison: Comparison): string[] {
  const lines = comparison.evidence.flatMap((grade) => wrapped(gradeText(grade, comparison), "  - "));
  if (lines.length === 0) return [];
  const isOpen = comparison.evidence.some(({ notAssessed }) => notAssessed.length > 0);
  const hint =
    "What was not stated can be: --facts FILE, a YAML file with the keys of evidence in a plan (likewise schema study)";
  return ["", "Evidence", ...lines, ...(isOpen ? wrapped(hint, "  ") : [])];
}

function gradeText(grade: Grade, { estimates }: Comparison): string {
  const first = estimates.find((estimate) => grade.estimates.includes(estimate.id));
  const level = grade.level === null ? "not placed" : `level ${grade.level}, at most ${grade.atMost}`;
  const reason = grade.reasons[0] ? `: ${grade.reasons[0].text}` : "";
  const graded = first === undefined ? "this design" : `estimates ${estimatorLabel(first)}`;
  return `${shortScaleNames[grade.scale] ?? grade.scale}, ${graded}: ${level}${reason}`;
}

function listed(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ["", title, ...texts.flatMap((text) => wrapped(text, "  - "))];
}
