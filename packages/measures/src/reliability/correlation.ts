/** Product-moment correlation; null where one of the two does not vary. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const n = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += x[i]! / n;
    meanY += y[i]! / n;
  }
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  // Rounding leaves a trace of spread in what does not vary.
  const isFlat = (squares: number, centre: number) => squares <= 1e-24 * n * Math.max(1, centre * centre);
  return isFlat(xx, meanX) || isFlat(yy, meanY) ? null : xy / Math.sqrt(xx * yy);
}
