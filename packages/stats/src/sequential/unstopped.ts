import { normalCdf, normalDensity } from "../distributions/normal.ts";
import { gaussLegendre } from "./gauss-legendre.ts";

/**
 * Where a study that has not yet crossed a bound stands, under no difference: its score (the standardised difference
 * times the root of the share seen) at points of integration, with the probability each stands for.
 */
export interface Unstopped {
  readonly share: number;
  readonly scores: Float64Array;
  readonly masses: Float64Array;
}

/** Before anything is seen, every study stands at 0. */
export const unstarted: Unstopped = { share: 0, scores: Float64Array.of(0), masses: Float64Array.of(1) };

/**
 * Probability that a study still going crosses ± `bound` (standard errors) at the next look.
 *
 * @source Armitage, McPherson and Rowe (1969), doi:10.2307/2343787
 */
export function crossing({ share: before, scores, masses }: Unstopped, share: number, bound: number): number {
  const limit = bound * Math.sqrt(share);
  const spread = Math.sqrt(share - before);
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const above = normalCdf((limit - scores[i]!) / spread, { upper: true });
    const below = normalCdf((-limit - scores[i]!) / spread);
    total += masses[i]! * (above + below);
  }
  return total;
}

/** The studies still going after a look at `share` with ± `bound`, ready for the one at `next`. */
export function going(from: Unstopped, share: number, bound: number, next: number): Unstopped {
  const spread = Math.sqrt(share - from.share);
  // Beyond nine standard deviations lies less than rounding. A panel is no wider than what changes within it.
  const reach = Math.min(bound, 9) * Math.sqrt(share);
  const panels = Math.ceil((2 * reach) / Math.min(spread, Math.sqrt(next - share)));
  const half = reach / panels;
  const scores = new Float64Array(panels * rule.nodes.length);
  const masses = new Float64Array(scores.length);
  for (let point = 0; point < scores.length; point++) {
    const node = point % rule.nodes.length;
    const panel = (point - node) / rule.nodes.length;
    const score = -reach + (2 * panel + 1 + rule.nodes[node]!) * half;
    let density = 0;
    for (let i = 0; i < from.scores.length; i++)
      density += from.masses[i]! * normalDensity((score - from.scores[i]!) / spread);
    scores[point] = score;
    masses[point] = (density / spread) * rule.weights[node]! * half;
  }
  return { share, scores, masses };
}

const rule = gaussLegendre(16);
