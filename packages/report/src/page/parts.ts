import type { Account, Claim, Results, SafetyItem, Sentence } from "@likewise/schema";
import { cellText } from "../figures.ts";
import { codeWords } from "../wording/code-words.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { reporterNames } from "../wording/labels.ts";
import { reasonWords } from "../wording/reason-words.ts";
import { refusedResult } from "../wording/refused-result.ts";
import { isOneKind, safetyCount, safetyName } from "../wording/safety-wording.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Html, heading, html } from "./html.ts";
import { safetyBounds } from "./safety-bounds.ts";
import { dataTable } from "./table.ts";

/**
 * What can and cannot be said of one outcome, side by side and equally prominent.
 *
 * @param level of the two headings, one below that of the heading they stand under
 */
export function canAndCannot(claim: Claim, level: 3 | 4 | 5): Html {
  const can = claim.can.length > 1 ? claim.can.slice(1) : claim.can;
  return html`<div class="two">
<div>${heading(level, "What these results show")}<ul>${can.map(item)}</ul></div>
<div>${heading(level, "What they do not show")}<ul>${claim.cannot.map(item)}</ul></div>
</div>
`;
}

/** Sentences as a list. */
export function sentences(list: readonly Sentence[]): Html {
  return list.length === 0 ? html`` : html`<ul>${list.map(item)}</ul>`;
}

function item(sentence: Sentence): Html {
  return html`<li>${sentence.text}</li>`;
}

/** Safety, by whose account it is, and what is not measured; kinds of abuse and how each was counted stand below. */
export function safetyTable(items: readonly SafetyItem[]): Html {
  const { kinds, counted } = safetyDetail(items);
  return html`${safetyMain(items)}${kinds === null ? null : html`<details><summary>Each kind of abuse</summary>\n${kinds}</details>\n`}<details><summary>How each of these was counted</summary>
${counted}</details>
`;
}

/** Safety, by whose account it is, and what is not measured, without kinds of abuse. */
export function safetyMain(items: readonly SafetyItem[]): Html {
  const uncontrolled = items.some((one) => one.uncontrolled && one.before !== null);
  return html`${safetyRows(
    "Safety of victim-survivors and children",
    items.filter((one) => !isOneKind(one)),
  )}${
    uncontrolled
      ? html`<p>Nobody is compared with these people. So a change from before to after is a description, and not an effect of the programme.</p>\n`
      : null
  }${safetyBounds(items)}`;
}

/** Each kind of abuse, null where none is known, and how each question of safety was counted. */
export function safetyDetail(items: readonly SafetyItem[]): { readonly kinds: Html | null; readonly counted: Html } {
  const kinds = items.filter(isOneKind);
  const main = items.filter((one) => !kinds.includes(one));
  return {
    kinds: kinds.length === 0 ? null : safetyRows("Each kind of abuse, by whose account", kinds),
    counted: html`<dl>${main.map((one) => html`<dt>${safetyName(one)}${one.reporter === null ? null : html`, ${reporterNames[one.reporter] ?? one.reporter}`}</dt><dd>${one.definition}</dd>`)}</dl>${kinds.length === 0 ? null : html`<p>Each kind of abuse is counted in the same way as abuse of any kind.</p>`}\n`,
  };
}

function safetyRows(caption: string, items: readonly SafetyItem[]): Html {
  return dataTable({
    caption,
    head: ["What was asked", "By whose account", "Before", "In every 100", "After", "In every 100", "Not known"],
    rows: items.map((one) => [
      safetyName(one),
      reporterNames[one.reporter ?? ""] ?? "records",
      one.before === null ? "[z]" : safetyCount(one.before, cellText),
      one.before === null ? "[z]" : cellText(one.before.value, formatPer100),
      ...(one.status === "not-measured"
        ? ["Not measured", "[x]", "[x]"]
        : [safetyCount(one, cellText), shareCell(one), cellText(one.unknown, formatCount)]),
    ]),
  });
}

/** A count that is not of anything has no share. */
function shareCell({ denominator, value }: SafetyItem): string {
  return denominator === null ? "[z]" : cellText(value, formatPer100);
}

/** Rows in = rows used + rows rejected, a line a table. */
export function accountTable(accounts: readonly Account[]): Html {
  if (accounts.length === 0) return empty("These results hold no account of rows.");
  return dataTable({
    caption: "Rows in = rows used + rows rejected",
    head: ["Table", "Step", "File", "Rows in", "Used", "Rejected"],
    rows: accounts.map((account) => [
      codeWords(account.table),
      codeWords(account.stage),
      account.file ?? "[z]",
      cellText(account.rowsIn, formatCount),
      cellText(account.rowsUsed, formatCount),
      cellText(account.rowsRejected, formatCount),
    ]),
  });
}

/** Why rows were rejected, or kept and reported. */
export function reasonTable(results: Results): Html {
  return dataTable({
    caption: "Why rows were rejected, or kept and reported",
    head: ["Table", "Step", "Reason", "What was done", "Rows"],
    rows: results.accounts.flatMap((account) => [
      ...account.reasons.map((reason) => [
        codeWords(account.table),
        codeWords(account.stage),
        reasonWords(reason.code, results),
        "rejected",
        cellText(reason.rows, formatCount),
      ]),
      ...account.notes.map((note) => [
        codeWords(account.table),
        codeWords(account.stage),
        reasonWords(note.code, results),
        "kept and reported",
        cellText(note.rows, formatCount),
      ]),
    ]),
  });
}

/** A part of the page with nothing in it, said to be so. */
export function empty(text: string): Html {
  return html`<p class="empty">${text}</p>\n`;
}

/** Everything refused, why, and what would make it possible. */
export function refusals(results: Results): Html {
  if (results.refusals.length === 0) return empty("Nothing was refused.");
  return dataTable({
    caption: "Results that were refused, because they would mislead",
    head: ["What", "Why", "What would make it possible"],
    rows: results.refusals.map(({ what, why, unlocks }) => [
      capital(refusedResult(what, results)),
      capitalWord(why),
      capitalWord(unlocks),
    ]),
  });
}

/** A capital first, but not of a key of the plan such as `cohort.target`. */
function capitalWord(text: string): string {
  return text.replace(/^[a-z-]+(?=[\s,]|$)/, capital);
}
