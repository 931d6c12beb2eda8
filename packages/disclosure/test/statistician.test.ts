import { disclose, profileOf } from "@likewise/disclosure";
import { type Balance, type Comparison, type Figure, isWithheld } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, estimateOf, resultsOf } from "./results-of.ts";

/**
 * A statistician with the published edition, the rule and its labels: every value a withheld count could have is tried
 * against everything printed about one yes-or-no covariate, and against who is missing from an outcome. Studies are made
 * by hand from whole numbers, so that what was withheld is known.
 */
interface Study {
  readonly people: readonly [treated: number, comparison: number];
  /** People with the covariate. */
  readonly having: readonly [treated: number, comparison: number];
  readonly matched: number;
  /** Of those having it: treated kept, and comparison people chosen. */
  readonly after: readonly [treated: number, comparison: number];
  /** People without an outcome, by reason, and how many of them are treated. */
  readonly missing: readonly [first: number, second: number, treated: number];
  /** How the covariate is coded. */
  readonly values: readonly [low: number, high: number];
}

const threshold = 5;
const published = (comparison: Comparison) =>
  disclose(resultsOf({ comparisons: [comparison] }), profileOf("default")).results.comparisons[0]!;

/** Park and Miller's generator, so that the studies are the same each time. */
function draws(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
}

function drawStudy(draw: (n: number) => number): Study {
  const people = [20 + draw(50), 40 + draw(80)] as const;
  const few = (size: number) => (draw(2) === 0 ? draw(7) : draw(size + 1));
  const having = [few(people[0]), few(people[1])] as const;
  const matched = people[0] - draw(Math.min(16, people[0] - 10));
  const unmatched = people[0] - matched;
  const lost = Math.max(having[0] - matched, draw(Math.min(having[0], unmatched) + 1));
  const first = draw(6);
  const second = draw(10);
  const missing = [first, second, draw(Math.min(first + second, 8) + 1)] as const;
  const after = [having[0] - lost, Math.min(matched, draw(having[1] + 1))] as const;
  return { people, having, matched, after, missing, values: draw(4) === 0 ? [0, 2] : [0, 1] };
}

/** Difference over the standard deviation of the treated before: p(1 − p) of a share, n − 1 for other codes. */
function standardised(difference: number, having: number, n: number, [low, high]: Study["values"]): number | null {
  const share = having / n;
  const variance = share * (1 - share) * (high - low) ** 2 * (high === 1 ? 1 : n / (n - 1));
  return variance > 0 ? difference / Math.sqrt(variance) : null;
}

/** A logistic model with one yes-or-no covariate is saturated: both terms are logarithms of odds of counts. */
function propensityTerms({ people, having }: Study): { term: string; estimate: number; standardError: number }[] {
  const [a, b, c, d] = [having[0], having[1], people[0] - having[0], people[1] - having[1]];
  if ([a, b, c, d].includes(0)) return [];
  const intercept = Math.log(c / d);
  return [
    { term: "(Intercept)", estimate: intercept, standardError: Math.sqrt(1 / c + 1 / d) },
    { term: "f", estimate: Math.log(a / b) - intercept, standardError: Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d) },
  ];
}

function balanceOf({ people, having, matched, after, values }: Study): Balance {
  const [low, high] = values;
  const mean = (count: number, n: number) => low + ((high - low) * count) / n;
  const summary = (counts: readonly [number, number], sizes: readonly [number, number]) => {
    const [treated, comparison] = counts.map((count, arm) => mean(count, sizes[arm]!)) as [number, number];
    const standardisedMeanDifference = standardised(treated - comparison, having[0], people[0], values);
    return { treated, comparison, standardisedMeanDifference, varianceRatio: null };
  };
  return {
    covariate: "f",
    level: null,
    essential: false,
    adjusted: true,
    before: summary(having, people),
    after: summary(after, [matched, matched]),
  };
}

