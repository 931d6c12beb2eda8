import type { Estimate } from "@likewise/schema";
import { isShare, published } from "../figures.ts";
import { type Html, html } from "../page/html.ts";

/** Said only where a reader who subtracts the rounded shares would find another difference. */
export function roundingNote(estimates: readonly Estimate[]): Html | null {
  return estimates.some((estimate) => !addsUp(estimate))
    ? html`<p class="note">The difference is worked out before rounding, so the rounded numbers may not add up to it.</p>\n`
    : null;
}

function addsUp(estimate: Estimate): boolean {
  const [treated, comparison, difference] = [estimate.treated.value, estimate.comparison.value, estimate.estimate].map(
    published,
  );
  if (!isShare(estimate) || treated == null || comparison == null || difference == null) return true;
  // Adjusted differences are not those of the two values shown, whatever the rounding.
  if (Math.abs(treated - comparison - difference) > 1e-9) return true;
  const tenths = (share: number) => Math.round(1000 * share);
  return tenths(treated) - tenths(comparison) === tenths(difference);
}
