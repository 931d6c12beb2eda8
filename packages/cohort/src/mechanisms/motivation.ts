import { type Cohort, type Columns, type Table, tableId } from "@likewise/schema";
import { dimensionOf, figureCell, levelsOf } from "../pathway/cells.ts";
import { answersAtWaves, numberOf } from "../safety/answers-at-waves.ts";
import { meanOf } from "../safety/mean-of.ts";
import { wavesOf } from "../safety/waves-of.ts";
import { correlationOf } from "./correlation-of.ts";

export type MotivationPlan = NonNullable<Cohort["motivation"]>;

/** One motivation at one time point. */
export interface MotivationAt {
  readonly wave: string;
  readonly people: number;
  readonly mean: number | null;
  readonly interval: [number, number] | null;
}

export interface Motivation {
  readonly kind: "likewise/motivation";
  /** Cases who could have been rated. */
  readonly cases: number;
  readonly takePart: readonly MotivationAt[];
  readonly change: readonly MotivationAt[];
  /** Of those rated on both at a time point; no coefficient of fewer than three, or where one does not vary. */
  readonly together: readonly {
    readonly wave: string;
    readonly people: number;
    readonly correlation: number | null;
    readonly interval: [number, number] | null;
  }[];
}

/**
 * Motivation to take part and motivation to change, as two trends with their correlation at each time point.
 *
 * The two are never added or averaged: somebody may come because they must, and somebody may want to change and stay away.
 *
 * @param people ids of the cases
 * @param plan   `cohort.motivation`
 */
export function motivation({
  tables,
  people,
  plan,
  waves: declared,
}: {
  readonly tables: Readonly<Record<string, Columns>>;
  readonly people: readonly string[];
  readonly plan: MotivationPlan;
  readonly waves?: readonly string[] | undefined;
}): Motivation {
  const cases = new Set(people);
  const ratedOn = (item: string): Rated[] =>
    answersAtWaves(tables.measures, { measure: plan.measure, item }, (person) => cases.has(person)).flatMap((one) => {
      const value = numberOf(one.response);
      return value === null ? [] : [{ ...one, value }];
    });
  const [takePart, change] = [ratedOn(plan.takePart), ratedOn(plan.change)];
  const waves = wavesOf(
    [...takePart, ...change].map(({ wave }) => wave),
    declared,
  );
  const trendOf = (rated: readonly Rated[]) =>
    waves.map((wave) => {
      const values = rated.filter((one) => one.wave === wave).map(({ value }) => value);
      const { value, interval } = meanOf(values);
      return { wave, people: values.length, mean: value, interval };
    });
  return {
    kind: "likewise/motivation",
    cases: people.length,
    takePart: trendOf(takePart),
    change: trendOf(change),
    together: waves.map((wave) => {
      const other = new Map(change.filter((one) => one.wave === wave).map(({ person, value }) => [person, value]));
      const both = takePart.filter((one) => one.wave === wave && other.has(one.person));
      return {
        wave,
        people: both.length,
        ...correlationOf(
          both.map(({ value }) => value),
          both.map(({ person }) => other.get(person)!),
        ),
      };
    }),
  };
}

interface Rated {
  readonly person: string;
  readonly wave: string;
  readonly value: number;
}

export function motivationTables({ cases, takePart, change, together }: Motivation): Table[] {
  if (together.length === 0) return [];
  const waves = dimensionOf("wave", "Time point", levelsOf(together.map(({ wave }) => wave)), false);
  const shared = { unit: "person", definition: "motivation", window: null } as const;
  const trends = [
    { id: "take-part", label: "Motivation to take part", trend: takePart },
    { id: "change", label: "Motivation to change", trend: change },
  ];
  return [
    {
      ...shared,
      id: tableId("motivation-trends"),
      title: "Two motivations by time point, mean rating; they are never added",
      dimensions: [dimensionOf("motivation", "Motivation", trends, false), waves],
      cells: trends.flatMap(({ id, trend }) =>
        trend.map((at) => figureCell({ motivation: id, wave: at.wave }, at.people, cases, at.mean, at.interval)),
      ),
      linked: [],
    },
    {
      ...shared,
      id: tableId("motivation-together"),
      title: "Correlation of motivation to take part and motivation to change, of people rated on both",
      dimensions: [waves],
      cells: together.map((at) => figureCell({ wave: at.wave }, at.people, cases, at.correlation, at.interval)),
      linked: [],
    },
  ];
}
