import { open } from "node:fs/promises";
import { constants, gunzipSync } from "node:zlib";
import { Failure } from "@likewise/schema";
import type { FileSource } from "./file-reader.ts";
import { asReadFailure, type FileBytes, largestBytes, readBytes, requireFile } from "./read-bytes.ts";

const headBytes = 4096;

/**
 * Looks at a file's first bytes, through gzip where it is compressed, without reading the rest.
 *
 * @throws Failure when there is no such file, or it is a folder or empty
 */
export async function openSource(path: string, shown: string): Promise<FileSource> {
  await requireFile(path, shown);
  const stored = await firstBytes(path).catch((error: unknown) => {
    throw asReadFailure(error, shown);
  });
  const compressed = stored[0] === 0x1f && stored[1] === 0x8b;
  return {
    path,
    shown,
    name: compressed ? shown.replace(/\.gz$/i, "") : shown,
    head: compressed ? headOfGzip(stored, shown) : stored,
    compressed,
    contents: async () => {
      const file = await readBytes(path, shown);
      return compressed ? { ...file, bytes: expanded(file, shown) } : file;
    },
  };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A stream cut off gives what it holds up to there, which is enough to know a file by. */
function headOfGzip(stored: Buffer, shown: string): Buffer {
  try {
    return gunzipSync(stored, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, headBytes);
  } catch {
    throw new Failure("data", `${shown} is a gzip file that cannot be expanded; it is damaged or was cut off`);
  }
}

function expanded({ bytes }: FileBytes, shown: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestBytes });
  } catch (error) {
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new Failure(
      "data",
      tooLarge
        ? `${shown} expands to more than 400 MB; split it, a table may list several files`
        : `${shown} is a gzip file that cannot be expanded; it is damaged or was cut off`,
    );
  }
}
