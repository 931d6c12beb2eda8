import { open } from "node:fs/promises";
import type { EncodedFile } from "./encode-file.ts";

/**
 * Some rows of a file of one record a line, as text.
 *
 * @param wanted rows, 0 for the first, in rising order
 * @returns their lines without the line break, in that order
 */
export async function readRows(
  path: string,
  { places, bytes }: Pick<EncodedFile, "places" | "bytes">,
  wanted: readonly number[],
): Promise<string[]> {
  const found: string[] = [];
  if (wanted.length === 0) return found;
  const file = await open(path, "r");
  try {
    let block = 0;
    while (found.length < wanted.length) {
      while ((places.rows[block + 1] ?? Number.POSITIVE_INFINITY) <= wanted[found.length]!) block++;
      const [start, end] = [places.starts[block]!, places.starts[block + 1] ?? bytes];
      const { buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
      let row = places.rows[block]!;
      for (let at = 0; at < buffer.length; row++) {
        const feed = buffer.indexOf(10, at);
        const next = feed === -1 ? buffer.length : feed + 1;
        if (row === wanted[found.length]) found.push(buffer.toString("utf8", at, next).replace(/\r?\n$/, ""));
        at = next;
      }
    }
  } finally {
    await file.close();
  }
  return found;
}
