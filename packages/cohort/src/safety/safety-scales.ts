import { type Table, tableId } from "@likewise/schema";
import { dimensionOf, figureCell, levelsOf } from "../pathway/cells.ts";
import { declaredWaves } from "./abuse-accounts.ts";
import { answersAtWaves, numberOf } from "./answers-at-waves.ts";
import { meanOf } from "./mean-of.ts";
import type { SafetyData } from "./safety-data.ts";
import { wavesOf } from "./waves-of.ts";

/**
 * What victim-survivors say of their own lives at each time point: space for action, fear, and whatever else the plan
 * names. Means of those who answered, beside how many could have; who answers later may differ from who does not.
 */
export function safetyScales({ plan, tables, victimSurvivors }: SafetyData): Table[] {
  const scales = (plan.cohort.safety?.scales ?? []).map((scale) => ({
    ...scale,
    answers: answersAtWaves(tables.measures, scale, (person) => victimSurvivors.has(person)),
  }));
  return scales.flatMap(({ id, label, better, answers }): Table[] => {
    const waves = wavesOf(
      answers.map(({ wave }) => wave),
      declaredWaves(plan),
    );
    if (waves.length === 0) return [];
    const ofWave = (wave: string) =>
      answers.flatMap((one) => {
        const value = one.wave === wave ? numberOf(one.response) : null;
        return value === null ? [] : [{ person: one.person, value }];
      });
    const first = new Map(ofWave(waves[0]!).map(({ person, value }) => [person, value]));
    return [
      {
        id: tableId("safety-scale-*", id),
        title: `${label}, as victim-survivors say it: mean, and change from ${waves[0]} of those who answered both times (${better} is better); no comparison group`,
        unit: "person",
        definition: `safety-scale-${id}`,
        window: null,
        dimensions: [
          dimensionOf("wave", "Time point", levelsOf(waves), false),
          dimensionOf(
            "figure",
            "Figure",
            [
              { id: "mean", label: "Mean" },
              { id: "change", label: `Change from ${waves[0]}` },
            ],
            false,
          ),
        ],
        cells: waves.flatMap((wave, at) => {
          const values = ofWave(wave);
          const mean = meanOf(values.map(({ value }) => value));
          const own = figureCell(
            { wave, figure: "mean" },
            values.length,
            victimSurvivors.size,
            mean.value,
            mean.interval,
          );
          if (at === 0) return [own];
          const pairs = values.filter(({ person }) => first.has(person));
          const change = meanOf(pairs.map(({ person, value }) => value - first.get(person)!));
          return [
            own,
            figureCell({ wave, figure: "change" }, pairs.length, victimSurvivors.size, change.value, change.interval),
          ];
        }),
        linked: [],
      },
    ];
  });
}
