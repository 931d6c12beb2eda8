import { validateEvidenceMap, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

function problemsOf(parts: object): string[] {
  const checked = validatePlan({ ...samplePlan(), ...parts });
  return "problems" in checked ? checked.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

const rate = (id: string) => ({
  id,
  label: id,
  percent: 2.5,
  period: 12,
  population: "women",
  basis: "survey",
  source: "a survey",
});

describe("published rates in a plan", () => {
  it("have ids of their own, and pairs name two of them", () => {
    expect(problemsOf({ rates: { declared: [rate("a"), rate("b")], compare: [{ rate: "a", with: "b" }] } })).toEqual(
      [],
    );
    expect(
      problemsOf({
        rates: {
          declared: [rate("a"), rate("a")],
          compare: [
            { rate: "a", with: "a" },
            { rate: "x", with: "a" },
          ],
        },
      }),
    ).toEqual([
      expect.stringContaining("rates.declared[1].id: expected an id of its own"),
      expect.stringContaining("rates.compare[0].with: expected another rate"),
      expect.stringContaining("rates.compare[1].rate: expected the id of a rate"),
    ]);
  });

  it("are over months or a lifetime, and say on what they rest", () => {
    expect(problemsOf({ rates: { declared: [{ ...rate("a"), period: "a year" }] } })).toHaveLength(1);
    expect(problemsOf({ rates: { declared: [{ ...rate("a"), basis: undefined }] } })).toHaveLength(1);
  });
});

describe("parts of a programme in a plan", () => {
  it("have ids of their own and share no component of sessions", () => {
    const part = (id: string, session: string) => ({ id, label: id, sessions: [session] });
    expect(problemsOf({ programme: { components: [part("a", "one"), part("b", "two")] } })).toEqual([]);
    expect(problemsOf({ programme: { components: [part("a", "one"), part("a", "one")] } })).toEqual([
      expect.stringContaining("programme.components[1].id"),
      'programme.components[1].sessions: expected each in one part, found "one" a second time',
    ]);
  });
});

describe("an evidence map", () => {
  const statement = {
    id: "s",
    about: ["a"],
    populations: ["men"],
    finding: "f",
    direction: "helps",
    strength: "weak",
    gradedBy: "us",
    source: "s",
  };
  const map = { version: 1, populations: [{ id: "men", label: "Men" }], statements: [statement] };
  const problemsIn = (data: object) => {
    const checked = validateEvidenceMap(data);
    return "problems" in checked ? checked.problems.map(({ path }) => path) : [];
  };

  it("names the people every statement is about, each once", () => {
    expect(problemsIn(map)).toEqual([]);
    expect(problemsIn({ ...map, statements: [{ ...statement, populations: ["mne"] }, statement] })).toEqual([
      "statements[1].id",
      "statements[0].populations[0]",
    ]);
  });

  it("says of each statement where it is published, how strong it is, and who says so", () => {
    for (const field of ["source", "strength", "gradedBy", "direction", "finding"])
      expect(problemsIn({ ...map, statements: [{ ...statement, [field]: undefined }] })).toEqual([
        `statements[0].${field}`,
      ]);
  });
});
