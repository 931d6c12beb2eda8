import { discountSchedules } from "../discounting/discount-schedules.ts";
import { wrongWith } from "../uncertainty/draw-numbers.ts";
import type { EconomicModel } from "./economic-model.ts";

/**
 * Refuses a model whose parts do not fit each other.
 *
 * @throws RangeError naming the line or number and what must hold
 */
export function requireModel(caller: string, model: EconomicModel): void {
  const fail = (what: string): never => {
    throw new RangeError(`${caller}: ${what}`);
  };
  const { numbers, joint, costs, benefits, years, success, correction, bias } = model;
  if (!Number.isInteger(years) || years < 1) fail(`years must be a whole number of 1 or more, got ${years}`);
  const entered = model.intake.reduce((sum, share) => sum + share, 0);
  if (model.intake.some((share) => !(share >= 0)) || Math.abs(entered - 1) > 1e-9 || model.intake.length > years) {
    fail(`intake must be shares of ${years} years or fewer that sum to 1, got ${model.intake.join(", ")}`);
  }
  if (!(model.reached > 0)) fail(`reached must be above 0 people, got ${model.reached}`);
  for (const id of [model.schedule, ...(model.harmSchedule === null ? [] : [model.harmSchedule])]) {
    if (!discountSchedules.some((one) => one.id === id)) {
      fail(`schedule must be one of ${discountSchedules.map((one) => one.id).join(", ")}, got ${id}`);
    }
  }
  for (const [name, number] of Object.entries(numbers)) {
    const wrong = wrongWith(number);
    if (wrong !== null) fail(`${name} (${number.kind}): ${wrong}`);
  }
  const keys = joint.flatMap((one) => one.keys);
  const repeated = keys.find((key, at) => keys.indexOf(key) !== at) ?? keys.find((key) => key in numbers);
  if (repeated !== undefined) fail(`every number and estimate must have a name of its own, got ${repeated} twice`);
  const needNumber = (line: string, name: string | null) => {
    if (name !== null && !(name in numbers)) fail(`${line}: ${name} must be among the numbers`);
  };
  const needArms = (line: string, arms: { readonly treated: string; readonly comparison: string }) => {
    for (const key of [arms.treated, arms.comparison]) {
      if (!keys.includes(key)) fail(`${line}: ${key} must be among the joint estimates`);
    }
  };
  if (costs.length === 0) fail("costs must hold a line, got none");
  for (const { id, payer, amount, times, year } of costs) {
    needNumber(`cost ${id}`, amount);
    needNumber(`cost ${id}`, times);
    if (payer === "") fail(`cost ${id}: payer must be named`);
    if (!Number.isInteger(year) || year < 0 || year >= years) {
      fail(`cost ${id}: year must be from 0 to ${years - 1}, within the years appraised, got ${year}`);
    }
  }
  for (const line of benefits) {
    const name = `benefit ${line.id}`;
    for (const each of [line.value, line.multiplier, line.cashable, line.decay]) needNumber(name, each);
    needArms(name, line.effect);
    if (line.kind !== "fiscal" && line.cashable !== null)
      fail(`${name}: only fiscal values can be cashable, got ${line.kind}`);
    if (!Number.isInteger(line.lagYears) || line.lagYears < 0 || line.lagYears >= years) {
      fail(`${name}: lagYears must be a whole number from 0 to ${years - 1}, got ${line.lagYears}`);
    }
    if (!(line.persistsYears > 0 && line.effect.windowYears > 0)) {
      fail(
        `${name}: persistsYears and windowYears must be above 0, got ${line.persistsYears} and ${line.effect.windowYears}`,
      );
    }
  }
  for (const each of [correction?.benefits ?? null, correction?.costs ?? null]) needNumber("correction", each);
  needNumber("bias", bias?.number ?? null);
  if (success !== null) needArms("success", success);
}
