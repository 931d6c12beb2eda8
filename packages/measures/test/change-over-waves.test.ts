import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ChangeOverWaves, changeOverWaves } from "@likewise/measures";
import { describe, expect, it } from "vitest";

const repository = resolve(import.meta.dirname, "../../..");
const shared = resolve(repository, "../shared/data");
// nlme::gls with any covariance over time points, by packages/stats/oracles/mixed-models.R.
interface Expected {
  coefficients: number[];
  standardErrors: number[];
  df: number[];
}
const { claus } = JSON.parse(readFileSync(resolve(repository, "packages/stats/oracles/mixed-models.json"), "utf8")) as {
  claus: Record<"unstructured" | "unstructuredConstrained", Expected>;
};

const text = (values: readonly (string | null)[]) => ({
  type: "text" as const,
  values: values.map((one) => one ?? ""),
  valid: mask(values),
});
const numbers = (values: readonly (number | null)[]) => ({
  type: "number" as const,
  values: Float64Array.from(values, (one) => one ?? 0),
  valid: mask(values),
});
function mask(values: readonly unknown[]) {
  return values.includes(null) ? Uint8Array.from(values, (one) => Number(one !== null)) : null;
}
function answered(found: ReturnType<typeof changeOverWaves>): ChangeOverWaves {
  if ("refused" in found) throw new Error(found.refused.why);
  return found;
}

describe.skipIf(!existsSync(shared))("a trial of four waves (skipped: no shared data)", () => {
  const rows = readFileSync(resolve(shared, "claus-2020/claus_2020.csv"), "utf8")
    .trim()
    .replaceAll('"', "")
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));
  const input = (order = rows) => ({
    person: text(order.map((row) => row[0]!)),
    wave: text(order.map((row) => row[4]!)),
    score: numbers(order.map((row) => (row[5] === "" ? null : Number(row[5])))),
    group: text(order.map((row) => row[3]!)),
    waves: ["1", "2", "3", "4"],
    treated: "PA",
  });

  it("change of each group and the difference at each wave are those of nlme::gls with any covariance", () => {
    const found = answered(changeOverWaves(input()));
    expect(found.account).toMatchObject({ rows: 172, used: 163, people: 43, leftOut: { noScore: 9 } });
    const { coefficients, standardErrors, df } = claus.unstructured;
    const tau = found.groups.find((one) => one.group === "TAU")!;
    const pa = found.groups.find((one) => one.group === "PA")!;
    [1, 2, 3].forEach((wave) => {
      const difference = found.differences[wave - 1]!;
      expect(difference.wave).toBe(String(wave + 1));
      expect(difference.estimate).toBeCloseTo(coefficients[4 + wave]!, 4);
      expect(difference.standardError).toBeCloseTo(standardErrors[4 + wave]!, 4);
      expect(difference.df).toBeCloseTo(df[4 + wave]!, 5);
      expect(tau.changes[wave - 1]!.estimate).toBeCloseTo(coefficients[wave]!, 4);
      expect(tau.changes[wave - 1]!.standardError).toBeCloseTo(standardErrors[wave]!, 4);
      expect(pa.changes[wave - 1]!.estimate).toBeCloseTo(coefficients[wave]! + coefficients[4 + wave]!, 4);
    });
    expect(found.model.kind).toBe("any-covariance");
  });

  it("groups drawn at random are taken to have started from one mean", () => {
    const found = answered(changeOverWaves({ ...input(), assigned: "random" }));
    const { coefficients, standardErrors } = claus.unstructuredConstrained;
    [1, 2, 3].forEach((wave) => {
      expect(found.differences[wave - 1]!.estimate).toBeCloseTo(coefficients[3 + wave]!, 4);
      expect(found.differences[wave - 1]!.standardError).toBeCloseTo(standardErrors[3 + wave]!, 4);
    });
  });

  it("the order of rows does not matter, and the other group asked for turns every sign", () => {
    const found = answered(changeOverWaves(input()));
    expect(changeOverWaves(input([...rows].reverse()))).toEqual(found);
    const turned = answered(changeOverWaves({ ...input(), treated: "TAU" }));
    expect(turned.differences.map(({ estimate }) => -estimate)).toEqual(
      found.differences.map(({ estimate }) => estimate),
    );
  });
});

