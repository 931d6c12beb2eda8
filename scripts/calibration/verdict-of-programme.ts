import { withEvidence } from "../../packages/cli/src/index.ts";
import { compareGroups } from "../../packages/compare/src/index.ts";
import { essentialCovariates } from "../../packages/evidence/src/index.ts";
import {
  artefactsFromTable,
  type Claim,
  columnsOf,
  integerColumn,
  numberColumn,
  textColumn,
} from "../../packages/schema/src/index.ts";
import { type CalibrationDesign, covariates, outcome, outcomeId, people } from "./designs.ts";
import type { DrawnPerson } from "./draw-programme.ts";

/** What a study says in the end: its level on the scale that decides, and its verdict. */
export interface StudyVerdict {
  readonly level: number | null;
  readonly verdict: Claim["verdict"];
  readonly causal: boolean;
}

/** From tables to claims in this process: compared, graded, guarded and claimed as the command does. */
export function verdictOfProgramme(design: CalibrationDesign, drawn: readonly DrawnPerson[]): StudyVerdict {
  const table = columnsOf({
    id: textColumn(drawn.map(({ id }) => id)),
    treated: integerColumn(drawn.map(({ treated }) => treated)),
    sex: textColumn(drawn.map(({ sex }) => sex)),
    ...Object.fromEntries(people.map(({ name }, j) => [name, numberColumn(drawn.map(({ known }) => known[j]!))])),
    [outcomeId]: integerColumn(drawn.map(({ reoffended }) => reoffended)),
  });
  const { comparison } = compareGroups({
    id: "headline",
    label: "headline",
    ...artefactsFromTable(table, {
      id: "id",
      treatment: "treated",
      covariates,
      outcomes: [{ id: outcomeId, kind: "binary", column: outcomeId }],
    }),
    declarations: [outcome],
    plan: design.comparison,
    essential: essentialCovariates(design.facts),
    provenance: { inputs: [], seed: 1, version: "calibration", options: null },
    tieDraws: 0,
  });
  const graded = withEvidence(comparison, { facts: design.facts, outcomes: [outcome] }).comparison;
  const claim = graded.claims[0]!;
  const grade = graded.evidence.find(
    ({ scale, estimates }) => scale === "wwclg" && claim.estimate !== null && estimates.includes(claim.estimate),
  );
  return { level: grade?.level ?? null, verdict: claim.verdict, causal: claim.causal };
}
