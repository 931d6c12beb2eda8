import { type CalibrationDesign, outcome, outcomeId, people } from "./designs.ts";
import type { DrawnPerson } from "./draw-programme.ts";

/** The same programme as a study folder: the plan and two extracts, by path. */
export function studyFiles(design: CalibrationDesign, drawn: readonly DrawnPerson[]): Record<string, string> {
  const plan = {
    version: 1,
    id: "calibration",
    title: `An invented programme: ${design.label}`,
    synthetic: true,
    seed: 1,
    question: "Did the programme change who offends again?",
    programme: { name: "An invented programme", where: "Nowhere" },
    data: {
      sourceNote: "Invented",
      tables: {
        people: {
          files: ["data/people.csv"],
          columns: { person: "id", arm: "arm", sex: "sex", age: "age" },
          covariates: Object.fromEntries(people.flatMap(({ name }) => (name === "age" ? [] : [[name, name]]))),
        },
        outcomes: {
          files: ["data/outcomes.csv"],
          columns: { person: "id", value: outcomeId },
          constants: { outcome: outcomeId },
        },
      },
    },
    cohort: {
      unit: "person",
      arms: {
        from: "people.arm",
        treated: ["offered"],
        comparison: ["not offered"],
        labels: { treated: "people offered a place", comparison: "people not offered a place" },
      },
      indexDate: null,
    },
    outcomes: [{ ...outcome, from: "outcomes", outcome: outcomeId }],
    comparisons: [{ ...design.comparison, label: design.label, headline: true }],
    evidence: design.facts,
    disclosure: { profile: "none" },
  };
  const head = ["id", "arm", "sex", ...people.map(({ name }) => name)];
  return {
    "study.yaml": JSON.stringify(plan, null, 2),
    "data/people.csv": csv([
      head,
      ...drawn.map(({ id, treated, sex, known }) => [id, treated === 1 ? "offered" : "not offered", sex, ...known]),
    ]),
    "data/outcomes.csv": csv([["id", outcomeId], ...drawn.map(({ id, reoffended }) => [id, reoffended])]),
  };
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.join(",")).join("\n")}\n`;
}
