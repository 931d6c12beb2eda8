import { type DateFormat, type DateFormatName, dateFormats, dayPlace, turned } from "./date-formats.ts";
import { type Century, type PartialDate, readDate } from "./read-date.ts";

/** The different texts of a column of dates, blanks and missing codes left out, and how many rows hold each. */
export interface DateTexts {
  /** Trimmed. */
  readonly texts: readonly string[];
  readonly rows: readonly number[];
}

/** How the dates of a column are written, as far as its cells say. */
export type DateProof =
  | { readonly kind: "empty" }
  | { readonly kind: "proven"; readonly format: DateFormatName; readonly evidence: string }
  /** Every text is a date in both formats, and `differing` texts (positions) are other days. */
  | {
      readonly kind: "ambiguous";
      readonly formats: readonly [DateFormatName, DateFormatName];
      readonly differing: readonly number[];
    }
  /**
   * No format reads every text: rows that each reads, the most first, the texts the first does not read, and the formats
   * that together read each text in one way, if there are such.
   */
  | {
      readonly kind: "unread";
      readonly read: readonly { readonly format: DateFormatName; readonly rows: number }[];
      readonly unread: readonly number[];
      readonly together: readonly DateFormatName[] | null;
    };

/**
 * Which format the dates of a column are written in, proven by every one of them: the only format in which all of them
 * exist, or one of several in which all of them are the same days. Two readings that differ prove nothing, however
 * many dates agree.
 *
 * Days that systems write where they know no date (1900-01-01, 9999-12-31) are written like the others, and count.
 *
 * @param century of the extract date, where the plan names one: it tells which leap days two digits of a year may mean
 */
export function proveDateFormat({ texts, rows }: DateTexts, century: Century | null): DateProof {
  if (texts.length === 0) return { kind: "empty" };
  const readings = dateFormats.map((format) => texts.map((text) => reading(text, format, century)));
  const whole = dateFormats.flatMap((_, index) => (readings[index]!.every((read) => read !== null) ? [index] : []));
  const [first, ...others] = whole;
  if (first === undefined) return unread(readings, rows);
  for (const other of others) {
    const differing = positions(texts, (at) => !sameDay(readings[first]![at]!, readings[other]![at]!));
    if (differing.length > 0) {
      return { kind: "ambiguous", formats: [dateFormats[first]!.format, dateFormats[other]!.format], differing };
    }
  }
  const evidence = others.length > 0 ? sameEitherWay(rows) : evidenceFor(dateFormats[first]!, texts, rows);
  return { kind: "proven", format: dateFormats[first]!.format, evidence };
}

type Read = number | PartialDate | "date_out_of_range";

/** What a text is in a format; null when it is not a date written so. */
function reading(text: string, format: DateFormat, century: Century | null): Read | null {
  if (format.proof !== null && !format.proof.test(text)) return null;
  // Which century a birth belongs to is not the question here.
  const known: Century = century?.kind === "ahead" ? century : { year: century?.year ?? 2050, kind: "past" };
  const read = readDate(text, format, known);
  return typeof read === "string" && read !== "date_out_of_range" ? null : read;
}

function sameDay(a: Read, b: Read): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.earliest === b.earliest && a.latest === b.latest;
}

function unread(readings: readonly (readonly (Read | null)[])[], rows: readonly number[]): DateProof {
  const counts = readings.map((read) => sum(read.map((value, at) => (value === null ? 0 : rows[at]!))));
  const order = [...counts.keys()].filter((index) => counts[index]! > 0).sort((a, b) => counts[b]! - counts[a]!);
  const best = order[0];
  return {
    kind: "unread",
    read: order.map((index) => ({ format: dateFormats[index]!.format, rows: counts[index]! })),
    unread: positions(rows, (at) => best === undefined || readings[best]![at] === null),
    together: together(readings, order)?.map((index) => dateFormats[index]!.format) ?? null,
  };
}

/** Formats, those that read most first, that leave no text unread; null where a format left out reads one otherwise. */
function together(readings: readonly (readonly (Read | null)[])[], order: readonly number[]): number[] | null {
  const readBy = (format: number, at: number): Read | null => readings[format]![at]!;
  const chosen: number[] = [];
  let left = [...readings[0]!.keys()];
  for (const format of order) {
    const further = left.filter((at) => readBy(format, at) !== null);
    if (further.length === 0) continue;
    const reads = positions(readings[format]!, (at) => readBy(format, at) !== null);
    const rivals = order.filter((other) => other !== format && reads.every((at) => readBy(other, at) !== null));
    const differs = (other: number) => reads.some((at) => !sameDay(readBy(format, at)!, readBy(other, at)!));
    const crosses = chosen.some((other) => reads.some((at) => readBy(other, at) !== null));
    const opposite = chosen.some((other) => dateFormats[other]!.format === turned(dateFormats[format]!.format));
    if (crosses || opposite || rivals.some(differs)) return null;
    chosen.push(format);
    left = left.filter((at) => readBy(format, at) === null);
  }
  return left.length === 0 ? chosen : null;
}

/** Where day and month could change places, the days over 12 say which is which. */
function evidenceFor(format: DateFormat, texts: readonly string[], rows: readonly number[]): string {
  const place = dayPlace(format);
  const dates = sum(rows);
  if (place === null) return dates === 1 ? "the only date is written so" : `all ${dates} dates are written so`;
  const over = sum(texts.map((text, at) => (Number(text.split("/")[place]) > 12 ? rows[at]! : 0)));
  const are = `${over} of ${dates} dates ${over === 1 ? "has" : "have"}`;
  return `${are} a day over 12 in ${place === 0 ? "first" : "second"} place`;
}

function sameEitherWay(rows: readonly number[]): string {
  const dates = sum(rows);
  return `${dates === 1 ? "the only date is the same day" : `all ${dates} dates are the same days`} in every format that reads them`;
}

function positions(of: readonly unknown[], holds: (at: number) => boolean): number[] {
  return [...of.keys()].filter(holds);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
