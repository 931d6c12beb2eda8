/**
 * One gamma number, by Marsaglia and Tsang's squeeze on a cubed normal; a shape below 1 is drawn one higher
 * and brought down by a power of a uniform.
 *
 * @param shape > 0
 * @param scale > 0, the unit of the result
 * @throws RangeError when shape or scale is not > 0 and finite
 * @source Marsaglia and Tsang (2000), doi:10.1145/358407.358414
 */
export function drawGamma(stream: { uniform(): number; normal(): number }, shape: number, scale: number): number {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY && scale > 0 && scale < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`gamma: shape and scale must be > 0 and finite, got ${shape} and ${scale}`);
  }
  const boost = shape < 1 ? stream.uniform() ** (1 / shape) : 1;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = stream.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(stream.uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return scale * boost * d * v;
  }
}
