import { designMatrix, fitLeastSquares, leastSquaresRefits, randomStream } from "@likewise/stats";
import { expect, it } from "vitest";

it("least-squares refits find what a fit with the same frequencies finds, years near 2015 and a repeated column too", () => {
  const stream = randomStream("least-squares refits");
  const n = 400;
  const year = Float64Array.from({ length: n }, () => 2015 + stream.integer(0, 5));
  const x = Float64Array.from({ length: n }, () => stream.normal());
  const design = designMatrix([year, x, year]);
  const outcome = x.map((value, row) => 3 * value + year[row]! - 2000 + stream.normal());
  const refit = leastSquaresRefits({ design, outcome, fit: fitLeastSquares({ design, outcome }) });
  for (let round = 0; round < 20; round++) {
    const frequencies = new Float64Array(n);
    for (let draw = 0; draw < n; draw++) frequencies[stream.integer(0, n - 1)]!++;
    const { coefficients } = fitLeastSquares({ design, outcome, frequencies });
    const found = refit(frequencies)!;
    coefficients.forEach((coefficient, j) => {
      expect(Math.abs(found[j]! - (coefficient ?? 0))).toBeLessThan(1e-9 * Math.max(1, Math.abs(coefficient ?? 0)));
    });
  }
  expect(refit(new Float64Array(n))).toBeNull();
});
