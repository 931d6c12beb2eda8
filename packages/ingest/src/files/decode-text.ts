import { isUtf8 } from "node:buffer";
import { Failure, type TableSource } from "@likewise/schema";
import { decodeWindows1252 } from "./windows-1252.ts";

export type Encoding = NonNullable<NonNullable<TableSource["format"]>["encoding"]>;

/** Text of a file and how it was decoded. */
export interface DecodedText {
  readonly text: string;
  /** Neither a byte-order mark, nor the plan, nor the bytes settled the encoding. */
  readonly assumed: boolean;
}

/**
 * Text of a file's bytes: by its byte-order mark, else by the encoding declared, else UTF-8 where the bytes are valid,
 * else Windows-1252. A byte-order mark is taken off.
 *
 * @param shown the file as the user wrote it
 * @throws Failure `data` when the bytes are not text, or not in the encoding declared
 */
export function decodeText(bytes: Buffer, shown: string, declared: Encoding | undefined): DecodedText {
  const marked = decodeMarked(bytes);
  if (marked !== null) return { text: marked, assumed: false };
  if (bytes.subarray(0, 4).equals(zipMark)) {
    throw new Failure("data", `${shown} is a workbook or a zip file, not CSV; save the sheet as CSV (UTF-8)`);
  }
  if (declared === "utf-16le") return { text: new TextDecoder("utf-16le").decode(bytes), assumed: false };
  if (bytes.includes(0)) {
    throw new Failure("data", `${shown} is not text: it holds null bytes (if it is UTF-16, say so in format.encoding)`);
  }
  if (declared === "windows-1252") return { text: decodeWindows1252(bytes), assumed: false };
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), assumed: false };
  if (declared === "utf-8") throw new Failure("data", `${shown} is not UTF-8, as the plan says it is`);
  return { text: decodeWindows1252(bytes), assumed: true };
}

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

function decodeMarked(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && isUtf8(bytes)) return bytes.toString("utf8", 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return null;
}
