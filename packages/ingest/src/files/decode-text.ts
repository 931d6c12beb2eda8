import { isAscii, isUtf8 } from "node:buffer";
import { Failure } from "@likewise/schema";
import type { TableFormat } from "./file-reader.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

export type Encoding = NonNullable<TableFormat["encoding"]>;

/** Text of a file and how it was decoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** What settled the encoding, where it was not the plan; null where it was. */
  readonly evidence: string | null;
}

/**
 * Text of a file's bytes: by its byte-order mark, else by the encoding declared, else UTF-16 where every other byte is
 * null, else UTF-8 where the bytes are valid, else Windows-1252. A byte-order mark is taken off.
 *
 * @param shown the file as the user wrote it
 * @throws Failure `data` when the bytes are not text, or not in the encoding declared
 */
export function decodeText(bytes: Buffer, shown: string, declared: Encoding | undefined): DecodedText {
  if (startsWith(bytes, zipMark)) {
    throw new Failure("data", `${shown} is a workbook or a zip file, not CSV; save the sheet as CSV (UTF-8)`);
  }
  const marked = markOf(bytes, declared);
  const [encoding, evidence] =
    marked !== null
      ? [marked, marked === declared ? null : markEvidence(declared)]
      : declared !== undefined
        ? [declared, null]
        : encodingOf(bytes);
  const text = decoded(bytes, encoding, shown, declared);
  if (text.includes("\0")) {
    throw new Failure("data", `${shown} is not text: it holds null bytes (if it is UTF-16, say so in format.encoding)`);
  }
  return { text, encoding, evidence };
}

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

const marks: Readonly<Record<Encoding, Buffer>> = {
  "utf-8": Buffer.from([0xef, 0xbb, 0xbf]),
  "utf-16le": Buffer.from([0xff, 0xfe]),
  "utf-16be": Buffer.from([0xfe, 0xff]),
  "windows-1252": Buffer.alloc(0),
};

/** A mark of UTF-8 in front of bytes declared Windows-1252 that are not UTF-8 was put there by mistake. */
function markOf(bytes: Buffer, declared: Encoding | undefined): Encoding | null {
  for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) {
    if (!startsWith(bytes, marks[encoding])) continue;
    return encoding === "utf-8" && declared === "windows-1252" && !isUtf8(bytes) ? null : encoding;
  }
  return null;
}

function markEvidence(declared: Encoding | undefined): string {
  return declared === undefined ? "its byte-order mark" : `its byte-order mark, though the plan says ${declared}`;
}

function encodingOf(bytes: Buffer): [Encoding, string] {
  const wide = wideOf(bytes);
  if (wide !== null) return [wide, `every other byte is null in its first ${Math.min(bytes.length, sampled)} bytes`];
  if (!isUtf8(bytes)) return ["windows-1252", "its bytes are not UTF-8"];
  return ["utf-8", isAscii(bytes) ? "its bytes are plain ASCII" : "its bytes are valid UTF-8"];
}

const sampled = 4096;

/**
 * UTF-16 without a mark: Latin letters, digits and delimiters have a null byte beside them, always on one side. Text in
 * other letters has some too, in its delimiters and line breaks.
 */
function wideOf(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, sampled);
  const nulls = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) nulls[at % 2]!++;
  const [even, odd] = nulls as [number, number];
  if (bytes.length % 2 === 1 || Math.max(even, odd) < sample.length / 8) return null;
  if (even === 0 && readable(sample)) return "utf-16le";
  return odd === 0 && readable(Buffer.from(sample).swap16()) ? "utf-16be" : null;
}

/** Text has no control characters but tabs and breaks. */
function readable(sample: Buffer): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\u0000-\u0008\u000e-\u001f]/.test(sample.toString("utf16le"));
}

function decoded(bytes: Buffer, encoding: Encoding, shown: string, declared: Encoding | undefined): string {
  const body = bytes.subarray(startsWith(bytes, marks[encoding]) ? marks[encoding].length : 0);
  switch (encoding) {
    case "utf-8":
      if (isUtf8(body)) return body.toString("utf8");
      throw new Failure(
        "data",
        declared === "utf-8"
          ? `${shown} is not UTF-8, as the plan says it is`
          : `${shown} has the byte-order mark of UTF-8, and bytes that are not UTF-8; declare format.encoding`,
      );
    case "windows-1252":
      return decodeWindows1252(startsWith(body, marks["utf-8"]) ? body.subarray(3) : body);
    default:
      if (body.length % 2 === 1)
        throw new Failure("data", `${shown} was cut off: it is UTF-16 and ends in half a letter`);
      return encoding === "utf-16le" ? body.toString("utf16le") : Buffer.from(body).swap16().toString("utf16le");
  }
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return mark.length > 0 && bytes.subarray(0, mark.length).equals(mark);
}
