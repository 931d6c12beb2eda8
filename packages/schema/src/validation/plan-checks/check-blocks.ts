import { indexStage } from "../../artefacts/artefacts.ts";
import type { StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { checkWindow } from "./check-window.ts";
import { unknownName, unknownNames } from "./name-problems.ts";
import type { PlanNames } from "./plan-names.ts";

/** Blocks need events, days to lie around, an outcome that can be counted in each of them, and weights for harm. */
export function checkBlocks({ data, cohort, outcomes }: StudyPlan, names: PlanNames): PlanProblem[] {
  const { blocks } = cohort;
  if (blocks === undefined) return [];
  const path = "cohort.blocks";
  const problem = (at: string, message: string): PlanProblem => ({ path: `${path}${at}`, message });
  const known = (data.weights ?? []).map(({ id }) => id);
  const usable = outcomes.filter(
    ({ from = "events", basis }) => from === "events" && (basis === "recorded-crime" || basis === "incident"),
  );
  const { anchors, scores, weights, selectedOn, selectedFrom } = blocks;
  const problems: PlanProblem[] = [];
  if (!names.fields.has("events"))
    problems.push(problem("", "expected a table events to work these out from, found none"));
  if (usable.length === 0) {
    problems.push(problem("", "expected an outcome of recorded crime or incidents from events, found none"));
  } else if (blocks.outcome !== undefined) {
    const what = "an outcome of recorded crime or incidents from events";
    problems.push(
      ...unknownName(
        `${path}.outcome`,
        what,
        blocks.outcome,
        usable.map(({ id }) => id),
      ),
    );
  }
  if (anchors.includes(indexStage) && cohort.indexDate == null) {
    problems.push(problem(".anchors", "expected cohort.indexDate beside the anchor index, found none"));
  }
  if (anchors.some((stage) => stage !== indexStage) && !names.fields.has("stages")) {
    problems.push(problem(".anchors", "expected a table stages beside anchors other than index, found none"));
  }
  anchors.forEach((stage, index) => {
    if (anchors.indexOf(stage) < index)
      problems.push(problem(`.anchors[${index}]`, `expected each stage once, found "${stage}" again`));
  });
  if (blocks.before + blocks.after === 0) problems.push(problem("", "expected at least one block, found none"));
  problems.push(...unknownNames(`${path}.weights`, "a table of data.weights", weights, known));
  if (scores?.includes("harm") && known.length === 0) {
    problems.push(problem(".scores", "expected a table in data.weights to weigh harm by, found none"));
  }
  if (selectedFrom !== undefined) {
    problems.push(...checkWindow(`${path}.selectedFrom.window`, selectedFrom.window, "before"));
    if (selectedOn === "other") {
      problems.push(problem(".selectedFrom", "expected no rule on events, as selectedOn is other, found one"));
    }
  }
  return problems;
}
