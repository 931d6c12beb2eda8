import { type Cell, categoryColumn, countName, type Refusal, type Table, tableId, takeRows } from "@likewise/schema";
import { mean, sampleVariance } from "@likewise/stats";
import { type ChangeOverWaves, changeOverWaves } from "../waves/change-over-waves.ts";
import { dimensionOf, levelsOf, meanCell, tableOf, valueCell } from "./cells.ts";
import type { Line } from "./describe-line.ts";
import { level } from "./result-of.ts";

const kinds = [
  { id: "observed", label: "Mean of those seen" },
  { id: "model", label: "Mean by the mixed model" },
];

/** Means at each time point, of those seen and by the mixed model, with numbers; the model’s change from the first. */
export function waveTables(line: Line, refusals: Refusal[]): Table[] {
  const { id, groups, entry, scoring } = line;
  const { plan, definition } = entry;
  if (groups.length === 0) return [];
  const model = plan.waves.length < 2 ? null : modelOf(line, refusals);
  const seen = groups.flatMap(({ id: group }) =>
    plan.waves.flatMap((wave) => {
      const scores = scoresAt(line, group, wave);
      const at = { group, wave };
      const name = countName(`score ${id}`, at);
      const modelled = model?.groups.find((one) => one.group === group)?.means.find((one) => one.wave === wave);
      const spread =
        scores.length === 0
          ? null
          : { mean: mean(scores), sd: scores.length === 1 ? null : Math.sqrt(sampleVariance(scores)) };
      return [
        meanCell({ ...at, mean: "observed" }, scores.length, spread, level, name),
        ...(modelled === undefined
          ? []
          : [
              {
                ...valueCell({ ...at, mean: "model" }, scores.length, modelled.estimate, modelled.interval, name),
                // The model is of everybody with any score: means of other time points can be had from it.
                of: {
                  numerator: name,
                  value: plan.waves.map((other) => countName(`score ${id}`, { group, wave: other })),
                },
              },
            ]),
      ];
    }),
  );
  const dimensions = [dimensionOf("group", "Group", groups), dimensionOf("wave", "Time point", levelsOf(plan.waves))];
  const shown = kinds.filter((kind) => kind.id === "observed" || model !== null);
  return [
    tableOf(
      tableId("measure-means-*", id),
      `${definition.title}: mean score at each time point`,
      `means-${scoring}`,
      [...dimensions, dimensionOf("mean", "Mean", shown)],
      seen,
    ),
    ...(model === null ? [] : [modelTable(line, model)]),
  ];
}

const modelSaid = {
  "any-covariance": "the mixed model",
  "own-level": "a mixed model that takes people to change alike (intervals are too narrow where they do not)",
};

/** Change from the first time point by the model, in each group and beyond the comparison group. */
function modelTable({ id, groups, entry, scoring }: Line, model: ChangeOverWaves): Table {
  const { plan, definition } = entry;
  const later = plan.waves.slice(1);
  const both = model.differences.length > 0;
  const namesAt = (group: string, wave: string) =>
    [plan.waves[0], wave].map((one) => countName(`score ${id}`, { group, wave: one }));
  const cells: Cell[] = [
    ...model.groups.flatMap(({ group, seen, changes }) =>
      changes.map(({ wave, estimate, interval }) => ({
        ...valueCell({ group: group!, wave }, seen.find((one) => one.wave === wave)!.people, estimate, interval),
        of: { numerator: countName(`score ${id}`, { group: group!, wave }), value: namesAt(group!, wave) },
      })),
    ),
    ...model.differences.map(({ wave, estimate, interval }) => ({
      ...valueCell(
        { group: "difference", wave },
        model.groups.reduce((sum, { seen }) => sum + seen.find((one) => one.wave === wave)!.people, 0),
        estimate,
        interval,
      ),
      of: { value: groups.flatMap(({ id: group }) => namesAt(group, wave)) },
    })),
  ];
  return tableOf(
    tableId("measure-model-*", id),
    `${definition.title}: change from ${plan.waves[0]} by ${modelSaid[model.model.kind]}, points`,
    `mixed-model-${scoring}`,
    [
      dimensionOf("group", "Group", [
        ...groups,
        ...(both ? [{ id: "difference", label: "Difference between the groups" }] : []),
      ]),
      dimensionOf("wave", "Time point", levelsOf(later)),
    ],
    cells,
  );
}

function modelOf({ id, scored, arms, entry }: Line, refusals: Refusal[]): ChangeOverWaves | null {
  const { forms, plan, assigned, definition } = entry;
  const rows = Int32Array.from(arms.flatMap((arm, form) => (arm === null ? [] : [form])));
  const { columns } = takeRows(
    {
      numRows: arms.length,
      columns: { person: forms.person, wave: forms.wave, score: scored.values, group: categoryColumn(arms) },
    },
    rows,
  );
  const found = changeOverWaves({ ...columns, waves: plan.waves, assigned, level });
  if (!("refused" in found)) return found;
  refusals.push({
    id: `measure-model:${id}`,
    ...found.refused,
    what: `${found.refused.what} of ${definition.abbreviation} by a mixed model`,
  });
  return null;
}

function scoresAt({ scored: { values }, arms, entry: { forms } }: Line, group: string, wave: string): number[] {
  const found = new Map<string, number[]>();
  arms.forEach((arm, form) => {
    if (arm !== group || forms.wave.values[form] !== wave || values.valid?.[form] === 0) return;
    const who = forms.person.values[form]!;
    found.set(who, [...(found.get(who) ?? []), values.values[form]!]);
  });
  // Of two scores at one time point neither is known to be the right one.
  return [...found.values()].flatMap((scores) => (scores.length === 1 ? scores : []));
}
