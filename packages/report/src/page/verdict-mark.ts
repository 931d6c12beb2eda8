import type { Claim } from "@likewise/schema";
import { colours } from "../charts/theme.ts";
import { type Html, raw } from "./html.ts";

/** One mark a verdict, told apart by shape; all the same size and weight, as each must be as easy to reach. */
const shapes: Readonly<Record<Claim["verdict"], string>> = {
  better: `<path d="M3 12.5 10 20 23 5" fill="none" stroke="${colours.programme}" stroke-width="4"/>`,
  worse: `<path d="M5 5 21 21M21 5 5 21" fill="none" stroke="${colours.pink}" stroke-width="4"/>`,
  "no-clear-difference": `<path d="M2 9.5h22M2 17.5h22" fill="none" stroke="${colours.grey}" stroke-width="4"/>`,
  "cannot-say": `<circle cx="13" cy="13" r="10" fill="none" stroke="${colours.grey}" stroke-width="4"/><path d="M6 20 20 6" stroke="${colours.grey}" stroke-width="4"/>`,
};

/** A shape beside the verdict's words, which say everything the shape does. */
export function verdictMark(verdict: Claim["verdict"]): Html {
  return raw(`<svg viewBox="0 0 26 26" aria-hidden="true" focusable="false">${shapes[verdict]}</svg>`);
}
