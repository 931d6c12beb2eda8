import type { Results } from "@likewise/schema";
import { reportSections } from "../outcome-report/render-report.ts";
import type { OnFailure } from "../page/drawn-sections.ts";
import { markings } from "../page/page.ts";
import { longDate } from "../wording/long-date.ts";
import { type DocumentPart, documentParts } from "./document-parts.ts";

/** The outcome report, whatever its format. */
export interface ReportDocument {
  readonly title: string;
  /** What kind of document, and the day its data are from. */
  readonly kind: string;
  readonly question: string | null;
  /** What must stand on every page; empty where nothing must. */
  readonly marking: string;
  /** What licences of values ask to be said. */
  readonly attributions: readonly string[];
  /** Version of Likewise. */
  readonly version: string;
  readonly parts: readonly DocumentPart[];
}

/**
 * The sections of the report as blocks: what Word and the spreadsheets show is what the page shows.
 *
 * @param results   with texts rendered
 * @param onFailure told of a section that cannot be made, which then says so in its place; without it the document fails
 */
export async function reportDocument(results: Results, onFailure?: OnFailure): Promise<ReportDocument> {
  const { study, provenance } = results;
  const sections = await reportSections(results, onFailure);
  return {
    title: study.title,
    kind: study.asAt ? `${sections.name}, data as at ${longDate(study.asAt)}` : sections.name,
    question: study.question ?? null,
    marking: markings(results).join(". "),
    attributions: results.economics?.attributions ?? [],
    version: provenance.version,
    parts: documentParts(sections),
  };
}
