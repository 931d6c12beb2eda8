import { essentialCovariates, gradeBeforeAfter, gradeComparison } from "@likewise/evidence";
import type { Comparison, Coverage, Facts, Grade } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { balanceOf, comparisonOf, estimateOf, outcomeOf, tarpComparison } from "./comparison-of.ts";

const grade = (comparison: Comparison, facts: Facts = {}, coverage: Coverage[] = []) =>
  gradeComparison({ comparison, facts, outcomes: [outcomeOf({ id: "arrest" })], coverage });
const summary = (grades: Grade[]) =>
  Object.fromEntries(grades.map((each) => [`${each.scale} ${each.estimates[0]}`, [each.level, each.atMost]]));

describe("the TARP trial, randomised, from the comparison alone", () => {
  it("losses and crossing over unassessed: crude 3 at most 4, adjusted 3 at most 5", () => {
    expect(summary(grade(tarpComparison))).toEqual({
      "wwclg arrest:riskDifference:crude": [3, 4],
      "original arrest:riskDifference:crude": [3, 4],
      "wwclg arrest:riskDifference:adjusted": [3, 5],
      "original arrest:riskDifference:adjusted": [3, 5],
    });
  });

  it("none lost and none crossed over: crude 4, adjusted 5", () => {
    const facts: Facts = {
      attrition: { treated: 0, comparison: 0, why: "all 432 were followed in the records of the state" },
      crossover: { treated: 0, comparison: 0, why: "payments were made as assigned" },
    };
    expect(summary(grade(tarpComparison, facts))).toEqual({
      "wwclg arrest:riskDifference:crude": [4, 4],
      "original arrest:riskDifference:crude": [4, 4],
      "wwclg arrest:riskDifference:adjusted": [5, 5],
      "original arrest:riskDifference:adjusted": [5, 5],
    });
  });

  it("the crude grade names the covariates that differ by more than 0.10, and covers every crude estimate", () => {
    const crude = grade(tarpComparison)[0]!;
    expect(crude.reasons[0]!.rule).toBe("balance");
    expect(crude.reasons[0]!.text).toContain("age and race");
    expect(crude.estimates).toEqual([
      "arrest:riskDifference:crude",
      "arrest:riskRatio:crude",
      "arrest:hazardRatio:crude",
    ]);
  });

  it("a fact without its justification counts as not assessed", () => {
    const facts: Facts = { crossover: { treated: 0, comparison: 0, why: " " } };
    expect(grade(tarpComparison, facts)[0]!.notAssessed.map((reason) => reason.rule)).toContain("crossover");
  });

  it("coverage by arm gives the losses when the facts are silent", () => {
    const arm = (name: Coverage["arm"], observedToEnd: number): Coverage => ({
      outcome: "arrest",
      arm: name,
      people: 216,
      searchedAndFound: observedToEnd,
      observedToEnd,
      missing: [],
    });
    const [kept] = grade(tarpComparison, {}, [arm("treated", 210), arm("comparison", 210)]);
    expect(kept!.notAssessed.map((reason) => reason.rule)).not.toContain("attrition");
    const [lost] = grade(tarpComparison, {}, [arm("treated", 210), arm("comparison", 150)]);
    expect(lost!.drops.map((drop) => drop.rule)).toContain("attrition");
  });

  describe("losses the data show", () => {
    /** 200 a side, so many of them with a known outcome. */
    const lossy = (treated: number, comparison: number): Comparison => ({
      ...tarpComparison,
      arms: { ...tarpComparison.arms, treated: 200, comparison: 200 },
      estimates: tarpComparison.estimates.map((each) => ({
        ...each,
        treated: { ...each.treated, n: treated },
        comparison: { ...each.comparison, n: comparison },
      })),
    });
    const nobody: Facts = {
      attrition: { treated: 0, comparison: 0, why: "nobody lost" },
      crossover: { treated: 0, comparison: 0, why: "none" },
    };
    const adjusted = (comparison: Comparison, given: Facts = {}) =>
      grade(comparison, given).find((each) => each.estimates.includes("arrest:riskDifference:adjusted"))!;

    it("77 of 200 missing in one arm fails, whatever is declared, and the contradiction is named", () => {
      const found = adjusted(lossy(123, 200), nobody);
      expect([found.level, found.atMost]).toEqual([4, 4]);
      expect(found.drops.map((drop) => drop.rule)).toEqual(["attrition"]);
      expect(found.caveats.map((caveat) => caveat.rule)).toContain("attrition-contradicted");
    });

    it("with nothing declared it fails too: the most the level could be falls", () => {
      const found = adjusted(lossy(123, 200));
      expect([found.level, found.atMost]).toEqual([3, 4]);
      expect(found.notAssessed.map((reason) => reason.rule)).not.toContain("attrition");
    });

    it("a few missing never stand better than none missing: people may be lost before the data", () => {
      const found = adjusted(lossy(198, 197));
      expect([found.level, found.atMost]).toEqual([3, 5]);
      expect(found.notAssessed.map((reason) => reason.rule)).toContain("attrition");
    });

    it("a declared loss that is worse than the one seen stands", () => {
      const found = adjusted(lossy(198, 197), {
        ...nobody,
        attrition: { treated: 0.3, comparison: 0.02, why: "register of the trial" },
      });
      expect(found.drops.map((drop) => drop.rule)).toEqual(["attrition"]);
      expect(found.caveats.map((caveat) => caveat.rule)).not.toContain("attrition-contradicted");
    });

    it("a subgroup is judged by the losses of everyone", () => {
      const women = {
        ...lossy(200, 200).estimates[0]!,
        id: "arrest:riskDifference:crude:women",
        subgroup: "sex=female",
        treated: { n: 20, events: 4, value: 0.2 },
      };
      const whole = lossy(200, 200);
      const found = grade({ ...whole, estimates: [...whole.estimates, women] }, nobody);
      expect(found.find((each) => each.estimates.includes(women.id))!.drops.map((drop) => drop.rule)).toEqual([
        "balance",
      ]);
    });
  });

  it("why an order is as good as random is its own fact, not the choice of the comparison group", () => {
    const order = comparisonOf({
      design: { method: "none", assignment: "waiting-list", comparator: "waiting-list" },
      balance: [balanceOf("age", 0.02)],
    });
    const levelOf = (facts: Facts) => grade(order, facts)[0]!.level;
    expect(levelOf({ comparatorChoice: { value: "justified", why: "everyone waiting could have been first" } })).toBe(
      1,
    );
    expect(
      levelOf({ exclusionArgument: { value: "argued", why: "places were given by date of referral alone" } }),
    ).toBe(4);
    expect(levelOf({ exclusionArgument: { value: "argued", why: " " } })).toBe(1);
    expect(levelOf({ exclusionArgument: { value: "not-argued", why: "" } })).toBe(1);
  });

  it("the overall loss weighs each arm by the people it began with", () => {
    // 300 of 394.7 and 3,060 of 3,777.8 analysed: 812.5 of 4,172.5 lost, 19.5 %; the plain mean of 24 % and 19 % is 21.5 %.
    const lopsided = {
      ...tarpComparison,
      arms: { ...tarpComparison.arms, treated: 300, comparison: 3060 },
      estimates: tarpComparison.estimates.map((each) => ({
        ...each,
        treated: { ...each.treated, n: 300 },
        comparison: { ...each.comparison, n: 3060 },
      })),
    };
    const facts: Facts = { attrition: { treated: 0.24, comparison: 0.19, why: "stated by the records office" } };
    const [crude] = grade(lopsided, facts);
    expect([...crude!.drops, ...crude!.notAssessed].map((reason) => reason.rule)).not.toContain("attrition");
  });
});

