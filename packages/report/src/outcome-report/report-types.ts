import type { Results } from "@likewise/schema";
import { type Html, html, raw } from "../page/html.ts";
import type { Section } from "../page/page.ts";
import { reportPlan } from "./report-plan.ts";

/** A report that answers one kind of question; a report without a type answers all of them. */
interface ReportType {
  readonly name: string;
  /** What it is asked. */
  readonly asks: string;
  /** Ids of sections and annexes that belong to it, beside those of every report; a hyphen at the end begins a family. */
  readonly holds: readonly string[];
}

/** The types of report that are offered: each prints its own parts, and names the others as left out. */
export const reportTypes: Readonly<Record<"process" | "impact" | "economic", ReportType>> = {
  process: {
    name: "Process report",
    asks: "How was the programme delivered, to whom, and what do those in it say of it?",
    holds: [
      ...["theory", "implementation", "staff-views", "beneficiary-views", "stakeholder-views", "case-work"],
      ...["contract", "practice", "tables-"],
    ],
  },
  impact: {
    name: "Impact report",
    asks: "What changed because of the programme, and how sure can that be?",
    holds: [
      ...["typical", "show", "theory", "outcomes", "quality", "wrong", "evidence", "notes"],
      ...["estimates", "balance", "checks", "grades", "completion"],
    ],
  },
  economic: {
    name: "Economic report",
    asks: "What does the programme cost, what is it worth, and to whom?",
    holds: ["typical", "show", "implementation", "contract", "cost", "notes", "estimates", "tables-spend"],
  },
};

/** Who was studied, how, and who answers for it: a report without these is none, whatever its type. */
const ofEveryReport: readonly string[] = [
  ...["programme", "analysed", "complete", "described", "response", "method", "data", "departures", "declarations"],
  ...[
    "items",
    "sign",
    "refused",
    "safety-detail",
    "who",
    "definitions",
    "options",
    "pictures",
    "reasons",
    "provenance",
  ],
  "numbers",
];

/** The type that a plan asks for, or null for the whole report. */
export function reportType(results: Results): ReportType | null {
  const { type } = reportPlan(results);
  return type === undefined ? null : reportTypes[type];
}

/**
 * A section as a report of a type has it: its own as it is, any other under its heading as left out. So nobody takes for
 * missing what another report answers, and no link leads nowhere.
 */
export function ofType(type: ReportType, section: Section): Section {
  const belongs = [...ofEveryReport, ...type.holds].some((id) =>
    id.endsWith("-") ? section.id.startsWith(id) : id === section.id,
  );
  if (belongs) return section;
  return { ...section, body: html`<p class="empty">Not part of ${article(type.name)}. The whole report has it.</p>\n` };
}

function article(name: string): string {
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name.toLowerCase()}`;
}

/** Text without the links whose place is not on the page: what they led to is left out. */
export function withoutDeadLinks(body: Html, ids: ReadonlySet<string>): Html {
  return raw(
    body.html.replace(/<a href="#([^"]*)">([\s\S]*?)<\/a>/g, (link, id: string, words: string) =>
      ids.has(id) ? link : words,
    ),
  );
}
