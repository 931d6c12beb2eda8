import type { Covariate } from "../covariates/covariate.ts";
import type { CovariateWithGaps } from "./covariate-with-gaps.ts";

/**
 * Covariates that say where they are not known: beside a number, whose gaps hold the mean of everybody known whatever their
 * arm, a column of 0 and 1; a factor gets a level of its own, after the others. They enter the score, distances and balance
 * like any other.
 *
 * @source Rosenbaum and Rubin (1984), doi:10.1080/01621459.1984.10478078, appendix B
 */
export function withIndicators(covariates: readonly CovariateWithGaps[]): Covariate[] {
  return covariates.flatMap(({ covariate, known }): Covariate[] => {
    if (known === null) return [covariate];
    if (covariate.kind === "number") {
      const values = Float64Array.from(known, (one) => 1 - one);
      return [covariate, { kind: "number", name: `${covariate.name} missing`, values }];
    }
    const { name, levels, codes } = covariate;
    const unknown = levels.length;
    return [
      {
        kind: "factor",
        name,
        levels: [...levels, levelOfGaps(levels)],
        codes: codes.map((code, row) => (known[row] === 1 ? code : unknown)),
      },
    ];
  });
}

function levelOfGaps(levels: readonly string[]): string {
  let name = "missing";
  while (levels.includes(name)) name = `(${name})`;
  return name;
}
