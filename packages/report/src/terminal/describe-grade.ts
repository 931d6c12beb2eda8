import type { Appraisal, Estimate, Grade } from "@likewise/schema";
import { domainNames, judgementNames, precisionTexts, raiseText } from "../wording/appraisal-words.ts";
import { scaleNames, shortScaleNames } from "../wording/labels.ts";
import { asSentence, capital, columnsInWords } from "../wording/sentence-case.ts";
import { wrapped } from "./wrapped.ts";

/** One group of estimates, or a design without any. */
export interface GradedGroup {
  /** Whose level it is: "Offered against not offered, estimates matched". */
  readonly heading: string;
  /** One for each scale. */
  readonly grades: readonly Grade[];
  readonly appraisal: Appraisal | null;
  readonly estimates: readonly Estimate[];
  /** The group that decides is told in full, the others in a line for each scale. */
  readonly decides: boolean;
}

/**
 * Levels for a terminal of 100 columns: on both scales by name, why, what would raise them, then what stands beside them.
 *
 * @param outcomeLabels of outcomes by id; one without is called by its id
 * @returns lines without colour
 */
export function describeGrade(
  title: string,
  groups: readonly GradedGroup[],
  outcomeLabels: Readonly<Record<string, string>> = {},
): string {
  const lines = groups.flatMap((group) => (group.decides ? inFull(group, outcomeLabels) : inBrief(group)));
  return [...wrapped(title, ""), ...lines].join("\n");
}

function inFull(
  { heading, grades, appraisal, estimates }: GradedGroup,
  outcomeLabels: Readonly<Record<string, string>>,
): string[] {
  return [
    "",
    ...wrapped(heading, ""),
    ...grades.flatMap(gradeLines),
    ...(appraisal === null ? [] : appraisalLines(appraisal, estimates, outcomeLabels)),
  ];
}

function inBrief({ heading, grades }: GradedGroup): string[] {
  const levels = grades.map((grade) => `${levelText(grade)} on the ${shortScaleNames[grade.scale]}`);
  return ["", ...wrapped(`${heading}: ${levels.join("; ")}`, "")];
}

function gradeLines(grade: Grade): string[] {
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`  ${title}`, ...texts.flatMap((text) => wrapped(columnsInWords(text), "    - "))];
  const textsOf = (reasons: Grade["reasons"]) => [...new Set(reasons.map(({ text }) => text))];
  return [
    "",
    ...wrapped(`${capital(levelText(grade))} on the ${scaleNames[grade.scale]}`, ""),
    ...list("Why, what explains most first:", textsOf(grade.reasons)),
    ...list("Not assessed:", textsOf(grade.notAssessed)),
    ...list("Also noted:", textsOf(grade.caveats)),
    ...list("What would raise it, cheapest first:", grade.raises.map(raiseText)),
  ];
}

function levelText({ level, atMost }: Grade): string {
  if (level === null) return "no level";
  return atMost === null || atMost === level ? `level ${level} of 5` : `level ${level} of 5, at most ${atMost},`;
}

function appraisalLines(
  appraisal: Appraisal,
  estimates: readonly Estimate[],
  outcomeLabels: Readonly<Record<string, string>>,
): string[] {
  const precision = appraisal.precision.flatMap((status) => {
    const estimate = estimates.find(({ id }) => id === status.estimate);
    if (estimate === undefined) return [];
    const label = outcomeLabels[estimate.outcome] ?? estimate.outcome;
    const texts = precisionTexts(status, estimate).flatMap((text) => wrapped(asSentence(text), "    - "));
    return [...wrapped(capital(label), "  "), ...texts];
  });
  return [
    "",
    ...wrapped(
      `Beside the level: risk of bias by domain, after ROBINS-I ${appraisal.version}; overall ${judgementNames[appraisal.overall].toLowerCase()}`,
      "",
    ),
    ...appraisal.domains.flatMap(({ id, judgement, because, unknown }) => {
      const silent = unknown.map(({ text }) => `not known: ${text}`);
      const why = [...because.map(({ text }) => text), ...silent].map(columnsInWords).join("; ");
      return wrapped(`${domainNames[id]}: ${judgementNames[judgement].toLowerCase()}. ${capital(why)}`, "  - ");
    }),
    ...(precision.length === 0 ? [] : ["", "Precision, which does not change the level", ...precision]),
  ];
}
