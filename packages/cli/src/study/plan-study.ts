import { readFile } from "node:fs/promises";
import { planningArithmetic } from "@likewise/compare";
import { planEvaluation, readPlanningInput } from "@likewise/evidence";
import { describePlan } from "@likewise/report";
import { Failure, type PlanningInput, planningFields } from "@likewise/schema";
import type { PlanOptions } from "../commands/plan.ts";
import { type PlanFlag, planFlags } from "../commands/plan-flags.ts";
import type { Console } from "../terminal/console.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import { jsonText } from "./json-text.ts";
import { loadPlan } from "./load-plan.ts";
import { plannedInStudy } from "./planned-in-study.ts";
import { readYaml } from "./read-yaml.ts";

/** Stated so far; people may still be a number a year. */
type Stated = { -readonly [Id in PlanFlag["id"]]?: unknown };

/**
 * `likewise plan`: what is stated on the command line, else in the file, else in the study; the rest is assumed.
 *
 * @returns 0
 * @throws Failure usage: the first thing that is missing or wrong, by the name it is typed with
 */
export async function planStudy(options: PlanOptions, console: Console): Promise<number> {
  const stated: Stated = {
    ...(options.study === undefined ? {} : plannedInStudy((await loadPlan(options.study)).plan)),
    ...(options.file === undefined ? {} : await statedInFile(options.file)),
    ...statedAsOptions(options),
  };
  const read = readPlanningInput(withPeople(stated));
  if ("problems" in read) {
    const [{ id, expected }] = read.problems as [(typeof read.problems)[number]];
    throw new Failure("usage", `--${flagOf(id)}: expected ${expected}`);
  }
  const plan = planEvaluation(read, planningArithmetic);
  console.out(options.json ? jsonText(plan) : `${describePlan(plan)}\n`);
  return 0;
}

function flagOf(id: keyof PlanningInput): string {
  return planFlags.find((each) => each.id === id)!.flag;
}

function statedAsOptions(options: PlanOptions): Stated {
  const stated: Stated = {};
  for (const each of planFlags) {
    const typed = options[each.flag];
    if (typed !== undefined) stated[each.id] = heldAs(each, typed, `--${each.flag}`);
  }
  return stated;
}

async function statedInFile(file: string): Promise<Stated> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Failure("usage", `${file} does not exist, or cannot be read`);
  });
  const { data } = readYaml(text, file);
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new Failure("usage", `${file}: expected the options of likewise plan by name, as people: 55`);
  const stated: Stated = {};
  for (const [name, value] of Object.entries(data)) {
    const each = planFlags.find(({ flag }) => flag === name);
    if (each === undefined) {
      const known = planFlags.map(({ flag }) => flag);
      throw new Failure("usage", `${file}: unknown name ${name}${didYouMean(name, known)}`);
    }
    stated[each.id] = heldAs(each, value, `${file}: ${name}`);
  }
  return stated;
}

/** As held: shares 0 to 1. */
function heldAs({ unit }: PlanFlag, typed: unknown, where: string): unknown {
  switch (unit) {
    case "answer":
      if (typeof typed !== "boolean") throw new Failure("usage", `${where}: expected yes or no, as true or false`);
      return typed;
    case "word":
      return String(typed);
    case "share":
      return shareIn(typed, where);
    case "range": {
      const ends = String(typed).split(/\s*(?:-|–|to)\s*/);
      if (ends.length !== 2) throw new Failure("usage", `${where}: expected two per cents, as 30-50`);
      const [low, high] = ends.map((end) => shareIn(end, where));
      return { low, high };
    }
    default:
      return numberIn(typed, where, "a number");
  }
}

function numberIn(typed: unknown, where: string, what: string): number {
  const text = String(typed).trim();
  const value = Number(text);
  if (text === "" || typeof typed === "boolean" || typed === null || !Number.isFinite(value))
    throw new Failure("usage", `${where}: expected ${what}, found something else`);
  return value;
}

/** Whoever types 0.4 mostly means 40 %: a share under 1 per cent needs its sign. */
function shareIn(typed: unknown, where: string): number {
  const text = String(typed).trim();
  const value = numberIn(typeof typed === "string" ? text.replace(/\s*%$/, "") : typed, where, "per cent, as 40");
  if (value > 0 && value < 1 && !text.endsWith("%"))
    throw new Failure(
      "usage",
      `${where}: expected per cent, as 40 and not 0.4; under 1 per cent write the sign, as 0.4%`,
    );
  return value / 100;
}

/** People treated in all, from a number a year. */
function withPeople({ perYear, ...stated }: Stated): Partial<PlanningInput> {
  if (perYear === undefined) return stated as Partial<PlanningInput>;
  if (stated.people !== undefined)
    throw new Failure("usage", "--people and --people-a-year say the same thing: state one of them");
  const assumed = planningFields.find(({ id }) => id === "recruitmentMonths")!.assume!({});
  const months = Number(stated.recruitmentMonths ?? assumed);
  return { ...stated, people: ((perYear as number) * months) / 12 } as Partial<PlanningInput>;
}
