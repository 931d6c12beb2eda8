import {
  answersFromLong,
  changeOfScore,
  checkDefinition,
  definitionTemplate,
  deltaAdjusted,
  findMeasure,
  indicatorShares,
  leaversAtBaseline,
  type MeasureScores,
  measureDefinitions,
  outcomeCategories,
  pairWaves,
  reliableChange,
  type ScoreMeasureInput,
  scoreMeasure,
  talkingTherapies,
} from "@likewise/measures";
import {
  type Columns,
  categoryColumn,
  columnsOf,
  dateColumn,
  integerColumn,
  numberColumn,
  textColumn,
} from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function scoresOf(input: ScoreMeasureInput): MeasureScores {
  const found = scoreMeasure(input);
  if ("refused" in found) throw new Error(found.refused.why);
  return found;
}

/** One row per list of answers, in columns q1, q2, … */
function table(rows: readonly (readonly (number | null)[])[]): Columns {
  const count = rows[0]!.length;
  return columnsOf(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`q${at + 1}`, integerColumn(rows.map((row) => row[at]!))]),
    ),
  );
}

/** People whose items share one cause: the stronger it is in somebody, the higher every item not reversed. */
function people(items: number, reverse: readonly number[], codes: readonly number[], seed: number) {
  const stream = randomStream(seed);
  const [lowest, highest] = [codes[0]!, codes.at(-1)!];
  return Array.from({ length: 60 }, () => {
    const cause = lowest + (highest - lowest) * stream.uniform();
    return Array.from({ length: items }, (_, at) => {
      const code = Math.min(highest, Math.max(lowest, Math.round(cause + 1.6 * (stream.uniform() - 0.5))));
      return reverse.includes(at + 1) ? lowest + highest - code : code;
    });
  });
}

describe("what looks coded otherwise is refused", () => {
  const core = findMeasure("core-10");
  const rosenberg = findMeasure("rses");

  it("CORE-10 with items 2 and 3 turned before is not turned again", () => {
    const asAsked = table(people(10, [2, 3], [0, 1, 2, 3, 4], 1));
    const turned = table(people(10, [], [0, 1, 2, 3, 4], 1));
    expect("refused" in scoreMeasure({ definition: core, answers: asAsked })).toBe(false);
    const refused = scoreMeasure({ definition: core, answers: turned });
    expect(refused).toMatchObject({
      refused: { what: "scores of CORE-10", why: expect.stringContaining("already reversed") },
    });
    // Once somebody says how it was coded it is scored so, and both files give the same scores.
    const stated = scoresOf({ definition: core, answers: turned, coding: "already-reversed" });
    expect(Array.from(stated.scores[0]!.values.values)).toEqual(
      Array.from(scoresOf({ definition: core, answers: asAsked }).scores[0]!.values.values),
    );
  });

  it("the Rosenberg scale in its other order is not scored by the first", () => {
    const orderB = table(people(10, [2, 5, 6, 8, 9], [0, 1, 2, 3], 2));
    expect(scoreMeasure({ definition: rosenberg, answers: orderB })).toMatchObject({
      refused: { why: expect.stringContaining("order B of the items") },
    });
    const found = scoresOf({ definition: rosenberg, answers: orderB, order: "B" });
    expect(found.order).toBe("B");
    expect(found.codingCheck.looksLike).toBeNull();
    const orderA = table(people(10, [3, 5, 8, 9, 10], [0, 1, 2, 3], 2));
    expect(scoresOf({ definition: rosenberg, answers: orderA }).order).toBe("A");
    expect(() => scoreMeasure({ definition: rosenberg, answers: orderA, order: "C" })).toThrow("(A, B), got C");
  });

  it("fewer than ten people are too few to tell by", () => {
    const few = table(people(10, [], [0, 1, 2, 3, 4], 1).slice(0, 9));
    expect(scoresOf({ definition: core, answers: few }).codingCheck).toEqual({
      rows: 9,
      looksLike: null,
      alternatives: [],
    });
  });
});

