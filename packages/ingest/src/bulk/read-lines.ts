import { open } from "node:fs/promises";
import { type FileSurvey, linesApart } from "./survey-file.ts";

/**
 * Some lines of a file, as text.
 *
 * @param wanted lines, 1 for the first, in rising order
 * @returns their text without the line break, in that order
 */
export async function readLines(path: string, survey: FileSurvey, wanted: readonly number[]): Promise<string[]> {
  const file = await open(path, "r");
  const found: string[] = [];
  try {
    for (let index = 0; index < wanted.length; ) {
      const block = Math.floor((wanted[index]! - 1) / linesApart);
      const [start, end] = [survey.lineStarts[block]!, survey.lineStarts[block + 1] ?? survey.bytes];
      const { buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
      for (let line = block * linesApart + 1, at = 0; line <= (block + 1) * linesApart; line++) {
        const feed = buffer.indexOf(10, at);
        const next = feed === -1 ? buffer.length : feed + 1;
        if (line === wanted[index]) {
          found.push(buffer.toString("utf8", at, next).replace(/\r?\n$/, ""));
          index++;
        }
        if (next === buffer.length || wanted[index] === undefined) break;
        at = next;
      }
    }
  } finally {
    await file.close();
  }
  return found;
}
