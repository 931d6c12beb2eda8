import { countName, type Refusal, type Table, tableId } from "@likewise/schema";
import { itemNumbers } from "../definition/item-numbers.ts";
import { cronbachAlpha } from "../reliability/cronbach-alpha.ts";
import { scoreBands } from "../scoring/score-bands.ts";
import { type ScoreState, scoreStates } from "../scoring/score-states.ts";
import { countCell, dimensionOf, levelsOf, tableOf, total, valueCell } from "./cells.ts";
import type { Line } from "./describe-line.ts";
import { level } from "./result-of.ts";

const states: Readonly<Record<ScoreState, string>> = {
  complete: "Every item answered",
  prorated: "Some items blank, the rest standing for them as the definition allows",
  missing: "Too many items blank: no score",
  refused: "An answer that cannot be one: no score",
};

/** How many items were answered, the bands of the scores, and how far the items go together in these people. */
export function levelTables(line: Line, refusals: Refusal[]): Table[] {
  return [...answeredTable(line), ...bandTable(line), ...alphaTable(line, refusals)];
}

function answeredTable({ id, scored: { made }, groups, arms, entry, scoring }: Line): Table[] {
  if (made === null) return [];
  const { plan, forms, definition } = entry;
  const count = (group: string, wave: string, state: number | null) =>
    arms.filter(
      (arm, form) =>
        arm === group && forms.wave.values[form] === wave && (state === null || made.state[form] === state),
    ).length;
  const nameOf = (group: string, wave: string, state: ScoreState) => countName(`${state} ${id}`, { group, wave });
  const sums = groups.flatMap(({ id: group }) =>
    plan.waves.map((wave) => ({
      total: countName(`score ${id}`, { group, wave }),
      parts: (["complete", "prorated"] as const).map((state) => nameOf(group, wave, state)),
    })),
  );
  return [
    {
      ...tableOf(
        tableId("measure-answers-*", id),
        `${definition.title}: how much of it was answered`,
        `answered-${scoring}`,
        [
          dimensionOf("group", "Group", groups),
          dimensionOf("wave", "Time point", levelsOf(plan.waves)),
          dimensionOf(
            "state",
            "Answered",
            scoreStates.map((state) => ({ id: state, label: states[state] })),
            true,
          ),
        ],
        groups.flatMap(({ id: group }) =>
          plan.waves.flatMap((wave) => [
            ...scoreStates.map((state, code) =>
              countCell({ group, wave, state }, count(group, wave, code), nameOf(group, wave, state)),
            ),
            countCell(
              { group, wave, state: total },
              count(group, wave, null),
              countName(`asked ${id}`, { group, wave }),
            ),
          ]),
        ),
      ),
      sums,
    },
  ];
}

function bandTable({ id, scored, groups, arms, entry, scoring }: Line): Table[] {
  const set = scored.score.bands?.find(({ population }) => population === undefined) ?? scored.score.bands?.[0];
  if (set === undefined || scored.made === null) return [];
  const { bands, codes } = scoreBands(scored.made, set);
  const { plan, forms, definition } = entry;
  const count = (group: string, wave: string, code: number | null) =>
    arms.filter(
      (arm, form) =>
        arm === group &&
        forms.wave.values[form] === wave &&
        (code === null ? bands[codes[form]!] !== undefined : codes[form] === code),
    ).length;
  const note = set.verified === true ? "" : "; bands not verified";
  return [
    tableOf(
      tableId("measure-bands-*", id),
      `${definition.title}: bands of the score${note}`,
      `bands-${set.set}-${scoring}`,
      [
        dimensionOf("group", "Group", groups),
        dimensionOf("wave", "Time point", levelsOf(plan.waves)),
        dimensionOf(
          "band",
          "Band",
          bands.map(({ label, from, to }) => ({ id: label, label: `${label} (${from} to ${to})` })),
          true,
        ),
      ],
      groups.flatMap(({ id: group }) =>
        plan.waves.flatMap((wave) => [
          ...bands.map(({ label }, code) => countCell({ group, wave, band: label }, count(group, wave, code))),
          countCell({ group, wave, band: total }, count(group, wave, null), countName(`scored ${id}`, { group, wave })),
        ]),
      ),
    ),
  ];
}

/** Of complete questionnaires at the first time point, both arms together: a property of the form in these people. */
function alphaTable({ id, scored, entry, arms, scoring }: Line, refusals: Refusal[]): Table[] {
  const { definition, forms, plan } = entry;
  const { score, items, made } = scored;
  if (items === null || made === null || !["sum", "mean"].includes(score.method)) return [];
  const numbers = itemNumbers(definition, score.items);
  if (numbers.length < 2 || score.scores !== undefined) return [];
  const rows = arms.flatMap((arm, form) =>
    arm !== null &&
    forms.wave.values[form] === plan.waves[0] &&
    items.refused[form] === 0 &&
    numbers.every((item) => items.answered[item - 1]![form] === 1)
      ? [form]
      : [],
  );
  const answers = numbers.map((item) => rows.map((form) => items.values[item - 1]![form]!));
  const totals = rows.map((_, at) => answers.reduce((sum, item) => sum + item[at]!, 0));
  if (rows.length < 3 || new Set(totals).size < 2) {
    refusals.push({
      id: `measure-alpha:${id}`,
      what: `how far the items of ${definition.abbreviation} go together in these people`,
      why: rows.length < 3 ? "fewer than three complete questionnaires" : "all have the same total",
      unlocks: "more complete questionnaires at the first time point",
    });
    return [];
  }
  const { alpha, interval } = cronbachAlpha(answers, level);
  return [
    tableOf(
      tableId("measure-alpha-*", id),
      `${definition.title}: Cronbach’s alpha in these people, at ${plan.waves[0]}; below 50 people it says little`,
      `alpha-${scoring}`,
      [],
      [valueCell({}, rows.length, alpha, interval)],
    ),
  ];
}
