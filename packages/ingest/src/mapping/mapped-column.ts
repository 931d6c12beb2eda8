import type { FieldType } from "@likewise/schema";
import type { DateFormatName } from "../values/date-formats.ts";
import type { Century } from "../values/read-date.ts";

/**
 * How the text of a cell is read. Of a `birth-year` only the year is kept, of a `birth-date` only the age at the row's
 * index date, of a `district` only the outward code of the postcode.
 */
export type ReaderName = FieldType | "money" | "percent" | "birth-year" | "birth-date" | "district";

/** One column the plan maps, a constant, or the row number: all that reading needs to know of it. */
export interface MappedColumn {
  /** Our name: a field of the record or a covariate. */
  readonly name: string;
  /** Where its cells come from. */
  readonly source:
    | { readonly kind: "column"; readonly header: string }
    | { readonly kind: "constant"; readonly text: string }
    | { readonly kind: "row-number" }
    | { readonly kind: "linkage" };
  /** Null for a covariate whose type is read off its cells. */
  readonly reader: ReaderName | null;
  /** How it is held in `Columns`; null with the reader. */
  readonly type: FieldType | null;
  readonly required: boolean;
  /** Names a person, event or family: kept letter by letter, and not grouped. */
  readonly isId: boolean;
  readonly isCovariate: boolean;
  /** Their code to our code. */
  readonly recodes: ReadonlyMap<string, string>;
  readonly missingCodes: ReadonlySet<string>;
  /** How its dates are written, one form or several; null = not declared, so proven from the cells. */
  readonly dateFormats: readonly DateFormatName[] | null;
  /** How years of two digits are completed; null when the plan names no extract date. */
  readonly century: Century | null;
  /** Why a column that identifies people is read all the same: as a pseudonym, a year or age, or a postcode district. */
  readonly use: "linking" | "age" | "district" | null;
  /** Why a column that looks like one of identifiers is none; null when the plan says nothing. */
  readonly notIdentifying: string | null;
  /** The fixed list of the schema. */
  readonly values: readonly string[] | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Of ids: what is evened out before they are compared with others. */
  readonly normalise: readonly ("case" | "spaces")[];
  /** A cell that cannot be read is missing, and its row is used all the same. */
  readonly unreadableIsMissing: boolean;
}

/** The header in the file, for issues; null where the column is not from the file. */
export function headerOf({ source }: MappedColumn): string | null {
  return source.kind === "column" ? source.header : null;
}

/** Whether the cells are dates, whatever is kept of them. */
export function holdsDates(reader: ReaderName | null): boolean {
  return reader === "date" || reader === "birth-year" || reader === "birth-date";
}

/** A column that may be written as yyyy-mm-dd besides: our own codes are, and what files hold as real dates. */
export function withIsoDates(column: MappedColumn): MappedColumn {
  return { ...column, dateFormats: [...new Set([...(column.dateFormats ?? []), "yyyy-mm-dd" as const])] };
}

/** Of a column of which no plan says more than where it comes from. */
export const undeclared = {
  required: false,
  isId: false,
  isCovariate: false,
  recodes: new Map(),
  missingCodes: new Set(),
  dateFormats: null,
  century: null,
  use: null,
  notIdentifying: null,
  values: null,
  minimum: null,
  maximum: null,
  normalise: [],
  unreadableIsMissing: false,
} as const satisfies Partial<MappedColumn>;
