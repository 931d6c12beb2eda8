import type { Grade } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { gradeOf, headlineClaim, headlineComparison } from "../headline.ts";
import { shortScaleNames } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Chart, type ChartWidth, pictureWidth } from "./chart.ts";
import { picture, type SpecPart, textAt } from "./picture.ts";
import { colours } from "./theme.ts";

/** Where the headline stands on the two scales that share the name Maryland. */
export const ladder: Chart = {
  id: "evidence",
  shows: "the level of evidence on both scales",
  content: (results) => {
    const [comparison, claim] = [headlineComparison(results), headlineClaim(results)];
    const grades = (["wwclg", "original"] as const).flatMap((scale) => gradeOf(comparison, claim, scale) ?? []);
    if (grades.length === 0) return null;
    return {
      title: "How strong the evidence is",
      subtitle: "Level out of 5. A dashed box is a level it could reach if what was not assessed turned out well",
      alternative: grades.map(levelText).join(". "),
      table: {
        caption:
          claim?.estimate == null ? "Level of evidence of the design" : "Level of evidence of the headline estimate",
        head: ["Scale", "Level", "At most"],
        rows: grades.map((grade) => [
          scaleName(grade),
          grade.level === null ? "cannot be placed" : String(grade.level),
          grade.atMost === null ? "[z]" : String(grade.atMost),
        ]),
      },
      notes: [
        "A higher level rules out more ways of being wrong about cause. It says nothing about how large a difference is.",
      ],
      spec: (width) => spec(grades, width),
    };
  },
};

function scaleName(grade: Grade): string {
  return capital(shortScaleNames[grade.scale] ?? grade.scale);
}

function levelText(grade: Grade): string {
  const level = grade.level === null ? "cannot be placed" : `level ${grade.level}, at most ${grade.atMost}`;
  return `${scaleName(grade)}: ${level}`;
}

const boxHeight = 34;
const rowHeight = 74;

function spec(grades: readonly Grade[], width: ChartWidth): TopLevelSpec {
  const plot = Math.min(460, pictureWidth[width] - 4);
  const layer = grades.flatMap((grade, row) => [
    textAt(0, row * rowHeight + 10, [scaleName(grade)]),
    ...[1, 2, 3, 4, 5].flatMap((level) => box(level, grade, row * rowHeight + 24, plot)),
  ]);
  return picture(
    {
      width: pictureWidth[width],
      plotHeight: grades.length * rowHeight - 10,
      margin: { left: 2, right: pictureWidth[width] - plot - 2, top: 2, bottom: 0 },
    },
    { layer },
  );
}

const looks = {
  reached: { color: colours.programme, stroke: colours.programme, strokeDash: [1, 0], text: colours.ground },
  possible: { color: colours.ground, stroke: colours.programme, strokeDash: [5, 3], text: colours.text },
  above: { color: colours.ground, stroke: colours.quiet, strokeDash: [1, 0], text: colours.secondaryText },
} as const;

function box(level: number, grade: Grade, top: number, plot: number): SpecPart[] {
  const { text, ...look } = looks[state(level, grade)];
  const step = plot / 5;
  const [from, to] = [step * (level - 1) + 2, step * level - 4];
  return [
    {
      data: { values: [{ level }] },
      mark: { type: "rect", cornerRadius: 2, strokeWidth: 2, ...look },
      encoding: {
        x: { value: from },
        x2: { value: to },
        y: { value: top },
        y2: { value: top + boxHeight },
      },
    },
    textAt((from + to) / 2, top + boxHeight / 2, [String(level)], {
      align: "center",
      color: text,
      fontWeight: "bold",
      fontSize: 16,
    }),
  ];
}

function state(level: number, grade: Grade): keyof typeof looks {
  if (grade.level !== null && level <= grade.level) return "reached";
  return grade.atMost !== null && level <= grade.atMost ? "possible" : "above";
}
