import { parseIsoDate } from "../../calendar/days.ts";
import type { ContractTarget, StudyPlan } from "../../generated/types.ts";
import { type ContractIndicator, contractIndicator } from "../../plan/contract-indicators.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";

type Contract = NonNullable<NonNullable<StudyPlan["programme"]>["contract"]>;

const place = "programme.contract";

/** A contract lasts from one day to a later one, and each target says how much of what, for which period. */
export function checkContract(plan: StudyPlan): PlanProblem[] {
  const contract = plan.programme?.contract;
  if (contract === undefined) return [];
  return [
    ...inOrder(place, contract.from, contract.to),
    ...repeatedIds(
      `${place}.targets`,
      contract.targets.map(({ id }) => id),
    ),
    ...contract.targets.flatMap((target, index) => checkTarget(target, `${place}.targets[${index}]`, contract, plan)),
  ];
}

function checkTarget(target: ContractTarget, path: string, contract: Contract, plan: StudyPlan): PlanProblem[] {
  const indicator = contractIndicator(target.indicator);
  return [
    ...checkDays(target, path, contract),
    ...checkAmount(target, path, indicator),
    ...checkSide(target, path),
    ...checkFields(target, path, indicator),
    ...checkRule(target, path, plan),
    ...(target.wait !== undefined && target.wait.from === target.wait.to
      ? [{ path: `${path}.wait.to`, message: `expected another stage than from, found "${target.wait.to}"` }]
      : []),
  ];
}

function inOrder(path: string, from: string, to: string): PlanProblem[] {
  return parseIsoDate(from)! > parseIsoDate(to)!
    ? [{ path: `${path}.to`, message: `expected a day on or after ${from}, found ${to}` }]
    : [];
}

function checkDays({ from, to }: ContractTarget, path: string, contract: Contract): PlanProblem[] {
  const within = (name: "from" | "to", day: string | undefined) =>
    day !== undefined && (day < contract.from || day > contract.to)
      ? [
          {
            path: `${path}.${name}`,
            message: `expected a day of the contract (${contract.from} to ${contract.to}), found ${day}`,
          },
        ]
      : [];
  return [...within("from", from), ...within("to", to), ...inOrder(path, from ?? contract.from, to ?? contract.to)];
}

/** A number for each period, or a list by quarter; a share lies between 0 and 1. */
function checkAmount(target: ContractTarget, path: string, { unit }: ContractIndicator): PlanProblem[] {
  const addsUp = unit === "people" || unit === "pounds";
  const { target: amount, per, quarters, upTo } = target;
  if (quarters !== undefined) {
    const beside = [amount, per, upTo].some((part) => part !== undefined);
    return [
      ...(beside ? [{ path, message: "expected quarters alone, found target, upTo or per beside it" }] : []),
      ...quarters.flatMap((one, index) => shareOf(`${path}.quarters[${index}]`, one, unit)),
    ];
  }
  if (amount === undefined) {
    return [{ path, message: "expected target, or quarters with one for each quarter, found neither" }];
  }
  const period = addsUp
    ? "expected quarter, year or contract: people and pounds add up over time, found nothing"
    : `expected nothing: ${unit === "days" ? "a number of days" : "a share"} is asked of every period alike, found "${per}"`;
  return [
    ...(addsUp === (per === undefined) ? [{ path: `${path}.per`, message: period }] : []),
    ...shareOf(`${path}.target`, amount, unit),
    ...shareOf(`${path}.upTo`, upTo ?? null, unit),
  ];
}

function shareOf(path: string, amount: number | null, unit: ContractIndicator["unit"]): PlanProblem[] {
  return unit === "share" && amount !== null && amount > 1
    ? [{ path, message: `expected a share from 0 to 1 (0.6 for 60 in every 100), found ${amount}` }]
    : [];
}

function checkSide({ direction, target, upTo, quarters }: ContractTarget, path: string): PlanProblem[] {
  if (direction !== "between") {
    return upTo === undefined
      ? []
      : [{ path: `${path}.upTo`, message: `expected direction between, which alone has two ends, found ${upTo}` }];
  }
  if (quarters !== undefined) {
    return [{ path: `${path}.direction`, message: "expected at-least or at-most with quarters, found between" }];
  }
  if (upTo === undefined)
    return [{ path, message: "expected upTo, the most that direction between allows, found none" }];
  return target !== undefined && upTo < target
    ? [{ path: `${path}.upTo`, message: `expected a number of target (${target}) or more, found ${upTo}` }]
    : [];
}

function checkFields(target: ContractTarget, path: string, { id, reads, requires }: ContractIndicator): PlanProblem[] {
  return (["completion", "wait", "withinDays"] as const).flatMap((field) => {
    if (target[field] !== undefined && !reads.includes(field)) {
      return [{ path: `${path}.${field}`, message: `expected nothing: ${id} does not read it` }];
    }
    const needed: readonly string[] = requires;
    return target[field] === undefined && needed.includes(field)
      ? [{ path: `${path}.${field}`, message: `expected days, as ${id} is a share within so many days, found none` }]
      : [];
  });
}

/** Without rules of its own a plan has one: what the service records as completed. */
function checkRule({ completion }: ContractTarget, path: string, { cohort }: StudyPlan): PlanProblem[] {
  if (completion === undefined) return [];
  const rules = cohort.completion?.map(({ id }) => id) ?? ["service-rule"];
  return unknownName(`${path}.completion`, "a rule of cohort.completion", completion, rules);
}
