/** A piece of text of one kind. */
export interface Run {
  readonly text: string;
  readonly style: "plain" | "bold" | "italic" | "code";
}

/** A table of the report: the first cell of a row is its header. */
export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which columns hold numbers, and stand to the right. */
  readonly numeric: readonly boolean[];
}

export interface FigureBlock {
  readonly kind: "figure";
  readonly caption: string;
  readonly svg: string;
  /** What the picture shows, in words. */
  readonly alternative: string;
}

/**
 * What a document is made of, whatever its format. The page, the Word document and the spreadsheets show the same blocks
 * in the same order.
 */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly role: ParagraphRole; readonly runs: readonly Run[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "terms"; readonly terms: readonly Term[] }
  | TableBlock
  | FigureBlock;

/** `fold`: what stands on a fold of the page, over what it holds. */
export type ParagraphRole = "body" | "lead" | "note" | "fold";

export interface Term {
  readonly term: readonly Run[];
  readonly meaning: readonly Run[];
}
