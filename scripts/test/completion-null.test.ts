import { describe, expect, it } from "vitest";
import { confounders, runCompletionNull } from "../completion-null/run-completion-null.ts";
import { summariseContrasts } from "../completion-null/summarise-contrasts.ts";

describe("a programme without effect, completed less often by people at higher risk", () => {
  it.each(confounders)("has no effect by clone, censor, weight, and a large one by completers: %s", (confounder) => {
    const programmes = Array.from({ length: 20 }, (_, i) => runCompletionNull(confounder, i + 1, 39));
    const naive = summariseContrasts(programmes.map((one) => one.naive));
    const weighted = summariseContrasts(programmes.map((one) => one.weighted));
    // Both hold by far more than 20 programmes vary: at a true coverage of 95 %, 16 or fewer of 20 come once in 60 times,
    // and the seeds are fixed.
    expect(naive.covered).toBe(0);
    expect(naive.meanPoints).toBeLessThan(-20);
    expect(weighted.covered).toBeGreaterThanOrEqual(17);
    expect(Math.abs(weighted.meanPoints)).toBeLessThan(3 * weighted.monteCarloErrorPoints);
  });
});
