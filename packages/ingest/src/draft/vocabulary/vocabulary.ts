import type { CellKind } from "../cell-kind.ts";

/** How a field of a record is headed and filled in the systems extracts come from. */
export interface FieldWords {
  readonly field: string;
  /** Headers that say what the field is, as case-management, police and probation systems and spreadsheets write them. */
  readonly headers: readonly string[];
  /** Headers that could be it, and are taken only where nothing else fits better. */
  readonly weak?: readonly string[];
  /** Words that rule a header out. */
  readonly not?: readonly string[];
  /** What its cells look like; a column of which few do is not the field. */
  readonly cells: CellKind;
  /** Our code to their spellings, compared without case, spaces at the ends and kinds of dash. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  /** Least and greatest value the field can have, where an instrument fixes them. */
  readonly range?: readonly [least: number, greatest: number];
}

/** A field no header can be trusted to mean: left to the analyst, with the reason. */
export interface NotDrafted {
  readonly field: string;
  readonly reason: string;
}

/** What is known of one record. */
export interface RecordWords {
  readonly table: string;
  /** Words in the name of a file or sheet that speak for this record. */
  readonly names: readonly string[];
  readonly fields: readonly (FieldWords | NotDrafted)[];
}

export function isDrafted(words: FieldWords | NotDrafted): words is FieldWords {
  return "headers" in words;
}
