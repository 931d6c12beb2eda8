import { checkTheory, mechanisms, theoryOfResults } from "@likewise/evidence";
import { type Results, type TheoryLink, type TheoryNode, type TheoryOfChange, validateTheory } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const shown = { indicator: { elsewhere: "a survey" }, source: "the survey" };
const link = (from: string, to: string): TheoryLink => ({ from, to, assumption: "it follows", strength: "moderate" });

/** A theory without fault: an activity that leads to an outcome of each mechanism, at all four levels. */
function sound(): { version: 1; nodes: [TheoryNode, ...TheoryNode[]]; links: TheoryLink[] } {
  const levels = ["individual", "relationship", "community", "societal"] as const;
  return {
    version: 1,
    nodes: [
      { id: "work", label: "Work", kind: "activity" },
      ...mechanisms.map(({ id }, at) => ({
        id,
        label: `Outcome of ${id}`,
        kind: "outcome" as const,
        mechanism: id,
        level: levels[at]!,
        ...shown,
      })),
    ],
    links: mechanisms.map(({ id }) => link("work", id)),
  };
}
const rulesOf = (theory: TheoryOfChange) => checkTheory(theory).map(({ rule, about }) => [rule, ...about].join(" "));

describe("checkTheory", () => {
  it("finds nothing wrong with a theory that states all of it", () => {
    expect(validateTheory(sound())).toHaveProperty("theory");
    expect(checkTheory(sound())).toEqual([]);
  });

  it("practice-B35: without the mechanism of maintenance it is an error, as is one without indicator or source", () => {
    const theory = sound();
    theory.nodes.pop();
    theory.links.pop();
    const [missing] = checkTheory(theory);
    expect(missing).toMatchObject({ rule: "theory-mechanism-missing", severity: "error" });
    expect(missing!.text).toContain("maintenance");
    const bare = sound();
    bare.nodes[1] = { id: "change", label: "Change", kind: "outcome", mechanism: "change", level: "individual" };
    bare.nodes[2] = { ...bare.nodes[2]!, indicator: { elsewhere: "a survey" } };
    delete bare.nodes[2].source;
    expect(rulesOf(bare)).toEqual(["theory-indicator-missing change", "theory-source-missing safety"]);
  });

  it("practice-B36: a theory of individual factors alone covers one of four levels", () => {
    const theory = sound();
    for (const node of theory.nodes) if (node.level !== undefined) node.level = "individual";
    expect(checkTheory(theory)).toMatchObject([
      {
        rule: "theory-levels",
        severity: "warning",
        text: expect.stringContaining("1 of 4 levels of risk factors (individual)"),
      },
    ]);
  });

  it("practice-B37: an outcome without activity and an activity without outcome are both found", () => {
    const theory = sound();
    theory.nodes.push(
      { id: "wish", label: "A wish", kind: "outcome", ...shown },
      { id: "wider", label: "A wider good", kind: "impact", ...shown },
      { id: "meeting", label: "A meeting", kind: "activity" },
      { id: "minutes", label: "Its minutes", kind: "output" },
    );
    theory.links.push(link("wish", "wider"), link("meeting", "minutes"));
    expect(rulesOf(theory)).toEqual([
      "theory-outcome-without-activity wish",
      "theory-outcome-without-activity wider",
      "theory-dead-end meeting",
      "theory-dead-end minutes",
    ]);
  });

  it("finds what stands alone once, not also as a dead end", () => {
    const theory = sound();
    theory.nodes.push({ id: "alone", label: "Alone", kind: "activity" });
    expect(rulesOf(theory)).toEqual(["theory-orphan alone"]);
  });

  it("notes a cycle of several and of one, and ends", () => {
    const theory = sound();
    theory.links.push(link("safety", "wellbeing"), link("wellbeing", "safety"), link("change", "change"));
    expect(rulesOf(theory)).toEqual(["theory-cycle change", "theory-cycle safety wellbeing"]);
  });

  it("names a link without assumption, and one that rests on nothing", () => {
    const theory = sound();
    theory.links[0] = { from: "work", to: "change" };
    theory.links[1] = { ...theory.links[1]!, strength: "none" };
    expect(rulesOf(theory)).toEqual(["theory-assumption-missing work change", "theory-link-untested work safety"]);
  });
});

describe("validateTheory", () => {
  const problemsOf = (change: (theory: ReturnType<typeof sound>) => void) => {
    const theory = sound();
    change(theory);
    const checked = validateTheory(theory);
    return "problems" in checked ? checked.problems : [];
  };

  it("refuses a link to a node that is not there, an id twice, and an indicator that is two things", () => {
    expect(problemsOf((theory) => (theory.links[0]!.to = "saftey"))).toEqual([
      { path: "links[0].to", message: 'expected the id of a node, found "saftey"; did you mean "safety"?' },
    ]);
    expect(problemsOf((theory) => (theory.nodes[1]!.id = "work"))[0]!.path).toBe("nodes[1].id");
    const both = problemsOf((theory) => (theory.nodes[1]!.indicator = { outcome: "a", step: "b" }));
    expect(both[0]!.message).toBe("expected one of outcome, safety, step or elsewhere, found outcome and step");
    expect(problemsOf((theory) => (theory.nodes[1]!.indicator = {}))[0]!.message).toContain("found none");
  });
});

describe("theoryOfResults", () => {
  const given = {
    funnel: [{ step: "started" }],
    safety: [{ id: "support-offered" }],
    comparisons: [
      {
        id: "main",
        estimates: [{ id: "arrest:riskDifference:matched", outcome: "arrest", primary: true, subgroup: null }],
      },
    ],
    claims: [{ id: "main:arrest", comparison: "main", estimate: "arrest:riskDifference:matched" }],
  } as unknown as Results;

  it("gives each node the key of the result and of the claim that show it", () => {
    const theory = sound();
    theory.nodes[1]!.indicator = { outcome: "arrest" };
    theory.nodes[2]!.indicator = { safety: "support-offered" };
    theory.nodes[3]!.indicator = { step: "started" };
    const { nodes, findings } = theoryOfResults(theory, given);
    expect(nodes.map(({ result, verdict }) => [result, verdict])).toEqual([
      [null, null],
      ["comparisons/main/estimates/arrest:riskDifference:matched", "claims/main:arrest"],
      ["safety/support-offered", null],
      ["funnel/started", null],
      [null, null],
    ]);
    expect(findings).toEqual([]);
  });

  it("warns of an indicator that this study does not hold", () => {
    const theory = sound();
    theory.nodes[1]!.indicator = { outcome: "charge" };
    expect(theoryOfResults(theory, given).findings).toMatchObject([
      { rule: "theory-indicator-not-in-study", about: ["change"], text: expect.stringContaining("outcome charge") },
    ]);
  });
});
