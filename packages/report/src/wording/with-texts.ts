import type { Claim, Comparison, EconomicsResult, Results, Sentence } from "@likewise/schema";
import { renderSentence } from "./render-sentence.ts";

/** Results with the text of every claim, of money too, of what guards found and of what speaks for each decision rendered from the numbers as they stand: exact, or disclosed. */
export function withTexts(results: Results): Results {
  const render = (sentence: Sentence) => ({ ...sentence, text: renderSentence(sentence, results) });
  return {
    ...results,
    comparisons: results.comparisons.map((comparison) => ({
      ...comparison,
      claims: comparison.claims.map((claim) => claimWithTexts(claim, results)),
    })),
    claims: results.claims.map((claim) => claimWithTexts(claim, results)),
    ...(results.decisions === undefined
      ? {}
      : {
          decisions: results.decisions.map(({ option, ...lists }) => ({
            option,
            reasons: lists.reasons.map(render),
            unknown: lists.unknown.map(render),
          })),
        }),
    ...(results.readings === undefined
      ? {}
      : { readings: results.readings.map((one) => ({ ...one, sentences: one.sentences.map(render) })) }),
    economics: withMoneyTexts(results.economics, render),
    ...(results.guards === undefined
      ? {}
      : {
          guards: results.guards.map((finding) => ({
            ...finding,
            shown: finding.shown.map(render),
          })),
        }),
  };
}

function withMoneyTexts(economics: EconomicsResult | null, render: (sentence: Sentence) => Sentence) {
  if (economics?.claims === undefined) return economics;
  const { can, cannot } = economics.claims;
  return { ...economics, claims: { can: can.map(render), cannot: cannot.map(render) } };
}

/** One comparison with the text of its claims; keys of its claims may speak of nothing outside it. */
export function withComparisonTexts(comparison: Comparison): Comparison {
  const alone = { study: { outcomes: [] }, comparisons: [comparison] } as unknown as Results;
  return { ...comparison, claims: comparison.claims.map((claim) => claimWithTexts(claim, alone)) };
}

function claimWithTexts(claim: Claim, results: Results): Claim {
  const render = (sentence: Sentence) => ({ ...sentence, text: renderSentence(sentence, results) });
  return { ...claim, can: claim.can.map(render), cannot: claim.cannot.map(render), caveats: claim.caveats.map(render) };
}
