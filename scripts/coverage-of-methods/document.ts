import { coverageCells } from "./cells.ts";
import type { CoverageRow } from "./row-of-cell.ts";
import { unheldSituations } from "./unheld-situations.ts";

/** The rows as a page for readers: what was tried, what held, what did not and why. */
export function documentOf(rows: readonly CoverageRow[]): string {
  const count = (verdict: CoverageRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const left = coverageCells.length - rows.length;
  const failing = rows.filter(({ verdict }) => verdict === "fails");
  return `# How often intervals hold the truth

Simulated studies, ${rows[0]?.seeds ?? 0} for each row (500 with errors from resamples), from seeds fixed in advance (\`scripts/coverage-of-methods.ts\`). Two covariates decide who is treated and what
happens; the truth is the expected difference, given the covariates, of the people the estimate says it is about. A row **fails**
when the exact 99 % interval of its coverage ends below 94 %; above 97.5 % it is conservative. Refused studies count neither way:
an adjusted difference is refused where no regression has a finite answer and there are fewer events than terms for Firth's.
"Warned" is the share of answered studies whose estimate carries a warning.

Done: ${rows.length} of ${coverageCells.length} rows; ${count("holds")} hold, ${count("conservative")} are conservative, ${count("fails")} fail, ${count("refused")} are mostly refused.${left === 0 ? "" : " The others are still to be run."}

## What fails, and why

${failing.length === 0 ? "Nothing so far." : failing.map((row) => `- \`${row.id}\`: ${percent(row.coverage)} %. ${reasonOf(row)}`).join("\n")}

${unheldWords(rows)}

## Every row

| Method | Treated | Comparison per treated | Risk | Confounding, SD | Effect differs | Treated sites | Refused | Warned | Coverage | 99 % interval | Bias, points | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map(lineOf).join("\n")}
`;
}

function unheldWords(rows: readonly CoverageRow[]): string {
  const unheld = unheldSituations(rows);
  if (unheld.length === 0) return "Wherever several methods were run, at least one of them holds.";
  return unheld
    .map(({ situation, methods }) => `- Situation ${situation}: none of ${methods.join(", ")} holds.`)
    .join("\n");
}

/** From the row's own numbers: an estimate off its mark, a standard error too small, or people who are not independent. */
function reasonOf(row: CoverageRow): string {
  const inErrors = Math.abs(row.bias) / row.errorDeviation;
  if (row.treatedSites !== null && matchedMethods.some((method) => row.method.startsWith(method))) {
    return "Matched sets, not sites, are what its standard error allows for; the estimate carries the warning.";
  }
  if (inErrors > 0.25) {
    const off = `The estimate is off by ${(100 * row.bias).toFixed(1)} points, ${inErrors.toFixed(1)} of its standard deviations`;
    if (row.method === "none" && row.heterogeneous) {
      return `${off}: one regression takes the effect as the same for all, so what the treated would have had is predicted by slopes drawn from both groups.`;
    }
    return `${off}: what the method leaves of the difference between the arms.`;
  }
  const ratio = row.halfWidth / 1.96 / row.errorDeviation;
  if (ratio < 0.97)
    return `Intervals are ${((1 - ratio) * 100).toFixed(0)} % narrower than the estimates' spread calls for.`;
  return "Errors are skewed: the interval misses on one side.";
}

/** Their sets are no sites. */
const matchedMethods = ["nearest", "radius", "optimal", "full"];

function lineOf(row: CoverageRow): string {
  const answered = row.seeds - row.refused;
  const cells = [
    row.method,
    row.treated,
    row.ratio,
    `${percent(row.risk)} %`,
    row.confounding,
    row.heterogeneous ? "yes" : "no",
    row.treatedSites ?? "–",
    row.refused,
    row.warned === 0 ? "–" : `${((100 * row.warned) / answered).toFixed(0)} %`,
    `${percent(row.coverage)} %`,
    `${percent(row.low99)} to ${percent(row.high99)}`,
    (100 * row.bias).toFixed(2),
    row.verdict === "fails" ? "**fails**" : row.verdict,
  ];
  return `| ${cells.join(" | ")} |`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
