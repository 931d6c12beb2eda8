import { normalCdf, normalQuantile } from "../distributions/normal.ts";

/** How the false alarms allowed over all looks are spread over them. */
export interface SpendingRule {
  readonly name: string;
  readonly label: string;
  readonly source: string;
  /** @param share of the planned information seen, above 0 to 1; @returns what may be spent by then, 0 to alpha */
  readonly spent: (share: number, alpha: number) => number;
}

/** Every spending rule. Early looks of the first hardly ever end anything; those of the second cost the last one most. */
export const spendingRules = [
  {
    name: "obrien-fleming",
    label: "O’Brien–Fleming-type spending",
    source: "Lan and DeMets (1983), doi:10.1093/biomet/70.3.659; alpha is halved between the two sides",
    spent: (share, alpha) =>
      4 * normalCdf(normalQuantile(alpha / 4, { upper: true }) / Math.sqrt(share), { upper: true }),
  },
  {
    name: "pocock",
    label: "Pocock-type spending",
    source: "Lan and DeMets (1983), doi:10.1093/biomet/70.3.659",
    spent: (share, alpha) => alpha * Math.log(1 + (Math.E - 1) * share),
  },
] as const satisfies readonly SpendingRule[];

export type SpendingRuleName = (typeof spendingRules)[number]["name"];
