import {
  type Baseline,
  type Columns,
  type Facts,
  naturalOrder,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { newcombeDifference, type Share, shareOf } from "@likewise/stats";
import { countCell, dimensionOf, levelsOf, notInData, shareCell, total } from "../pathway/cells.ts";
import { stagesReached } from "../pathway/stages-reached.ts";
import { fieldOf, textAt } from "../people/fields.ts";
import { readPeople, unitsOfRows } from "../people/people.ts";

export interface Departures {
  readonly kind: "likewise/departures";
  readonly programme: readonly string[];
  /** With what was assigned and what was delivered both known. */
  readonly people: number;
  /** Left out because what was delivered is not known. */
  readonly notKnown: number;
  /** Assigned by delivered, in natural order. */
  readonly counts: readonly { readonly assigned: string; readonly delivered: string; readonly people: number }[];
  /** Delivered as assigned, for each condition assigned. */
  readonly asAssigned: readonly (Share & { readonly assigned: string })[];
  /** Received the programme, by whether it was assigned; null where a side has nobody. */
  readonly received: { readonly treated: Share; readonly comparison: Share };
  /** Received among those assigned minus received among the others; null where a side has nobody. */
  readonly firstStage: { readonly value: number; readonly interval: readonly [number, number] } | null;
  /** Assigned and not received; received and not assigned. */
  readonly crossover: { readonly treated: Share; readonly comparison: Share };
  readonly refusals: readonly Refusal[];
}

/**
 * Departures from assignment: what each person was assigned, and what was delivered to them.
 *
 * The first stage is the difference assignment made to receiving the programme. People are analysed as assigned; those
 * whose delivery is not known are counted and in no share.
 *
 * @param assigned  condition assigned, length n, none missing
 * @param delivered condition delivered, null where it is not known, length n
 * @param programme conditions that are the programme; every other is not
 * @throws RangeError when lengths differ, or no condition assigned is the programme
 * @source first stage: Angrist, Imbens and Rubin (1996), doi:10.1080/01621459.1996.10476902; interval: Newcombe (1998), method 10
 * @example
 * const assigned = ["a", "a", "b", "b"];
 * departuresFromAssignment({ assigned, delivered: ["a", "b", "b", "b"], programme: ["a"] }).firstStage.value; // 0.5
 */
export function departuresFromAssignment({
  assigned,
  delivered,
  programme,
}: {
  assigned: readonly string[];
  delivered: readonly (string | null)[];
  programme: readonly string[];
}): Departures {
  const caller = "departuresFromAssignment";
  if (assigned.length !== delivered.length) {
    throw new RangeError(
      `${caller}: delivered must be as many as assigned (${assigned.length}), got ${delivered.length}`,
    );
  }
  if (assigned.length > 0 && !assigned.some((condition) => programme.includes(condition))) {
    throw new RangeError(`${caller}: programme must be among the conditions assigned, got ${programme.join(", ")}`);
  }
  const pairs = assigned.flatMap((condition, i) => {
    const given = delivered[i];
    return given === null || given === undefined ? [] : [{ assigned: condition, delivered: given }];
  });
  const side = (isTreated: boolean) => pairs.filter((pair) => programme.includes(pair.assigned) === isTreated);
  const receivedBy = (some: typeof pairs) => some.filter((pair) => programme.includes(pair.delivered)).length;
  const [treated, comparison] = [side(true), side(false)];
  const received = {
    treated: shareOf(receivedBy(treated), treated.length),
    comparison: shareOf(receivedBy(comparison), comparison.length),
  };
  const conditions = [...new Set(assigned)].sort(naturalOrder);
  return {
    kind: "likewise/departures",
    programme,
    people: pairs.length,
    notKnown: assigned.length - pairs.length,
    counts: countPairs(pairs),
    asAssigned: conditions.map((condition) => {
      const members = pairs.filter((pair) => pair.assigned === condition);
      const kept = members.filter((pair) => pair.delivered === condition).length;
      return { assigned: condition, ...shareOf(kept, members.length) };
    }),
    received,
    firstStage: firstStageOf(received),
    crossover: {
      treated: shareOf(treated.length - received.treated.numerator, treated.length),
      comparison: received.comparison,
    },
    refusals: [],
  };
}

/**
 * The departures of a study: the arms against `cohort.delivered`, or, where the plan does not say, against whether the
 * person started. Nobody is taken to have received nothing because no table says what they received.
 *
 * @returns null when the study has no arms
 */
export function departures({
  plan,
  tables,
  baseline,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
}): Departures | null {
  if (plan.cohort.arms === undefined) return null;
  const received = receivedByUnit(plan, tables);
  const { unit, arm } = baseline.table.columns;
  const names = ["comparison", "programme"] as const;
  const found = departuresFromAssignment({
    assigned: Array.from(arm.values, (isTreated) => names[isTreated]!),
    delivered: Array.from(unit.values, (one) => {
      const answer = received === null ? null : received(one);
      return answer === null ? null : names[Number(answer)]!;
    }),
    programme: ["programme"],
  });
  if (received !== null) return found;
  const refusal = notInData("departures", "What was delivered, against what was assigned", "a stage started");
  return { ...found, refusals: [{ ...refusal, unlocks: `${refusal.unlocks}, or set cohort.delivered` }] };
}

function receivedByUnit(
  plan: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
): ((unit: number) => boolean | null) | null {
  const people = readPeople(tables);
  const { delivered } = plan.cohort;
  if (delivered === undefined) {
    const started = stagesReached(tables, people).get("started");
    return started === undefined ? null : (unit) => started.has(unit);
  }
  const field = fieldOf(tables, delivered.from, "cohort.delivered.from");
  const answers = new Map<number, boolean>();
  unitsOfRows(field.table, people).forEach((unit, row) => {
    const value = textAt(field.column, row);
    if (unit >= 0 && value !== null) {
      answers.set(unit, answers.get(unit) === true || delivered.treated.includes(value));
    }
  });
  return (unit) => answers.get(unit) ?? null;
}

/** What was assigned, by what was delivered; and the programme received, by arm. */
export function departureTables({ counts, asAssigned, received, people }: Departures): Table[] {
  if (people === 0) return [];
  const assigned = asAssigned.map((entry) => entry.assigned);
  const delivered = [...new Set([...assigned, ...counts.map((entry) => entry.delivered)])].sort(naturalOrder);
  const countAt = (from: string, to: string) =>
    counts
      .filter((entry) => (from === total || entry.assigned === from) && (to === total || entry.delivered === to))
      .reduce((sum, { people }) => sum + people, 0);
  const common = { unit: "person", window: null, definition: "departures" } as const;
  return [
    {
      ...common,
      id: tableId("departures"),
      title: "What was assigned, by what was delivered",
      dimensions: [
        dimensionOf("assigned", "Assigned", levelsOf(assigned), true),
        dimensionOf("delivered", "Delivered", levelsOf(delivered), true),
      ],
      cells: [...assigned, total].flatMap((from) =>
        [...delivered, total].map((to) => countCell({ assigned: from, delivered: to }, countAt(from, to))),
      ),
      linked: [tableId("departures-received")],
    },
    {
      ...common,
      id: tableId("departures-received"),
      title: "People who received the programme, by whether it was assigned",
      dimensions: [
        dimensionOf(
          "assigned",
          "Assigned",
          [
            { id: "treated", label: "The programme" },
            { id: "comparison", label: "Something else" },
          ],
          false,
        ),
      ],
      cells: (["treated", "comparison"] as const).map((side) =>
        shareCell({ assigned: side }, received[side].numerator, received[side].denominator),
      ),
      linked: [tableId("departures")],
    },
  ];
}

/** The facts with the crossover the data show: of what is declared and what is seen, the larger share stands in each arm. */
export function withCrossover(facts: Facts, { crossover }: Departures): Facts {
  const { treated, comparison } = crossover;
  if (treated.value === null || comparison.value === null) return facts;
  const declared = facts.crossover;
  if (declared !== undefined && declared.treated >= treated.value && declared.comparison >= comparison.value)
    return facts;
  return {
    ...facts,
    crossover: {
      treated: Math.max(treated.value, declared?.treated ?? 0),
      comparison: Math.max(comparison.value, declared?.comparison ?? 0),
      why: "From the data: what was assigned, held against what was delivered",
    },
  };
}

function countPairs(pairs: readonly { readonly assigned: string; readonly delivered: string }[]) {
  const counts = new Map<string, { assigned: string; delivered: string; people: number }>();
  for (const pair of pairs) {
    const key = JSON.stringify([pair.assigned, pair.delivered]);
    const entry = counts.get(key) ?? { ...pair, people: 0 };
    entry.people += 1;
    counts.set(key, entry);
  }
  return [...counts.values()].sort(
    (a, b) => naturalOrder(a.assigned, b.assigned) || naturalOrder(a.delivered, b.delivered),
  );
}

function firstStageOf({ treated, comparison }: Departures["received"]): Departures["firstStage"] {
  if (treated.denominator === 0 || comparison.denominator === 0) return null;
  const { difference, lower, upper } = newcombeDifference({
    first: { events: treated.numerator, total: treated.denominator },
    second: { events: comparison.numerator, total: comparison.denominator },
  });
  return { value: difference, interval: [lower, upper] };
}
