/**
 * What Stirling's formula leaves out: log Γ(x + 1) − [(x + ½) log x − x + ½ log 2π], for x > 0.
 *
 * Probabilities of binomial, Poisson, beta and gamma type are ratios of gamma functions whose logarithms
 * are huge and nearly cancel. Written with this small, smooth remainder, the huge parts cancel on paper.
 *
 * @source Loader (2000), "Fast and accurate computation of binomial probabilities", section 2
 */
export function stirlingError(x: number): number {
  if (x >= 10) return asymptoticSeries(x);
  // Γ(x + 2) = (x + 1)Γ(x + 1), taken upwards until the series is exact to a rounding. The summands are positive.
  let remainder = 0;
  let y = x;
  while (y < 10) {
    remainder += (y + 0.5) * Math.log1p(1 / y) - 1;
    y += 1;
  }
  return remainder + asymptoticSeries(y);
}

/** Σ B₂ₖ / (2k(2k − 1)x²ᵏ⁻¹), B the Bernoulli numbers; eight terms leave less than 1e-17 at x = 10. */
function asymptoticSeries(x: number): number {
  const s = 1 / (x * x);
  return (
    (1 / 12 -
      s *
        (1 / 360 -
          s *
            (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156 - s * (3617 / 122400)))))))) /
    x
  );
}
