import type { Results } from "@likewise/schema";
import { moneyAnswer } from "../economics/money-answer.ts";
import { type Html, html } from "../page/html.ts";
import { spentForEach, withoutItems } from "../wording/spend-words.ts";

/** What was spent, where it is known, and that what it saves is not; a sum that lacks rejected items never leads. */
export function costAnswer(results: Results): Html {
  const { economics } = results;
  const without = withoutItems(results);
  const money = economics === null ? null : moneyAnswer(economics, without);
  if (money !== null) return money;
  const referral = spentForEach(results, "referral");
  if (referral === null)
    return html`<p class="answer">Not measured</p>
<p>No costs were analysed, so nothing can be said of savings.</p>`;
  const lead = `${referral} was spent for each person referred`;
  return html`<p class="answer">${without === null ? lead : "What was spent is not fully known"}</p>
<p>${without === null ? null : html`${without}, ${lead}. `}${others(results)}<b>Who gains: not measured,</b> and nor is what it saves.</p>`;
}

function others(results: Results): Html {
  const [start, completer] = [spentForEach(results, "start"), spentForEach(results, "completer")];
  return html`${start === null ? null : html`For each person who started, ${start}. `}${completer === null ? null : html`For each who completed, ${completer}. `}`;
}