function comparisonFrom(study: Study): Comparison {
  const { people, having, matched, after, missing, values } = study;
  const unmatched = people[0] - matched;
  const n = [people[0] - missing[2], people[1] - (missing[0] + missing[1] - missing[2])] as const;
  const mean = (count: number, size: number) => values[0] + ((values[1] - values[0]) * count) / size;
  return comparisonOf({
    rows: { read: people[0] + people[1], used: people[0] + people[1], excluded: [] },
    arms: { treated: people[0], comparison: people[1], labels: { treated: "offered", comparison: "not" } },
    design: {
      method: "nearest",
      assignment: "selected",
      comparator: "concurrent-untreated",
      caliper: { sd: 0.2, width: 0.123456789 },
      outcomeRows: [
        {
          outcome: "score",
          excluded: [
            { reason: "not-found", rows: missing[0] },
            { reason: "not-searched", rows: missing[1] },
          ],
        },
      ],
    },
    matching: {
      treatedMatched: matched,
      treatedUnmatched: unmatched,
      comparisonMatched: matched,
      setSizes: { "1:1": matched },
      constraintsChecked: {},
      tieRange: {},
      lost:
        unmatched === 0
          ? []
          : [
              {
                covariate: "f",
                level: null,
                kept: mean(after[0], matched),
                lost: mean(having[0] - after[0], unmatched),
              },
            ],
      effectiveSampleSize: { treated: matched, comparison: matched },
    },
    balance: [balanceOf(study)],
    estimates: [estimateOf("score:meanDifference:crude", [n[0], null], [n[1], null])],
    models: [
      {
        outcome: null,
        model: "propensity-logit",
        terms: propensityTerms(study).map((term) => ({ ...term, reference: null })),
        notes: [],
      },
    ],
  });
}

/** Whether a printed number could come from a value tried; a withheld one says nothing. */
function fits(printed: Figure | null, tried: Figure | null, digits: number | null = null): boolean {
  if (printed === null || isWithheld(printed) || tried === null || isWithheld(tried)) return true;
  return digits === null
    ? Math.abs(printed - tried) < 1e-9
    : Number(tried.toPrecision(digits)) === Number(printed.toPrecision(digits));
}

/** What the label of a withheld count tells: the same that the rule says of it. */
function allowed(figure: Figure, value: number, truth: number, group: number): boolean {
  if (!isWithheld(figure)) return true;
  if (figure.withheld === "primary" && truth > 0 && truth < threshold)
    return value >= (group < 10 ? 0 : 1) && value < threshold;
  return truth < threshold || value >= threshold;
}

/** Values that the counts of the covariate could have, as far as one published comparison tells. */
function valuesLeft(
  shown: Comparison,
  study: Study,
  digits: number | null,
): Record<"treated" | "comparison" | "kept" | "lost", number> {
  const { people, having, matched, after } = study;
  const { before, after: matchedRow } = shown.balance[0]!;
  const lostRow = shown.matching!.lost[0];
  const unmatched = people[0] - matched;
  const terms = shown.models[0]!.terms;
  const values = {
    treated: new Set<number>(),
    comparison: new Set<number>(),
    kept: new Set<number>(),
    lost: new Set<number>(),
  };
  const possible = new Set<number>();
  for (let a = 0; a <= people[0]; a++) {
    if (!allowed(before.treated, a, having[0], people[0])) continue;
    for (let b = 0; b <= people[1]; b++) {
      const tried: Study = { ...study, having: [a, b] };
      const row = balanceOf(tried).before;
      const model = propensityTerms(tried);
      if (
        fits(before.treated, row.treated) &&
        fits(before.comparison, row.comparison) &&
        fits(before.standardisedMeanDifference, row.standardisedMeanDifference) &&
        terms.every(
          (term, i) =>
            fits(term.estimate, model[i]?.estimate ?? Number.NaN, digits) &&
            fits(term.standardError, model[i]?.standardError ?? Number.NaN, digits),
        )
      ) {
        possible.add(a);
        values.comparison.add(b);
      }
    }
  }
  for (const a of possible)
    for (let kept = Math.max(0, a - unmatched); kept <= Math.min(a, matched); kept++) {
      const lost = a - kept;
      const lostMean = study.values[0] + ((study.values[1] - study.values[0]) * lost) / unmatched;
      const consistent = Array.from({ length: matched + 1 }, (_, b) => b).some((b) => {
        const row = balanceOf({ ...study, having: [a, having[1]], after: [kept, b] }).after!;
        const exact = row.standardisedMeanDifference;
        const difference =
          unmatched < 10 && unmatched > 0 && typeof exact === "number" ? Math.round(exact * 10) / 10 : exact;
        return (
          fits(matchedRow!.treated, row.treated) &&
          fits(matchedRow!.comparison, row.comparison) &&
          fits(matchedRow!.standardisedMeanDifference, difference) &&
          (lostRow === undefined || (fits(lostRow.kept, row.treated) && fits(lostRow.lost, lostMean)))
        );
      });
      if (!consistent) continue;
      // Of fewer than ten left out every row is labelled alike, and the labels say nothing.
      const few = unmatched < 10;
      if (!few && !allowed(matchedRow!.treated, kept, after[0], matched)) continue;
      if (!few && lostRow !== undefined && !allowed(lostRow.lost, lost, having[0] - after[0], unmatched)) continue;
      values.treated.add(a);
      values.kept.add(kept);
      values.lost.add(lost);
    }
  const { treated, comparison, kept, lost } = values;
  return { treated: treated.size, comparison: comparison.size, kept: kept.size, lost: lost.size };
}

