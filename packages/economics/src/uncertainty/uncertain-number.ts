/**
 * A number with what is known of it. Each names its distribution by what the field reports: a mean with its standard error, a
 * ratio with its interval, a count, an expert's range.
 */
export type UncertainNumber =
  | { readonly kind: "fixed"; readonly value: number }
  /** costs: above 0, skewed */
  | { readonly kind: "gamma"; readonly mean: number; readonly standardError: number }
  /** shares: 0 to 1 */
  | { readonly kind: "beta"; readonly mean: number; readonly standardError: number }
  /** a share that was counted */
  | { readonly kind: "beta-counts"; readonly events: number; readonly of: number }
  /** ratios: the point and its 95 % interval */
  | { readonly kind: "log-normal"; readonly point: number; readonly lower: number; readonly upper: number }
  /** a positive mean known on its own scale */
  | { readonly kind: "log-normal-mean"; readonly mean: number; readonly standardError: number }
  | { readonly kind: "normal"; readonly mean: number; readonly standardError: number }
  /** events over time at risk */
  | { readonly kind: "gamma-poisson"; readonly events: number; readonly exposure: number }
  /** an expert's range with the likeliest value */
  | { readonly kind: "pert"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number };

export type UncertainKind = UncertainNumber["kind"];

/** The entry of one kind. */
export type Uncertain<Kind extends UncertainKind> = Extract<UncertainNumber, { readonly kind: Kind }>;
