import type { Assumption } from "./assumption.ts";

/** Why the layout of a file takes a row out of its data. */
export type SetAsideReason = "repeated_header" | "footer_row" | "other_table";

/** One table of a file, read and split into cells, nothing converted: what every reader gives. */
export interface FlatFile {
  /** As the user wrote it. */
  readonly shown: string;
  /** 64 hexadecimal digits; of a large file another thread may still be working it out. */
  readonly sha256: string | Promise<string>;
  /** One name for each column; stacked headers are joined from top to bottom. */
  readonly header: readonly string[];
  /** The header as it stands in the file: one record, or several where it is stacked; none where columns have names. */
  readonly headerRecords: readonly (readonly string[])[];
  /** Everything below the header, blank rows and rows set aside too. Blanks of a `fillDown` column are filled. */
  readonly rows: readonly (readonly string[])[];
  /** Rows as received, where filling down has changed them. */
  readonly received: ReadonlyMap<number, readonly string[]>;
  /** Rows that are not data. */
  readonly setAside: ReadonlyMap<number, SetAsideReason>;
  /**
   * Line (row of a sheet, record of a database) of the file on which each row begins, 1 for the first; a number is that of
   * the first row, where every row is one line.
   */
  readonly lines: Int32Array | number;
  /** Rows with text after a closing quote. */
  readonly strayQuotes: ReadonlySet<number>;
  /** What stands between cells; null where the file is not delimited text. */
  readonly delimiter: string | null;
  /** The header record before it was split, to look for another delimiter in; null as above. */
  readonly headerText: string | null;
  /** What the plan does not declare and the file was taken to say. */
  readonly assumptions: readonly Assumption[];
  /** The file holds dates as dates; they stand in `rows` as yyyy-mm-dd, whatever the plan says of written dates. */
  readonly realDates: boolean;
  /** Columns that are not in `header` because no cell can hold what they hold, and what that is. */
  readonly unreadable?: ReadonlyMap<string, string>;
}
