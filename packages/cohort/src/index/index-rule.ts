import { type Baseline, type Columns, type Facts, isPresent, naturalOrder, type StudyPlan } from "@likewise/schema";
import { median } from "@likewise/stats";
import { assignArms } from "../arms/assign-arms.ts";
import { stagesReached } from "../pathway/stages-reached.ts";
import { dateColumnOf, dayAt } from "../people/fields.ts";
import { readPeople } from "../people/people.ts";

/** What the index dates of one arm are, as far as the data show. */
export interface IndexOfArm {
  readonly arm: "treated" | "comparison";
  /** With an index date. */
  readonly people: number;
  /** Stages whose day is the index date of at least `explains` of the arm, in natural order. */
  readonly rules: readonly string[];
  /** People for whom each recorded stage falls on the index date. */
  readonly onStage: Readonly<Record<string, number>>;
  /** The decision that put people in the arm came later than their index date. */
  readonly decidedLater: number;
  /** Days from the index date to that decision, median over those decided later; null for none. */
  readonly medianDaysToDecision: number | null;
}

export interface IndexRule {
  readonly kind: "likewise/index-rule";
  /** null where the data cannot say. */
  readonly value: "same" | "different" | "immortal" | null;
  readonly why: string;
  readonly arms: readonly IndexOfArm[];
}

/** Share of an arm a stage must explain to be its rule. Of our own choosing: high, as one rule explains nearly all. */
const explains = 0.9;

/** How far apart the shares decided after the index date may be. Of our own choosing. */
const apart = 0.05;

/**
 * Whether follow-up starts by the same rule in both arms, from the data.
 *
 * Immortal: the decision that puts people in an arm comes after their index date in one arm and not in the other, so
 * that arm had to stay free of the event until then. Different: the index dates of the arms are the days of different
 * stages. Same: of the same stage, or of one decision. Where no recorded stage explains the index dates of an arm, and
 * no decision has a date, the data cannot say and what the plan declares stands.
 *
 * @param baseline who is analysed, with arm and index date
 */
export function indexRule({
  plan,
  tables,
  baseline,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
}): IndexRule {
  const people = readPeople(tables);
  const decisions = assignArms(plan.cohort.arms, tables, people, plan.cohort.indexDate ?? null);
  const { field } = decisions;
  const dates = field === null ? undefined : dateColumnOf(field.tableName, field.table);
  const decidedOn = (unit: number) => (decisions.row[unit]! < 0 ? null : dayAt(dates, decisions.row[unit]!));
  const reached = stagesReached(tables, people);
  const { unit, arm, indexDate } = baseline.table.columns;
  const rows = Array.from(unit.values.keys()).filter((row) => isPresent(indexDate, row));

  const ofArm = (name: "treated" | "comparison"): IndexOfArm => {
    const members = rows.filter((row) => (arm.values[row] === 1) === (name === "treated"));
    const onStage = Object.fromEntries(
      [...reached]
        .map(([stage, records]) => {
          const same = members.filter((row) => records.get(unit.values[row]!)?.day === indexDate.values[row]);
          return [stage, same.length] as const;
        })
        .filter(([, count]) => count > 0)
        .sort(([a], [b]) => naturalOrder(a, b)),
    );
    const waits = members.flatMap((row) => {
      const day = decidedOn(unit.values[row]!);
      return day !== null && day > indexDate.values[row]! ? [day - indexDate.values[row]!] : [];
    });
    return {
      arm: name,
      people: members.length,
      rules: Object.keys(onStage).filter((stage) => onStage[stage]! >= explains * members.length),
      onStage,
      decidedLater: waits.length,
      medianDaysToDecision: waits.length === 0 ? null : median(waits),
    };
  };
  const arms = [ofArm("treated"), ofArm("comparison")];
  return { kind: "likewise/index-rule", ...verdict(arms[0]!, arms[1]!, plan), arms };
}

function verdict(treated: IndexOfArm, comparison: IndexOfArm, plan: StudyPlan): Pick<IndexRule, "value" | "why"> {
  if (treated.people === 0 || comparison.people === 0) return { value: null, why: "An arm has no index dates" };
  const later = ({ decidedLater, people }: IndexOfArm) => decidedLater / people;
  if (Math.abs(later(treated) - later(comparison)) > apart) {
    const [more] = [treated, comparison].sort((a, b) => later(b) - later(a)) as [IndexOfArm, IndexOfArm];
    return {
      value: "immortal",
      why: `More ${more.arm} people were put in their arm after their index date, and had to be free of the event until then`,
    };
  }
  const { pseudoStarts } = plan.cohort;
  if (pseudoStarts !== undefined) {
    return {
      value: "same",
      why: `Treated people are followed from the day of ${pseudoStarts.stage}, comparison people from a delay drawn from those of treated people`,
    };
  }
  const decidedBy = plan.cohort.arms?.from.split(".")[0];
  if (decidedBy !== undefined && plan.cohort.indexDate?.startsWith(`${decidedBy}.`) && decidedBy !== "people") {
    return {
      value: "same",
      why: `The index date of both arms is the date of the row of ${decidedBy} that says the arm`,
    };
  }
  if (treated.rules.length === 0 || comparison.rules.length === 0) {
    return { value: null, why: "No recorded stage explains the index dates of an arm" };
  }
  const shared = treated.rules.filter((stage) => comparison.rules.includes(stage));
  if (shared.length > 0)
    return { value: "same", why: `In both arms the index date is the day of ${shared.join(", ")}` };
  return {
    value: "different",
    why: `The index date is the day of ${treated.rules.join(", ")} in the treated arm and of ${comparison.rules.join(", ")} in the comparison arm`,
  };
}

const worst = ["immortal", "different", "same"] as const;

/** The facts with what the data show of the index date: the worse of what is declared and what is seen stands. */
export function withIndexRule(facts: Facts, { value, why }: IndexRule): Facts {
  const declared = facts.indexDateRule;
  if (value === null) return facts;
  if (declared !== undefined && worst.indexOf(declared.value) <= worst.indexOf(value)) return facts;
  return { ...facts, indexDateRule: { value, why } };
}
