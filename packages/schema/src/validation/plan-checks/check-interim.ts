import type { StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";

/** Looks come one after another, rest on ever more, and end with everything; this run is one of them. */
export function checkInterim({ report, disclosure }: StudyPlan): PlanProblem[] {
  const interim = report?.interim;
  if (interim === undefined) return [];
  const { looks, look } = interim;
  const problem = (at: string, message: string): PlanProblem => ({ path: `report.interim.${at}`, message });
  const problems: PlanProblem[] = [];
  if (look > looks.length)
    problems.push(problem("look", `expected one of the ${looks.length} looks planned, found ${look}`));
  const before = (disclosure?.releases ?? []).length;
  if (before < look - 1)
    problems.push(
      problem("look", `expected the published results of every look before it in disclosure.releases, found ${before}`),
    );
  const shares = looks.map(({ share }) => share);
  const stated = shares.filter((share) => share !== undefined).length;
  if (stated > 0 && stated < looks.length)
    problems.push(problem("looks", "expected share at every look or at none, found it at some"));
  else if (stated > 0) {
    if (shares.at(-1) !== 1)
      problems.push(problem("looks", `expected share 1 at the last look, found ${shares.at(-1)}`));
    if (shares.some((share, index) => index > 0 && share! - shares[index - 1]! < leastStep))
      problems.push(problem("looks", `expected share to rise by at least ${leastStep} from look to look`));
  }
  const dates = looks.flatMap(({ date }) => date ?? []);
  if (dates.some((date, index) => index > 0 && date <= dates[index - 1]!))
    problems.push(problem("looks", "expected dates in order"));
  return problems;
}

/** Nothing worth a look is seen between two closer than this. */
const leastStep = 0.01;
