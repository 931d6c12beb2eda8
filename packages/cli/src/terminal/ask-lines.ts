import { createInterface, type Interface } from "node:readline";
import type { Console } from "./console.ts";

/**
 * Lines of standard input, one for each question; prompts go to standard error, so that what is piped on stays clean.
 * Nothing is read before the first question.
 */
export function askLines(input: NodeJS.ReadStream, prompt: (text: string) => void): NonNullable<Console["ask"]> {
  let lines: AsyncIterator<string> | null = null;
  let reader: Interface | null = null;
  return {
    interactive: input.isTTY === true,
    line: async (text) => {
      if (input.isTTY === true) prompt(text);
      if (lines === null) {
        reader = createInterface({ input, terminal: false });
        lines = reader[Symbol.asyncIterator]();
      }
      const next = await lines.next();
      if (next.done === true) reader!.close();
      return next.done === true ? null : next.value;
    },
    close: () => reader?.close(),
  };
}
