import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { formatPercent } from "../wording/formats.ts";
import { intervalName, verdictNames } from "../wording/labels.ts";
import { longDate } from "../wording/long-date.ts";

/** Looks at the results before the end: what each may find, what was published at those before this one. */
export function looks({ interim }: Results): Html | null {
  if (interim == null) return null;
  const { look, planned, spending, alpha, uncontrolled } = interim;
  return html`<h3>Looks at the results</h3>
<p>Look ${look} of ${planned}${look === planned ? ", the last" : ", which is not final"}. False alarms are spread over the looks by ${spendingNames[spending] ?? spending}: no more than ${formatPercent(alpha)} over all of them. Had every look so far been judged alone, they would be ${formatPercent(uncontrolled)}.</p>
${dataTable({
  caption: "Planned looks at the results",
  head: [
    "Look",
    "Planned for",
    "Share of the planned information",
    "Interval",
    "Standard errors that count",
    "Published then",
  ],
  rows: interim.looks.map(({ name, date, share, bound, level, verdict }, index) => [
    name,
    date === null ? "No date stated" : longDate(date),
    formatPercent(share),
    intervalName(level),
    bound.toFixed(3),
    index + 1 === look
      ? "This look"
      : verdict === null
        ? "Not yet"
        : verdictNames[verdict as keyof typeof verdictNames],
  ]),
})}`;
}

const spendingNames: Readonly<Record<string, string>> = {
  "obrien-fleming": "O’Brien–Fleming-type spending",
  pocock: "Pocock-type spending",
};
