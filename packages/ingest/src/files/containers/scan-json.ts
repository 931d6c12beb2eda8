/** One record of a JSON file. */
export interface JsonRecord {
  /** Cells by name: text as it stands, numbers by their digits or as JavaScript writes them, null as "". */
  readonly cells: ReadonlyMap<string, string>;
  /** Cells that hold further values, and the path to the first: `address.postcode`, `offences[]`. */
  readonly nested: ReadonlyMap<string, string>;
  /** Line on which it begins, 1 for the first. */
  readonly line: number;
}

/**
 * The objects of a JSON lines file, or of a file that is one JSON array of objects.
 *
 * `JSON.parse` alone would round whole numbers beyond 2^53, so the text between braces is read here: strings are
 * handed to it, whole numbers keep their digits.
 *
 * @throws JsonTrouble at the line where the text stops being such objects
 * @source RFC 8259
 */
export function scanJson(text: string): readonly JsonRecord[] {
  const records: JsonRecord[] = [];
  const cursor: Cursor = { text, at: 0, line: 1 };
  skipSpace(cursor);
  const array = take(cursor, "[");
  for (let first = true; ; first = false) {
    skipSpace(cursor);
    if (array && take(cursor, "]")) break;
    if (!array && cursor.at >= text.length) return records;
    if (array && !first) {
      expect(cursor, ",");
      skipSpace(cursor);
    }
    records.push(readRecord(cursor));
  }
  skipSpace(cursor);
  if (cursor.at < text.length) throw new JsonTrouble(cursor.line);
  return records;
}

/** Where a text is not JSON; the message is the caller's. */
export class JsonTrouble extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`scanJson: line ${line} must hold a JSON object`);
    this.line = line;
  }
}

interface Cursor {
  readonly text: string;
  at: number;
  line: number;
}

function readRecord(cursor: Cursor): JsonRecord {
  const { line } = cursor;
  const cells = new Map<string, string>();
  const nested = new Map<string, string>();
  readMembers(cursor, (name) => {
    if (cells.has(name)) throw new JsonTrouble(cursor.line);
    const path = skipNested(cursor, name, 1);
    if (path !== null) nested.set(name, path);
    cells.set(name, path === null ? readScalar(cursor) : "");
  });
  return { cells, nested, line };
}

function readMembers(cursor: Cursor, value: (name: string) => void): void {
  expect(cursor, "{");
  skipSpace(cursor);
  if (take(cursor, "}")) return;
  for (;;) {
    skipSpace(cursor);
    const name = readString(cursor);
    skipSpace(cursor);
    expect(cursor, ":");
    skipSpace(cursor);
    value(name);
    skipSpace(cursor);
    if (take(cursor, "}")) return;
    expect(cursor, ",");
  }
}

/** Deeper than any table; a crafted file must not exhaust the stack. */
const deepest = 100;

/** Passes over an object or a list, and gives the path to the first value in it; null, at any other value. */
function skipNested(cursor: Cursor, path: string, depth: number): string | null {
  if (depth > deepest) throw new JsonTrouble(cursor.line);
  const skipValue = (inner: string): string => {
    const found = skipNested(cursor, inner, depth + 1);
    if (found === null) readScalar(cursor);
    return found ?? inner;
  };
  if (cursor.text[cursor.at] === "{") {
    let first: string | null = null;
    readMembers(cursor, (name) => {
      const found = skipValue(`${path}.${name}`);
      first ??= found;
    });
    return first ?? path;
  }
  if (!take(cursor, "[")) return null;
  skipSpace(cursor);
  if (take(cursor, "]")) return `${path}[]`;
  for (;;) {
    skipSpace(cursor);
    skipValue(`${path}[]`);
    skipSpace(cursor);
    if (take(cursor, "]")) return `${path}[]`;
    expect(cursor, ",");
  }
}

const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const word = /true|false|null/y;

function readScalar(cursor: Cursor): string {
  if (cursor.text[cursor.at] === '"') return readString(cursor);
  word.lastIndex = cursor.at;
  const named = word.exec(cursor.text)?.[0];
  if (named !== undefined) {
    cursor.at += named.length;
    return named === "null" ? "" : named;
  }
  number.lastIndex = cursor.at;
  const match = number.exec(cursor.text);
  if (match === null) throw new JsonTrouble(cursor.line);
  cursor.at += match[0].length;
  const whole = match[1] === undefined && match[2] === undefined;
  return whole && match[0] !== "-0" ? match[0] : String(Number(match[0]));
}

function readString(cursor: Cursor): string {
  expect(cursor, '"');
  const start = cursor.at;
  for (;;) {
    const end = cursor.text.indexOf('"', cursor.at);
    if (end === -1) throw new JsonTrouble(cursor.line);
    cursor.at = end + 1;
    // A quote after an odd number of backslashes is part of the string.
    let slashes = 0;
    while (end - 1 - slashes >= start && cursor.text[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return parsedString(cursor, cursor.text.slice(start - 1, end + 1));
  }
}

function parsedString(cursor: Cursor, literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    throw new JsonTrouble(cursor.line);
  }
}

function skipSpace(cursor: Cursor): void {
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code === 0x0a) cursor.line++;
    else if (code !== 0x20 && code !== 0x0d && code !== 0x09) return;
  }
}

function take(cursor: Cursor, sign: string): boolean {
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at++;
  return true;
}

function expect(cursor: Cursor, sign: string): void {
  if (!take(cursor, sign)) throw new JsonTrouble(cursor.line);
}
