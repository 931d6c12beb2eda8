import Papa from "papaparse";
import { filledCells, isBlankRecord } from "../layout/cell-kinds.ts";
import { evenBreaks } from "./even-breaks.ts";

/** What stands between the cells of a text, and what speaks for it. */
export interface DetectedDelimiter {
  readonly delimiter: string;
  readonly evidence: string;
}

const sampledCharacters = 2 ** 18;
const sampledRecords = 2000;

/** Where the usual ones split nothing; a colon is not among them, since times of day have it. */
const unusual = ["^", "~", "¬", "§", "\u001f"];

/** Names for messages. */
export const delimiterNames: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
  "^": "carets",
  "~": "tildes",
  "¬": "negation signs",
  "§": "section signs",
  "\u001f": "unit separators",
};

/**
 * Finds the delimiter of a text from its first records: the one that splits most of them into one same number of cells,
 * of which the fewest hold another delimiter. What the name of the file suggests (a comma, a tab in a .tsv) stands unless
 * another one is clearly better. A first line `sep=;`, as Excel writes and reads it, settles the matter.
 *
 * @param quote what stands around cells that hold a delimiter; null where nothing does
 * @param name  of the file
 */
export function detectDelimiter(text: string, quote: string | null, name: string): DetectedDelimiter {
  const stated = /^sep=([^\r\n])\r?[\n\r]/i.exec(text.slice(0, 8))?.[1];
  if (stated !== undefined) return { delimiter: stated, evidence: "its first line says so (sep=)" };
  const sample = wholeLines(text);
  const usual = suggested(name);
  const candidates = [usual, ...[",", "\t", ";", "|"].filter((delimiter) => delimiter !== usual)];
  const scores = candidates.map((delimiter) => scoreOf(sample, delimiter, quote));
  const best = scores.reduce((better, score) => (score.score > better.score ? score : better));
  if (best.score === 0) {
    const rare = unusual
      .filter((delimiter) => sample.includes(delimiter))
      .map((delimiter) => scoreOf(sample, delimiter, quote))
      .find(({ score, records }) => score > 0.9 && records > 1);
    return rare === undefined ? { delimiter: usual, evidence: "it has one column" } : reported(rare, scores[0]!);
  }
  return reported(best.score > scores[0]!.score + 0.1 ? best : scores[0]!, scores[0]!);
}

function suggested(name: string): string {
  if (/\.(tsv|tab)$/i.test(name)) return "\t";
  return /\.psv$/i.test(name) ? "|" : ",";
}

/** The first lines of a text; a line that may be cut off is left out. */
function wholeLines(text: string): string {
  if (text.length <= sampledCharacters) return text;
  const sample = text.slice(0, sampledCharacters);
  const end = Math.max(sample.lastIndexOf("\n"), sample.lastIndexOf("\r"));
  return end === -1 ? sample : sample.slice(0, end);
}

interface Score {
  readonly delimiter: string;
  /** Cells that most records have, how many have them, and of how many. */
  readonly width: number;
  readonly alike: number;
  readonly records: number;
  /** From 0, where nothing is split, to 1. */
  readonly score: number;
}

function scoreOf(sample: string, delimiter: string, quote: string | null): Score {
  const { text, newline } = evenBreaks(sample, { delimiter, quote });
  const quoteChar = quote ?? "\0";
  const { data } = Papa.parse<string[]>(text, { delimiter, newline, quoteChar, preview: sampledRecords });
  const records = data.filter((cells) => !isBlankRecord(cells));
  const byWidth = new Map<number, number>();
  for (const { length } of records) byWidth.set(length, (byWidth.get(length) ?? 0) + 1);
  const [width, alike] = [...byWidth].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [1, 0]);
  let cells = 0;
  let foreign = 0;
  const others = [";", "\t", "|"].filter((other) => other !== delimiter);
  for (const record of records) {
    for (const column of filledCells(record)) {
      cells++;
      if (others.some((other) => record[column]!.includes(other))) foreign++;
    }
  }
  const score = width < 2 || alike * 2 <= records.length ? 0 : (alike / records.length) * (1 - foreign / cells);
  return { delimiter, width, alike, records: records.length, score };
}

function reported({ delimiter, width, alike, records }: Score, usual: Score): DetectedDelimiter {
  const split = `${delimiterNames[delimiter] ?? delimiter} give ${width} cells in ${alike} of its first ${records} records`;
  if (usual.delimiter === delimiter) return { delimiter, evidence: split };
  const other = `${delimiterNames[usual.delimiter]} ${usual.width} in ${usual.alike}`;
  return { delimiter, evidence: `${split}, ${other}` };
}
