import { plannedLooks } from "@likewise/compare";
import { newcombeDifference, randomStream, wilsonInterval } from "@likewise/stats";
import { describe, expect, it } from "vitest";

const fifths = [0.2, 0.4, 0.6, 0.8, 1];

describe("looks at results that grow", () => {
  it("one look has the level that was declared", () => {
    for (const spending of ["obrien-fleming", "pocock"] as const)
      expect(plannedLooks({ shares: [1], spending, level: 0.9 })[0]!.level).toBeCloseTo(0.9, 12);
  });

  it("the limits of every look are wider than those of one look, the first of O’Brien and Fleming’s most", () => {
    const levels = plannedLooks({ shares: fifths }).map(({ level }) => level);
    expect(levels.every((level) => level > 0.95)).toBe(true);
    expect([...levels].sort((a, b) => b - a)).toEqual(levels);
  });

  it("practice-F12: in programmes without effect, five looks find a difference in no more than 5 of 100, where each alone would in 14", () => {
    // Two arms of 500 people, one in three with the outcome in both, looked at after every fifth: the data are binomial,
    // so the exact share is not 0.05; a false alarm rate above 0.05 + Monte Carlo error would be seen at 12,000.
    const programmes = 12_000;
    const rules = (["obrien-fleming", "pocock"] as const).map((spending) => plannedLooks({ shares: fifths, spending }));
    const alone = fifths.map(() => ({ level: 0.95 }));
    const alarms = [0, 0, 0];
    const stream = randomStream(1522);
    for (let programme = 0; programme < programmes; programme++) {
      const seen = grownCounts(() => stream.uniform());
      [...rules, alone].forEach((looks, rule) => {
        const found = looks.some(({ level }, look) => {
          const { lower, upper } = newcombeDifference({ ...seen[look]!, level });
          return lower > 0 || upper < 0;
        });
        if (found) alarms[rule]!++;
      });
    }
    const [obrienFleming, pocock, naive] = alarms.map((events) =>
      wilsonInterval({ events, total: programmes, level: 0.999 }),
    );
    expect(obrienFleming!.lower).toBeLessThan(0.05);
    expect(pocock!.lower).toBeLessThan(0.05);
    expect(obrienFleming!.upper).toBeGreaterThan(0.04);
    expect(pocock!.upper).toBeGreaterThan(0.04);
    // Armitage, McPherson and Rowe (1969), table 2: 0.142.
    expect(naive!.lower).toBeGreaterThan(0.12);
    expect(plannedLooks({ shares: fifths }).at(-1)!.uncontrolled).toBeCloseTo(0.142, 3);
  });
});

/** Events among people of two arms after each look, 100 people an arm more each time. */
function grownCounts(uniform: () => number) {
  const events = [0, 0];
  return fifths.map((_, look) => {
    for (const arm of [0, 1]) for (let person = 0; person < 100; person++) if (uniform() < 1 / 3) events[arm]!++;
    const total = 100 * (look + 1);
    return { first: { events: events[0]!, total }, second: { events: events[1]!, total } };
  });
}
