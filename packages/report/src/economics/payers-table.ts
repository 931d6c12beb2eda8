import type { EconomicsResult } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { poundsUnit } from "../wording/pounds.ts";
import { moneyRows } from "./money-rows.ts";

/** Who pays and who gains, small enough for the first screen and for a phone: one unit for all, named in the caption. */
export function payersTable(appraisal: NonNullable<EconomicsResult["appraisal"]>, scenario: boolean): Html {
  const all = moneyRows(appraisal);
  const rows = all.filter(({ who }) => who !== "Rounding");
  const { name, write } = poundsUnit(rows.flatMap(({ pays, gains, net }) => [pays, gains, net]));
  const cells = ({ pays, gains, net, cashable }: (typeof rows)[number]) => [
    write(pays),
    write(gains),
    write(net),
    cashable === null ? "" : write(cashable),
  ];
  const head = ["Pays", scenario ? "Would gain" : "Gains", "Net", "Cashable"];
  return html`<table class="payers">
<caption>${name}, prices of ${appraisal.priceYear}${rows.length < all.length ? "; rounded, so rows may not add up" : null}</caption>
<thead><tr><th scope="col">Who</th>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr><th scope="row">${row.who}</th>${cells(row).map((text) => html`<td>${text}</td>`)}</tr>\n`)}</tbody>
</table>
`;
}
