/** Which tail, and on which scale. Every cumulative function takes these. */
export interface TailOptions {
  /** `true`: P(X > x), computed as such and not as one minus. Default `false`: P(X <= x). */
  readonly upper?: boolean;
  /** `true`: natural logarithm of the probability, which goes on where the probability underflows. */
  readonly log?: boolean;
}

/**
 * One tail of a distribution, as the logarithm of the side that was computed. The kernels compute
 * whichever side is well conditioned; the other follows without loss because it is not the small one.
 */
export interface Tail {
  readonly upper: boolean;
  readonly log: number;
}

/** The probability a caller asked for, from the side the kernel computed. */
export function tailProbability(tail: Tail, options: TailOptions): number {
  const sameSide = tail.upper === (options.upper ?? false);
  if (options.log) return sameSide ? tail.log : logOneMinusExp(tail.log);
  // `+ 0` turns the -0 of expm1(0) into 0.
  return sameSide ? Math.exp(tail.log) : -Math.expm1(tail.log) + 0;
}

/** log(1 − eˣ) for x <= 0, on whichever of two forms keeps the digits (Mächler 2012, section 3). */
export function logOneMinusExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}
