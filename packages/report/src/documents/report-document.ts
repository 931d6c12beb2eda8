import type { Results } from "@likewise/schema";
import { reportSections } from "../outcome-report/render-report.ts";
import { markings } from "../page/page.ts";
import { longDate } from "../wording/long-date.ts";
import type { Block } from "./block.ts";
import { blocksOf } from "./blocks-of.ts";

/** The outcome report, whatever its format. */
export interface ReportDocument {
  readonly title: string;
  /** What kind of document, and the day its data are from. */
  readonly kind: string;
  readonly question: string | null;
  /** What must stand on every page; empty where nothing must. */
  readonly marking: string;
  /** Version of Likewise. */
  readonly version: string;
  readonly parts: readonly DocumentPart[];
}

/** A section of the report; the summary comes first. */
export interface DocumentPart {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * The sections of the report as blocks: what Word and the spreadsheets show is what the page shows.
 *
 * @param results with texts rendered
 */
export async function reportDocument(results: Results): Promise<ReportDocument> {
  const { study, provenance } = results;
  const { name, lead, opening, sections, annexes } = await reportSections(results);
  return {
    title: study.title,
    kind: study.asAt ? `${name}, data as at ${longDate(study.asAt)}` : name,
    question: study.question ?? null,
    marking: markings(results).join(". "),
    version: provenance.version,
    parts: [
      summaryPart(lead.html),
      ...[...opening, ...sections, ...annexes]
        // results.json holds every number; on paper and in sheets the tables do.
        .filter(({ id }) => id !== "numbers")
        .map(({ title, body }) => ({ title, blocks: blocksOf(body.html) })),
    ],
  };
}

/** The lead of the page has a heading of its own. */
function summaryPart(markup: string): DocumentPart {
  const [heading, ...blocks] = blocksOf(markup);
  if (heading?.kind !== "heading") throw new TypeError("reportDocument: the lead must begin with a heading");
  return { title: heading.text, blocks };
}
