import { type Refused, refuse } from "../refusals/refused.ts";
import type { Family } from "./family.ts";
import {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearInput,
} from "./fit-generalised-linear.ts";
import { type InspectRegressionInput, inspectRegression } from "./inspect-regression.ts";
import type { RegressionProblem } from "./regression-problem.ts";

export interface RegressionRefused extends Refused {
  readonly problems: readonly RegressionProblem[];
}

/**
 * A generalised linear fit, or a refusal where it would have no finite answer.
 *
 * Problems are looked for before anything is fitted. Separation and an outcome
 * that is the same for everybody refuse; the refusal says which column and
 * level, and what to use instead. Other problems come with the fit.
 *
 * @param family one of `families`
 * @param input  as for `inspectRegression`, and an offset
 * @returns the fit with its remaining problems, or the refusal: check `"refused" in result` first
 * @throws RangeError as `inspectRegression` and `fitGeneralisedLinear`
 * @source Heinze and Schemper (2002), doi:10.1002/sim.1047
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const terms = [{ column: "(Intercept)", level: null }, { column: "site", level: "b", reference: "a" }];
 * const result = fitUnlessSeparated(families[0], { design, outcome: [0, 1, 1, 0, 0, 0, 0, 0], terms });
 * result.refused.why; // "nobody with site = b has the event, so its coefficient has no finite value"
 */
export function fitUnlessSeparated(
  family: Family,
  input: InspectRegressionInput & Pick<GeneralisedLinearInput, "offset">,
): (GeneralisedLinearFit & { readonly problems: readonly RegressionProblem[] }) | RegressionRefused {
  const problems = inspectRegression(family, input);
  const { terms, fewest: _, ...rest } = input;
  const refusal = refusalOf(family, problems);
  if (refusal !== null) return { ...refusal, problems };
  return { ...fitGeneralisedLinear(family, { ...rest, names: terms.map(nameOf) }, "fitUnlessSeparated"), problems };
}

/** The first problem that leaves no finite answer, in words; without counts of people, which are in the problem. */
function refusalOf(family: Family, problems: readonly RegressionProblem[]): Refused | null {
  const instead =
    family.link === "log"
      ? "compare counts or proportions without a model"
      : "use Firth's logistic regression (fitFirthLogistic), whose estimates are finite";
  for (const problem of problems) {
    if (problem.kind === "constant-outcome") {
      const why = "everybody has the same outcome, so no coefficient has a finite value";
      return refuse(family.label, why, `follow up for longer, add people, or ${instead}`);
    }
    if (problem.kind === "separation") {
      const words = problem.terms.map(nameOf).join(", ");
      return refuse(family.label, separationWords(problem), `merge or leave out ${words}, or ${instead}`);
    }
  }
  return null;
}

function separationWords({ terms, outcome }: Extract<RegressionProblem, { kind: "separation" }>): string {
  const [only] = terms;
  const end = "so its coefficient has no finite value";
  if (terms.length === 1 && only!.level !== null && outcome !== null) {
    return outcome === "event"
      ? `everybody with ${nameOf(only!)} has the event, ${end}`
      : `nobody with ${nameOf(only!)} has the event, ${end}`;
  }
  if (terms.length === 1) return `${nameOf(only!)} alone says for some people whether they have the event, ${end}`;
  return `${terms.map(nameOf).join(", ")} together say for some people whether they have the event, so their coefficients have no finite value`;
}

function nameOf({ column, level }: { readonly column: string; readonly level: string | null }): string {
  return level === null ? column : `${column} = ${level}`;
}
