import { alignEvidence, componentsOfProgramme, type ProgrammeComponent } from "@likewise/evidence";
import type { EvidenceMap, StudyPlan, TheoryOfChange } from "@likewise/schema";
import { describe, expect, it } from "vitest";

type Statement = EvidenceMap["statements"][number];

const part = (id: string): ProgrammeComponent => ({ id, label: id, from: "declared" });
const statement = (given: Partial<Statement>): Statement => ({
  id: "s1",
  about: ["interviewing"],
  populations: ["convicted"],
  finding: "Fewer left",
  direction: "helps",
  strength: "moderate",
  gradedBy: "the study",
  source: "A review",
  ...given,
});
const mapOf = (...statements: readonly Statement[]): EvidenceMap => ({
  version: 1,
  populations: [
    { id: "convicted", label: "People who were convicted" },
    { id: "no-law-broken", label: "People who broke no law" },
    { id: "students", label: "Students", served: false },
  ],
  statements: [...statements],
});
const gradeOf = (...statements: readonly Statement[]) =>
  alignEvidence({ components: [part("interviewing")], map: mapOf(...statements) }).alignment.components[0]!.grade;

describe("a programme against what is known", () => {
  it("practice-A35: a group of people no statement is about is a gap, though the part itself has evidence", () => {
    const { alignment } = alignEvidence({ components: [part("interviewing")], map: mapOf(statement({})) });
    expect(alignment.components[0]).toMatchObject({ id: "interviewing", grade: "moderate", statements: ["s1"] });
    // Students are nobody the programme works with: nothing known of them is no gap.
    expect(alignment.gaps).toEqual([{ kind: "population", id: "no-law-broken", label: "People who broke no law" }]);
    expect(alignment.populations.map(({ id, without }) => [id, without])).toEqual([
      ["convicted", []],
      ["no-law-broken", ["interviewing"]],
      ["students", ["interviewing"]],
    ]);
  });

  it("practice-B46: a part without evidence is listed, and every part has its grade", () => {
    const { alignment } = alignEvidence({
      components: [part("interviewing"), part("aftercare")],
      map: mapOf(statement({}), statement({ id: "s2", populations: ["no-law-broken"], strength: "weak" })),
    });
    expect(alignment.components.map(({ id, grade }) => [id, grade])).toEqual([
      ["interviewing", "moderate"],
      ["aftercare", "none"],
    ]);
    expect(alignment.gaps).toEqual([{ kind: "component", id: "aftercare", label: "aftercare" }]);
  });

  it.each([
    ["none", []],
    ["moderate", [statement({}), statement({ strength: "weak", direction: "harms" })]],
    ["strong", [statement({}), statement({ strength: "strong" })]],
    // the strongest decide: two of them that disagree, and one that found some of each
    ["contested", [statement({}), statement({ direction: "no-difference" })]],
    ["contested", [statement({ direction: "mixed" })]],
    ["against", [statement({ direction: "no-difference" }), statement({ strength: "weak" })]],
    ["against", [statement({ direction: "harms" })]],
    // strong evidence about other people alone
    ["indirect", [statement({ strength: "strong", populations: ["students"] })]],
    ["weak", [statement({ strength: "strong", populations: ["students"] }), statement({ strength: "weak" })]],
  ] as const)("has a grade: %s", (grade, statements) => {
    expect(gradeOf(...statements)).toBe(grade);
  });

  it("takes a target group of the record once, and as a gap where the map does not name it", () => {
    const { alignment } = alignEvidence({
      components: [],
      map: mapOf(statement({ about: ["nothing"] }), statement({ id: "s2", populations: ["no-law-broken"] })),
      targets: ["people who broke no law", "Children"],
    });
    expect(alignment.gaps).toEqual([{ kind: "population", id: "target:Children", label: "Children" }]);
  });

  it("names statements about parts the programme does not have", () => {
    expect(
      alignEvidence({ components: [part("interviewing")], map: mapOf(statement({ about: ["yoga"] })) }).unknown,
    ).toEqual([{ statement: "s1", part: "yoga" }]);
  });
});

describe("the parts of a programme", () => {
  const plan = {
    programme: { components: [{ id: "talks", label: "Talks", activities: ["talk"], sessions: ["one-to-one"] }] },
    cohort: { workstreams: [{ id: "families", label: "Families", sessions: ["family"] }] },
  } as unknown as StudyPlan;

  it("are each named once: by the plan, else by the theory of change, workstreams and sessions", () => {
    const theory: TheoryOfChange = {
      version: 1,
      nodes: [
        { id: "talk", label: "Talk", kind: "activity" },
        { id: "groups", label: "Groups", kind: "activity" },
        { id: "fewer", label: "Fewer", kind: "outcome" },
      ],
      links: [],
    };
    const found = componentsOfProgramme({ plan, theory, sessions: ["one-to-one", "phone", "family", "groups"] });
    expect(found.map(({ id, from }) => [id, from])).toEqual([
      ["talks", "declared"],
      ["groups", "theory"],
      ["families", "workstream"],
      ["phone", "sessions"],
    ]);
  });
});
