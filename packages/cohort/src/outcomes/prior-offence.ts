import {
  type Baseline,
  type Columns,
  type Outcome,
  type Outcomes,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { levelReader, readCases } from "../pathway/cases.ts";
import { countCell, dimensionOf, type Level, notInData, notRecorded, total } from "../pathway/cells.ts";
import { binaryOutcomes } from "./binary-outcomes.ts";
import { type ObservedShare, observedShare } from "./observed-share.ts";
import { outcomeNames, outcomeSums } from "./outcome-names.ts";
import { shareTable } from "./share-table.ts";

type Arm = "treated" | "comparison";
export type PriorOffence = "yes" | "no" | "unknown" | typeof notRecorded;

export interface RatesByPriorOffence {
  readonly outcome: string;
  readonly label: string;
  readonly arm: Arm;
  /** Of people with a prior offence. */
  readonly reoffending: ObservedShare;
  /** Of people without one. */
  readonly firstOffence: ObservedShare;
  /** Of people of whom it is not known: neither rate. */
  readonly notKnown: ObservedShare;
}

export interface ByPriorOffence {
  readonly kind: "likewise/by-prior-offence";
  /** People analysed, by arm and by what is recorded at their first referral. */
  readonly people: Readonly<Record<Arm, Readonly<Record<PriorOffence, number>>>>;
  /** Yes-or-no outcomes, by outcome and arm. */
  readonly rates: readonly RatesByPriorOffence[];
  readonly refusals: readonly Refusal[];
}

/**
 * People with and without a prior offence: two denominators, never one.
 *
 * Some services take people who have broken no law. For them an offence is a first one, so reoffending is shown only for
 * people with a prior offence, and a first-offence rate for the others; people of whom it is not known are in neither.
 * Where both kinds are analysed, one reoffending rate of all is refused.
 *
 * @param tables   `referrals.prior_offence`, as at the first referral
 * @param outcomes outcomes whose kind is not binary in the plan are left alone
 * @returns null when prior offences are not in the data
 */
export function byPriorOffence({
  plan,
  tables,
  baseline,
  outcomes,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
  outcomes: Outcomes;
}): ByPriorOffence | null {
  const read = levelReader(readCases({ plan, tables }), "referrals.prior_offence");
  if (read === null) return null;
  const priorOf = (one: number): PriorOffence => {
    const code = read(one);
    return code === null ? notRecorded : code === "yes" || code === "no" ? code : "unknown";
  };
  const { unit, arm } = baseline.table.columns;
  const units = (name: Arm, ...wanted: readonly PriorOffence[]) =>
    Array.from(unit.values).filter(
      (one, row) => (arm.values[row] === 1) === (name === "treated") && wanted.includes(priorOf(one)),
    );
  const arms = (["treated", "comparison"] as const).filter((name) => units(name, ...priorOffences).length > 0);
  const counts = (name: Arm) => {
    const entries = priorOffences.map((prior) => [prior, units(name, prior).length] as const);
    return Object.fromEntries(entries) as Record<PriorOffence, number>;
  };
  const people = { treated: counts("treated"), comparison: counts("comparison") };
  const binary = binaryOutcomes(plan, outcomes);
  const count = (prior: PriorOffence) => people.treated[prior] + people.comparison[prior];
  return {
    kind: "likewise/by-prior-offence",
    people,
    rates: binary.flatMap(({ id, label }) =>
      arms.map((name) => ({
        outcome: id,
        label,
        arm: name,
        reoffending: observedShare(outcomes, id, units(name, "yes")),
        firstOffence: observedShare(outcomes, id, units(name, "no")),
        notKnown: observedShare(outcomes, id, units(name, "unknown", notRecorded)),
      })),
    ),
    refusals: [
      ...(count("no") > 0 && count("yes") > 0 ? binary.map(oneRate) : []),
      ...(count("yes") + count("no") === 0
        ? [
            notInData(
              "prior-offence",
              "Reoffending apart from first offences",
              "a known value of referrals.prior_offence",
            ),
          ]
        : []),
    ],
  };
}

const priorOffences: readonly PriorOffence[] = ["yes", "no", "unknown", notRecorded];

function oneRate({ id }: Outcome): Refusal {
  return {
    id: "one-reoffending-rate",
    what: `One reoffending rate of everyone: ${id}`,
    why: "Some have no prior offence, so an offence of theirs is a first one",
    unlocks:
      "Quote reoffending of people with a prior offence and first offences of the others, each of its own denominator",
  };
}

const armLevels: readonly Level[] = [
  { id: "treated", label: "Treated" },
  { id: "comparison", label: "Comparison" },
];

/** Baseline split, then for each outcome reoffending and first offences: two tables, so that no total joins them. */
export function priorOffenceTables({ people, rates }: ByPriorOffence): Table[] {
  const levels = [
    { id: "yes", label: "Prior offence" },
    { id: "no", label: "No prior offence" },
    { id: "unknown", label: "Unknown" },
    { id: notRecorded, label: "Not recorded" },
  ] as const;
  const common = { unit: "person", definition: "prior-offence" } as const;
  const split: Table = {
    ...common,
    id: tableId("prior-offence"),
    title: "People with and without an offence before the referral",
    window: null,
    dimensions: [
      dimensionOf("arm", "Arm", armLevels, false),
      dimensionOf("prior", "Before the referral", levels, true),
    ],
    cells: armLevels.flatMap(({ id: arm }) => {
      const counts = people[arm as Arm];
      return [
        ...levels.map(({ id }) => countCell({ arm, prior: id }, counts[id])),
        countCell(
          { arm, prior: total },
          levels.reduce((sum, { id }) => sum + counts[id], 0),
        ),
      ];
    }),
    linked: [],
  };
  const kinds = [
    { id: "reoffending", form: "reoffending", prior: "yes", title: "reoffending, of people with a prior offence" },
    {
      id: "firstOffence",
      form: "first-offence",
      prior: "no",
      title: "first offences, of people without a prior offence",
    },
  ] as const;
  const outcomeIds = [...new Set(rates.map(({ outcome }) => outcome))];
  return [
    split,
    ...outcomeIds.flatMap((outcome) =>
      kinds.map(({ id, form, prior, title }): Table => {
        const rows = rates.filter((rate) => rate.outcome === outcome);
        const shown = armLevels.flatMap((level) =>
          rows.flatMap((rate) =>
            rate.arm === level.id
              ? [{ ...level, share: rate[id], of: outcomeNames(outcome, level.id, { prior }) }]
              : [],
          ),
        );
        return shareTable(
          {
            id: tableId(`${form}-*`, outcome),
            title: `${rows[0]!.label}: ${title}`,
            definition: common.definition,
            linked: [tableId("prior-offence")],
            sums: rows.flatMap(({ arm, notKnown }) =>
              outcomeSums(outcome, arm, "prior", notKnown.people === 0 ? ["yes", "no"] : ["yes", "no", "not known"]),
            ),
          },
          { id: "arm", label: "Arm" },
          shown,
        );
      }),
    ),
  ];
}
