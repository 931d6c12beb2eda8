import { crc32, inflateRawSync } from "node:zlib";
import { Failure } from "@likewise/schema";

/** The parts of a zip file, expanded one at a time. */
export interface ZipParts {
  readonly names: readonly string[];
  /** @returns null when there is no part of that name */
  readonly part: (name: string) => Buffer | null;
}

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly stored: number;
  readonly expanded: number;
  readonly offset: number;
}

/** A part must fit one string. Sheets of a million rows expand to about half of it. */
const largestPartBytes = 400 * 2 ** 20;
/** All parts read, so that a small file cannot fill the memory by having many. */
const largestTotalBytes = 800 * 2 ** 20;

/**
 * Opens a zip file by its directory. Sizes are checked before anything is expanded, and again while it is, since a
 * directory can lie; checksums are compared, so that a damaged file is never read as another one.
 *
 * @param shown the file as the user wrote it
 * @throws Failure `data` when it is cut off, damaged, locked by a password or would expand beyond the limits
 */
export function zipParts(bytes: Buffer, shown: string): ZipParts {
  const entries = directoryOf(bytes, shown);
  let total = 0;
  return {
    names: [...entries.keys()],
    part: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.encrypted) throw locked(shown);
      total += entry.expanded;
      if (entry.expanded > largestPartBytes || total > largestTotalBytes) {
        throw new Failure("data", `${shown} would expand to more than can be read (400 MB a part, 800 MB in all)`);
      }
      return expand(bytes, entry, shown);
    },
  };
}

export function damaged(shown: string): Failure {
  return new Failure("data", `${shown} is damaged or was cut off; get it again, or open it and save it anew`);
}

export function locked(shown: string): Failure {
  return new Failure("data", `${shown} is locked by a password; open it and save it without one`);
}

/** Offsets and sizes as the zip format gives them (APPNOTE.TXT, sections 4.3.12 and 4.3.16). */
function directoryOf(bytes: Buffer, shown: string): ReadonlyMap<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > bytes.length) throw damaged(shown);
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged(shown);
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extraAt = at + 46 + nameLength;
    if (extraAt + extraLength > bytes.length) throw damaged(shown);
    const sizes = wideSizes(bytes.subarray(extraAt, extraAt + extraLength), [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]);
    // Some writers part names with backslashes.
    entries.set(bytes.toString("utf8", at + 46, extraAt).replaceAll("\\", "/"), {
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      checksum: bytes.readUInt32LE(at + 16),
      expanded: sizes[0]!,
      stored: sizes[1]!,
      offset: sizes[2]!,
    });
    at = extraAt + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Sizes that do not fit 32 bits stand in an extra field, in this order and only where they are needed. */
function wideSizes(extra: Buffer, narrow: readonly number[]): readonly number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return narrow.map((size) => {
    if (size !== 0xffffffff || at + 8 > extra.length) return size;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

function expand(bytes: Buffer, entry: Entry, shown: string): Buffer {
  const { offset, stored, expanded, method, checksum } = entry;
  if (offset + 30 > bytes.length) throw damaged(shown);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + stored > bytes.length || (method !== 0 && method !== 8)) throw damaged(shown);
  const packed = bytes.subarray(start, start + stored);
  const part = method === 0 ? packed : inflated(packed, expanded, shown);
  if (part.length !== expanded || crc32(part) !== checksum) throw damaged(shown);
  return part;
}

function inflated(packed: Buffer, expanded: number, shown: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(expanded, 1) });
  } catch {
    throw damaged(shown);
  }
}
