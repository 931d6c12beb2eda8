import { poolStudies } from "@likewise/compare";
import { randomEffects } from "@likewise/stats";
import { describe, expect, it } from "vitest";

const estimates = [0.5, 0.8, 1.4, 0.9, 0.7];
const standardErrors = [0.2, 0.1, 0.3, 0.25, 0.15];

describe("studies brought together", () => {
  it("ratios are brought together as logarithms and given back as ratios", () => {
    // Identity: the meta-analysis of the logs, itself held to R's metafor in stats.
    const logs = randomEffects({ estimates: estimates.map(Math.log), standardErrors });
    if (!("prediction" in logs)) throw new Error("refused");
    const pooled = poolStudies({ measure: "riskRatio", estimates, standardErrors })!;
    expect(pooled.estimate).toBe(Math.exp(logs.estimate));
    expect(pooled.prediction).toEqual([Math.exp(logs.prediction!.lower), Math.exp(logs.prediction!.upper)]);
    expect(pooled.spread).toBe(Math.sqrt(logs.heterogeneity.tauSquared));
  });

  it("are three or more, and the order of them does not matter", () => {
    expect(poolStudies({ measure: "riskDifference", estimates: [1, 2], standardErrors: [1, 1] })).toBeNull();
    const [one, other] = [[0, 1, 2, 3, 4] as const, [3, 1, 4, 0, 2] as const].map((order) =>
      poolStudies({
        measure: "meanDifference",
        estimates: order.map((at) => estimates[at]),
        standardErrors: order.map((at) => standardErrors[at]),
      }),
    );
    expect(other!.estimate).toBeCloseTo(one!.estimate, 12);
    expect(other!.prediction![1]).toBeCloseTo(one!.prediction![1], 12);
  });

  it("say nothing of one more when they are three, or when it would be of more people than there are", () => {
    const of = (differences: number[]) =>
      poolStudies({
        measure: "riskDifference",
        estimates: differences,
        standardErrors: differences.map(() => 0.05),
      })!;
    expect(of([-0.1, 0, 0.1])).toMatchObject({
      prediction: null,
      noPrediction: { unlocks: "5 studies or more" },
    });
    // By hand: a spread of about 0.6 with t on 4 degrees of freedom, 2.78, reaches beyond 1 on either side of 0.
    expect(of([-0.7, -0.5, 0, 0.5, 0.7])).toMatchObject({
      prediction: null,
      noPrediction: { unlocks: "more studies, or larger ones" },
    });
    expect(of([-0.1, -0.05, 0, 0.05, 0.1]).noPrediction).toBeNull();
  });

  it("a ratio of nothing cannot be", () => {
    expect(() => poolStudies({ measure: "riskRatio", estimates: [1, 0, 2], standardErrors: [1, 1, 1] })).toThrow("> 0");
  });
});
