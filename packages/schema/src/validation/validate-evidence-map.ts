import type { EvidenceMap } from "../generated/types.ts";
import { checkShape, type PlanProblem } from "./check-shape.ts";
import { repeatedIds, unknownNames } from "./plan-checks/name-problems.ts";

/**
 * Checks an evidence map, as its data file holds it: its shape, that every statement and every group of people has an id
 * of its own, and that statements are about groups it names. Whether they are about parts the programme has is for
 * `alignEvidence`, which knows the programme.
 *
 * @param data what the file holds, once parsed
 * @returns the map, or every problem with its place; never throws
 * @example
 * validateEvidenceMap({ version: 1, populations: [], statements: [] }).problems[0].path; // "populations"
 */
export function validateEvidenceMap(data: unknown): { map: EvidenceMap } | { problems: PlanProblem[] } {
  const shape = checkShape("evidence_map", data);
  if (shape.length > 0) return { problems: shape };
  const map = data as EvidenceMap;
  const groups = map.populations.map(({ id }) => id);
  const problems = [
    ...repeatedIds("populations", groups),
    ...repeatedIds(
      "statements",
      map.statements.map(({ id }) => id),
    ),
    ...map.statements.flatMap(({ populations }, index) =>
      unknownNames(`statements[${index}].populations`, "the id of a group of populations", populations, groups),
    ),
  ];
  return problems.length > 0 ? { problems } : { map };
}