/** How many values the number kept could have for someone who knows the sizes and how many had it before. */
function spread({ people, having, matched }: Study): number {
  return Math.min(having[0], matched) - Math.max(0, having[0] - people[0] + matched) + 1;
}

const draw = draws(2024);
const studies = Array.from({ length: 100 }, () => {
  const study = drawStudy(draw);
  return { study, shown: published(comparisonFrom(study)) };
});

describe("attack: one yes-or-no covariate, before and after matching", () => {
  it("no small count, of those having it or not, is left with fewer than three values that fit everything printed", () => {
    let small = 0;
    for (const { study, shown } of studies) {
      const { people, having, matched, after } = study;
      const left = valuesLeft(shown, study, 3);
      const counts = {
        treated: [having[0], people[0]],
        comparison: [having[1], people[1]],
        kept: [after[0], matched],
        lost: [having[0] - after[0], people[0] - matched],
      } as const;
      for (const name of ["treated", "comparison", "kept", "lost"] as const) {
        const [count, group] = counts[name];
        if (![count, group - count].some((each) => each > 0 && each < threshold)) continue;
        small++;
        const { balance, matching, arms } = shown;
        const about = JSON.stringify({ name, study, left, arms, balance, matching });
        // One or two people left out leave two or three values whatever is printed.
        const enough = name === "kept" || name === "lost" ? Math.min(3, spread(study)) : 3;
        expect(left[name], about).toBeGreaterThanOrEqual(enough);
      }
    }
    expect(small).toBeGreaterThan(100);
  });

  it("where no count is small and ten or more are left out, or nobody, nothing is withheld", () => {
    const plenty = draws(7);
    for (let round = 0; round < 20; round++) {
      const kept = 10 + plenty(20);
      const lost = round % 4 === 0 ? 0 : 6 + plenty(6);
      const others = round % 4 === 0 ? 0 : 6;
      const matched = kept + 10 + plenty(20);
      const study: Study = {
        people: [matched + lost + others, 150],
        having: [kept + lost, 60],
        matched,
        after: [kept, 9],
        missing: [0, 0, 0],
        values: [0, 1],
      };
      const shown = published(comparisonFrom(study));
      expect(shown.balance).toEqual([balanceOf(study)]);
      expect(shown.models[0]!.terms.some(({ estimate }) => isWithheld(estimate))).toBe(false);
    }
  });

  it("the attack finds the count when the terms of the propensity score stay with all their digits", () => {
    const small = studies.filter(
      ({ study: { having, people, values } }) =>
        having[0] > 0 && having[0] < threshold && having[1] > 0 && having[1] < people[1] && values[1] === 1,
    );
    expect(small.length).toBeGreaterThan(5);
    for (const { study, shown } of small) {
      const terms = propensityTerms(study).map((term) => ({ ...term, reference: null }));
      const leaky = { ...shown, models: [{ ...shown.models[0]!, terms }] };
      expect(valuesLeft(leaky, study, null).treated).toBe(1);
    }
  });

  it("and when the lost keep their mean", () => {
    const study: Study = {
      people: [80, 120],
      having: [8, 12],
      matched: 60,
      after: [5, 6],
      missing: [0, 0, 0],
      values: [0, 1],
    };
    const shown = published(comparisonFrom(study));
    expect(isWithheld(shown.matching!.lost[0]!.lost)).toBe(true);
    const lost = [{ ...shown.matching!.lost[0]!, lost: 3 / 20 }];
    expect(valuesLeft({ ...shown, matching: { ...shown.matching!, lost } }, study, 3).lost).toBe(1);
  });

  it("a covariate of zeros and twos is seen through as anyone would", () => {
    const coded = studies.filter(
      ({ study: { values, having } }) => values[1] === 2 && having[0] > 0 && having[0] < threshold,
    );
    expect(coded.length).toBeGreaterThan(2);
    for (const { shown } of coded) expect(isWithheld(shown.balance[0]!.before.treated)).toBe(true);
  });

  it("the caliper goes with the propensity score, and is rounded with it", () => {
    for (const { shown } of studies) {
      const { width } = shown.design.caliper as { width: number | null };
      const { terms } = shown.models[0]!;
      if (terms.length > 0) expect(width).toBe(isWithheld(terms[0]!.estimate) ? null : 0.123);
    }
  });
});

