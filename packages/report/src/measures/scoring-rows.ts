import type { MeasureResult } from "@likewise/schema";
import { formatMeasured } from "../wording/formats.ts";
import { reporterNames } from "../wording/labels.ts";

const sides: Readonly<Record<NonNullable<MeasureResult["cutOff"]>["clinical"], string>> = {
  ">=": "or above",
  ">": "and above, itself left out",
  "<=": "or below",
  "<": "and below, itself left out",
};

/** How a score was made and what change is told by, a row each: what nobody saw in a source stands among them. */
export function scoringRows(measure: MeasureResult): [string, string][] {
  const { score, items, reporter, better, range, waves, error, cutOff, licence, unverified } = measure;
  const points = (value: number) => formatMeasured(value).replace(/\.0+$/, "");
  return [
    ["Whose account", reporterNames[reporter] ?? reporter],
    ["Time points", waves.join(", ")],
    ["Scored by", `definition ${measure.measure.id} ${measure.measure.version}`],
    ["Items", String(items)],
    ...(score === null || range === null
      ? []
      : ([
          ["Range", `${points(range[0]!)} to ${points(range[1]!)}${better === null ? "" : `, ${better} is better`}`],
        ] as [string, string][])),
    ...(error === null
      ? []
      : ([
          [
            "Reliable change",
            error.basis === "published"
              ? `${points(error.points)} points or more (${error.source})`
              : `more than ${points(error.points)} points, from a reliability of ${String(error.reliability)} (${error.source})`,
          ],
        ] as [string, string][])),
    ...(cutOff === null
      ? []
      : ([
          [
            "Clinical range",
            `${points(cutOff.value)} ${sides[cutOff.clinical]}${cutOff.basis === "published" ? "" : ` (cut-off ${cutOff.basis} of Jacobson and Truax)`}`,
          ],
        ] as [string, string][])),
    ["Not verified", unverified.length === 0 ? "nothing" : unverified.join("; ")],
    ["Terms", licence],
  ];
}
