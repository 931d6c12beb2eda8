import type { Results } from "@likewise/schema";
import { type Html, html } from "../../page/html.ts";
import { tableBox } from "../../page/table.ts";
import { checklistNames, checklistsOf } from "./checklists.ts";
import type { Checklist, ItemState, ReportingItem } from "./reporting-item.ts";
import { reportingItems } from "./reporting-items.ts";

/** Each item that the design is held to: where it is met, how far, and what to do where it is not. */
export function checklist(results: Results): Html {
  const lists = checklistsOf(results);
  const asked = reportingItems
    .filter(({ items }) => lists.some((list) => items[list] !== undefined))
    .map((item) => ({ item, state: item.state(results) }));
  const count = (state: ItemState) => asked.filter((one) => one.state === state).length;
  return html`<p>By its design this report is held to ${named(lists)}. Of ${asked.length} items ${count("met")} are met, ${count("partly")} in part and ${count("not met")} not. This is worked out from the results: it says that a thing is there, not that it is good.</p>
${tableBox({
  caption: "Items of reporting guidelines",
  head: ["Item", "Numbers", "Met", "Where", "What is lacking"],
  look: "items",
  rows: asked.map(({ item, state }) => row(item, state, lists)),
})}`;
}

function row(item: ReportingItem, state: ItemState, lists: readonly Checklist[]): Html {
  const numbers = lists.flatMap((list) => {
    const number = item.items[list];
    return number === undefined ? [] : [`${checklistNames[list]} ${number}`];
  });
  return html`<tr><th scope="row">${item.what}</th><td>${numbers.join("; ")}</td><td>${marks[state]}</td><td><a href="#${item.section}">${sectionNames[item.section] ?? item.section}</a></td><td>${state === "met" ? "" : item.lacks}</td></tr>
`;
}

/** A mark beside the word, so that a reader finds the gaps at a glance. */
const marks: Readonly<Record<ItemState, string>> = { met: "● met", partly: "◐ in part", "not met": "○ not met" };

/** Sections by a word or two, for a narrow column. */
const sectionNames: Readonly<Record<string, string>> = {
  summary: "Summary",
  departures: "Departures",
  declarations: "Declarations",
  described: "The programme",
  theory: "Part 1",
  method: "Method",
  analysed: "Who was analysed",
  definitions: "Annex: definitions",
  safety: "Safety",
  notes: "Notes",
  evidence: "Strength of evidence",
  wrong: "Sensitivity",
  implementation: "Part 2",
  quality: "How alike",
  outcomes: "Part 3",
  estimates: "Annex: estimates",
  show: "Can and cannot say",
  cost: "Costs",
};

function named(lists: readonly Checklist[]): string {
  const names = lists.map((list) => checklistNames[list]);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