describe("attack: arms less those in the estimates less other reasons", () => {
  it("no small reason is left with fewer than three values", () => {
    let small = 0;
    for (const { study, shown } of studies) {
      const { missing } = study;
      const [{ excluded }] = shown.design.outcomeRows as [{ excluded: { rows: Figure }[] }];
      const estimate = shown.estimates[0]!;
      const sizes = [shown.rows.used, estimate.treated.n, estimate.comparison.n];
      for (const [place, truth] of [missing[0], missing[1]].entries()) {
        if (truth === 0 || truth >= threshold || missing[1 - place] === 0) continue;
        small++;
        expect(isWithheld(excluded[place]!.rows)).toBe(true);
        if (sizes.some(isWithheld)) continue;
        const [used, treated, comparison] = sizes as number[];
        const total = used! - treated! - comparison!;
        const values = Array.from({ length: total + 1 }, (_, value) => value).filter(
          (value) =>
            fits(excluded[1 - place]!.rows, total - value) &&
            allowed(excluded[place]!.rows, value, truth, 100) &&
            allowed(excluded[1 - place]!.rows, total - value, missing[1 - place]!, 100),
        );
        expect(values.length, JSON.stringify({ missing, excluded })).toBeGreaterThanOrEqual(3);
      }
    }
    expect(small).toBeGreaterThan(20);
  });
});

describe("attack: a share declared as a score", () => {
  const score = (treated: number) =>
    comparisonOf({
      estimates: [
        estimateOf("score:meanDifference:crude", [40, null], [160, null], {
          treated: { n: 40, events: null, value: treated },
        }),
      ],
    });

  it("three of 40 as a mean of 0.075 goes, with the difference", () => {
    const [estimate] = published(score(3 / 40)).estimates;
    expect([estimate!.treated.value, estimate!.estimate, estimate!.standardError].every(isWithheld)).toBe(true);
    expect(isWithheld(estimate!.comparison.value)).toBe(false);
  });

  it("an adjusted difference of the same score goes too, with the means of both arms", () => {
    const adjusted = estimateOf("score:meanDifference:adjusted", [40, null], [160, null], { adjustment: "covariates" });
    const exact = score(3 / 40);
    const [, shown] = published({ ...exact, estimates: [...exact.estimates, adjusted] }).estimates;
    expect([shown!.estimate, shown!.treated.value, shown!.comparison.value].every(isWithheld)).toBe(true);
  });

  it("so does 37 of 40, which leaves three", () => {
    const [estimate] = published(score(37 / 40)).estimates;
    expect(isWithheld(estimate!.treated.value)).toBe(true);
  });

  it("a mean that no whole number of people gives stays", () => {
    const [estimate] = published(score(0.076)).estimates;
    expect([estimate!.treated.value, estimate!.estimate]).toEqual([0.076, -0.1]);
  });
});

