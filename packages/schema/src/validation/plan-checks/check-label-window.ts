import type { Offset, WindowDefinition } from "../../calendar/windows.ts";
import type { PlanProblem } from "../check-shape.ts";
import { windowNamed } from "./check-window.ts";

/**
 * Pages print the label and count by the window: where a label says for how long, it must be as long as the window.
 * Of several lengths in a label one must be the window's; a length that belongs to another noun ("a 6-month order") is
 * not read.
 */
export function checkLabelWindow(
  path: string,
  label: string | undefined,
  id: string | undefined,
  side: WindowDefinition["side"],
): PlanProblem[] {
  const window = id === undefined ? null : windowNamed(id);
  if (window === null || label === undefined) return [];
  // A window on the wrong side of the index date is refused as such.
  if (window.side !== side) return [];
  const said = monthsSaid(label);
  const edges = [window.from, window.to, ...(window.provenBy === null ? [] : [window.provenBy])].map(monthsOf);
  if (said.length === 0 || said.some((months) => edges.includes(months))) return [];
  const size = "days" in window.to ? `${window.to.days} days` : `${Math.max(...edges.slice(0, 2))} months`;
  return [
    { path: `${path}.label`, message: `expected the length of the window (${id}, of ${size}), found "${label}"` },
  ];
}

const numberWords = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const furtherWords: Readonly<Record<string, number>> = {
  a: 1,
  eighteen: 18,
  "twenty-four": 24,
  "thirty-six": 36,
};
/** A length that is the outcome's own: it opens the label, or follows one of these words or a mark. */
const ownLength = new RegExp(
  `(?:^|[,;:(–—]|\\b(?:within|in|over|during|at|by|for|the|first|next|last|past|following)\\b)\\s*` +
    `(\\d+|${[...numberWords, ...Object.keys(furtherWords)].join("|")})[\\s-]+(month|year)s?\\b`,
  "gi",
);

function monthsSaid(label: string): number[] {
  return [...label.matchAll(ownLength)].map(
    ([, size, unit]) => numberOf(size!.toLowerCase()) * monthsIn[unit!.toLowerCase()]!,
  );
}

const monthsIn: Readonly<Record<string, number>> = { month: 1, year: 12 };

function numberOf(size: string): number {
  return furtherWords[size] ?? (numberWords.includes(size) ? numberWords.indexOf(size) + 1 : Number(size));
}

/** Windows in days are said in months too: 365 days are twelve. */
function monthsOf(offset: Offset): number {
  return "months" in offset ? Math.abs(offset.months) : Math.round(offset.days / (365.25 / 12));
}
