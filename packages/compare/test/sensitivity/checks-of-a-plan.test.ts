import { type ComparisonPlan, type Estimate, validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";
import {
  compareRows,
  estimate,
  lalonde,
  lalondeLayout,
  lalondeOutcomes,
  type Rows,
  reordered,
  selected,
} from "../support/studies.ts";

const reference = oracle("lalonde");
const pairs: ComparisonPlan = { ...selected, method: "nearest" };

/** LaLonde with a site for each person, an outcome nothing affects, and some outcomes that got lost. */
const rows: Rows = {
  ...lalonde,
  site: lalonde.id!.map((_, row) => ["North", "South", "West"][(row * 7) % 3]!),
  lost: lalonde.re78!.map((value, row) => (row % 11 === 3 ? null : value)),
  losing: lalonde.emp78!.map((value, row) => (row % 9 === 4 || row === 12 ? null : value)),
  before: lalonde.re75!,
  twin: lalonde.treat!.map((arm, row) => Number(arm) * 2 + (row % 2)),
};

const layout = {
  ...lalondeLayout,
  covariates: [...lalondeLayout.covariates, "site", "twin"],
  outcomes: [
    ...lalondeLayout.outcomes,
    { id: "lost", kind: "continuous" as const, column: "lost" },
    { id: "losing", kind: "binary" as const, column: "losing" },
    { id: "before", kind: "continuous" as const, column: "before" },
  ],
};

const outcomes = [
  ...lalondeOutcomes,
  { id: "lost", kind: "continuous" as const },
  { id: "losing", kind: "binary" as const },
  { id: "before", kind: "continuous" as const },
];

const covariates = lalondeLayout.covariates as string[];

function checked(plan: Partial<ComparisonPlan>) {
  return compareRows({ rows, layout, outcomes, plan: { ...pairs, covariates, ...plan }, tieDraws: 0 });
}

function primary(result: ReturnType<typeof checked>, outcome: string): Estimate {
  return result.comparison.estimates.find((one) => one.outcome === outcome && one.primary)!;
}

describe("Rosenbaum bounds of a comparison", () => {
  it("of LaLonde's pairs are R's", () => {
    const { by_gamma } = reference.rosenbaum_signed_rank_nn_1to1_largest;
    const gammas = Object.keys(by_gamma).map(Number) as [number, ...number[]];
    const { sensitivity } = primary(checked({ sensitivity: { gammas } }), "re78");
    sensitivity.rosenbaum.forEach(({ gamma, pUpper }) => {
      expectClose(pUpper, by_gamma[gamma], 1e-9);
    });
    expect(sensitivity.rosenbaumTest).toEqual({
      test: "signed-rank",
      alternative: "more",
      exact: false,
      largestGamma: null,
    });
  });

  it("are there without being asked for, of the answer alone, and not of arms as they are", () => {
    const result = compareRows({ rows: lalonde, layout: lalondeLayout, outcomes: lalondeOutcomes, plan: pairs });
    expect(estimate(result, "emp78:riskDifference:matched").sensitivity.rosenbaumTest!.test).toBe("events");
    expect(estimate(result, "emp78:riskRatio:matched").sensitivity.rosenbaum).toEqual([]);
    expect(estimate(result, "emp78:riskDifference:crude").sensitivity.rosenbaum).toEqual([]);
    expect(result.comparison.sensitivity).toBeUndefined();
  });

  it("of one to several go by aligned ranks, and of strata by events alone", () => {
    expect(primary(checked({ ratio: 2 }), "re78").sensitivity.rosenbaumTest!.test).toBe("aligned-rank");
    const strata = checked({ method: "subclass", sensitivity: {} });
    expect(primary(strata, "emp78").sensitivity.rosenbaumTest!.test).toBe("events");
    expect(strata.comparison.refusals.some(({ id }) => id === "rosenbaum:re78:meanDifference:matched")).toBe(true);
  });
});

describe("other choices", () => {
  it("at the caliper in use give the answer itself, and at another what that plan would", () => {
    const result = checked({ caliper: 0.2, sensitivity: { calipers: [0.1, 0.2, 0.5] } });
    const answer = primary(result, "re78");
    const [narrow, inUse] = answer.sensitivity.robustness;
    expect(inUse).toMatchObject({
      inUse: true,
      estimate: answer.estimate,
      interval: answer.interval,
      treated: answer.treated.n,
    });
    const { effects } = reference.matching["nn_caliper_0.2_sd_of_score"];
    expectClose(inUse!.estimate, effects.re78.difference, 1e-9);
    const apart = primary(checked({ caliper: 0.1 }), "re78");
    expect(narrow).toMatchObject({ inUse: false, estimate: apart.estimate, interval: apart.interval });
  });

  it("declared as specifications are run each as its own plan, and leave the answer alone", () => {
    const specifications = [
      { id: "weights", label: "Weights", method: "ipw" as const, estimand: "att" as const },
      { id: "wide", caliper: null },
      { id: "few", covariates: ["age", "educ"] },
    ];
    const result = checked({ caliper: 0.2, sensitivity: { specifications } });
    const plain = checked({ caliper: 0.2 });
    const answer = primary(result, "re78");
    expect({ ...answer, sensitivity: null }).toEqual({ ...primary(plain, "re78"), sensitivity: null });
    expect(answer.sensitivity.robustness.map(({ id, label, kind }) => [id, label, kind])).toEqual([
      ["weights", "Weights", "specification"],
      ["wide", "wide", "specification"],
      ["few", "few", "specification"],
    ]);
    const plans = [
      { method: "ipw", estimand: "att" },
      { caliper: undefined },
      { caliper: 0.2, covariates: ["age", "educ"] },
    ] as const;
    plans.forEach(({ ...plan }, k) => {
      const { caliper, ...others } = { caliper: undefined, ...plan };
      const own = checked({ ...others, ...(caliper === undefined ? {} : { caliper }) } as Partial<ComparisonPlan>);
      expect(answer.sensitivity.robustness[k]!.estimate).toBe(primary(own, "re78").estimate);
      expect(answer.sensitivity.robustness[k]!.interval).toEqual(primary(own, "re78").interval);
    });
  });

  it("of a method without a score are not told how to fit one", () => {
    const specifications = [
      { id: "entropy", method: "entropy" as const },
      { id: "as-they-are", method: "none" as const },
    ];
    const result = checked({ score: "probit", sensitivity: { specifications } });
    expect(primary(result, "re78").sensitivity.robustness.map(({ id }) => id)).toEqual(["entropy", "as-they-are"]);
  });

  it("that cannot be had are refused by name, or fail as the plan would", () => {
    const result = checked({ caliper: 0.2, sensitivity: { specifications: [{ id: "twin", covariates: ["twin"] }] } });
    expect(
      result.comparison.refusals.find(({ id }) => id === "robustness-twin:re78:meanDifference:matched")!.why,
    ).toContain("say for certain which arm they are in (twin)");
    const wrong = () => checked({ sensitivity: { specifications: [{ id: "wrong", covariates: ["height"] }] } });
    expect(wrong).toThrow('sensitivity wrong: covariate "height"');
  });
});

describe("one site left out", () => {
  it("gives what the comparison of everybody else would", () => {
    const result = checked({ sensitivity: { sites: "site" } });
    const { robustness } = primary(result, "re78").sensitivity;
    expect(robustness.map(({ id }) => id)).toEqual(["without-North", "without-South", "without-West"]);
    const others = lalonde.id!.map((_, row) => row).filter((row) => rows.site![row] !== "North");
    const some = Object.fromEntries(
      Object.entries(rows).map(([name, cells]) => [name, others.map((row) => cells[row]!)]),
    );
    const own = compareRows({ rows: some, layout, outcomes, plan: { ...pairs, covariates }, tieDraws: 0 });
    expect(robustness[0]!.estimate).toBe(primary(own, "re78").estimate);
    expect(result.comparison.sensitivity!.tiers).toEqual(["sites: the group is formed again without each site"]);
  });

  it("that carries the result is named", () => {
    const table: Rows = {
      id: Array.from({ length: 120 }, (_, row) => `P${row}`),
      treat: Array.from({ length: 120 }, (_, row) => row % 2),
      site: Array.from({ length: 120 }, (_, row) => ["A", "B", "C"][Math.floor(row / 40)]!),
      // In A every treated person does better by 8; elsewhere nobody does.
      score: Array.from({ length: 120 }, (_, row) => ((row * 37) % 11) + (row < 40 && row % 2 === 1 ? 8 : 0)),
    };
    const { comparison } = compareRows({
      rows: table,
      layout: {
        id: "id",
        treatment: "treat",
        covariates: ["site"],
        outcomes: [{ id: "score", kind: "continuous", column: "score" }],
      },
      outcomes: [{ id: "score", kind: "continuous" }],
      plan: { ...selected, method: "none", covariates: [], sensitivity: { sites: "site" } },
    });
    expect(Object.keys(comparison.sensitivity!.warnings)).toEqual(["site:A:score:meanDifference:crude"]);
  });
});

describe("one site left out of very many people", () => {
  it("is taken out of the group there is, and says so; for arms as they are that is the same", () => {
    const people = Array.from({ length: 10_001 }, (_, row) => row);
    const table: Rows = {
      id: people.map((row) => `P${row}`),
      treat: people.map((row) => row % 2),
      site: people.map((row) => `S${(row * 13) % 101}`),
      score: people.map((row) => (row * 37) % 23),
    };
    const layout = {
      id: "id",
      treatment: "treat",
      covariates: ["site"],
      outcomes: [{ id: "score", kind: "continuous" as const, column: "score" }],
    };
    const plan: ComparisonPlan = { ...selected, method: "none", covariates: [], sensitivity: { sites: "site" } };
    const outcomes = [{ id: "score", kind: "continuous" as const }];
    const result = compareRows({ rows: table, layout, outcomes, plan });
    expect(result.comparison.sensitivity!.tiers).toEqual([
      "sites: the group stays as it is, and the people of each site are taken out of it",
    ]);
    const found = primary(result, "score").sensitivity.robustness.find(({ id }) => id === "without-S5")!;
    const others = people.filter((row) => table.site![row] !== "S5");
    const rest = Object.fromEntries(
      Object.entries(table).map(([name, cells]) => [name, others.map((row) => cells[row]!)]),
    );
    const own = compareRows({ rows: rest, layout, outcomes, plan: { ...plan, sensitivity: {} } });
    expect(found.estimate).toBe(primary(own, "score").estimate);
    expect(found.interval).toEqual(primary(own, "score").interval);
  });
});

describe("negative controls", () => {
  it("that differ are a warning, those that do not are none", () => {
    const crude = checked({ method: "none", covariates: [], sensitivity: { negativeControls: ["before"] } });
    expect(crude.comparison.sensitivity!.negativeControls).toEqual(["before:meanDifference:crude"]);
    expect(Object.keys(crude.comparison.sensitivity!.warnings)).toEqual([
      "negative-control:before:meanDifference:crude",
    ]);
    const matched = checked({ caliper: 0.1, sensitivity: { negativeControls: ["before"] } });
    expect(matched.comparison.sensitivity!.warnings).toEqual({});
  });

  it("must be compared", () => {
    const plan = { outcomes: ["re78"], sensitivity: { negativeControls: ["before"] } };
    expect(() => checked(plan)).toThrow('negativeControls: "before" must be an outcome compared; there are re78');
  });
});

describe("missing outcomes", () => {
  it("are bounded around the answer, in the worst case and by Lee", () => {
    const plan = { method: "none" as const, covariates: [], sensitivity: { missingOutcomes: [{ outcome: "losing" }] } };
    const answer = primary(checked(plan), "losing");
    const [worst, lee] = answer.sensitivity.missingOutcomes!;
    expect([worst!.method, lee!.method]).toEqual(["worst-case", "lee"]);
    // By hand from the rows: every missing treated person without, every missing comparison person with, the event.
    const filled = (arm: number, value: number) => {
      const cells = rows.losing!.filter((_, row) => rows.treat![row] === arm);
      return cells.reduce<number>((sum, cell) => sum + Number(cell ?? value), 0) / cells.length;
    };
    expectClose(worst!.lower, filled(1, 0) - filled(0, 1), 1e-12);
    expectClose(worst!.upper, filled(1, 1) - filled(0, 0), 1e-12);
    const missing = (arm: number) =>
      rows.losing!.filter((cell, row) => cell === null && rows.treat![row] === arm).length;
    expect(lee!.missing).toEqual({ treated: missing(1), comparison: missing(0) });
    expect(worst!.lower as number).toBeLessThan(lee!.lower as number);
    expect(lee!.lower as number).toBeLessThanOrEqual(answer.estimate as number);
    expect(lee!.upper as number).toBeGreaterThanOrEqual(answer.estimate as number);
  });

  it("of a score need a range for the worst case, and nobody missing needs no bounds", () => {
    const result = checked({ sensitivity: { missingOutcomes: [{ outcome: "lost" }, { outcome: "re78" }] } });
    expect(primary(result, "lost").sensitivity.missingOutcomes!.map(({ method }) => method)).toEqual(["lee"]);
    const refused = result.comparison.refusals.map(({ id }) => id);
    expect(refused).toContain("worst-case:lost:meanDifference:matched");
    expect(refused).toContain("missing-outcomes:re78:meanDifference:matched");
    const ranged = checked({ sensitivity: { missingOutcomes: [{ outcome: "lost", range: [0, 70000] }] } });
    expect(primary(ranged, "lost").sensitivity.missingOutcomes!.map(({ method }) => method)).toEqual([
      "worst-case",
      "lee",
    ]);
  });
});

describe("recording", () => {
  const recording = [
    {
      outcome: "emp78",
      treated: { sensitivity: [0.8, 1] as [number, number] },
      comparison: { sensitivity: [0.7, 0.9] as [number, number] },
    },
  ];

  it("as declared turns the answer into what it would be, and says where it vanishes", () => {
    const answer = primary(checked({ sensitivity: { recording } }), "emp78");
    const found = answer.sensitivity.recording!;
    const [treated, comparison] = [answer.treated.value as number, answer.comparison.value as number];
    const centre = found.grid.find((point) => point.treated === 0.9 && point.comparison === 0.8)!;
    expectClose(centre.estimate, treated / 0.9 - comparison / 0.8, 1e-12);
    const vanishes = (0.8 * treated) / comparison;
    if (vanishes <= 1) expectClose(found.noEffectAt, vanishes, 1e-12);
    else expect(found.noEffectAt).toBeNull();
  });

  it("without error gives the answer's own interval, but for the draws", () => {
    const perfect = [
      {
        outcome: "emp78",
        treated: { sensitivity: [1, 1] as [number, number] },
        comparison: { sensitivity: [1, 1] as [number, number] },
      },
    ];
    const answer = primary(checked({ sensitivity: { recording: perfect } }), "emp78");
    expectClose(answer.sensitivity.recording!.estimate, answer.estimate as number, 1e-9);
    answer.sensitivity.recording!.interval!.forEach((limit, end) => {
      expect(Math.abs((limit as number) - (answer.interval[end] as number))).toBeLessThan(0.005);
    });
  });

  it("of a score is refused", () => {
    const result = checked({ sensitivity: { recording: [{ ...recording[0]!, outcome: "re78" }] } });
    expect(result.comparison.refusals.map(({ id }) => id)).toContain("recording:re78:meanDifference:matched");
  });
});

describe("all checks at once", () => {
  const plan: ComparisonPlan = {
    ...pairs,
    covariates,
    caliper: 0.2,
    sensitivity: {
      calipers: [0.1],
      sites: "site",
      negativeControls: ["before"],
      specifications: [{ id: "weights", method: "ipw", estimand: "att" }],
      missingOutcomes: [{ outcome: "losing" }, { outcome: "lost" }],
      recording: [{ outcome: "emp78", treated: { sensitivity: [0.8, 1] }, comparison: { sensitivity: [0.7, 0.9] } }],
    },
  };

  it("fit the schema, and survive being written down", () => {
    const { comparison } = compareRows({ rows, layout, outcomes, plan, tieDraws: 0 });
    const written = JSON.parse(JSON.stringify(comparison));
    expect(written).toEqual(comparison);
    expect(validateComparison(written)).not.toHaveProperty("problems");
  });

  it("give the same to the last digit in whatever order the rows come", () => {
    const inOrder = compareRows({ rows, layout, outcomes, plan, tieDraws: 0 });
    for (const step of [-1, 211, 97]) {
      const order = lalonde.id!.map((_, row) => (((row * step) % 614) + 614) % 614);
      const shuffled = compareRows({ rows: reordered(rows, order), layout, outcomes, plan, tieDraws: 0 });
      expect(JSON.stringify(shuffled.comparison)).toBe(JSON.stringify(inOrder.comparison));
    }
  });
});
