import { existsSync } from "node:fs";
import {
  designMatrix,
  fitRepeatedMeasures,
  type RepeatedMeasuresFit,
  type RepeatedMeasuresInput,
  randomStream,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, shuffled } from "../support.ts";
import { rowsOfFile, shared } from "./shared-rows.ts";

interface Expected {
  coefficients: number[];
  standardErrors: number[];
  logLikelihood: number;
  df: number[];
}
const oracle = readOracle<{
  claus: { unstructured: Expected; unstructuredConstrained: Expected };
  hamd: { unstructured: Expected };
}>("mixed-models.json");

function answered(input: RepeatedMeasuresInput): RepeatedMeasuresFit {
  const fit = fitRepeatedMeasures(input);
  if ("refused" in fit) throw new Error(fit.refused.why);
  return fit;
}

function degreesOf(fit: RepeatedMeasuresFit): number[] {
  return fit.coefficients.map((_, j) => fit.contrast(fit.coefficients.map((_, a) => Number(a === j))).df);
}

describe.skipIf(!existsSync(shared))("real trials, as nlme::gls has them (skipped: no shared data)", () => {
  const expectRepeated = (fit: RepeatedMeasuresFit, expected: Expected) => {
    // gls stops where its likelihood hardly rises any more, which leaves estimates half the digits of the likelihood.
    expectClose(fit.coefficients, expected.coefficients, 1e-5);
    expectClose(fit.standardErrors, expected.standardErrors, 1e-5);
    expectClose(fit.logLikelihood, expected.logLikelihood, 1e-10);
    expect(fit.logLikelihood).toBeGreaterThan(expected.logLikelihood - 1e-9);
    expectClose(degreesOf(fit), expected.df, 1e-7);
  };

  it("four waves with leavers, from means of their own and from one mean", () => {
    const rows = rowsOfFile("claus-2020/claus_2020.csv").filter(({ bdi }) => bdi !== "");
    const of = (test: (row: Record<string, string>) => boolean) => rows.map((row) => Number(test(row)));
    const waves = ["2", "3", "4"].map((wave) => of(({ time }) => time === wave));
    const pa = of(({ treatment }) => treatment === "PA");
    const beyond = waves.map((wave) => wave.map((one, i) => one * pa[i]!));
    const input = {
      outcome: rows.map(({ bdi }) => Number(bdi)),
      people: rows.map(({ id }) => Number(id)),
      occasions: rows.map(({ time }) => Number(time) - 1),
    };
    const own = answered({ ...input, design: designMatrix([...waves, pa, ...beyond]) });
    expectRepeated(own, oracle.claus.unstructured);
    const one = answered({ ...input, design: designMatrix([...waves, ...beyond]) });
    expectRepeated(one, oracle.claus.unstructuredConstrained);
  });

  it("absent visits and a first score that differs between people", () => {
    const rows = rowsOfFile("antidepressant-hamd/antidepressant_data.csv");
    const visit = rows.map(({ VISIT }) => Number(VISIT) - 4);
    const drug = rows.map(({ THERAPY }) => Number(THERAPY === "DRUG"));
    const later = [1, 2, 3].map((place) => visit.map((one) => Number(one === place)));
    const fit = answered({
      design: designMatrix([
        rows.map(({ BASVAL }) => Number(BASVAL)),
        ...later,
        drug,
        ...later.map((one) => one.map((is, i) => is * drug[i]!)),
      ]),
      outcome: rows.map(({ CHANGE }) => Number(CHANGE)),
      people: rows.map(({ PATIENT }) => Number(PATIENT)),
      occasions: visit,
    });
    expectRepeated(fit, oracle.hamd.unstructured);
  });
});

it("complete pairs in two groups: the difference in change is that of a t test of changes", () => {
  // Changes 3, 2, 2, 5 and 1, 0, 2: means 3 and 1, variances 2 and 1; pooled (3·2 + 2·1)/5 = 1.6, error √(1.6(1/4 + 1/3)), 5 degrees.
  const first = [10, 20, 31, 41, 12, 25, 33];
  const change = [3, 2, 2, 5, 1, 0, 2];
  const people = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6];
  const occasions = people.map((_, i) => i % 2);
  const group = people.map((one) => Number(one < 4));
  const fit = answered({
    design: designMatrix([occasions, group, occasions.map((one, i) => one * group[i]!)]),
    outcome: people.map((one, i) => first[one]! + (i % 2) * change[one]!),
    people,
    occasions,
  });
  const { estimate, standardError, df } = fit.contrast([0, 0, 0, 1]);
  expectClose([estimate, standardError, df], [2, Math.sqrt(1.6 * (1 / 4 + 1 / 3)), 5], 1e-9);
});

/** Scores of people who begin and change at levels of their own, each later wave seen of `share` of them. */
function drawn(people: number, waves: number, share: number) {
  const stream = randomStream("repeated-measures");
  const rows: { person: number; wave: number; score: number; group: number }[] = [];
  for (let person = 0; person < people; person++) {
    const level = 50 + 8 * stream.normal();
    const rate = 2 * stream.normal() - (person % 2);
    for (let wave = 0; wave < waves; wave++) {
      const score = level + rate * wave + 3 * stream.normal();
      if (wave === 0 || stream.uniform() < share) rows.push({ person, wave, score, group: person % 2 });
    }
  }
  return rows;
}

