import type { Covariate, People } from "@likewise/compare";
import { lalonde } from "./studies.ts";

const races = ["black", "hispan", "white"];

/** LaLonde's rows as a method gets them, in the order of the file. */
export const lalondePeople: People = {
  numRows: 614,
  units: Int32Array.from({ length: 614 }, (_, row) => row),
  ids: lalonde.id as string[],
  treated: Uint8Array.from(lalonde.treat as number[]),
  covariates: ["age", "educ", "race", "married", "nodegree", "re74", "re75"].map(covariate),
  exact: [],
  clusters: null,
};

function covariate(name: string): Covariate {
  const cells = lalonde[name]!;
  if (name !== "race") return { kind: "number", name, values: Float64Array.from(cells as number[]) };
  return { kind: "factor", name, levels: races, codes: Int32Array.from(cells, (cell) => races.indexOf(String(cell))) };
}
