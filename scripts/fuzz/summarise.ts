import type { SpoiltInput } from "./spoilt-input.ts";
import type { NumberedVerdict } from "./with-watchdog.ts";

/** Counts of a fuzzing run: how inputs ended, by exit code and by what was done to them, and everything found. */
export function summarise(inputs: readonly SpoiltInput[], verdicts: readonly NumberedVerdict[]) {
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.index, verdict]));
  const byCode: Record<string, number> = {};
  const byMutation: Record<string, Record<string, number>> = {};
  const byGroup: Record<string, number> = {};
  for (const { index, mutations, group } of inputs) {
    const code = String(verdictOf.get(index)!.code);
    byCode[code] = (byCode[code] ?? 0) + 1;
    byGroup[group] = (byGroup[group] ?? 0) + 1;
    const mutation = mutations[0]!;
    byMutation[mutation] ??= {};
    byMutation[mutation][code] = (byMutation[mutation][code] ?? 0) + 1;
  }
  return {
    inputs: inputs.length,
    runs: inputs.filter(({ command }) => command === "run").length,
    rowCountsCheckedByHand: inputs.filter(({ rows }) => rows.size > 0).length,
    slowestMilliseconds: Math.round(verdicts.reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0)),
    byCode,
    byGroup,
    byMutation: Object.fromEntries(Object.entries(byMutation).sort(([a], [b]) => (a < b ? -1 : 1))),
    findings: [...verdicts]
      .sort((a, b) => a.index - b.index)
      .flatMap(({ index, findings }) => findings.map((finding) => ({ index, ...finding }))),
  };
}
