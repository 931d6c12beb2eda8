import { type Results, resultKey, type Theory, type TheoryNode, type TheoryOfChange } from "@likewise/schema";
import { checkTheory } from "./check-theory.ts";

type Given = Pick<Results, "comparisons" | "claims" | "safety" | "funnel">;

/**
 * A theory of change as results hold it: each node with the key of the result that shows it and of the claim about it,
 * so that a page prints the disclosed value; and what is wrong with the theory.
 *
 * An outcome is shown by the primary estimate of the first comparison that has one.
 *
 * @param theory as validated
 * @param given  what the study found
 */
export function theoryOfResults(theory: TheoryOfChange, given: Given): Theory {
  const nodes = theory.nodes.map((node) => ({
    id: node.id,
    label: node.label,
    kind: node.kind,
    mechanism: node.mechanism ?? null,
    indicator: wordsOf(node),
    ...shownBy(node, given),
    expected: node.expected ?? null,
    source: node.source ?? null,
  }));
  const missing = theory.nodes.filter((node, index) => isInStudy(node) && nodes[index]!.result === null);
  return {
    nodes,
    links: theory.links.map(({ from, to, assumption, source, strength, timing, risk }) => ({
      from,
      to,
      assumption: assumption ?? null,
      source: source ?? null,
      strength: strength ?? null,
      timing: timing ?? null,
      risk: risk ?? null,
    })),
    findings: [
      ...checkTheory(theory),
      ...missing.map((node) => ({
        rule: "theory-indicator-not-in-study",
        severity: "warning" as const,
        about: [node.id],
        text: `This study holds no ${wordsOf(node)}, which is to show it: ${node.label}`,
      })),
    ],
  };
}

function isInStudy({ indicator }: TheoryNode): boolean {
  return indicator !== undefined && indicator.elsewhere === undefined;
}

function wordsOf({ indicator }: TheoryNode): string | null {
  if (indicator === undefined) return null;
  const { outcome, safety, step, elsewhere } = indicator;
  return (
    elsewhere ??
    (outcome !== undefined ? `outcome ${outcome}` : safety !== undefined ? `safety item ${safety}` : `step ${step}`)
  );
}

function shownBy({ indicator }: TheoryNode, given: Given): Pick<Theory["nodes"][number], "result" | "verdict"> {
  const nothing = { result: null, verdict: null };
  if (indicator?.step !== undefined)
    return given.funnel.some(({ step }) => step === indicator.step)
      ? { result: resultKey("funnel", indicator.step), verdict: null }
      : nothing;
  if (indicator?.safety !== undefined)
    return given.safety.some(({ id }) => id === indicator.safety)
      ? { result: resultKey("safety", indicator.safety), verdict: null }
      : nothing;
  return indicator?.outcome === undefined ? nothing : (estimateOf(indicator.outcome, given) ?? nothing);
}

function estimateOf(outcome: string, { comparisons, claims }: Given) {
  for (const { id, estimates } of comparisons) {
    const found = estimates.find((each) => each.outcome === outcome && each.primary && each.subgroup === null);
    if (found === undefined) continue;
    const claim = claims.find((each) => each.estimate === found.id && each.comparison === id);
    return {
      result: resultKey("comparisons", id, "estimates", found.id),
      verdict: claim === undefined ? null : resultKey("claims", claim.id),
    };
  }
  return null;
}