describe("answers that cannot be", () => {
  it("are reported by row and column without their value, and their row has no score", () => {
    const answers = columnsOf({
      goal1: textColumn(["4", "often", "12", null]),
      goal2: textColumn([null, "3", "3", null]),
      goal3: textColumn(["6", "3", "3", null]),
    });
    const { issues, scores } = scoresOf({ definition: findMeasure("gbo"), answers });
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["answer_not_a_number", 2, "goal1"],
      ["answer_out_of_range", 3, "goal1"],
    ]);
    expect(JSON.stringify(issues)).not.toMatch(/often|12"/);
    expect(scores[0]!.counts).toEqual({ complete: 1, missing: 1, prorated: 0, refused: 2 });
    expect(scores[0]!.values.values[0]).toBe(5);
  });

  it("a worrying answer is raised even in a row that cannot be scored", () => {
    const answers = table([[0, 0, 0, 0, 0, 0, 0, 9, 1]]);
    expect(scoresOf({ definition: findMeasure("phq-9"), answers }).flags).toEqual([
      { row: 0, item: 9, code: "self-harm" },
    ]);
  });
});

describe("laws of scoring", () => {
  const scales = measureDefinitions.filter(({ items }) => items.pattern === "q{n}");

  it("reversing twice is identity", () => {
    const definition = findMeasure("ders");
    const answers = table(people(36, definition.items.reverse, [1, 2, 3, 4, 5], 3));
    const once = scoresOf({ definition, answers });
    const turned = columnsOf(
      Object.fromEntries(
        Object.entries(answers.columns).map(([name, column], at) => [
          name,
          definition.items.reverse.includes(at + 1)
            ? integerColumn(Array.from(column.values as Int32Array, (code) => 6 - code))
            : column,
        ]),
      ),
    );
    const twice = scoresOf({ definition, answers: turned, coding: "already-reversed" });
    expect(twice.scores[0]!.values).toEqual(once.scores[0]!.values);
  });

  it("a missing item never lowers a score: there is none, or it is marked prorated", () => {
    // Of forms without skips: where a form lets a person leave items, a blank there has a value.
    const which = fc.constantFrom(...scales.filter(({ items }) => items.skips === undefined));
    fc.assert(
      fc.property(which, fc.nat(), fc.nat(), (definition, seed, hole) => {
        const stream = randomStream(seed);
        const codes = (item: number) =>
          definition.items.responses.find(({ items }) => items === "all" || items.includes(item))!.values;
        const full = Array.from(
          { length: definition.items.count },
          (_, at) => codes(at + 1)[Math.floor(stream.uniform() * codes(at + 1).length)]!,
        );
        const holed: (number | null)[] = full.map((code, at) => (at === hole % full.length ? null : code));
        const { scores } = scoresOf({ definition, answers: table([full, holed]) });
        for (const { values, state, answered } of scores) {
          if (answered.values[0] === answered.values[1]) expect(values.values[1]).toBe(values.values[0]);
          else expect(state[1] === 2 || values.valid![1] === 0).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("the order of rows and of columns does not matter", () => {
    const rows = people(9, [], [0, 1, 2, 3], 4);
    const definition = findMeasure("phq-9");
    const straight = scoresOf({ definition, answers: table(rows) }).scores[0]!.values.values;
    const back = table([...rows].reverse());
    const shuffled = { ...back, columns: Object.fromEntries(Object.entries(back.columns).reverse()) };
    expect(Array.from(scoresOf({ definition, answers: shuffled }).scores[0]!.values.values).reverse()).toEqual(
      Array.from(straight),
    );
  });

  it("recoding direction flips every sign and no category", () => {
    const score = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 30 }), (pairs) => {
        const scores = { pre: pairs.map(([one]) => one), post: pairs.map(([, two]) => two) };
        const mirrored = { pre: scores.pre.map((one) => 27 - one), post: scores.post.map((two) => 27 - two) };
        const error = {
          kind: "reliability",
          reliability: 0.8,
          reliabilityType: "alpha",
          sd: 5,
          source: "example",
        } as const;
        const one = reliableChange({ ...scores, better: "lower", error });
        const other = reliableChange({ ...mirrored, better: "higher", error });
        expect(Array.from(other.index!, (index) => 0 - index)).toEqual(Array.from(one.index!, (index) => index + 0));
        expect(other.states).toEqual(one.states);
        const found = outcomeCategories({
          ...scores,
          change: one,
          cutOff: { value: 10, clinical: ">=", basis: "published" },
        });
        const turned = outcomeCategories({
          ...mirrored,
          change: other,
          cutOff: { value: 17, clinical: "<=", basis: "published" },
        });
        expect(turned.codes).toEqual(found.codes);
      }),
    );
  });
});

describe("long answers and pairs", () => {
  it("two answers to one item are both rejected, and the item stays blank", () => {
    const answers = columnsOf({
      person: textColumn(["p2", "p10", "p2", "p2"]),
      wave: categoryColumn(["intake", "intake", "intake", "intake"]),
      item: categoryColumn(["goal1", "goal1", "goal1", "comment"]),
      response: integerColumn([4, 5, 6, 1]),
    });
    const long = answersFromLong({ definition: findMeasure("gbo"), answers });
    expect(long.issues.map(({ row }) => row)).toEqual([1, 3]);
    expect(long.otherItems).toBe(1);
    const { scores } = scoresOf({ definition: findMeasure("gbo"), answers: long.answers });
    expect(Array.from(scores[0]!.state)).toEqual([1, 0]);
  });

  it("two records for one wave, and an exit before the intake, are rejected and counted", () => {
    const paired = pairWaves({
      person: textColumn(["a", "a", "a", "b", "b", "c", "d"]),
      wave: textColumn(["pre", "pre", "post", "pre", "post", "post", "review"]),
      score: numberColumn([10, 11, 5, 12, 6, 7, 8]),
      date: dateColumn([100, 101, 200, 200, 100, 300, 300]),
      pre: "pre",
      post: "post",
    });
    expect(paired.issues.map(({ code, row }) => [code, row])).toEqual([
      ["two_records_for_wave", 1],
      ["two_records_for_wave", 2],
      ["post_before_pre", 5],
    ]);
    expect(paired.account).toEqual({ people: 3, both: 0, preOnly: 1, postOnly: 2, neither: 0, otherWaves: 1 });
  });

  it("practice-A3: three items at two time points give three rows with number and missing", () => {
    const paired = ["insight", "children", "responsibility"].map((_, at) =>
      pairWaves({
        person: textColumn(["a", "b", "a", "b"]),
        wave: textColumn(["intake", "intake", "exit", "exit"]),
        score: numberColumn([1, 2, 2 + at, at === 1 ? null : 2]),
        pre: "intake",
        post: "exit",
      }),
    );
    expect(paired.map(({ account }) => [account.people, account.both, account.preOnly])).toEqual([
      [2, 2, 0],
      [2, 1, 1],
      [2, 2, 0],
    ]);
  });
});

describe("kinds without change", () => {
  it("a risk checklist has none, with the reason and what to use instead", () => {
    const checklist = definitionTemplate("risk-checklist");
    expect(checkDefinition(checklist)).toEqual({ definition: checklist });
    expect(changeOfScore(checklist)).toMatchObject({
      refused: { why: expect.stringContaining("professional judgement") },
    });
    const withChange = structuredClone(checklist);
    withChange.scores[0]!.change = [{ kind: "reliable", points: 2 }];
    expect(checkDefinition(withChange)).toMatchObject({ problems: [{ path: "scores[0].change" }] });
  });

  it("a score whose direction is mixed has none", () => {
    expect(changeOfScore(findMeasure("socrates-8"), "ambivalence")).toMatchObject({ refused: {} });
    expect(changeOfScore(findMeasure("swemwbs"))).toMatchObject({ score: { id: "metric" }, better: "higher" });
  });

  it("indicators stand by reporter and time point and are never pooled; a missing reporter is reported", () => {
    const definition = definitionTemplate("indicator-set");
    const answers = columnsOf({
      ...table([
        [1, 2, 0],
        [0, 0, 0],
        [1, 0, null],
        [1, 1, 1],
      ]).columns,
      reporter: textColumn(["partner", "participant", "partner", null]),
      wave: textColumn(["intake", "intake", "intake", "intake"]),
    });
    const { shares, issues } = indicatorShares({ definition, answers });
    expect(
      shares.map(({ indicator, reporter, present, open }) => [indicator, reporter, present!.count, present!.of, open]),
    ).toEqual([
      ["space-for-action", "participant", 0, 1, 0],
      ["space-for-action", "partner", 2, 2, 0],
      ["fear", "participant", 0, 1, 0],
      ["fear", "partner", 1, 1, 1],
    ]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([["reporter_missing", 4]]);
  });
});

it("NHS Talking Therapies: recovery needs both below, and one up while the other falls is no change (by hand)", () => {
  const found = talkingTherapies({
    // at caseness and well; well by one point only; one up one down; not at caseness; at caseness by GAD-7 alone
    phq9: { pre: [15, 10, 20, 4, 9], post: [8, 9, 12, 3, 9] },
    gad7: { pre: [10, 7, 8, 3, 8], post: [7, 7, 13, 3, 8] },
  });
  expect(found.atCaseness).toBe(4);
  expect(found.recovery).toMatchObject({ count: 2, of: 4 });
  expect(found.reliableImprovement).toMatchObject({ count: 1, of: 5 });
  expect(found.reliableDeterioration).toMatchObject({ count: 0, of: 5 });
  expect(found.reliableRecovery).toMatchObject({ count: 1, of: 4 });
});

describe("those who left", () => {
  const stream = randomStream(7);
  const pre = Array.from({ length: 60 }, () => 10 + Math.round(10 * stream.uniform()));
  const post = numberColumn(
    pre.map((score, i) => (i % 4 === 0 ? null : score - 4 + Math.round(4 * stream.uniform() - 2))),
  );

  it("each point of delta moves the mean change by the share that left, and the same seed gives the same bits", () => {
    const input = { pre, post, better: "lower", deltas: [0, 8], seed: 1 } as const;
    const found = deltaAdjusted(input);
    if ("refused" in found) throw new Error(found.refused.why);
    const [first, last] = found.rows;
    expect(last!.estimate - first!.estimate).toBeCloseTo(8 * 0.25, 10);
    expect(found.tippingDelta).toBeGreaterThan(0);
    expect(deltaAdjusted(input)).toEqual(found);
  });

  it("refuses to draw what chance has no part in: nobody changed, everybody at none, or halved", () => {
    for (const after of [(score: number) => score, () => 0, (score: number) => score / 2]) {
      const later = numberColumn(pre.map((score, i) => (i % 4 === 0 ? null : after(score))));
      const treated = pre.map((_, i) => i % 2);
      for (const groups of [{}, { treated }]) {
        const found = deltaAdjusted({ pre, post: later, better: "lower", deltas: [0, 2], seed: 1, ...groups });
        expect(found).toMatchObject({ refused: { why: expect.stringContaining("follow from first ones") } });
      }
    }
  });

  it("a large study tips where its interval first reaches 0, though it stays open over a short range of deltas alone", () => {
    const many = randomStream(3);
    const first = Array.from({ length: 8000 }, () => 10 + 3 * many.normal());
    const later = numberColumn(first.map((score, i) => (i % 2 === 0 ? null : score - 4 + many.normal())));
    const at = (deltas: readonly number[]) => {
      const found = deltaAdjusted({ pre: first, post: later, better: "lower", deltas, imputations: 8, seed: 1 });
      if ("refused" in found) throw new Error(found.refused.why);
      return found;
    };
    const { tippingDelta } = at([0]);
    // Half left, so the change of 4 points is gone where leavers are 8 points worse; the interval reaches 0 a little before.
    expect(tippingDelta).toBeGreaterThan(7.5);
    expect(tippingDelta).toBeLessThan(8.1);
    const [before, after] = at([tippingDelta! - 0.01, tippingDelta! + 0.01]).rows;
    expect(before!.interval[1]).toBeLessThan(0);
    expect(after!.interval[1]).toBeGreaterThanOrEqual(0);
    // A change for the worse does not go away when leavers are worse still.
    const harmed = deltaAdjusted({ pre: first, post: later, better: "higher", deltas: [0], imputations: 8, seed: 1 });
    expect(harmed).toMatchObject({ tippingDelta: null });
  });

  it("completers and leavers stand side by side at baseline, and two are needed of each", () => {
    const found = leaversAtBaseline({ pre: numberColumn(pre), post });
    expect(found).toMatchObject({ completers: { n: 45 }, leavers: { n: 15 } });
    expect(leaversAtBaseline({ pre: numberColumn([1, 2, 3]), post: numberColumn([1, 2, null]) })).toHaveProperty(
      "refused",
    );
  });
});
