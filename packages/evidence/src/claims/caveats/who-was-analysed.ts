import {
  type Comparison,
  type Estimate,
  type Exclusion,
  exact,
  type Figure,
  isWithheld,
  resultKey,
  type Sentence,
} from "@likewise/schema";
import { type ClaimSubject, estimateKey, isFound, keyIn, sentenceAbout } from "../subject.ts";

/** How many were analysed, and who was left out or not observed, by reason. */
export function whoWasAnalysed(subject: ClaimSubject): Sentence[] {
  const { estimate, comparison, funnel, coverage } = subject;
  if (estimate === undefined) return [];
  const referred = funnel.find((step) => step.step === "referred") ?? funnel[0];
  const analysed =
    referred === undefined
      ? analysedOfCompared(subject, estimate)
      : sentenceAbout(subject, "caveat-analysed-of-referred", {
          analysed: estimateKey(subject, estimate, "treated", "n"),
          referred: resultKey("funnel", referred.step, "count"),
        });
  const excluded = [
    ...exclusions(subject, comparison.rows.excluded, ["rows"]),
    ...outcomeRows(comparison).flatMap((rows, index) =>
      rows.outcome === subject.outcome ? exclusions(subject, rows.excluded, ["design", "outcomeRows", index]) : [],
    ),
  ];
  const unobserved = coverage.flatMap((entry, index) =>
    entry.outcome !== subject.outcome
      ? []
      : entry.missing.flatMap((missing, reason) =>
          some(missing.rows)
            ? [
                sentenceAbout(
                  subject,
                  "caveat-not-observed",
                  {
                    people: `coverage/${index}/people`,
                    missing: `coverage/${index}/missing/${reason}/rows`,
                    reason: `coverage/${index}/missing/${reason}/code`,
                  },
                  { arm: comparison.arms.labels[entry.arm] },
                ),
              ]
            : [],
        ),
  );
  return [analysed, ...excluded, ...unobserved, ...leftOutByMatching(subject, estimate)];
}

/** The people behind the estimate; rows used are these only where no match and no outcome is missing. */
function analysedOfCompared(subject: ClaimSubject, estimate: Estimate): Sentence {
  const { used } = subject.comparison.rows;
  const { n: treated } = estimate.treated;
  const { n: comparison } = estimate.comparison;
  const everyone = ![used, treated, comparison].some(isWithheld) && exact(treated) + exact(comparison) === exact(used);
  return everyone
    ? sentenceAbout(subject, "caveat-analysed-of-rows", {
        analysed: keyIn(subject, "rows", "used"),
        read: keyIn(subject, "rows", "read"),
      })
    : sentenceAbout(subject, "caveat-analysed-by-arm", {
        treatedN: estimateKey(subject, estimate, "treated", "n"),
        treatedArm: keyIn(subject, "arms", "treated"),
        comparisonN: estimateKey(subject, estimate, "comparison", "n"),
        comparisonArm: keyIn(subject, "arms", "comparison"),
      });
}

/** Who is left out of single outcomes: compare writes it among the options of the design. */
function outcomeRows({ design }: Comparison): readonly { outcome: string; excluded: Exclusion[] }[] {
  return (design.outcomeRows as { outcome: string; excluded: Exclusion[] }[] | undefined) ?? [];
}

/** People left out of the comparison, or of this outcome, by reason. */
function exclusions(
  subject: ClaimSubject,
  excluded: readonly Exclusion[],
  path: readonly (string | number)[],
): Sentence[] {
  return excluded.flatMap(({ rows }, index) => {
    const at = (part: string) => keyIn(subject, ...path, "excluded", index, part);
    return some(rows) ? [sentenceAbout(subject, "caveat-excluded", { rows: at("rows"), reason: at("reason") })] : [];
  });
}

function leftOutByMatching(subject: ClaimSubject, estimate: Estimate): Sentence[] {
  const { matching } = subject.comparison;
  if (matching === null || estimate.adjustment !== "matching" || !some(matching.treatedUnmatched)) return [];
  if (isFound(subject, "estimand-changed")) return [];
  return [
    sentenceAbout(
      subject,
      "caveat-estimand-matched-only",
      {
        matched: estimateKey(subject, estimate, "treated", "n"),
        unmatched: keyIn(subject, "matching", "treatedUnmatched"),
      },
      { population: estimate.population, estimand: estimate.estimand },
    ),
  ];
}

function some(figure: Figure): boolean {
  return isWithheld(figure) || exact(figure) > 0;
}
