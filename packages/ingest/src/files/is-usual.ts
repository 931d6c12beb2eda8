import type { Assumption } from "./assumption.ts";

const usual: Readonly<Partial<Record<Assumption["what"], string>>> = {
  encoding: "utf-8",
  delimiter: ",",
  headerRow: "1",
};

/**
 * Whether an assumption is what a reader takes for granted (UTF-8, commas, a header in the first row), so that one line
 * can say it of many files.
 *
 * @example
 * isUsual({ what: "headerRow", value: "4", evidence: "…", fix: "…" }); // false
 */
export function isUsual({ what, value }: Assumption): boolean {
  return usual[what] === value;
}