function inputOf(rows: ReturnType<typeof drawn>, waves: number): RepeatedMeasuresInput {
  const later = Array.from({ length: waves - 1 }, (_, at) => rows.map(({ wave }) => Number(wave === at + 1)));
  const group = rows.map((row) => row.group);
  return {
    design: designMatrix([...later, group, ...later.map((one) => one.map((is, i) => is * group[i]!))]),
    outcome: rows.map(({ score }) => score),
    people: rows.map(({ person }) => person),
    occasions: rows.map(({ wave }) => wave),
  };
}

describe("scores of people who change at different rates", () => {
  const rows = drawn(60, 4, 0.7);
  const fit = answered(inputOf(rows, 4));
  const numbersOf = (one: RepeatedMeasuresFit) => [
    ...one.coefficients,
    ...one.standardErrors,
    ...degreesOf(one),
    ...one.occasionCovariance.flat(),
    one.logLikelihood,
  ];

  it("the order of rows and the names of people do not matter", () => {
    const again = shuffled(rows.length).map((row) => rows[row]!);
    const renamed = again.map((row) => ({ ...row, person: 900 - 7 * row.person }));
    expectClose(numbersOf(answered(inputOf(renamed, 4))), numbersOf(fit), 1e-8);
  });

  it("scores moved by a million and counted in other units: errors follow the unit, degrees of freedom stay", () => {
    const moved = answered(
      inputOf(
        rows.map((row) => ({ ...row, score: 1e6 + row.score / 100 })),
        4,
      ),
    );
    expectClose(moved.coefficients[0], 1e6 + fit.coefficients[0]! / 100, 1e-12);
    const [errors, degrees] = [moved.standardErrors.map((one) => 100 * one), degreesOf(moved)];
    expectClose([...errors, ...degrees], [...fit.standardErrors, ...degreesOf(fit)], 1e-7);
  });

  it("complete scores: the covariance is that of residuals, over people less groups (law)", () => {
    const complete = drawn(24, 3, 1);
    const { occasionCovariance } = answered(inputOf(complete, 3));
    const left = [0, 1, 2].map((wave) => {
      const seen = complete.filter((row) => row.wave === wave);
      const meanOf = (group: number) =>
        seen.filter((row) => row.group === group).reduce((sum, { score }) => sum + score / 12, 0);
      return seen.map(({ score, group }) => score - meanOf(group));
    });
    const products = left.map((a) => left.map((b) => a.reduce((sum, one, i) => sum + one * b[i]!, 0) / 22));
    expectClose(occasionCovariance, products, 1e-8);
  });
});

describe("what has no answer ends, and says so", () => {
  const rows = drawn(40, 4, 0.8);
  const whyOf = (changed: ReturnType<typeof drawn>, waves = 4) => {
    const found = fitRepeatedMeasures(inputOf(changed, waves));
    return "refused" in found ? found.refused.why : null;
  };
  const atLast = (score: (row: (typeof rows)[number], own: typeof rows) => number) =>
    drawn(40, 4, 1).map((row, _, all) =>
      row.wave < 3
        ? row
        : {
            ...row,
            score: score(
              row,
              all.filter(({ person }) => person === row.person),
            ),
          },
    );

  it("scores that follow from those of other occasions", () => {
    const follows = "outcomes at one occasion follow from those at others";
    expect(whyOf(atLast((_, own) => own[0]!.score))).toBe(follows);
    expect(whyOf(atLast((_, own) => own[0]!.score + own[1]!.score - 2 * own[2]!.score))).toBe(follows);
    const among = rows.map((row) => ({ ...row, score: row.person + 3 * row.wave }));
    expect(whyOf(among)).toBe(follows);
  });

  it("a wave at which all score alike, and scores that are all the same", () => {
    expect(whyOf(atLast(() => 7))).toBe("scores at occasion 3 do not vary given the design");
    expect(whyOf(rows.map((row) => ({ ...row, score: 12 })))).toBe("scores at occasion 0 do not vary given the design");
  });

  it("more waves than people, and waves nobody was seen at both of", () => {
    expect(whyOf(drawn(5, 4, 1))).toBe("outcomes at one occasion follow from those at others");
    const apart = rows.filter(({ wave, person }) => (person % 4 < 2 ? wave !== 2 : wave !== 1));
    expect(whyOf(apart)).toBe("occasions 1 and 2 were seen together in fewer than two people");
  });

  it("one person alone in a pattern, and a person seen once, are no obstacle", () => {
    const alone = drawn(40, 4, 1).filter(({ person, wave }) => person !== 3 || wave % 2 === 0);
    expect(whyOf(alone.filter(({ person, wave }) => person !== 4 || wave === 0))).toBe(null);
  });

  it("throws where the call is wrong", () => {
    const input = inputOf(rows, 4);
    const group = rows.map((row) => row.group);
    const fit = (changed: object) => () => fitRepeatedMeasures({ ...input, ...changed });
    expect(fit({ occasions: group })).toThrow("each once a person");
    expect(fit({ occasions: rows.map(({ wave }) => wave / 2) })).toThrow("whole numbers from 0");
    expect(fit({ design: designMatrix([group, group]) })).toThrow("columns must not repeat each other, 1 do");
    expect(fit({ outcome: [1, 2] })).toThrow("outcome");
  });
});
