import { contractIndicator, type Results } from "@likewise/schema";
import { figure } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import type { Section } from "../page/page.ts";
import { empty } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { longDate } from "../wording/long-date.ts";
import { capital } from "../wording/sentence-case.ts";
import { type ContractTable, contractOf, contractTables, namedWithUnit } from "./contract-rows.ts";
import { performance } from "./performance-chart.ts";

/** What hitting a target shows and does not show: said before any number. */
export const deliveredNotWorked =
  "This says what was delivered, not whether it worked. A service can meet every target and help nobody, or miss some and help.";

/**
 * Performance against the contract: what was asked, what was delivered by quarter, and how the one stands to the other.
 *
 * @param tableAt id of the table behind the picture where the page has it elsewhere
 * @returns null where the plan has no contract
 */
export async function performanceSection(results: Results, tableAt?: string): Promise<Section | null> {
  if (contractOf(results) === null) return null;
  return {
    id: "contract",
    title: "Was what the contract asks for delivered?",
    body: html`<p>${deliveredNotWorked}</p>
${await contractBody(results, tableAt)}`,
  };
}

/** The section without the sentence it begins with. */
export async function contractBody(results: Results, tableAt?: string): Promise<Html> {
  const contract = contractOf(results);
  if (contract === null) return html``;
  const tables = contractTables(results);
  return html`<p>Contract from ${longDate(contract.from)} to ${longDate(contract.to)}, by ${contract.year === "calendar" ? "calendar" : "financial"} years${contract.year === "calendar" ? "" : " from April"}.${contract.source === undefined ? null : html` Targets: ${contract.source}.`}</p>
${soFar(tables)}${(await figure(performance, results, tableAt)) ?? null}${notMeasured(results, tables)}${countedAs(tables)}`;
}

/** All complete periods of each target together. */
function soFar(tables: readonly ContractTable[]): Html | null {
  const rows = tables.flatMap(({ label, indicator, rows: all }) =>
    all
      .filter(({ together }) => together)
      .map(({ delivered, interval, askedFor, verdict }) => [
        namedWithUnit(label, indicator),
        delivered,
        interval,
        askedFor,
        verdict,
      ]),
  );
  if (rows.length === 0) return null;
  const head = ["Target", "Delivered", "95% interval", "Asked", "How it stands"];
  return dataTable({ caption: "The contract so far: all complete periods together", head, rows });
}

function notMeasured(results: Results, tables: readonly ContractTable[]): Html | null {
  const why = results.refusals.filter(({ what }) => what.startsWith("performance"));
  if (why.length === 0 && tables.length > 0) return null;
  if (why.length === 0) return empty("Nothing of the contract has begun by the data cut.");
  return html`<p>Not measured, so neither met nor missed:</p>
<ul>${why.map(({ what, why: reason }) => html`<li>${labelOf(what, results)}: ${reason}.</li>`)}</ul>
`;
}

/** A refused target by its label; of a refusal of them all, its own words. */
function labelOf(what: string, results: Results): string {
  const target = contractOf(results)?.targets.find(({ id }) => what === `performance: ${id}`);
  return target === undefined ? capital(what) : (target.label ?? contractIndicator(target.indicator).label);
}

/** What each number is, so that two contracts mean the same by it. */
function countedAs(tables: readonly ContractTable[]): Html | null {
  if (tables.length === 0) return null;
  return html`<details><summary>How each of these was counted</summary>
<dl>${tables.map(({ label, target, indicator }) => html`<dt>${label}</dt><dd>${indicator.definition}.${target.withinDays === undefined ? null : ` Days: ${target.withinDays}.`}</dd>`)}</dl></details>
`;
}
