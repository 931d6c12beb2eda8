import {
  type Baseline,
  type Columns,
  type Outcomes,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { stagesReached } from "../pathway/stages-reached.ts";
import { readPeople } from "../people/people.ts";
import { binaryOutcomes } from "./binary-outcomes.ts";
import { type ObservedShare, observedShare } from "./observed-share.ts";
import { outcomeNames, outcomeSums } from "./outcome-names.ts";
import { shareTable } from "./share-table.ts";

export interface CompletersRates {
  readonly outcome: string;
  readonly label: string;
  /** Everyone treated who is analysed. */
  readonly everyone: ObservedShare;
  /** Those of them who completed. */
  readonly completers: ObservedShare;
}

export interface CompletersBeside {
  readonly kind: "likewise/completers";
  readonly rates: readonly CompletersRates[];
  /** Always there where rates are: the difference between the two is not given. */
  readonly refusals: readonly Refusal[];
}

/**
 * Outcomes of the cohort and of those who completed: two rates, each of its own denominator. No difference and no ratio
 * of the two is worked out, and the refusal says why: completers chose to stay, and had to be free of what ends a place.
 *
 * @returns null when nobody treated completed, or the plan has no binary outcome
 */
export function completersBeside({
  plan,
  tables,
  baseline,
  outcomes,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
  outcomes: Outcomes;
}): CompletersBeside | null {
  const completed = stagesReached(tables, readPeople(tables)).get("completed");
  const { unit, arm } = baseline.table.columns;
  const everyone = Array.from(unit.values).filter((_, row) => arm.values[row] === 1);
  const completers = everyone.filter((one) => completed?.has(one));
  const binary = binaryOutcomes(plan, outcomes);
  if (completers.length === 0 || binary.length === 0) return null;
  return {
    kind: "likewise/completers",
    rates: binary.map(({ id, label }) => ({
      outcome: id,
      label,
      everyone: observedShare(outcomes, id, everyone),
      completers: observedShare(outcomes, id, completers),
    })),
    refusals: [
      {
        id: "completers-compared",
        what: "Completers compared with everyone, or with those who left",
        why: "Completers chose to stay and had to be free of what ends a place, so they would differ from the others without any programme",
        unlocks:
          "Compare everyone referred, offered a place or started with people who were not; completers stand beside as a description",
      },
    ],
  };
}

/** A table for each outcome; completers are among everyone, so nothing adds up and nothing is the total. */
export function completersTables({ rates }: CompletersBeside): Table[] {
  const groups = [
    { id: "everyone", label: "Everyone treated" },
    { id: "completers", label: "Of them, completed (description only: self-selected)" },
  ] as const;
  return rates.map((rate) =>
    shareTable(
      {
        id: tableId("completers-*", rate.outcome),
        title: `${rate.label}: everyone treated, and those who completed`,
        definition: "completers",
        linked: [],
        sums: outcomeSums(rate.outcome, "treated", "completed", ["yes", "no"]),
      },
      { id: "group", label: "Group" },
      groups.map((group) => ({
        ...group,
        share: rate[group.id],
        of: outcomeNames(rate.outcome, "treated", group.id === "completers" ? { completed: "yes" } : {}),
      })),
    ),
  );
}
