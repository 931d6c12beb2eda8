import { canonicalJson, planDepartures, type StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const plan = {
  version: 1,
  title: "A study",
  data: { tables: { people: { files: ["data/people.csv"] } } },
  cohort: { arms: { treated: "yes" } },
  outcomes: [
    { id: "arrest", label: "arrested", primary: true, window: "recorded-12m", kind: "binary" },
    { id: "charge", label: "charged", window: "recorded-12m", kind: "binary" },
  ],
  comparisons: [{ id: "main", method: "nearest", covariates: ["age", "prior"] }],
} as unknown as StudyPlan;

/** As much of a plan as the changes below touch. */
interface Loose {
  question?: string;
  outcomes: { primary?: boolean; window: string; label: string }[];
  comparisons: { covariates: string[] }[];
}

const changed = (change: (copy: Loose) => void): StudyPlan => {
  const copy = structuredClone(plan) as unknown as Loose;
  change(copy);
  return copy as unknown as StudyPlan;
};
const bearings = (now: StudyPlan) => planDepartures(plan, now).map(({ path, bearing }) => `${path}: ${bearing}`);

describe("planDepartures", () => {
  it("finds none in an equal plan, whatever the order of its keys and of entries with ids", () => {
    const reordered = changed((copy) => {
      copy.outcomes.reverse();
      copy.comparisons = copy.comparisons.map((one: object) =>
        Object.fromEntries(Object.entries(one).reverse()),
      ) as Loose["comparisons"];
    });
    expect(planDepartures(plan, reordered)).toEqual([]);
  });

  it("tells a change of the primary outcome from one of another outcome and from a change of words", () => {
    expect(bearings(changed((copy) => (copy.outcomes[0]!.window = "recorded-6m")))).toEqual([
      "outcomes[arrest].window: primary-outcome",
    ]);
    expect(bearings(changed((copy) => (copy.outcomes[1]!.window = "recorded-6m")))).toEqual([
      "outcomes[charge].window: outcome",
    ]);
    expect(bearings(changed((copy) => (copy.outcomes[0]!.label = "taken into custody")))).toEqual([
      "outcomes[arrest].label: presentation",
    ]);
  });

  it("finds both sides of a switch: the outcome that was primary, and the one that is", () => {
    const switched = changed((copy) => {
      delete copy.outcomes[0]!.primary;
      copy.outcomes[1]!.primary = true;
    });
    expect(planDepartures(plan, switched)).toEqual([
      { path: "outcomes[arrest].primary", change: "removed", frozen: "true", now: null, bearing: "primary-outcome" },
      { path: "outcomes[charge].primary", change: "added", frozen: null, now: "true", bearing: "primary-outcome" },
    ]);
  });

  it("takes a list without ids as one value, and an outcome dropped as one change", () => {
    expect(bearings(changed((copy) => copy.comparisons[0]!.covariates.push("sex")))).toEqual([
      "comparisons[main].covariates: comparison",
    ]);
    expect(bearings(changed((copy) => copy.outcomes.shift()))).toEqual(["outcomes[arrest]: primary-outcome"]);
  });

  it("says what was and what is, shortened where it is long", () => {
    const [departure] = planDepartures(
      plan,
      changed((copy) => (copy.question = "why ".repeat(100))),
    );
    expect(departure).toMatchObject({ path: "question", change: "added", frozen: null, bearing: "presentation" });
    expect(departure!.now).toHaveLength(200);
  });
});

describe("canonicalJson", () => {
  it("does not depend on the order of keys, and keeps the order of lists", () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: "x" } })).toBe('{"a":{"c":"x","d":null},"b":[2,1]}');
  });
});
