import type { Grade } from "@likewise/schema";
import { gradeOf, headlineClaim, headlineComparison } from "../headline.ts";
import { shortScaleNames } from "../wording/labels.ts";
import { type Chart, type ChartWidth, plotWidth } from "./chart.ts";
import { completeSpec } from "./spec.ts";
import { colours } from "./theme.ts";

/** Where the headline estimate stands on the two scales that share the name Maryland. */
export const ladder: Chart = {
  id: "evidence",
  shows: "the level of evidence on both scales",
  content: (results) => {
    const comparison = headlineComparison(results);
    const estimate = headlineClaim(results)?.estimate;
    if (!comparison || !estimate) return null;
    const grades = (["wwclg", "original"] as const).flatMap((scale) => gradeOf(comparison, estimate, scale) ?? []);
    if (grades.length === 0) return null;
    return {
      title: "How strong the evidence is",
      subtitle: "Level out of 5. A ring shows the most it could be, if what was not assessed turned out well",
      alternative: grades.map(levelText).join(". "),
      table: {
        caption: "Level of evidence of the headline estimate",
        head: ["Scale", "Level", "At most"],
        rows: grades.map((grade) => [
          shortScaleNames[grade.scale] ?? grade.scale,
          grade.level === null ? "cannot be placed" : String(grade.level),
          grade.atMost === null ? "[z]" : String(grade.atMost),
        ]),
      },
      notes: [
        "Higher levels rule out more ways of being wrong about cause. They say nothing about the size of a difference.",
      ],
      spec: (width) => spec(grades, width),
    };
  },
};

function levelText(grade: Grade): string {
  const level = grade.level === null ? "cannot be placed" : `level ${grade.level}, at most ${grade.atMost}`;
  return `${shortScaleNames[grade.scale] ?? grade.scale}: ${level}`;
}

function spec(grades: readonly Grade[], width: ChartWidth) {
  const rungs = grades.flatMap((grade) =>
    [1, 2, 3, 4, 5].map((level) => ({
      scale: shortScaleNames[grade.scale] ?? grade.scale,
      level,
      state: state(level, grade),
    })),
  );
  const y = { field: "scale", type: "nominal", sort: null, title: null, axis: null };
  const x = { field: "level", type: "ordinal", title: null, axis: null };
  return completeSpec({
    width: plotWidth[width] + (width === "wide" ? 0 : 90),
    height: { step: 92 },
    data: { values: rungs },
    layer: [
      {
        mark: { type: "rect", strokeWidth: 2, cornerRadius: 3, height: 40 },
        encoding: {
          x,
          y,
          fill: {
            field: "state",
            type: "nominal",
            scale: { domain: ["reached", "possible", "above"], range: [colours.programme, "white", "white"] },
            legend: null,
          },
          stroke: {
            field: "state",
            type: "nominal",
            scale: {
              domain: ["reached", "possible", "above"],
              range: [colours.programme, colours.programme, colours.quiet],
            },
            legend: null,
          },
          strokeDash: {
            field: "state",
            type: "nominal",
            scale: {
              domain: ["reached", "possible", "above"],
              range: [
                [1, 0],
                [5, 3],
                [1, 0],
              ],
            },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", fontSize: 17, fontWeight: "bold" },
        encoding: {
          x,
          y,
          text: { field: "level" },
          color: { condition: { test: "datum.state == 'reached'", value: "white" }, value: colours.secondaryText },
        },
      },
      {
        transform: [{ filter: "datum.level == 1" }],
        mark: { type: "text", align: "left", baseline: "bottom", dy: -26, limit: 0 },
        encoding: { y, x: { value: 2 }, text: { field: "scale" } },
      },
    ],
  });
}

function state(level: number, grade: Grade): "reached" | "possible" | "above" {
  if (grade.level !== null && level <= grade.level) return "reached";
  return grade.atMost !== null && level <= grade.atMost ? "possible" : "above";
}
