import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { stat } from "node:fs/promises";
import type { CodedTexts } from "./coded-texts.ts";
import { type EncodedPart, encodePart, type LineFile, type RowPlaces } from "./encode-part.ts";
import { encodePartApart, type PartApart } from "./encode-part-apart.ts";
import { hashFile } from "./hash-file.ts";
import { joinPart } from "./join-part.ts";
import { roomForCodes } from "./shared-codes.ts";
import { gridRows } from "./split-cells.ts";

/** What one pass over the bytes of a file gives. */
export interface EncodedFile {
  /** SHA-256, 64 hexadecimal digits; another thread may still be at it. */
  readonly sha256: Promise<string>;
  readonly bytes: number;
  readonly numRows: number;
  /** In the order they were asked for; texts are as they stand in the file. */
  readonly columns: readonly CodedTexts[];
  /** Rows with cells missing, or too many that are not blank, in rising order; their codes are -1. */
  readonly uneven: readonly number[];
  /** Whether a row has blank cells beyond the width. */
  readonly wide: boolean;
  readonly places: RowPlaces;
  /** The first line that is not plain ASCII, as bytes; null when all are. */
  readonly firstOther: Buffer | null;
}

/** A file encoded, or why it is not what it should be. */
export type FileEncoding =
  | { readonly encoded: EncodedFile; readonly obstacle: null }
  | { readonly encoded: null; readonly obstacle: string };

/**
 * Reads a file once from end to end: its hash, and columns of it, each as different texts and a number per row.
 *
 * On two threads each reads about half of the lines. Texts are numbered as they first come, so that putting those of the
 * second half behind those of the first gives what one pass does.
 *
 * @param positions of the columns wanted, 0 for the first
 * @param threads   1, or any more to use two
 * @param splitFrom size from which two are used, in bytes: a smaller file is read before a thread has come up
 */
export async function encodeFile(
  file: LineFile,
  positions: readonly number[],
  threads: number,
  splitFrom: number,
): Promise<FileEncoding> {
  const { size } = await stat(file.path);
  const split = threads > 1 && size >= splitFrom ? splitOf(file, size) : null;
  // What is in the way of two threads is said as one pass finds it: lines are counted from the first, and there may be more.
  return (split && (await encodeInTwo(file, positions, size, split))) ?? encodeInOne(file, positions);
}

function encodeInOne(file: LineFile, positions: readonly number[]): FileEncoding {
  const hash = createHash("sha256");
  const whole = { from: 0, to: Number.POSITIVE_INFINITY, room: null, returns: null };
  const { part, obstacle } = encodePart(file, positions, whole, hash);
  return part === null
    ? { encoded: null, obstacle }
    : { encoded: encodedFile(part, Promise.resolve(hash.digest("hex"))), obstacle: null };
}

/** Null where something is in the way, or no thread can be had. */
async function encodeInTwo(
  file: LineFile,
  positions: readonly number[],
  size: number,
  { at, returns, rowsAtMost }: Split,
): Promise<FileEncoding | null> {
  const [rowsOfFirst, rowsOfSecond] = rowsAtMost;
  const columns = positions.map(() => roomForCodes(rowsOfFirst + rowsOfSecond));
  const room = { columns, from: 0, to: rowsOfFirst };
  const roomBehind = { columns, from: rowsOfFirst, to: rowsOfFirst + rowsOfSecond };
  const apart = encodePartApart(file, positions, { from: at, to: size, room: roomBehind, returns });
  if (apart === null) return null;
  let joined: EncodedPart | null = null;
  try {
    const { part: first } = encodePart(file, positions, { from: 0, to: at, room, returns }, null);
    const second = first?.bytes === at ? await apart.encoded : null;
    joined = first && second && (await joinPart(first, second, roomBehind, apart.moveCodes));
  } finally {
    if (joined === null) await apart.stop();
  }
  return joined && { encoded: encodedFile(joined, hashApart(file, apart)), obstacle: null };
}

/** The thread that has encoded its part works out the hash, while the calling one goes on. */
async function hashApart({ path }: LineFile, apart: PartApart): Promise<string> {
  const sha256 = await apart.hashFile();
  await apart.stop();
  return sha256 ?? hashFile(path);
}

function encodedFile({ dictionaries, codes, rowsOf, ...part }: EncodedPart, sha256: Promise<string>): EncodedFile {
  const columns = dictionaries.map(({ texts }, index) => {
    return { codes: codes[index]!.subarray(0, part.numRows), texts, rowsOf: rowsOf[index]! };
  });
  return { ...part, columns, sha256 };
}

/** The first part is the larger, as its thread is there at once. */
const firstShare = 0.505;
const sampleBytes = 2 ** 20;
/** Room is made for so many times the rows that there would be, were all lines as long as those of the samples. */
const roomForRows = 1.125;
const feed = 10;

/** Where the second part of a file begins, how lines end, and for how many rows of each part there is room. */
interface Split {
  readonly at: number;
  readonly returns: boolean;
  readonly rowsAtMost: readonly [number, number];
}

/** Null where no line ends near the place. */
function splitOf({ path, bytesAbove }: LineFile, size: number): Split | null {
  const file = openSync(path, "r");
  try {
    const sampled = (from: number): Buffer => {
      const sample = Buffer.alloc(sampleBytes);
      return sample.subarray(0, readSync(file, sample, 0, sampleBytes, from));
    };
    // The same bytes, in whole lines, that one pass would go by.
    const first = sampled(0);
    const returns = first.subarray(0, first.lastIndexOf(feed) + 1).includes("\r\n");
    const near = Math.floor(size * firstShare);
    const second = sampled(near);
    const at = near + second.indexOf(feed) + 1;
    if (at === near || at <= bytesAbove || at >= size) return null;
    const lines = Math.max(linesPerByte(first), linesPerByte(second)) * roomForRows;
    const rowsIn = (bytes: number) => Math.ceil(bytes * lines) + gridRows;
    return { at, returns, rowsAtMost: [rowsIn(at), rowsIn(size - at)] };
  } finally {
    closeSync(file);
  }
}

function linesPerByte(sample: Buffer): number {
  let lines = 0;
  for (let at = sample.indexOf(feed); at !== -1; at = sample.indexOf(feed, at + 1)) lines++;
  return lines / sample.length;
}
