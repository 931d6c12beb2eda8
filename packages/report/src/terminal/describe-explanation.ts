import { type Figure, isUnbounded, isWithheld, type LeafValue } from "@likewise/schema";
import type { ExplainedCounts, Explanation, Named } from "../explain/explanation.ts";
import { withheldWord } from "../wording/derived.ts";
import { basisLabels, intervalName, reporterNames } from "../wording/labels.ts";
import { precise } from "./precise.ts";
import { wrapped } from "./wrapped.ts";

/** A number back to where it comes from, for a terminal of 100 columns; a line that does not apply is left out. */
export function describeExplanation(explanation: Explanation): string {
  const { key, value, what, window, interval, disclosure, rows, accounts, madeFrom } = explanation;
  return [
    key,
    `  ${valueText(value)}`,
    "",
    ...entry("What", what.at(-1)!),
    ...entry("Part of", what.slice(0, -1).join(" > ")),
    ...list("Of", explanation.filter),
    ...entry("Definition", definitionText(explanation)),
    ...entry("Window", window === null ? null : `${window.id}, ${window.text}`),
    ...entry("Counts", explanation.counts.map(countsText).join("; ")),
    ...entry(
      interval?.level == null ? "Interval" : intervalName(interval.level).replace(" i", " I"),
      interval === null ? null : `${valueText(interval.limits[0])} to ${valueText(interval.limits[1])}`,
    ),
    ...list("Method", explanation.method),
    ...entry("Disclosure", `${disclosure.state}: ${disclosure.why}`),
    ...entry(
      "Rows",
      rows === null
        ? null
        : `${valueText(rows.read)} read, ${valueText(rows.used)} used${rows.excluded.map((one) => `; ${valueText(one.rows)} left out: ${one.reason}`).join("")}`,
    ),
    ...accounts.flatMap((account, index) =>
      entry(
        index === 0 ? "Account" : "",
        `${account.stage} ${account.table}${account.file === null ? "" : ` (${account.file})`}: ${valueText(account.rowsIn)} in = ${valueText(account.rowsUsed)} used + ${valueText(account.rowsRejected)} rejected`,
      ),
    ),
    ...entry(
      "Made from",
      `plan ${madeFrom.plan?.slice(0, 12) ?? "without a hash"}, seed ${madeFrom.seed ?? "none"}, Likewise ${madeFrom.likewise}, ${madeFrom.inputs.length} files`,
    ),
  ].join("\n");
}

/** A value as a terminal shows it: seven significant digits, withheld and unbounded in words. */
export function valueText(value: LeafValue | Figure | undefined): string {
  if (value === undefined) return "nothing";
  if (isWithheld(value)) return `${withheldWord} (${value.withheld})`;
  if (isUnbounded(value)) return "no limit";
  if (value === null) return "not available, or does not apply";
  return typeof value === "number" ? precise(value) : String(value);
}

function entry(title: string, text: string | null): string[] {
  return text === null || text === "" ? [] : wrapped(text, `  ${title.padEnd(14)}`);
}

function list(title: string, entries: readonly Named[]): string[] {
  return entries.flatMap(({ name, value }, index) => entry(index === 0 ? title : "", `${name}: ${value}`));
}

function definitionText({ definition }: Explanation): string | null {
  if (definition === null) return null;
  const { id, label, unit, basis, reporter, direction } = definition;
  return [
    id,
    label,
    unit === null ? null : `one unit is a ${unit}`,
    basis === null ? null : `rests on ${basisLabels[basis] ?? basis}`,
    reporter === null ? null : (reporterNames[reporter] ?? reporter),
    direction === null ? null : `${direction} is better`,
  ]
    .filter((part) => part !== null)
    .join("; ");
}

function countsText({ of, numerator, denominator }: ExplainedCounts): string {
  const whose = of === null ? "" : `${of}: `;
  if (denominator === null) return `${whose}${valueText(numerator)}`;
  return `${whose}${numerator === null ? "" : `${valueText(numerator)} of `}${valueText(denominator)}`;
}
