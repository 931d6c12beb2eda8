import { isTable, type Results } from "@likewise/schema";
import { moneyAnswer } from "../economics/money-answer.ts";
import { published } from "../figures.ts";
import { type Html, html } from "../page/html.ts";
import { formatCount } from "../wording/formats.ts";

/** What was spent, where it is known, and that what it saves is not. */
export function costAnswer({ tables, economics }: Results): Html {
  const money = economics === null ? null : moneyAnswer(economics);
  if (money !== null) return money;
  const cells = tables.find((table) => isTable(table, "spend"))?.cells ?? [];
  const pounds = (per: string) => published(cells.find(({ at }) => at.per === per)?.value);
  const [referral, start, completer] = ["referral", "start", "completer"].map(pounds);
  if (referral == null)
    return html`<p class="answer">Not measured</p>
<p>No costs were analysed, so nothing can be said of savings.</p>`;
  return html`<p class="answer">£${formatCount(referral)} was spent for each person referred</p>
<p>${start == null ? null : html`For each person who started, £${formatCount(start)}. `}${completer == null ? null : html`For each who completed, £${formatCount(completer)}. `}<b>Who gains: not measured,</b> and nor is what it saves.</p>`;
}