describe("attack: several subgroups, and whether their effects differ", () => {
  const level = (name: string, treated: [number, number], comparison: [number, number]) =>
    estimateOf(`arrest:riskDifference:crude:${name}`, treated, comparison, { subgroup: name, primary: false });
  const shown = published(
    comparisonOf({
      estimates: [
        estimateOf("arrest:riskDifference:crude", [216, 48], [216, 66]),
        level("sex=female", [36, 3], [36, 16]),
        level("sex=male", [180, 45], [180, 50]),
        level("risk=high", [100, 30], [100, 40]),
        level("risk=low", [116, 18], [116, 26]),
      ],
      tests: [
        {
          outcome: "arrest",
          test: "interaction with sex",
          asks: "interaction",
          subgroup: "sex",
          statistic: 4.2,
          df: 1,
          pValue: 0.04,
          adjustedPValue: 0.08,
          estimate: 0.17,
          interval: [0.01, 0.33],
          level: 0.95,
        },
      ],
    }),
  );
  const { estimates, tests } = shown;

  it("the events of one level do not follow from the others and the whole, nor from how much effects differ", () => {
    const [, female, male] = estimates;
    expect(isWithheld(female!.treated.events)).toBe(true);
    expect(isWithheld(male!.treated.events)).toBe(true);
    const { statistic, pValue, adjustedPValue, estimate, interval } = tests[0]!;
    for (const figure of [statistic, pValue, adjustedPValue, estimate, ...interval!])
      expect(isWithheld(figure!)).toBe(true);
  });

  it("levels of a subgroup in which nobody is few stay", () => {
    const [, , , high, low] = estimates;
    for (const { treated } of [high!, low!]) expect(isWithheld(treated.events)).toBe(false);
  });
});

describe("attack: subgroups and the whole", () => {
  const shown = published(
    comparisonOf({
      estimates: [
        estimateOf("arrest:riskDifference:crude", [216, 48], [216, 66]),
        estimateOf("arrest:riskDifference:men", [180, 45], [180, 50], { subgroup: "men", primary: false }),
        estimateOf("arrest:riskDifference:women", [36, 3], [36, 16], { subgroup: "women", primary: false }),
        estimateOf("arrest:riskRatio:women", [36, 3], [36, 16], { subgroup: "women", primary: false }),
      ],
    }),
  );

  it("the events of one subgroup do not follow from the other and the whole", () => {
    const [whole, men, women, ratio] = shown.estimates;
    expect(women!.treated.events).toEqual({ withheld: "primary" });
    expect(ratio!.treated.events).toEqual({ withheld: "primary" });
    expect(isWithheld(men!.treated.events)).toBe(true);
    expect(whole!.treated.events).toBe(48);
  });
});

describe("people left out by matching who are few", () => {
  it("a mean of everyone less that of those kept would be theirs: the mean after matching goes", () => {
    const study: Study = {
      people: [60, 120],
      having: [20, 30],
      matched: 57,
      after: [19, 19],
      missing: [0, 0, 0],
      values: [0, 1],
    };
    const exact = comparisonFrom(study);
    const age = { treated: 31.2, comparison: 34.5, standardisedMeanDifference: -0.3, varianceRatio: 1.1 };
    const balance = [{ ...exact.balance[0]!, covariate: "age", before: age, after: { ...age, treated: 30.9 } }];
    const lost = [{ covariate: "age", level: null, kept: 30.9, lost: 36.9 }];
    const [row] = published({ ...exact, balance, matching: { ...exact.matching!, lost } }).balance;
    expect(isWithheld(row!.after!.treated)).toBe(true);
    expect(row!.after!.standardisedMeanDifference).toBe(-0.3);
    expect(row!.before).toEqual(age);
  });
});
