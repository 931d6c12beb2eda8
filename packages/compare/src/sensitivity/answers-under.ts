import { type ComparisonPlan, type Estimate, Failure, type Refusal } from "@likewise/schema";
import { outcomeEstimates } from "../estimates/outcome-estimates.ts";
import { type PrimaryChoice, primaryChoice } from "../estimates/primary-choice.ts";
import type { ComparisonGroup, FormedGroup } from "../methods/comparison-group.ts";
import type { ComparisonMethod } from "../methods/method.ts";
import { methodOfPlan } from "../methods/method-of-plan.ts";
import { type OutcomeRows, outcomeRows } from "../outcomes/outcome-rows.ts";
import type { People } from "../people/people.ts";
import { peopleCompared } from "../people/people-compared.ts";
import { takePeople } from "../people/take-people.ts";
import { requireAnswerable } from "../plan-checks.ts";
import type { AskedComparison, Headline } from "./asked.ts";

/** What another choice makes of an answer: an estimate of the same measure, or why there is none. */
export type OtherAnswer = Estimate | Pick<Refusal, "why" | "unlocks">;

/**
 * The answers under another plan, each for the outcome and measure that is the answer: the people taken, the group formed
 * and the effect estimated as the comparison itself was, and nothing else estimated beside it.
 *
 * @param leaveOut units left out before the group is formed; nobody when left out
 * @returns by id of the answer's estimate
 * @throws Failure usage when the plan cannot be answered by its method
 */
export function answersUnder(
  asked: AskedComparison,
  plan: ComparisonPlan,
  these: readonly Headline[],
  leaveOut: ReadonlySet<number> = new Set(),
): Map<string, OtherAnswer> {
  const { input, seed } = asked;
  const method = methodOfPlan(plan);
  const covariates = plan.covariates ?? input.baseline.covariates;
  requireAnswerable(plan, method, covariates);
  const uses = {
    covariates,
    exact: plan.exact ?? [],
    antiExact: plan.antiExact ?? [],
    cluster: plan.cluster ?? null,
    samplingWeights: plan.samplingWeights,
    missing: plan.missing === "indicator" ? plan.missing : "drop",
  } as const;
  const everybody = peopleCompared(input.baseline, uses).people;
  const people = leaveOut.size === 0 ? everybody : without(everybody, leaveOut);
  if (!people.treated.includes(0) || !people.treated.includes(1)) {
    return ofAll(these, { why: "one arm would have nobody", unlocks: "people of both arms under this choice" });
  }
  const formed: FormedGroup = method.form(people, { plan, seed });
  if ("refusal" in formed) return ofAll(these, formed.refusal);
  return new Map(
    these.map(({ answer, estimate }) => {
      const rows = outcomeRows(input.outcomes, answer.rows.declaration, people);
      const context = { plan, method, people, group: formed.group };
      return [estimate.id, rows === null ? nobodyKnown : oneAnswer(rows, answer.primary, context, asked)] as const;
    }),
  );
}

/** The answers of the group there is, some people's outcomes taken as not known: no group is formed again. */
export function answersWithout(
  asked: AskedComparison,
  these: readonly Headline[],
  leaveOut: (row: number) => boolean,
): Map<string, OtherAnswer> {
  const { input, people, group } = asked;
  const method = methodOfPlan(input.plan);
  return new Map(
    these.map(({ answer, estimate }) => {
      const rows = {
        ...answer.rows,
        usable: answer.rows.usable.map((known, row) => (leaveOut(row) ? 0 : known)),
        timeUsable: answer.rows.timeUsable.map((known, row) => (leaveOut(row) ? 0 : known)),
      };
      const arms = [0, 1].map((arm) => rows.usable.some((known, row) => known === 1 && people.treated[row] === arm));
      const timed = rows.timeUsable.includes(1);
      if (!arms.every(Boolean) && !timed) return [estimate.id, nobodyKnown] as const;
      return [
        estimate.id,
        oneAnswer(rows, answer.primary, { plan: input.plan, method, people, group }, asked),
      ] as const;
    }),
  );
}

const nobodyKnown = { why: "nobody of one arm has the outcome", unlocks: "people of both arms whose outcome is known" };

interface Context {
  readonly plan: ComparisonPlan;
  readonly method: ComparisonMethod;
  readonly people: People;
  readonly group: ComparisonGroup | null;
}

/** Only the estimator of the answer is run, or the method's own where the method has no such estimator. */
function oneAnswer(
  rows: OutcomeRows,
  { measure, estimator }: PrimaryChoice,
  { plan, method, people, group }: Context,
  { input }: AskedComparison,
): OtherAnswer {
  const kept = method.estimators.includes(estimator) ? { estimator } : {};
  const { estimator: _, ...declared } = rows.declaration;
  const asDeclared = { ...rows, declaration: { ...declared, measure, ...kept } };
  const primary = primaryChoice(asDeclared, plan, method, people.covariates.length > 0);
  const answer = outcomeEstimates(needsTime.includes(measure) ? rows : { ...rows, time: null }, primary, {
    plan,
    method: { ...method, estimators: [primary.estimator] },
    people,
    group,
    unit: input.baseline.unitKind,
    subgroups: [],
  });
  const found = answer.estimates.find((estimate) => estimate.measure === measure && estimate.subgroup === null);
  return found ?? answer.refusals[0] ?? { why: "it could not be had", unlocks: "more people" };
}

const needsTime: readonly Estimate["measure"][] = ["hazardRatio", "restrictedMeanSurvivalTimeDifference"];

function without(people: People, units: ReadonlySet<number>): People {
  return takePeople(
    people,
    Int32Array.from(people.units, (_, row) => row).filter((row) => !units.has(people.units[row]!)),
  );
}

function ofAll(these: readonly Headline[], answer: OtherAnswer): Map<string, OtherAnswer> {
  return new Map(these.map(({ estimate }) => [estimate.id, answer]));
}

/** Runs a declared choice; a plan that cannot be answered says which choice it was. */
export function declaredChoice<Answer>(name: string, run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Failure) throw new Failure(error.kind, `${name}: ${error.message}`);
    throw error;
  }
}
