import type { PageParts, Section } from "../page/page.ts";
import type { Block } from "./block.ts";
import { blocksOf } from "./blocks-of.ts";

/** A section of the report; the summary comes first. */
export interface DocumentPart {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Whether Word holds it; the workbook holds the tables of all. */
  readonly inWord: boolean;
}

/** The sections of a page, in its order. */
export type ReportParts = Required<Pick<PageParts, "lead" | "opening" | "sections" | "annexes">>;

/** The sections of the report as blocks. */
export function documentParts(parts: ReportParts): DocumentPart[] {
  return [
    summaryPart(parts.lead.html),
    ...[...parts.opening, ...parts.sections, ...parts.annexes].filter(isInDocuments).map((section) => ({
      title: section.title,
      blocks: blocksOf(section.body.html),
      inWord: !parts.annexes.includes(section) || annexesInWord.includes(section.id),
    })),
  ];
}

/** Annexes that are read; the tables of all others are looked up and counted on with, in a workbook. */
const annexesInWord: readonly string[] = ["refused", "completion", "definitions", "provenance"];

/** results.json holds every number; on paper and in sheets the tables do. */
export function isInDocuments({ id }: Section): boolean {
  return id !== "numbers";
}

/** The lead of the page has a heading of its own, but where it could not be made. */
function summaryPart(markup: string): DocumentPart {
  const [first, ...rest] = blocksOf(markup);
  if (first?.kind === "heading") return { title: first.text, blocks: rest, inWord: true };
  return { title: "Summary", blocks: first === undefined ? [] : [first, ...rest], inWord: true };
}
