import { type Cohort, type Columns, type Table, tableId } from "@likewise/schema";
import { dimensionOf, figureCell } from "../pathway/cells.ts";
import { answersAtWaves, numberOf } from "../safety/answers-at-waves.ts";
import { meanOf } from "../safety/mean-of.ts";

export type SelfEfficacyPlan = NonNullable<Cohort["selfEfficacy"]>;

/** What became of the case of somebody rated. */
type Completion = "completed" | "not-completed" | "open";

export interface SelfEfficacyGroup {
  readonly id: Completion | "everyone";
  readonly people: number;
  /** Rated at both time points. */
  readonly paired: number;
  readonly before: number | null;
  readonly after: number | null;
  /** Mean of the differences of people, after less before. */
  readonly change: number | null;
  /** 95 %; null of fewer than `leastTested` people. */
  readonly interval: [number, number] | null;
  /** Whether there were enough people to say how sure the change is, rather than describe it alone. */
  readonly isTested: boolean;
}

export interface SelfEfficacy {
  readonly kind: "likewise/self-efficacy";
  readonly options: { readonly measure: string; readonly from: string; readonly to: string };
  readonly groups: readonly SelfEfficacyGroup[];
}

/** Under so many people a change is described and nothing is tested. */
const leastTested = 20;

/**
 * Self-efficacy before and after, beside completion. Who completes and who gains may go together for many reasons: this
 * stands beside completion and does not explain it.
 *
 * Missing rule: the change is of people rated at both time points; others are counted.
 *
 * @param completion what became of each case
 * @param plan       `cohort.selfEfficacy`
 */
export function selfEfficacy({
  tables,
  completion,
  plan,
}: {
  readonly tables: Readonly<Record<string, Columns>>;
  readonly completion: ReadonlyMap<string, Completion>;
  readonly plan: SelfEfficacyPlan;
}): SelfEfficacy {
  const { measure, item, from = "intake", to = "exit" } = plan;
  const scores = new Map<string, Map<string, number>>();
  for (const { person, wave, response } of answersAtWaves(tables.measures, { measure, item }, (id) =>
    completion.has(id),
  )) {
    const value = numberOf(response);
    if (value === null) continue;
    const own = scores.get(person) ?? new Map<string, number>();
    scores.set(person, own.set(wave, value));
  }
  const people = [...completion];
  const groupOf = (id: SelfEfficacyGroup["id"]): SelfEfficacyGroup => {
    const members = people.filter(([, became]) => id === "everyone" || became === id);
    const pairs = members.flatMap(([person]) => {
      const [before, after] = [scores.get(person)?.get(from), scores.get(person)?.get(to)];
      return before === undefined || after === undefined ? [] : [{ before, after }];
    });
    const change = meanOf(pairs.map(({ before, after }) => after - before));
    const isTested = pairs.length >= leastTested;
    return {
      id,
      people: members.length,
      paired: pairs.length,
      before: meanOf(pairs.map(({ before }) => before)).value,
      after: meanOf(pairs.map(({ after }) => after)).value,
      change: change.value,
      interval: isTested ? change.interval : null,
      isTested,
    };
  };
  return {
    kind: "likewise/self-efficacy",
    options: { measure, from, to },
    groups: (["completed", "not-completed", "open", "everyone"] as const).map(groupOf),
  };
}

export function selfEfficacyTables({ options, groups }: SelfEfficacy): Table[] {
  const shown = groups.filter(({ paired }) => paired > 0);
  if (shown.length === 0) return [];
  const labels = {
    completed: "Completed",
    "not-completed": "Left without completing",
    open: "Case open",
    everyone: "Everyone",
  };
  const figures = [
    { id: "before", label: `At ${options.from}` },
    { id: "after", label: `At ${options.to}` },
    { id: "change", label: "Change" },
  ] as const;
  const few = shown.some(({ isTested }) => !isTested);
  return [
    {
      id: tableId("self-efficacy"),
      title: `Self-efficacy, of people rated twice, beside completion${few ? `; where fewer than ${leastTested} people are rated twice it is described and not tested` : ""}`,
      unit: "person",
      definition: `self-efficacy-${options.from}-to-${options.to}`,
      window: null,
      dimensions: [
        dimensionOf(
          "completion",
          "Case",
          shown.map(({ id }) => ({ id, label: labels[id] })),
          false,
        ),
        dimensionOf("figure", "Mean score", figures, false),
      ],
      cells: shown.flatMap((group) =>
        figures.map(({ id }) =>
          figureCell(
            { completion: group.id, figure: id },
            group.paired,
            group.people,
            group[id],
            id === "change" ? group.interval : null,
          ),
        ),
      ),
      linked: [],
    },
  ];
}
