import type { StudyPlan } from "@likewise/schema";
import { type ProgrammeOptions, type ProgrammeParameters, programmeParameters } from "./model/programme-parameters.ts";
import { simulatePeople } from "./model/simulate-people.ts";
import type { SimulatedPerson } from "./model/simulated-person.ts";
import { studyPlan } from "./plan/study-plan.ts";
import { type TableName, tableFields } from "./plan/table-sources.ts";
import { type ProgrammeTables, programmeTables } from "./tables/programme-tables.ts";
import { type ExpectedOutcome, expectedOutcome } from "./truth/expected-outcome.ts";

/** A synthetic programme: what its study would be given, and what it could never know. */
export interface SimulatedProgramme {
  readonly synthetic: true;
  readonly parameters: ProgrammeParameters;
  /** The tables of the study, clean, in natural order of ids. */
  readonly tables: ProgrammeTables;
  /** A study plan that runs on the clean extracts in `data/`. */
  readonly plan: StudyPlan;
  /**
   * The effect of being selected and referred on an outcome of the plan: the mean, over exactly these people, of the
   * expected outcome if offered a place less the expected outcome if not, given what is recorded of each up to the
   * decision. Realised outcomes have no part in it.
   *
   * @throws RangeError when there are no ids, an id is not of an eligible person with police records, or the outcome has
   * no closed form here
   */
  readonly truth: (ids: readonly string[], outcome: string) => number;
  /** The two halves of the truth: the mean expected outcome over these people, if all were offered a place or none. */
  readonly expected: (ids: readonly string[], outcome: string, offered: boolean) => number;
}

export interface TableOptions {
  /** Tables to make, by name; all when left out. A table is the same whichever others are made. */
  readonly tables?: readonly TableName[];
}

/**
 * A programme with a known truth: people before a panel, who was selected, what the service did and what the police
 * recorded, from a seed.
 *
 * Selection reads recorded covariates and noise; a personal frailty, shared by domestic and other events, is seen only
 * through the record. So the people selected have high counts partly by bad luck, regression to the mean is really
 * there, and a comparison like with like can undo it. The model and the source of every number are in the README.
 *
 * @param options seed; numbers of people; the effect as rate ratios (1 = none); the shape of the frailty
 * @returns plain data and two functions of ids; the same options give the same bytes
 * @throws RangeError when an option is out of range
 * @example
 * const programme = simulateProgramme({ seed: 1, referrals: 40, pool: 160 });
 * programme.tables.referrals.numRows; // 40
 */
export function simulateProgramme(options: ProgrammeOptions & TableOptions): SimulatedProgramme {
  const parameters = programmeParameters(options);
  const people = simulatePeople(parameters);
  const plan = studyPlan(people, parameters);
  const byId = new Map(people.map((person) => [person.id, person]));
  const expectations = new Map<string, ExpectedOutcome>();

  const expected = (ids: readonly string[], outcome: string, offered: boolean): number => {
    if (ids.length === 0) throw new RangeError("truth: ids must not be empty");
    const expectation = expectations.get(outcome) ?? expectedOutcome(outcomeOf(plan, outcome), parameters);
    expectations.set(outcome, expectation);
    let total = 0;
    for (const id of ids) total += expectation(analysable(byId.get(id)), offered);
    return total / ids.length;
  };

  return {
    synthetic: true,
    parameters,
    tables: programmeTables(people, parameters, options.tables ?? (Object.keys(tableFields) as TableName[])),
    plan,
    truth: (ids, outcome) => expected(ids, outcome, true) - expected(ids, outcome, false),
    expected,
  };
}

function outcomeOf(plan: StudyPlan, id: string) {
  const outcome = plan.outcomes.find((one) => one.id === id);
  if (outcome === undefined) {
    const ids = plan.outcomes.map((one) => one.id).join(", ");
    throw new RangeError(`truth: outcome must be one of ${ids}, got ${id}`);
  }
  return outcome;
}

/** Given what is recorded: of people the police were not asked about, or did not know, nothing is. */
function analysable(person: SimulatedPerson | undefined): SimulatedPerson {
  if (person?.eligible && person.search === "found") return person;
  throw new RangeError("truth: ids must be of eligible people found in the police source, got another id");
}
