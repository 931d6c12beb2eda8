import type { Claim } from "@likewise/schema";
import { type Html, raw } from "../page/html.ts";

/** One mark a verdict, told apart by shape; all the same size and weight, as each must be as easy to reach. */
const shapes: Readonly<Record<Claim["verdict"], string>> = {
  better: '<path d="M13 3 23 21H3z" fill="#12436D"/>',
  worse: '<path d="M3 5h20L13 23z" fill="#801650"/>',
  "no-clear-difference": '<path d="M2 9h22v3H2zM2 15h22v3H2z" fill="#3D3D3D"/>',
  "cannot-say":
    '<circle cx="13" cy="13" r="9.5" fill="none" stroke="#3D3D3D" stroke-width="3"/><path d="M6 20 20 6" stroke="#3D3D3D" stroke-width="3"/>',
};

/** A shape beside the verdict's words, which say everything the shape does. */
export function verdictMark(verdict: Claim["verdict"]): Html {
  return raw(`<svg viewBox="0 0 26 26" aria-hidden="true" focusable="false">${shapes[verdict]}</svg>`);
}
