import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { formatPercent } from "../wording/formats.ts";
import { formatPounds } from "../wording/pounds.ts";

type Funding = NonNullable<NonNullable<Results["economics"]>["funding"]>;

/** Who funds the programme, until when, where two pay for one purpose, and what ends soon; null where the plan tells of no grant. */
export function funding({ economics }: Results): Html | null {
  const found = economics?.funding;
  if (found === undefined) return null;
  return html`${cliffEdges(found)}${dataTable({
    caption: "Who funds it",
    head: ["Funder", "Pounds", "Of all"],
    rows: found.byFunder.map(({ funder, pounds, share }) => [funder, formatPounds(pounds), formatPercent(share)]),
  })}${dataTable({
    caption: "Grants by their last day",
    head: ["Funder", "For", "Pounds", "From", "To", "After it"],
    rows: found.grants.map(({ funder, purpose, pounds, from, to, after }) => [
      funder,
      purpose,
      formatPounds(pounds),
      from,
      to,
      afterWords[after],
    ]),
  })}${overlaps(found)}`;
}

const afterWords: Readonly<Record<Funding["grants"][number]["after"], string>> = {
  followed: "Another grant for the same",
  nothing: "Nothing is agreed",
  "cliff-edge": "Nothing is agreed, and it ends within six months",
};

function cliffEdges({ cliffs, asAt }: Funding): Html | null {
  if (asAt === null)
    return html`<p>What ends soon is not known: the plan does not say which day the extracts are of.</p>\n`;
  if (cliffs.length === 0)
    return html`<p>No money ends within six months of ${asAt} without more for the same purpose.</p>\n`;
  return html`<ul>${cliffs.map(({ day, purpose, funders, share }) => html`<li><b>Cliff edge:</b> money for ${purpose} (${funders.join(", ")}) ends on ${day}, within six months of ${asAt}, and nothing follows. It is ${formatPercent(share)} of all money that flows on that day.</li>`)}</ul>\n`;
}

function overlaps({ overlaps: found }: Funding): Html | null {
  if (found.length === 0) return null;
  return dataTable({
    caption: "Days on which two funders pay for one purpose",
    head: ["For", "Funders", "From", "To"],
    rows: found.map(({ purpose, funders, from, to }) => [purpose, funders.join(", "), from, to]),
  });
}
