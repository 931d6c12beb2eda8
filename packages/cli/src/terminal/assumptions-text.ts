import { type Assumption, isUsual } from "@likewise/ingest";

/** What was read off the files because the plan does not say it, as lines for a terminal; nothing when nothing was. */
export function assumptionsText(assumptions: readonly Assumption[]): string {
  if (assumptions.length === 0) return "";
  const usual = assumptions.filter(isUsual).length;
  const lines = assumptions
    .filter((assumption) => !isUsual(assumption))
    .flatMap(({ evidence, fix }) => [`  ${fix}`, `      ${evidence}`]);
  const rest = usual === 0 ? [] : [`  as usual: ${usual} (UTF-8, commas, a header in the first row)`];
  return `${["", "Read off the files, as the plan does not say it; these lines in study.yaml would say it", ...lines, ...rest].join("\n")}\n`;
}
