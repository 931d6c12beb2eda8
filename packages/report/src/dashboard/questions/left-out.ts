import { html } from "../../page/html.ts";
import { accountTable, reasonTable, refusals } from "../../page/parts.ts";
import type { Question } from "../question.ts";

/** Rows and results left out: one by one behind a fold, and in the report. */
export const leftOut: Question = {
  id: "data",
  title: "What was left out?",
  answer: ({ accounts, refusals: refused }) =>
    accounts.length + refused.length === 0
      ? "Nothing: these results hold no account of rows, and none was refused."
      : "Nothing in silence. Every row that could not be used is counted, and every result that would mislead is named.",
  detail: (results) =>
    html`<p class="onpaper">The tables behind the charts, and those named here, are printed last.</p>
${
  results.refusals.length === 0
    ? null
    : html`<details><summary>Results that were refused, and what would make them possible</summary>\n${refusals(results)}</details>\n`
}${
  results.accounts.length === 0
    ? null
    : html`<details><summary>Where every row went</summary>\n${accountTable(results.accounts)}${reasonTable(results)}</details>\n`
}`,
};
