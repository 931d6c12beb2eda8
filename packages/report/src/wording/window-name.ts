import { codeWords } from "./code-words.ts";

/** "block-1" reads "0 to 6 months before", "recorded-12m" "within 12 months". */
export function windowName(window: string): string {
  const block = /^block([+-])(\d+)$/.exec(window);
  if (block) {
    const to = 6 * Number(block[2]);
    return `${to - 6} to ${to} months ${block[1] === "-" ? "before" : "after"}`;
  }
  const months = /^(recorded|moj-proven|before)-(\d+)m$/.exec(window);
  if (months === null) return codeWords(window);
  const [, kind, count] = months;
  return kind === "before"
    ? `${count} months before`
    : `within ${count} months${kind === "moj-proven" ? ", proven" : ""}`;
}