describe("what a person with two waves and one with none count for", () => {
  // By hand: differences −3, −2, −2, −5, their mean −3, its standard error √(2/4).
  const person = text(["a", "a", "b", "b", "c", "c", "d", "d"]);
  const wave = text(["in", "out", "in", "out", "in", "out", "in", "out"]);
  const score = numbers([10, 7, 20, 18, 31, 29, 41, 36]);
  const input = { person, wave, score, waves: ["in", "out"] };

  it("two waves of everybody are the paired t test", () => {
    const [change] = answered(changeOverWaves(input)).groups[0]!.changes;
    expect([change!.estimate, change!.df]).toEqual([expect.closeTo(-3, 8), expect.closeTo(3, 5)]);
    expect(change!.standardError).toBeCloseTo(Math.SQRT1_2, 7);
  });

  it("fewer than eight people seen at two time points: levels of their own, and why", () => {
    const { model } = answered(changeOverWaves(input));
    // Variances 2 of changes and 179.33 of 8.5, 19, 30, 38.5, a half of 2 within: 179.33 − 1/2 between.
    expect(model).toMatchObject({ kind: "own-level", why: "4 people were seen at both in and out, fewer than 8" });
    if (model.kind !== "own-level") return;
    expect([model.within ** 2, model.between ** 2]).toEqual([
      expect.closeTo(1, 6),
      expect.closeTo((15.5 ** 2 + 5 ** 2 + 6 ** 2 + 14.5 ** 2) / 3 - 0.5, 3),
    ]);
  });

  it("eight people and more: any covariance, unless scores follow from each other", () => {
    const ids = [..."abcdefgh"];
    const both = ids.flatMap((id) => [id, id]);
    const of = (scores: readonly number[]) => ({
      person: text(both),
      wave: text(both.map((_, row) => (row % 2 === 0 ? "in" : "out"))),
      score: numbers(scores),
      waves: ["in", "out"],
    });
    const changes = [-3, 1, -2, 0, -4, -1, 2, -1];
    const { model, groups } = answered(
      changeOverWaves(of(ids.flatMap((_, at) => [10 + at ** 2, 10 + at ** 2 + changes[at]!]))),
    );
    expect(model.kind).toBe("any-covariance");
    // By hand, the paired t test: changes of mean −1 and sum of squares 36 − 8 = 28, so √(28/7/8), 7 degrees of freedom.
    const [change] = groups[0]!.changes;
    expect([change!.estimate, change!.standardError, change!.df]).toEqual([
      expect.closeTo(-1, 10),
      expect.closeTo(Math.SQRT1_2, 8),
      expect.closeTo(7, 6),
    ]);
    // By hand: 10, 11, … 17, doubled, change by their mean, 13.5.
    const doubled = answered(changeOverWaves(of(ids.flatMap((_, at) => [10 + at, 20 + 2 * at]))));
    expect(doubled.model).toMatchObject({
      kind: "own-level",
      why: "outcomes at one occasion follow from those at others",
    });
    expect(doubled.groups[0]!.changes[0]!.estimate).toBeCloseTo(13.5, 8);
  });

  it("refuses what leaves nothing to chance: everybody changed alike, or nobody at all", () => {
    for (const change of [-2, 0]) {
      for (const spread of [1, 0]) {
        const scores = [..."abcdefghij"].flatMap((_, at) => [10 + spread * at, 10 + spread * at + change]);
        const found = changeOverWaves({
          person: text([..."abcdefghij"].flatMap((id) => [id, id])),
          wave: text(scores.map((_, row) => (row % 2 === 0 ? "in" : "out"))),
          score: numbers(scores),
          waves: ["in", "out"],
        });
        expect(found).toMatchObject({ refused: { why: expect.stringContaining("changed by the same number") } });
      }
    }
  });

  it("means by the model of complete data are those seen, and each change is a difference of two of them (law)", () => {
    const group = text(["x", "x", "x", "x", "y", "y", "y", "y"]);
    for (const found of [changeOverWaves(input), changeOverWaves({ ...input, group })].map(answered))
      for (const { seen, means, changes } of found.groups) {
        for (const [at, { mean }] of seen.entries()) expect(means[at]!.estimate).toBeCloseTo(mean!, 8);
        expect(changes[0]!.estimate).toBeCloseTo(means[1]!.estimate - means[0]!.estimate, 10);
      }
    // Drawn at random, both groups start from one mean.
    const drawn = answered(changeOverWaves({ ...input, group, assigned: "random" })).groups;
    expect(drawn[0]!.means[0]!.estimate).toBe(drawn[1]!.means[0]!.estimate);
  });

  it("two scores of one person at one time point: neither stands, and both are counted", () => {
    const more = {
      ...input,
      person: text(["a", "a", "a", "b", "b", "c", "c", "d", "d", null]),
      wave: text(["in", "in", "out", "in", "out", "in", "out", "in", "late", "in"]),
      score: numbers([10, 11, 7, 20, 18, 31, 28, 41, 36, 3]),
    };
    const { account, groups } = answered(changeOverWaves(more));
    expect(account).toEqual({
      rows: 10,
      used: 6,
      people: 4,
      leftOut: { noPerson: 1, otherWave: 1, noScore: 0, noGroup: 0, repeated: 2 },
    });
    expect(groups[0]!.seen.map(({ people }) => people)).toEqual([3, 3]);
  });

  it("refuses a time point nobody was seen at, and people seen once each", () => {
    const found = changeOverWaves({ ...input, waves: ["in", "out", "later"] });
    expect(found).toMatchObject({ refused: { why: "nobody has a score at later" } });
    const once = changeOverWaves({ ...input, person: text(["a", "b", "c", "d", "e", "f", "g", "g"]) });
    expect(once).toMatchObject({ refused: { why: expect.stringContaining("fewer than two people have two scores") } });
    const alone = changeOverWaves({ ...input, group: person });
    expect(alone).toMatchObject({ refused: { why: expect.stringContaining("8 scores are no more than the 8 means") } });
    expect(() => changeOverWaves({ ...input, waves: ["in", "in"] })).toThrow("each named once");
    expect(() => changeOverWaves({ ...input, treated: "x" })).toThrow("treated must be a group of these people");
  });
});
