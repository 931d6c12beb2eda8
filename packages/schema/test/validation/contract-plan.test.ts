import { type ContractTarget, contractIndicators, schemas, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

const contract = { from: "2023-02-15", to: "2024-06-30" };

function messages(...targets: readonly ContractTarget[]): readonly string[] {
  return messagesOf({ ...contract, targets });
}

function messagesOf(of: object): readonly string[] {
  const result = validatePlan({ ...samplePlan(), programme: { contract: of } });
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

const starts: ContractTarget = { id: "starts", indicator: "starts", target: 40, per: "quarter" };
const wait: ContractTarget = { id: "wait", indicator: "wait-within", target: 0.8, withinDays: 28 };

describe("the contract of a plan", () => {
  it("may ask for people and pounds by period, shares and days in any, and quarters one by one", () => {
    expect(
      messages(
        starts,
        wait,
        { id: "median", indicator: "wait-median", target: 42, wait: { from: "referred", to: "assessed" } },
        { id: "budget", indicator: "spend", target: 90000, upTo: 110000, direction: "between", per: "year" },
        {
          id: "done",
          indicator: "completions",
          quarters: [5, null, 12],
          completion: "service-rule",
          from: "2023-04-01",
        },
      ),
    ).toEqual([]);
  });

  it("declares every indicator that the shape allows, once", () => {
    const study = schemas.study as unknown as {
      readonly $defs: {
        readonly ContractTarget: { readonly properties: { readonly indicator: { readonly enum: readonly string[] } } };
      };
    };
    const allowed = study.$defs.ContractTarget.properties.indicator.enum;
    expect(contractIndicators.map(({ id }) => id)).toEqual(allowed);
  });

  it.each<[string, ContractTarget, string]>([
    [
      "people without a period",
      { id: "a", indicator: "starts", target: 40 },
      "programme.contract.targets[0].per: expected quarter, year or contract: people and pounds add up over time, found nothing",
    ],
    [
      "a share for a period",
      { ...wait, per: "year" },
      'programme.contract.targets[0].per: expected nothing: a share is asked of every period alike, found "year"',
    ],
    [
      "a percentage as a share",
      { ...wait, target: 80 },
      "programme.contract.targets[0].target: expected a share from 0 to 1 (0.6 for 60 in every 100), found 80",
    ],
    [
      "neither a target nor quarters",
      { id: "a", indicator: "starts", per: "quarter" },
      "programme.contract.targets[0]: expected target, or quarters with one for each quarter, found neither",
    ],
    [
      "both",
      { ...starts, quarters: [3] },
      "programme.contract.targets[0]: expected quarters alone, found target, upTo or per beside it",
    ],
    [
      "one end of two",
      { ...starts, direction: "between" },
      "programme.contract.targets[0]: expected upTo, the most that direction between allows, found none",
    ],
    [
      "two ends the wrong way round",
      { ...starts, direction: "between", upTo: 30 },
      "programme.contract.targets[0].upTo: expected a number of target (40) or more, found 30",
    ],
    [
      "two ends without saying between",
      { ...starts, upTo: 50 },
      "programme.contract.targets[0].upTo: expected direction between, which alone has two ends, found 50",
    ],
    [
      "a wait within no days",
      { id: "a", indicator: "wait-within", target: 0.8 },
      "programme.contract.targets[0].withinDays: expected days, as wait-within is a share within so many days, found none",
    ],
    [
      "days that nothing reads",
      { ...starts, withinDays: 28 },
      "programme.contract.targets[0].withinDays: expected nothing: starts does not read it",
    ],
    [
      "a rule that the plan does not declare",
      { id: "a", indicator: "completions", target: 5, per: "year", completion: "servce-rule" },
      'programme.contract.targets[0].completion: expected a rule of cohort.completion, found "servce-rule"; did you mean "service-rule"?',
    ],
    [
      "a day outside the contract",
      { ...starts, from: "2023-01-01" },
      "programme.contract.targets[0].from: expected a day of the contract (2023-02-15 to 2024-06-30), found 2023-01-01",
    ],
    [
      "a wait from a stage to itself",
      { ...wait, wait: { from: "referred", to: "referred" } },
      'programme.contract.targets[0].wait.to: expected another stage than from, found "referred"',
    ],
  ])("is refused with %s", (_, target, message) => {
    expect(messages(target)).toEqual([message]);
  });

  it("is refused with two targets of one id, an end before its beginning, or no target", () => {
    expect(messages(starts, starts)).toEqual([
      'programme.contract.targets[1].id: expected an id of its own, found "starts" a second time',
    ]);
    expect(messagesOf({ from: "2024-06-30", to: "2023-02-15", targets: [starts] })[0]).toBe(
      "programme.contract.to: expected a day on or after 2024-06-30, found 2023-02-15",
    );
    expect(messagesOf({ ...contract, targets: [] })[0]).toContain("programme.contract.targets");
  });
});

describe("numbers promised to change", () => {
  const year = (of: number) => ({ count: 100, from: `${of}-01-01`, to: `${of}-12-31` });
  const target = { id: "repeats", label: "Repeats", baseline: year(2021), current: year(2022), change: -0.25 };
  const problems = (...changeTargets: readonly object[]) => {
    const result = validatePlan({ ...samplePlan(), programme: { changeTargets } });
    return "plan" in result ? [] : result.problems.map(({ path }) => path);
  };

  it("have an id of their own, some change to make, and a baseline that began first", () => {
    expect(problems(target, { ...target, id: "returns", change: 0.1 })).toEqual([]);
    const place = "programme.changeTargets";
    expect(problems(target, target)).toHaveLength(1);
    expect(problems({ ...target, change: 0 })).toEqual([`${place}[0].change`]);
    expect(problems({ ...target, current: year(2020) })).toEqual([`${place}[0].current.from`]);
    expect(problems({ ...target, current: { count: 1, from: "2022-02-01", to: "2022-01-01" } })).toEqual([
      `${place}[0].current.to`,
    ]);
  });
});
