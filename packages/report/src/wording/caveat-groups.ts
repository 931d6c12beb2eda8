import type { Claim, Comparison, Estimate, Sentence } from "@likewise/schema";

/** Caveats that belong together, under one heading. */
export interface CaveatGroup {
  readonly title: string;
  readonly rules: RegExp;
}

const otherEstimate = /^caveat-(crude|adjusted|matched|weighted|design)-/;

/** Every caveat rule belongs to the first group that takes it. */
export const caveatGroups: readonly CaveatGroup[] = [
  { title: "How often the results are looked at", rules: /^caveat-(interim|last-look)/ },
  { title: "How strong the design is", rules: /^caveat-(level|not-assessed|cap-not-assessed|grade)/ },
  {
    title: "Other ways to analyse the same data",
    rules: new RegExp(`${otherEstimate.source}|^caveat-(primary-by-default|test-p|ties-matter)`),
  },
  { title: "Warnings", rules: /^caveat-guard/ },
  { title: "Who the result is about", rules: /^caveat-(analysed|excluded|not-observed|estimand)/ },
  { title: "How small a difference could be seen", rules: /^caveat-(detectable|people|few)/ },
  { title: "What the interval leaves out", rules: /^caveat-(not-in-interval|e-value)/ },
  { title: "What was assumed", rules: /^caveat-assumption/ },
];

/** The caveats of a claim by group, in the order of the groups; empty groups are left out. */
export function groupedCaveats(claim: Claim): { readonly title: string; readonly sentences: readonly Sentence[] }[] {
  const groupOf = ({ rule }: Sentence) => caveatGroups.find(({ rules }) => rules.test(rule));
  return caveatGroups
    .map((group) => ({
      title: group.title,
      sentences: claim.caveats.filter((caveat) => groupOf(caveat) === group),
    }))
    .filter(({ sentences }) => sentences.length > 0);
}

/**
 * What must stand beside the verdict and nowhere further down: what a causal reading rests on, other estimates and tests
 * that see it otherwise, a primary fixed by default, people left out by matching.
 *
 * Of the estimates that differ from the deciding one in how the groups are made alike, one of a kind is enough: in the
 * measure that decides, where there is one. The rest stand further down.
 */
export function besideVerdict(claim: Claim, { estimates }: Comparison): Sentence[] {
  const quoted = ({ slots }: Sentence): Estimate | undefined =>
    estimates.find((estimate) => slots.estimate?.includes(`/estimates/${estimate.id}/`));
  const deciding = estimates.find((estimate) => estimate.id === claim.estimate);
  const others = claim.caveats
    .filter(({ rule }) => otherEstimate.test(rule))
    .map((caveat) => ({ caveat, estimate: quoted(caveat) }))
    .filter(({ estimate }) => estimate?.adjustment !== deciding?.adjustment);
  const kinds = [...new Set(others.map(({ estimate }) => estimate?.adjustment))];
  const oneOfAKind = kinds.map((kind) => {
    const ofKind = others.filter(({ estimate }) => estimate?.adjustment === kind);
    return (ofKind.find(({ estimate }) => estimate?.measure === deciding?.measure) ?? ofKind[0]!).caveat;
  });
  return [
    ...claim.can.filter(({ rule }) => rule.startsWith("assumption-")),
    ...oneOfAKind,
    ...claim.caveats.filter(({ rule }) => /^caveat-(interim|test-p|primary-by-default|estimand|few|guard)/.test(rule)),
  ];
}

/**
 * What must be said not to be shown in the same breath as the verdict: why nothing can be said, or that the programme
 * has not been shown to be the cause. The sentences are pieces that need "This does not show" before them.
 */
export function notShownBeside(claim: Claim): Sentence[] {
  return claim.verdict === "cannot-say"
    ? claim.cannot.slice(0, 2)
    : claim.cannot.filter(({ rule }) => rule === "cannot-say-caused");
}
