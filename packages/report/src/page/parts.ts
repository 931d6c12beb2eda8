import type { Account, Claim, Results, Sentence } from "@likewise/schema";
import { cellText } from "../figures.ts";
import { formatCount } from "../wording/formats.ts";
import { type Html, html } from "./html.ts";
import { dataTable } from "./table.ts";

/** What can and cannot be said of one outcome, side by side and equally prominent. */
export function canAndCannot(claim: Claim): Html {
  return html`<div class="can"><h3>What these results show</h3><ul>${claim.can.slice(1).map(item)}</ul></div>
<div class="cannot"><h3>What they do not show</h3><ul>${claim.cannot.map(item)}</ul></div>
`;
}

/** Sentences as a list. */
export function sentences(list: readonly Sentence[]): Html {
  return list.length === 0 ? html`` : html`<ul>${list.map(item)}</ul>`;
}

function item(sentence: Sentence): Html {
  return html`<li>${sentence.text}</li>`;
}

/** Rows in = rows used + rows rejected, a line a table, then every reason. */
export function accountTables(accounts: readonly Account[]): Html {
  return html`${dataTable({
    caption: "Rows in = rows used + rows rejected",
    head: ["Table", "File", "Rows in", "Used", "Rejected"],
    rows: accounts.map((account) => [
      `${account.table} (${account.stage})`,
      account.file ?? "",
      cellText(account.rowsIn, formatCount),
      cellText(account.rowsUsed, formatCount),
      cellText(account.rowsRejected, formatCount),
    ]),
  })}${dataTable({
    caption: "Why rows were rejected, or kept and reported",
    head: ["Table", "Reason", "What was done", "Rows"],
    rows: accounts.flatMap((account) => [
      ...account.reasons.map((reason) => [
        account.table,
        words(reason.code),
        "rejected",
        cellText(reason.rows, formatCount),
      ]),
      ...account.notes.map((note) => [
        account.table,
        words(note.code),
        "kept, reported",
        cellText(note.rows, formatCount),
      ]),
    ]),
  })}`;
}

/** A code as words: `date_after_extract` reads "date after extract". */
export function words(code: string): string {
  return code.replace(/[_-]/g, " ");
}

/** A part of the page with nothing in it, said to be so. */
export function empty(text: string): Html {
  return html`<p class="empty">${text}</p>`;
}

/** Everything refused, why, and what would make it possible. */
export function refusals(results: Results): Html {
  if (results.refusals.length === 0) return empty("Nothing was refused.");
  return dataTable({
    caption: "Results that were refused",
    head: ["What", "Why", "What would make it possible"],
    rows: results.refusals.map((refusal) => [refusal.what, refusal.why, refusal.unlocks]),
  });
}
