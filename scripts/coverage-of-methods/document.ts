import { coverageCells } from "./cells.ts";
import type { CoverageRow } from "./row-of-cell.ts";

/** The rows as a page for readers: what was tried, what held, what did not. */
export function documentOf(rows: readonly CoverageRow[]): string {
  const count = (verdict: CoverageRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  return `# How often intervals hold the truth

Simulated studies, ${rows[0]?.seeds ?? 0} for each row, from seeds fixed in advance (\`scripts/coverage-of-methods.ts\`). Two covariates decide who is treated and what
happens; the truth is the expected difference, given the covariates, of the people the estimate says it is about. A row **fails**
when the exact 99 % interval of its coverage ends below 94 %; above 97.5 % it is conservative. Refused studies count neither way.

Done: ${rows.length} of ${coverageCells.length} rows; ${count("holds")} hold, ${count("conservative")} are conservative, ${count("fails")} fail, ${count("refused")} are mostly refused. The others are still to be run.

| Method | Treated | Comparison per treated | Risk | Confounding, SD | Effect differs | Treated sites | Refused | Coverage | 99 % interval | Bias, points | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map(lineOf).join("\n")}
`;
}

function lineOf(row: CoverageRow): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  const cells = [
    row.method,
    row.treated,
    row.ratio,
    `${percent(row.risk)} %`,
    row.confounding,
    row.heterogeneous ? "yes" : "no",
    row.treatedSites ?? "–",
    row.refused,
    `${percent(row.coverage)} %`,
    `${percent(row.low99)} to ${percent(row.high99)}`,
    (100 * row.bias).toFixed(2),
    row.verdict === "fails" ? "**fails**" : row.verdict,
  ];
  return `| ${cells.join(" | ")} |`;
}
