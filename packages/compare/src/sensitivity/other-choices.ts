import type { ComparisonPlan, Estimate, Refusal } from "@likewise/schema";
import { comparisonMethod } from "../methods/index.ts";
import type { MethodId } from "../methods/method.ts";
import { answersUnder, declaredChoice, type OtherAnswer } from "./answers-under.ts";
import {
  type AskedChecks,
  type AskedComparison,
  type CheckResult,
  checkRefusal,
  type Headline,
  headlines,
} from "./asked.ts";

type Robustness = Estimate["sensitivity"]["robustness"][number];

/** A choice that could have been made: what it is called, and the plan with it. */
interface Choice {
  readonly id: string;
  readonly label: string;
  readonly kind: "caliper" | "specification";
  readonly inUse: boolean;
  readonly plan: ComparisonPlan;
}

/**
 * Every answer under the calipers and specifications the plan declares, the group formed again for each. The answer of the
 * comparison is its own plan's whatever they show; a choice that could not be made is refused and says why.
 */
export function otherChoices(asked: AskedComparison): CheckResult {
  const { plan } = asked.input;
  const these = headlines(asked.answers);
  const choices = [...caliperChoices(plan), ...specificationChoices(plan)];
  const found = choices.map((choice) => ({
    choice,
    answers: declaredChoice(`sensitivity ${choice.id}`, () => answersUnder(asked, choice.plan, these)),
  }));
  return {
    added: new Map(
      these.map(({ estimate }) => [
        estimate.id,
        { robustness: found.flatMap(({ choice, answers }) => robustnessOf(choice, answers.get(estimate.id)!)) },
      ]),
    ),
    refusals: found.flatMap(({ choice, answers }) => these.flatMap((one) => refusalOf(choice, one, answers))),
  };
}

function caliperChoices(plan: ComparisonPlan): Choice[] {
  return (plan.sensitivity?.calipers ?? []).map((caliper) => ({
    id: `caliper-${caliper}`,
    label: `caliper ${caliper}`,
    kind: "caliper",
    inUse: caliper === plan.caliper,
    plan: { ...plan, caliper },
  }));
}

function specificationChoices(plan: ComparisonPlan): Choice[] {
  return (plan.sensitivity?.specifications ?? []).map((specification) => ({
    id: specification.id,
    label: specification.label ?? specification.id,
    kind: "specification",
    inUse: false,
    plan: planWith(plan, specification),
  }));
}

/** A method of its own starts from its own defaults: what another method was told is not carried over. */
function planWith(
  plan: ComparisonPlan,
  specification: NonNullable<AskedChecks["specifications"]>[number],
): ComparisonPlan {
  const { id: _, label: __, caliper, ...changes } = specification;
  const isOtherMethod = changes.method !== undefined && changes.method !== plan.method;
  const { caliper: planned, ...rest } = isOtherMethod
    ? { caliper: undefined, ...sharedWith(changes.method!, plan) }
    : plan;
  const width = caliper === undefined ? planned : caliper;
  return { ...rest, ...changes, ...(width === undefined || width === null ? {} : { caliper: width }) };
}

/** What says who is compared and of what, whatever the method; how the score is fitted, where the other method has one. */
function sharedWith(method: MethodId, plan: ComparisonPlan): ComparisonPlan {
  const { method: _, caliper: __, ...others } = plan;
  const shared = new Set<keyof ComparisonPlan>(sharedKeys);
  if (!comparisonMethod(method).needs.includes("propensityScore")) shared.delete("score");
  return Object.fromEntries(
    Object.entries(others).filter(([key]) => shared.has(key as keyof ComparisonPlan)),
  ) as unknown as ComparisonPlan;
}

const sharedKeys = [
  "id",
  "label",
  "headline",
  "assignment",
  "comparator",
  "outcomes",
  "covariates",
  "baselineOutcome",
  "cluster",
  "estimand",
  "score",
  "strata",
  "horizon",
  "missing",
  "samplingWeights",
  "level",
] as const satisfies readonly (keyof ComparisonPlan)[];

/** A row of the table of other answers; none where it was refused. */
export function robustnessOf(
  { id, label, kind, inUse }: { id: string; label: string; kind: NonNullable<Robustness["kind"]>; inUse: boolean },
  answer: OtherAnswer,
): Robustness[] {
  if ("why" in answer) return [];
  const { estimate, interval, estimand, treated, comparison } = answer;
  return [
    {
      id,
      label,
      kind,
      inUse,
      estimand,
      estimate,
      interval,
      treated: treated.n,
      comparison: comparison.n,
      treatedEvents: treated.events,
      comparisonEvents: comparison.events,
    },
  ];
}

export function refusalOf(
  { id }: { id: string },
  { estimate }: Headline,
  answers: ReadonlyMap<string, OtherAnswer>,
): Refusal[] {
  const answer = answers.get(estimate.id)!;
  return "why" in answer ? [checkRefusal(`robustness-${id}`, estimate.id, answer.why, answer.unlocks)] : [];
}
