import type { TheoryOfChange } from "../generated/types.ts";
import { checkShape, type PlanProblem } from "./check-shape.ts";
import { closest } from "./closest.ts";

/**
 * Checks a theory of change, as its data file holds it: its shape, that no two nodes share an id, that links lead from
 * and to nodes that are there, and that an indicator is one thing. Whether it is a good theory is for `checkTheory`.
 *
 * @param data what the file holds, once parsed
 * @returns the theory, or every problem with its place; never throws
 * @example
 * validateTheory({ version: 1, nodes: [{ id: "a", label: "A", kind: "input" }], links: [{ from: "a", to: "b" }] }).problems[0].message; // "expected the id of a node, found \"b\"; did you mean \"a\"?"
 */
export function validateTheory(data: unknown): { theory: TheoryOfChange } | { problems: PlanProblem[] } {
  const shape = checkShape("theory", data);
  if (shape.length > 0) return { problems: shape };
  const theory = data as TheoryOfChange;
  const problems = [...repeated(theory), ...leadingNowhere(theory), ...indicators(theory)];
  return problems.length > 0 ? { problems } : { theory };
}

function repeated({ nodes }: TheoryOfChange): PlanProblem[] {
  const ids = nodes.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [{ path: `nodes[${index}].id`, message: `expected an id no other node has, found "${id}" again` }]
      : [],
  );
}

function leadingNowhere({ nodes, links }: TheoryOfChange): PlanProblem[] {
  const ids = nodes.map(({ id }) => id);
  return links.flatMap((link, index) =>
    (["from", "to"] as const).flatMap((end) => {
      if (ids.includes(link[end])) return [];
      const meant = closest(link[end], ids);
      const hint = meant === null ? "" : `; did you mean "${meant}"?`;
      return [{ path: `links[${index}].${end}`, message: `expected the id of a node, found "${link[end]}"${hint}` }];
    }),
  );
}

function indicators({ nodes }: TheoryOfChange): PlanProblem[] {
  return nodes.flatMap(({ indicator }, index) => {
    if (indicator === undefined || Object.keys(indicator).length === 1) return [];
    const found = Object.keys(indicator).join(" and ") || "none";
    return [
      {
        path: `nodes[${index}].indicator`,
        message: `expected one of outcome, safety, step or elsewhere, found ${found}`,
      },
    ];
  });
}