describe("LaLonde matched within a caliper, from the comparison alone", () => {
  // 113 of 185 treated kept (61 %): support fails; essential covariates nobody named: two drops reach the floor at once.
  // wwclg 2 - 2 -> floor 1, at most 2 - 1 = 1; original 3 - 2 -> floor 2, at most 3 - 1 = 2.
  const lalonde = comparisonOf({
    id: "comparison",
    arms: { treated: 185, comparison: 429, labels: { treated: "trained", comparison: "not trained" } },
    design: { method: "nearest", assignment: "selected", comparator: "concurrent-untreated", covariates: ["age"] },
    matching: {
      treatedMatched: 113,
      treatedUnmatched: 72,
      comparisonMatched: 113,
      setSizes: { "1:1": 113 },
      constraintsChecked: {},
      tieRange: {},
      lost: [],
      effectiveSampleSize: { treated: 113, comparison: 113 },
    },
    balance: [balanceOf("age", -0.31, -0.05)],
    estimates: [
      estimateOf({ id: "re78:meanDifference:matched", primary: true, adjustment: "matching", estimand: "ATM" }),
      estimateOf({ id: "re78:meanDifference:crude" }),
      estimateOf({ id: "re78:meanDifference:adjusted", adjustment: "covariates", adjustedFor: ["age"] }),
    ],
  });

  it("matched: wwclg 1, original 2; nothing more to be had while 39 % of treated people have no match", () => {
    expect(summary(grade(lalonde))).toEqual({
      "wwclg re78:meanDifference:matched": [1, 1],
      "original re78:meanDifference:matched": [2, 2],
      "wwclg re78:meanDifference:crude": [1, 1],
      "original re78:meanDifference:crude": [2, 2],
      "wwclg re78:meanDifference:adjusted": [1, 2],
      "original re78:meanDifference:adjusted": [2, 3],
    });
    expect(grade(lalonde)[0]!.design).toBe("matched");
  });
});

