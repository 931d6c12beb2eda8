import type { Claim, Results, SafetyItem } from "@likewise/schema";
import { published, spoken } from "../../figures.ts";
import { headlineText } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { formatCount } from "../../wording/formats.ts";
import { guardWording } from "../../wording/guards.ts";
import { reporterNames } from "../../wording/labels.ts";
import { safetyName } from "../../wording/safety-wording.ts";
import { asSentence, capital } from "../../wording/sentence-case.ts";
import type { Question } from "../question.ts";

/** Whatever tells against the programme or against these results, in one place and as large as the rest. */
export const harms: Question = {
  id: "harms",
  title: "Was anyone harmed, and what tells against these results?",
  answer: (results) => {
    const isWorse = worseClaims(results).length + worseAccounts(results).length > 0;
    const recorded = hasRecord(results);
    const found = isWorse
      ? "Something was worse, and stands below"
      : hasDecision(results)
        ? "Nothing was worse by the results that decide"
        : "No result here can show harm or its absence";
    return `${found}. ${
      recorded
        ? "Harms were recorded, but are not counted on this page."
        : "Harms were not recorded, so these results cannot show that nobody was harmed."
    }`;
  },
  detail: (results) => html`<div class="panel">
${part(
  "What was worse",
  [
    ...worseClaims(results).map((claim) => asSentence(headlineText(claim) ?? "")),
    ...worseAccounts(results).map(account),
  ],
  "None of the outcomes compared, and none of the accounts of safety.",
)}${part("Worse by another estimate", worseOtherwise(results), "None of those that stand beside the estimates that decide.")}${harmsRecorded(results)}${part("Warnings about these results", warnings(results), "No warning was found.")}</div>
`,
};

/** Whether any result says something: where nobody was compared, or nothing can be said, not being worse is no finding. */
function hasDecision({ comparisons }: Results): boolean {
  return comparisons.some(({ claims }) => claims.some(({ verdict }) => verdict !== "cannot-say"));
}

function worseClaims({ comparisons }: Results): Claim[] {
  return comparisons.flatMap(({ claims }) => claims.filter(({ verdict }) => verdict === "worse"));
}

/** Estimates beside the one that decides whose whole interval is worse: nobody should have to find them in a table. */
function worseOtherwise({ comparisons, study }: Results): string[] {
  return comparisons.flatMap(({ claims, estimates }) =>
    claims.flatMap(({ outcome, estimate, caveats }) => {
      const better = study.outcomes.find(({ id }) => id === outcome)?.direction;
      const measure = estimates.find(({ id }) => id === estimate)?.measure;
      return caveats
        .filter(({ rule, words, slots }) => {
          const isWorse =
            (better === "lower" && words.side === "higher") || (better === "higher" && words.side === "lower");
          const ofMeasure = slots.estimate?.includes(`:${measure}:`) === true;
          return isWorse && ofMeasure && /-(?:excludes-null|opposite)$/.test(rule);
        })
        .map(({ text, words }) => `${capital(words.outcome ?? outcome)}. ${text}`);
    }),
  );
}

/** Accounts of abuse, or of children at risk, of whom more tell after than before. */
function worseAccounts({ safety }: Results): SafetyItem[] {
  return safety.filter(({ question, numerator, before }) => {
    const [now, then] = [published(numerator), published(before?.numerator)];
    return question !== "victim-survivors-supported" && now !== null && then !== null && now > then;
  });
}

function account(item: SafetyItem): string {
  const whose = reporterNames[item.reporter ?? ""] ?? "records";
  return `${safetyName(item)}, by ${whose}: ${spoken(item.before!.numerator, formatCount)} before, ${spoken(item.numerator, formatCount)} after.`;
}

/** Whether a record of harms was brought, whatever it holds. */
function hasRecord({ accounts }: Results): boolean {
  return accounts.some(({ table }) => table === "harms");
}

function harmsRecorded(results: Results): Html {
  const said = hasRecord(results)
    ? "Recorded, and not counted on this page. Ask who made this study to go through the record case by case."
    : "Not measured. No record of harms is among these data.";
  return part("Harms during the programme", [], said);
}

/** What guards found, once each however many comparisons it was found in. */
function warnings({ guards = [] }: Results): string[] {
  const found = guards.filter(({ effect }) => effect !== "not-assessed");
  return [...new Set(found.map(({ guard }) => guard))].map((guard) => asSentence(capital(guardWording(guard).because)));
}

function part(title: string, items: readonly string[], none: string): Html {
  return html`<div><h3>${title}</h3>
${items.length === 0 ? html`<p>${none}</p>` : html`<ul>${items.map((text) => html`<li>${text}</li>`)}</ul>`}</div>
`;
}
