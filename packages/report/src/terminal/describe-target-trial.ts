import type { Comparison, Figure, Interval } from "@likewise/schema";
import { cellText, intervalText } from "../figures.ts";
import { formatCount } from "../wording/formats.ts";
import { precise } from "./precise.ts";
import { wrapped } from "./wrapped.ts";

type Trial = NonNullable<Comparison["targetTrial"]>;
type TrialOutcome = Trial["outcomes"][number];

/** The target trial of a comparison: its table, then its contrast beside the one it replaces. No lines without one. */
export function describeTargetTrial({ targetTrial }: Comparison): string[] {
  if (targetTrial === undefined) return [];
  return [
    "",
    "Completion as a target trial: no verdict rests on it",
    ...targetTrial.table.flatMap(({ element, trial, emulation }) => [
      ...wrapped(`${element}: ${trial}`, "  - "),
      ...(trial === emulation ? [] : wrapped(`emulated by: ${emulation}`, "      ")),
    ]),
    ...targetTrial.outcomes.flatMap(outcomeLines),
    ...targetTrial.assumptions.flatMap((assumption) => wrapped(`assumes that ${assumption}`, "  - ")),
  ];
}

function outcomeLines({ outcome, rows, horizonDays, contrasts }: TrialOutcome): string[] {
  const out = rows.excluded.map(({ reason, rows: count }) => `${cellText(count, formatCount)} (${reason})`);
  const left = out.length === 0 ? "none left out" : `left out: ${out.join(", ")}`;
  return [
    ...wrapped(`${outcome}, risk by day ${horizonDays}: ${cellText(rows.used, formatCount)} people, ${left}`, "  "),
    ...contrasts.flatMap(({ id, label, strategies, riskDifference, riskRatio, grades }) => {
      const grade = grades.find(({ scale }) => scale === "wwclg");
      return [
        ...wrapped(`${id}: ${of(riskDifference)}${riskRatio === null ? "" : `; ratio ${of(riskRatio)}`}`, "    "),
        ...wrapped(label, "      "),
        ...strategies.flatMap((one) =>
          wrapped(
            `${one.label}: ${of({ estimate: one.risk, interval: one.interval })}, ${cellText(one.events, formatCount)} of ${cellText(one.people, formatCount)} seen with the event${one.left === null ? "" : `, ${cellText(one.left, formatCount)} left it`}`,
            "      ",
          ),
        ),
        ...(grade === undefined
          ? []
          : wrapped(
              `level ${grade.level ?? "none"}, at most ${grade.atMost ?? "none"}: ${grade.caps.map(({ text }) => text).join("; ")}`,
              "      ",
            )),
      ];
    }),
  ];
}

function of({ estimate, interval }: { readonly estimate: Figure; readonly interval: Interval }): string {
  return `${cellText(estimate, precise)} (${intervalText(interval, precise).replace(" to ", ", ")})`;
}