describe("a matched programme with the outcome before entry", () => {
  const names = ["age", "sex", "prior_12m", "days_since_last", "quarter", "prior_da_12m"];
  const facts: Facts = {
    covariateRoles: {
      age: ["age"],
      sex: ["sex"],
      priorCount: ["prior_12m"],
      priorRecency: ["days_since_last"],
      calendarPeriod: ["quarter"],
      priorDomesticAbuse: ["prior_da_12m"],
    },
    baselineOutcomes: [
      {
        covariate: "prior_da_12m",
        outcomes: ["reoffended"],
        why: "recorded by the same police source, 12 months before",
      },
    ],
  };
  const programme = (over: Partial<Comparison> = {}, after = 0.03, unmatched = 12) =>
    comparisonOf({
      design: {
        method: "nearest",
        assignment: "selected",
        comparator: "concurrent-untreated",
        covariates: names,
        baselineOutcome: "prior_da_12m",
      },
      matching: {
        treatedMatched: 388,
        treatedUnmatched: unmatched,
        comparisonMatched: 388,
        setSizes: { "1:1": 388 },
        constraintsChecked: {},
        tieRange: {},
        lost: [],
        effectiveSampleSize: { treated: 388, comparison: 388 },
      },
      balance: names.map((name) => balanceOf(name, 0.6, name === "prior_da_12m" ? after : 0.02)),
      estimates: [
        estimateOf({ id: "reoffended:riskDifference:matched", primary: true, adjustment: "matching", estimand: "ATM" }),
      ],
      ...over,
    });
  const level = (comparison: Comparison, given: Facts = facts) => grade(comparison, given).map((each) => each.level);

  it("essential covariates there, prior outcome balanced: wwclg 3, original 4", () => {
    expect(level(programme())).toEqual([3, 4]);
    expect(grade(programme(), facts)[0]!.design).toBe("matched-prior-outcome");
  });

  it("the prior outcome left unbalanced: 2 and 3, one level down", () => {
    expect(level(programme({}, 0.11))).toEqual([2, 3]);
  });

  it("a fifth of treated people without a match still passes, more does not", () => {
    expect(level(programme({}, 0.03, 97))).toEqual([3, 4]); // 388 / 485 = 0.80
    expect(level(programme({}, 0.03, 98))).toEqual([2, 3]);
  });

  it("an essential role nobody filled lowers by one and is named", () => {
    const { sex: _, ...roles } = facts.covariateRoles!;
    const [first] = grade(programme(), { ...facts, covariateRoles: roles });
    expect(first!.level).toBe(2);
    expect(first!.reasons[0]!.text).toContain("sex");
  });

  it("a role that cannot apply needs a reason", () => {
    const { sex: _, ...roles } = facts.covariateRoles!;
    expect(level(programme(), { ...facts, covariateRoles: roles, notApplicable: { sex: "men only" } })).toEqual([3, 4]);
    expect(level(programme(), { ...facts, covariateRoles: roles, notApplicable: { sex: "" } })).toEqual([2, 3]);
  });

  it("a covariate named for a role but left out of the matching does not count", () => {
    const without = programme({
      design: { ...programme().design, covariates: names.filter((name) => name !== "sex") },
    });
    expect(level(without)).toEqual([2, 3]);
  });

  it("an essential covariate off by more than 0.10 lowers by one unless the estimate adjusts for it", () => {
    const balance = names.map((name) => balanceOf(name, 0.6, name === "age" ? -0.12 : 0.02));
    expect(level(programme({ balance }))).toEqual([2, 3]);
    const estimates = [
      estimateOf({
        id: "reoffended:riskDifference:matched",
        adjustment: "matching",
        adjustedFor: ["age"],
        estimand: "ATM",
      }),
    ];
    expect(level(programme({ balance, estimates }))).toEqual([3, 4]);
  });

  it("an essential covariate with half the spread lowers by one", () => {
    const balance = names.map((name) => balanceOf(name, 0.6, 0.02, name === "age" ? 0.49 : 1));
    expect(level(programme({ balance }))).toEqual([2, 3]);
  });

  it("a covariate that cannot be put in standard deviations is alike only when the means agree, else not assessed", () => {
    const constant = (comparison: number) => ({
      ...balanceOf("sex", 0.6),
      after: { treated: 1, comparison, standardisedMeanDifference: null, varianceRatio: null },
    });
    const withSex = (comparison: number) =>
      programme({
        balance: [
          ...names.filter((name) => name !== "sex").map((name) => balanceOf(name, 0.6, 0.02)),
          constant(comparison),
        ],
      });
    expect(level(withSex(1))).toEqual([3, 4]);
    expect(level(withSex(0.9))).toEqual([2, 3]);
    expect(grade(withSex(0.9), facts).map((each) => each.atMost)).toEqual([3, 4]);
    expect(grade(withSex(0.9), facts)[0]!.notAssessed[0]!.text).toContain("sex");
  });

  it("a factor is judged by its levels that can be assessed: one person of a rare level lowers nothing", () => {
    const rare = {
      ...balanceOf("sex", 0.6),
      level: "other",
      after: { treated: 0, comparison: 0.0026, standardisedMeanDifference: null, varianceRatio: null },
    };
    expect(level(programme({ balance: [...programme().balance, rare] }))).toEqual([3, 4]);
  });

  describe("the outcome before entry is that of each outcome", () => {
    const [recorded] = programme().estimates;
    const job = estimateOf({ id: "job:riskDifference:matched", adjustment: "matching", estimand: "ATM" });
    const both = programme({ estimates: [recorded!, job] });
    const of = (comparison: Comparison, given: Facts) =>
      Object.fromEntries(
        grade(comparison, given)
          .filter((each) => each.scale === "wwclg")
          .flatMap((each) => each.estimates.map((id) => [id.split(":")[0], [each.level, each.atMost]])),
      );

    it("a covariate said to be another outcome gives this one nothing", () => {
      expect(of(both, facts)).toEqual({ reoffended: [3, 3], job: [2, 2] });
    });

    it("a covariate named for the comparison without saying for which outcome, and why, is not assessed", () => {
      const { baselineOutcomes: _, ...silent } = facts;
      expect(of(both, silent)).toEqual({ reoffended: [2, 3], job: [2, 3] });
      const [first] = grade(both, silent);
      expect(first!.reasons[0]!.text).toBe("whether prior_da_12m is the same outcome before entry was not justified");
      expect(of(both, { ...facts, baselineOutcomes: [{ ...facts.baselineOutcomes![0]!, why: " " }] })).toEqual({
        reoffended: [2, 3],
        job: [2, 2],
      });
    });

    it("age is not an outcome before entry, whatever is said of it", () => {
      const aged = { ...both, design: { ...both.design, baselineOutcome: "age" } };
      const { baselineOutcomes: _, ...silent } = facts;
      expect(of(aged, silent)).toEqual({ reoffended: [2, 2], job: [2, 2] });
      const claimed: Facts = {
        ...facts,
        baselineOutcomes: [{ covariate: "age", outcomes: ["job"], why: "older people work" }],
      };
      expect(of(aged, claimed)).toEqual({ reoffended: [2, 2], job: [2, 2] });
      const worked = grade(aged, claimed).find((each) => each.estimates.includes(job.id))!;
      expect(worked.reasons[0]!.text).toContain("age is a characteristic");
    });

    it("every analogue declared must be alike, not the best of them", () => {
      const two: Facts = {
        ...facts,
        baselineOutcomes: [
          ...facts.baselineOutcomes!,
          { covariate: "prior_12m", outcomes: ["reoffended"], why: "all offences of the same source" },
        ],
      };
      expect(level(programme(), two)).toEqual([3, 4]);
      const balance = names.map((name) => balanceOf(name, 0.6, name === "prior_12m" ? 0.11 : 0.02));
      expect(grade(programme({ balance }), two)[0]!.design).toBe("matched");
    });
  });

  it("matched sets dropped for a missing outcome are not kept: the estimate's own people count", () => {
    // 388 of 400 matched passes; an estimate of 319 of 400 does not, one of 320 does.
    const kept = (n: number) =>
      programme({
        estimates: [{ ...programme().estimates[0]!, treated: { n, events: 60, value: 0.2 } }],
      });
    expect(level(kept(320))).toEqual([3, 4]);
    expect(level(kept(319))).toEqual([2, 3]);
    expect(grade(kept(319), facts)[0]!.drops.map((drop) => drop.rule)).toEqual(["support"]);
  });

  it("weighting that loses outcomes of a fifth of treated people and more fails the same test", () => {
    const weighted = (n: number) =>
      programme({
        matching: null,
        estimates: [
          estimateOf({
            id: "reoffended:riskDifference:weighted",
            adjustment: "weighting",
            treated: { n, events: 60, value: 0.2 },
          }),
        ],
      });
    expect(level(weighted(320))).toEqual([3, 4]);
    expect(level(weighted(319))).toEqual([2, 3]);
  });

  it("a subgroup is small because of who it is about, not for want of support", () => {
    const [all] = programme().estimates;
    const women = { ...all!, id: "reoffended:riskDifference:matched:women", subgroup: "sex=female" };
    const of = { n: 60, events: 10, value: 1 / 6 };
    const grades = grade(programme({ estimates: [all!, { ...women, treated: of, comparison: of }] }), facts);
    expect(grades[0]!.estimates).toHaveLength(2);
  });

  it("desirable covariates that are missing are named and change nothing", () => {
    const rules = grade(programme(), facts)[0]!.caveats.map((caveat) => caveat.rule);
    expect(rules).toContain("desirable-ethnicity");
    expect(rules).not.toContain("desirable-priorDomesticAbuse");
  });

  it("completers against anyone outside: held at 2 on both scales by C4", () => {
    const completers = programme({ design: { ...programme().design, analysisSet: "completed" } });
    expect(level(completers)).toEqual([2, 2]);
  });

  it("a damning fact stands without a justification, a favourable one does not", () => {
    expect(level(programme(), { ...facts, followUp: { value: "different", why: "" } })).toEqual([1, 1]);
    const claimed = grade(programme(), { ...facts, indexDateRule: { value: "same", why: "" } })[0]!;
    expect(claimed.notAssessed.map((reason) => reason.rule)).toContain("C7");
  });

  it("an outcome told by the person whose behaviour is judged is named", () => {
    const [told] = gradeComparison({
      comparison: programme(),
      facts,
      outcomes: [outcomeOf({ id: "reoffended", label: "violence", basis: "self-report", reporter: "perpetrator" })],
    });
    expect(told!.caveats.map((caveat) => caveat.rule)).toContain("perpetrator-account");
  });

  it("nothing given is changed, and withheld numbers are refused", () => {
    const frozen = programme();
    const copy = structuredClone(frozen);
    grade(frozen, facts);
    expect(frozen).toEqual(copy);
    const withheld = programme({ arms: { ...frozen.arms, treated: { withheld: "primary" } } });
    expect(() => grade(withheld, { ...facts, attrition: { treated: 0, comparison: 0, why: "stated" } })).toThrow(
      TypeError,
    );
  });
});

describe("without a comparison group", () => {
  it("before and after is 1 and 2, or 2 and 2 with controls for the period, and C1 holds", () => {
    expect(gradeBeforeAfter({}).map((each) => each.level)).toEqual([1, 2]);
    const controlled = gradeBeforeAfter({ periodControls: { value: true, why: "quarterly force totals" } });
    expect(controlled.map((each) => each.level)).toEqual([2, 2]);
    expect(controlled[0]!.caps.map((cap) => cap.rule)).toEqual(["C1"]);
  });

  it("a comparison with nobody is graded as its design, under its own name", () => {
    const alone: Comparison = {
      ...tarpComparison,
      design: { ...tarpComparison.design, comparator: "none" },
      estimates: [],
    };
    const grades = grade(alone);
    expect(grades.map((each) => [each.comparison, each.estimates, each.level])).toEqual([
      [alone.id, [], 1],
      [alone.id, [], 2],
    ]);
  });
});

describe("essential covariates by name", () => {
  it("come from the essential roles alone", () => {
    expect(essentialCovariates({ covariateRoles: { age: ["age", "age_squared"], region: ["area"] } })).toEqual([
      "age",
      "age_squared",
    ]);
    expect(essentialCovariates({})).toEqual([]);
  });
});
