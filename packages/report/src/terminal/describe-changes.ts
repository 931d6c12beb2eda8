import type { Changes, GradeOf, NumberChange } from "../changes/changes.ts";
import { shortScaleNames, verdictNames } from "../wording/labels.ts";
import { valueText } from "./describe-explanation.ts";
import { wrapped } from "./wrapped.ts";

const shown = 10;

/** What changed between two releases, for a terminal of 100 columns: verdicts and levels, why, then counts by part. */
export function describeChanges(changes: Changes): string {
  const { verdicts, levels, inputs, plan, definitions, numbers, same, before, now } = changes;
  return [
    ...group(
      "Verdicts",
      verdicts.map(
        ({ label, before: was, now: is }) =>
          `${label}: ${verdictText(was)} before, now ${verdictText(is).toLowerCase()}`,
      ),
      "none changed",
    ),
    ...group(
      "Levels",
      levels.map(
        ({ comparison, scale, before: was, now: is }) =>
          `${comparison ?? "the whole study"}, ${shortScaleNames[scale] ?? scale}: ${levelText(was)} before, now ${levelText(is)}`,
      ),
      "none changed",
    ),
    ...group(
      "Inputs",
      inputs.map(
        ({ file, change, before: was, now: is }) =>
          `${file} ${change}: ${was?.rows ?? "no"} rows before, ${is?.rows ?? "no"} now`,
      ),
      "the same files",
    ),
    ...group(
      "Plan",
      plan.map(({ path, frozen, now: is }) => `${path}: ${frozen ?? "not there"} before, ${is ?? "taken out"} now`),
      "the same options",
    ),
    ...(before.likewise === now.likewise ? [] : [`Likewise    ${before.likewise} before, ${now.likewise} now`]),
    ...group(
      "Definitions",
      definitions.map(({ of, part, before: was, now: is }) => `${of}, ${part}: ${was} before, ${is} now`),
      "the same",
    ),
    `Numbers     ${numbers.length} not as they were, ${same} as they were`,
    ...partLines(numbers),
  ].join("\n");
}

function group(title: string, lines: readonly string[], otherwise: string): string[] {
  if (lines.length === 0) return [`${title.padEnd(12)}${otherwise}`];
  const rest = lines.length - shown;
  const listed = lines.slice(0, shown).flatMap((line, index) => wrapped(line, (index === 0 ? title : "").padEnd(12)));
  return rest > 0 ? [...listed, `${" ".repeat(12)}… and ${rest} more: see --json`] : listed;
}

function verdictText(verdict: Changes["verdicts"][number]["now"]): string {
  return verdict === null ? "Not compared" : verdictNames[verdict];
}

function levelText(grade: GradeOf | null): string {
  if (grade === null) return "no grade";
  return grade.level === null ? "no level" : `level ${grade.level}, at most ${grade.atMost ?? grade.level}`;
}

/** How many changed in each part, and the primary estimate itself. */
function partLines(numbers: readonly NumberChange[]): string[] {
  const parts = [...new Set(numbers.map(({ key }) => key.split("/")[0]!))];
  return parts.flatMap((part) => {
    const own = numbers.filter(({ key }) => key.startsWith(`${part}/`));
    const count = (because: NumberChange["because"]) => own.filter((number) => number.because === because).length;
    const marks = [
      [count("withheld"), "withheld"],
      [count("unlike-definitions"), "defined otherwise and not subtracted"],
      [count("only-in-one"), "in one of them only"],
    ] as const;
    const notes = marks.flatMap(([some, words]) => (some === 0 ? [] : [`${some} ${words}`]));
    const estimates = own.filter(({ key }) => /\/estimates\/[^/]+\/estimate$/.test(key));
    return [
      `  ${part}: ${own.length}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`,
      ...estimates
        .slice(0, shown)
        .flatMap(({ key, before, now, difference }) =>
          wrapped(
            `${key}: ${valueText(before)} before, ${valueText(now)} now${difference === null ? "" : `, by ${valueText(difference)}`}`,
            "    ",
          ),
        ),
    ];
  });
}
