import type { Account, Claim, Figure, Results, Sentence } from "@likewise/schema";
import { published } from "../figures.ts";
import { gradeOf, headlineClaim, headlineComparison } from "../headline.ts";
import { besideVerdict, notShownBeside } from "../wording/caveat-groups.ts";
import { formatCount } from "../wording/formats.ts";
import { shortScaleNames } from "../wording/labels.ts";
import { asSentence } from "../wording/sentence-case.ts";
import { wrapped } from "./wrapped.ts";

/**
 * A run in a few lines for a terminal of 100 columns: what was found, how sure, and where every row went.
 *
 * @param results with texts rendered
 */
export function describeRun(results: Results): string {
  const claim = headlineClaim(results);
  return [
    ...wrapped(titleOf(results), ""),
    ...wrapped(found(claim), "Found      "),
    ...wrapped(howSure(results), "How sure   "),
    ...beside(results),
    ...rowLines(results.accounts),
  ].join("\n");
}

/** Synthetic data are always said to be so; a title that says it itself is not told twice. */
function titleOf({ study }: Results): string {
  return study.synthetic && !/synthetic/i.test(study.title) ? `${study.title} (synthetic data)` : study.title;
}

function found(claim: Claim | null): string {
  if (claim === null) return "Nobody was compared with anybody, so there is nothing to say.";
  const detail = claim.verdict === "cannot-say" ? [] : [claim.can[1]?.text ?? ""];
  return [claim.can[0]?.text ?? "", ...detail].map(asSentence).join(" ");
}

function howSure(results: Results): string {
  const grade = gradeOf(headlineComparison(results), headlineClaim(results), "wwclg");
  if (grade === null || grade.level === null) return `no level on the ${shortScaleNames.wwclg}`;
  const atMost = grade.atMost === grade.level ? "" : `, at most ${grade.atMost}`;
  return `level ${grade.level} of 5${atMost} on the ${shortScaleNames.wwclg}`;
}

/** What the verdict must not be read without. */
function beside(results: Results): string[] {
  const [comparison, claim] = [headlineComparison(results), headlineClaim(results)];
  if (comparison === null || claim === null) return [];
  const listed = (title: string, sentences: readonly Sentence[]) =>
    sentences.flatMap(({ text }, index) => wrapped(text ?? "", index === 0 ? `${title} - ` : "           - "));
  return [...listed("Not shown ", notShownBeside(claim)), ...listed("Beside it ", besideVerdict(claim, comparison))];
}

/** One line a step: with a dozen tables the account of each stands in the report. */
function rowLines(accounts: readonly Account[]): string[] {
  return [...new Set(accounts.map(({ stage }) => stage))].flatMap((stage, index) => {
    const tables = accounts.filter((account) => account.stage === stage);
    const sum = (part: "rowsIn" | "rowsUsed" | "rowsRejected") => total(tables.map((account) => account[part]));
    const of = tables.length === 1 ? tables[0]!.table : `${tables.length} tables`;
    const text = `${stage} (${of}): ${sum("rowsIn")} in = ${sum("rowsUsed")} used + ${sum("rowsRejected")} rejected`;
    return wrapped(text, index === 0 ? "Rows       " : "           ");
  });
}

function total(figures: readonly Figure[]): string {
  const numbers = figures.map(published);
  return numbers.includes(null) ? "[c]" : formatCount(numbers.reduce<number>((sum, number) => sum + number!, 0));
}
