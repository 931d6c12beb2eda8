import type { Comparison, Results } from "@likewise/schema";
import { cellText } from "../../figures.ts";
import { headlineClaim, headlineComparison } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { dataTable } from "../../page/table.ts";
import { formatCount } from "../../wording/formats.ts";
import { reasonWords } from "../../wording/reason-words.ts";
import { capital } from "../../wording/sentence-case.ts";

/** Both arms from everyone in the cohort to the people behind the headline, with a reason at each loss. */
export function flow(results: Results): Html | null {
  const comparison = headlineComparison(results);
  const rows = comparison === null ? [] : armRows(comparison, results);
  if (comparison === null || rows.length === 0) return null;
  const { labels } = comparison.arms;
  return html`<div id="flow">${dataTable({
    caption: "From the cohort to the people analysed, by group, with reasons",
    head: ["Step", capital(labels.treated), capital(labels.comparison)],
    rows,
  })}</div>
`;
}

function armRows({ arms, matching }: Comparison, results: Results): string[][] {
  const outcome = headlineClaim(results)?.outcome;
  const [treated, comparison] = (["treated", "comparison"] as const).map((arm) =>
    results.coverage.find((row) => row.outcome === outcome && row.arm === arm),
  );
  const count = (figure: Parameters<typeof cellText>[0]) => cellText(figure, formatCount);
  const reasons = [...new Set([treated, comparison].flatMap((row) => row?.missing.map(({ code }) => code) ?? []))];
  const missing = (row: typeof treated, code: string) => {
    const found = row?.missing.find((reason) => reason.code === code);
    return found === undefined ? "0" : count(found.rows);
  };
  return [
    ...(treated === undefined || comparison === undefined
      ? []
      : [
          ["In the cohort", count(treated.people), count(comparison.people)],
          ...reasons.map((code) => [
            `Lost, headline outcome not known: ${reasonWords(code, results)}`,
            missing(treated, code),
            missing(comparison, code),
          ]),
          [
            "Followed to the end of the headline outcome",
            count(treated.observedToEnd),
            count(comparison.observedToEnd),
          ],
        ]),
    ["In the comparison, with every characteristic known", count(arms.treated), count(arms.comparison)],
    ...(matching === null
      ? []
      : [
          ["Lost, nobody like them was found", count(matching.treatedUnmatched), "[z]"],
          ["Matched, and behind the headline", count(matching.treatedMatched), count(matching.comparisonMatched)],
        ]),
  ];
}
