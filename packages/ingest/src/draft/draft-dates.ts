import type { DateFormat } from "@likewise/schema";
import { dateFormats } from "../values/date-formats.ts";
import { proveDateFormat } from "../values/prove-date-format.ts";
import { readDate } from "../values/read-date.ts";
import { isSentinelText } from "../values/sentinels.ts";
import type { ColumnTexts } from "./cell-kind.ts";

/** How the dates of a column are written, as far as its cells say. */
export interface DraftDates {
  /** Null where no date is written as text. */
  readonly format: DateFormat | null;
  readonly evidence: string;
  /** Every cell could be read the other way round as well. */
  readonly other: DateFormat | null;
  /** Days of the cells that can be read, in order, and how many rows hold each. */
  readonly days: readonly { readonly day: number; readonly rows: number }[];
  /** By text, as it stands in the file. */
  readonly dayOf: ReadonlyMap<string, number>;
}

/** Years of two digits are taken to be before this. */
const century = { year: 2049, kind: "past" } as const;

/**
 * The format most of a column's dates are written in. Where no one format reads them all, the one that reads the most
 * is taken if it reads nine in ten, since a column also holds misprints; `check` then names them.
 *
 * @param beside how other dates of the file are written, for a column that could be read in two ways
 */
export function draftDates(column: ColumnTexts, realDates: boolean, beside: DateFormat | null = null): DraftDates {
  const cells = column.texts.flatMap((text, index) =>
    isSentinelText(text) ? [] : [{ text, rows: column.counts[index]! }],
  );
  const written = realDates ? cells.filter(({ text }) => !/^\d{4}-\d{2}-\d{2}(?!\d)/.test(text)) : cells;
  const real = rowsOf(cells) - rowsOf(written);
  const realWords = real === 0 ? "" : `${real} cells are dates in the file itself`;
  const proof = proveDateFormat(
    { texts: written.map(({ text }) => text), rows: written.map(({ rows }) => rows) },
    century,
  );
  const result = (format: DateFormat | null, evidence: string, other: DateFormat | null = null): DraftDates => ({
    format,
    evidence: [realWords, evidence].filter(Boolean).join("; "),
    other,
    ...daysOf(cells, format),
  });
  switch (proof.kind) {
    case "empty":
      return result(null, real > 0 ? "" : "no dates in it");
    case "proven":
      return result(proof.format, proof.evidence);
    case "ambiguous": {
      const [first, second] = proof.formats;
      const dates = rowsOf(written);
      if (beside !== null && proof.formats.includes(beside)) {
        return result(
          beside,
          `all ${dates} dates exist as ${first} and as ${second}; other dates of the file are ${beside}`,
        );
      }
      const differ = proof.differing.reduce((sum, at) => sum + written[at]!.rows, 0);
      return result(
        first,
        `all ${dates} dates exist as ${first} and as ${second}; ${differ} would be other days`,
        second,
      );
    }
    case "unread": {
      const [best, next] = proof.read;
      const dates = rowsOf(written);
      if (best === undefined || best.rows < 0.9 * dates)
        return result(best?.format ?? null, "no format reads most of them");
      const rest = next === undefined ? "" : `, ${next.format} only ${next.rows}`;
      return result(best.format, `${best.rows} of ${dates} dates exist as ${best.format}${rest}`);
    }
  }
}

function rowsOf(cells: readonly { readonly rows: number }[]): number {
  return cells.reduce((sum, { rows }) => sum + rows, 0);
}

function daysOf(
  cells: readonly { text: string; rows: number }[],
  format: DateFormat | null,
): Pick<DraftDates, "days" | "dayOf"> {
  const formats = dateFormats.filter((one) => one.format === format || one.format === "yyyy-mm-dd");
  const dayOf = new Map<string, number>();
  const days = cells.flatMap(({ text, rows }) => {
    for (const one of formats) {
      const day = readDate(text, one, century);
      if (typeof day !== "number") continue;
      dayOf.set(text, day);
      return [{ day, rows }];
    }
    return [];
  });
  return { days: days.sort((a, b) => a.day - b.day), dayOf };
}
