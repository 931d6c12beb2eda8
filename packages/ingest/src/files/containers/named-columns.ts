import type { Assumption } from "../assumption.ts";
import type { FlatFile } from "../flat-file.ts";

/** What a file whose columns have names holds. */
export interface NamedColumns {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the file or number of the record of each row; the records are counted from 1 when it is left out. */
  readonly lines?: Int32Array;
  readonly realDates: boolean;
  readonly assumptions: readonly Assumption[];
  /** Columns left out, and what they hold. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** A file whose columns have names of their own as any other file: there is no header among its rows. */
export function namedColumns(shown: string, sha256: string, table: NamedColumns): FlatFile {
  const { header, rows, realDates, assumptions, unreadable } = table;
  return {
    shown,
    sha256,
    header,
    headerRecords: [],
    rows,
    received: new Map(),
    setAside: new Map(),
    lines: table.lines ?? Int32Array.from(rows, (_, index) => index + 1),
    strayQuotes: new Set(),
    delimiter: null,
    headerText: null,
    assumptions,
    realDates,
    unreadable,
  };
}
