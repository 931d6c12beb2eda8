import type { Comparison, Results } from "@likewise/schema";
import { cellText, published } from "../figures.ts";
import { headlineComparison } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { covariateName } from "../wording/covariate-labels.ts";
import { formatCount, formatMeasured } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import type { Draw } from "./render-report.ts";

/** How alike the groups are: in sum, drawn, where they overlap, and who was left out because nobody was like them. */
export async function quality(results: Results, draw: Draw): Promise<Html> {
  const comparison = headlineComparison(results);
  return html`${comparison === null ? null : inSum(comparison, results)}${await draw("balance", "No characteristics were compared.")}${await draw("overlap", "")}${comparison === null ? null : leftOut(comparison, results)}`;
}

/** The bands that matching is judged by, in standard deviations. */
const bands = [
  { name: "Alike: within 0.05 standard deviations", holds: (size: number) => size <= 0.05 },
  { name: "Near: above 0.05, to 0.1", holds: (size: number) => size > 0.05 && size <= 0.1 },
  { name: "Apart: above 0.1", holds: (size: number) => size > 0.1 },
] as const;

function inSum({ balance, label }: Comparison, results: Results): Html | null {
  const isMade = balance.some(({ after }) => after !== null);
  const names = (when: "before" | "after", holds: (size: number) => boolean) =>
    balance
      .filter((row) => {
        const difference = published(row[when]?.standardisedMeanDifference);
        return difference !== null && holds(Math.abs(difference));
      })
      .map((row) => covariateName(row, results));
  return dataTable({
    caption: `Standardised differences in sum: ${label}`,
    head: ["Band", "Before", ...(isMade ? ["After", "Which, after"] : ["Which"])],
    rows: bands.map(({ name, holds }) => {
      const [before, after] = [names("before", holds), names("after", holds)];
      const listed = isMade ? after : before;
      // The many that are alike are not worth naming.
      const which = name.startsWith("Alike") && listed.length > 0 ? "[z]" : listed.join("; ") || "none";
      return [name, formatCount(before.length), ...(isMade ? [formatCount(after.length)] : []), which];
    }),
  });
}

/** Characteristics on which those left out differ most are first to be read. */
const mostLost = 8;

function leftOut({ matching, weighting, label }: Comparison, results: Results): Html | null {
  const lost = matching?.lost ?? weighting?.lost ?? [];
  const known = lost.filter((row) => published(row.kept) !== null && published(row.lost) !== null);
  if (known.length === 0) return null;
  const apart = (row: (typeof known)[number]) =>
    Math.abs(Math.log((published(row.lost)! + 0.01) / (published(row.kept)! + 0.01)));
  const rows = [...known].sort((a, b) => apart(b) - apart(a)).slice(0, mostLost);
  return html`${dataTable({
    caption: `People in the programme left out, against those kept: ${label}`,
    head: ["Characteristic (mean, or share from 0 to 1)", "Kept", "Left out"],
    rows: rows.map((row) => [
      capital(covariateName(row, results)),
      cellText(row.kept, formatMeasured),
      cellText(row.lost, formatMeasured),
    ]),
  })}${lost.length > rows.length ? html`<p class="note">The ${rows.length} that differ most; all of them, and the differences before and after, stand in <a href="#balance">an annex</a>.</p>\n` : null}`;
}
