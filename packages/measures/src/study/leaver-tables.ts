import { cell, type Refusal, type Table, tableId } from "@likewise/schema";
import { deltaAdjusted } from "../attrition/delta-adjusted.ts";
import type { BetterIs } from "../change/improvement.ts";
import { dimensionOf, meanCell, tableOf, valueCell } from "./cells.ts";
import { namesOf } from "./change-tables.ts";
import type { Line, LineChange } from "./describe-line.ts";
import { level } from "./result-of.ts";

/** Those who stayed and those who left, as they began; and how much worse off leavers would have to be for the result to go. */
export function leaverTables(line: Line, found: LineChange, better: BetterIs, refusals: Refusal[]): Table[] {
  return [...baselineTable(line, found), ...tippingTable(line, found, better, refusals)];
}

function baselineTable(line: Line, { change }: LineChange): Table[] {
  const { id, groups, entry, scoring } = line;
  const known = change.groups.filter(({ leavers }) => leavers !== null);
  if (known.length === 0) return [];
  const { waves } = entry.plan;
  return [
    tableOf(
      tableId("measure-leavers-*", id),
      `${entry.definition.title}: scores at ${waves[0]} of those seen again at ${waves.at(-1)} and of those not`,
      `leavers-${scoring}`,
      [
        dimensionOf(
          "group",
          "Group",
          groups.filter((group) => known.some((one) => one.group === group.id)),
        ),
        dimensionOf("who", "Who", [
          { id: "stayed", label: "Seen again" },
          { id: "left", label: "Not seen again" },
          { id: "difference", label: "Stayed less left, standard deviations" },
        ]),
      ],
      known.flatMap(({ group, leavers, started }) => {
        const names = namesOf(line, group!);
        const { completers, leavers: left, standardised, interval } = leavers!;
        return [
          meanCell({ group: group!, who: "stayed" }, completers.n, completers, level, names.both),
          meanCell({ group: group!, who: "left" }, left.n, left, level, names.firstOnly),
          {
            ...valueCell({ group: group!, who: "difference" }, started, standardised, interval, names.first),
            of: { numerator: names.first, value: [names.both, names.firstOnly] },
          },
        ];
      }),
    ),
  ];
}

/** Mean change of the programme’s people, or with a comparison group the difference by ANCOVA, as leavers are made worse. */
function tippingTable(line: Line, { pairs, arms, change }: LineChange, better: BetterIs, refusals: Refusal[]): Table[] {
  const { id, entry, scoring, scored } = line;
  const two = change.difference !== null;
  const only = change.groups.length === 1 ? change.groups[0]!.group : "treated";
  const people = arms.flatMap((arm, at) => {
    const first = cell(pairs.pre, at) as number | null;
    return first !== null && (two || arm === only)
      ? [{ arm, first, later: cell(pairs.post, at) as number | null }]
      : [];
  });
  const left = people.filter(({ later }) => later === null).length;
  if (left === 0) return [];
  const step = change.error?.points ?? (scored.score.range[1] - scored.score.range[0]) / 10;
  const found = deltaAdjusted({
    pre: people.map(({ first }) => first),
    post: {
      type: "number",
      values: Float64Array.from(people, ({ later }) => later ?? 0),
      valid: Uint8Array.from(people, ({ later }) => (later === null ? 0 : 1)),
    },
    ...(two ? { treated: people.map(({ arm }) => Number(arm === "treated")) } : {}),
    better,
    deltas: [0, step / 2, step],
    seed: entry.seed,
    level,
  });
  if ("refused" in found) {
    refusals.push({ id: `measure-leavers:${id}`, ...found.refused, what: `${found.refused.what} (${id})` });
    return [];
  }
  const rows = [
    { id: "0", label: "As badly off as people like them who stayed" },
    { id: "half", label: "Worse by half of a reliable change" },
    { id: "whole", label: "Worse by a reliable change" },
  ].map((one) =>
    change.error === null ? { ...one, label: one.label.replace("a reliable change", "a tenth of the range") } : one,
  );
  const groups = two ? change.groups.map(({ group }) => group!) : [only!];
  const of = { value: groups.flatMap((group) => [namesOf(line, group).both, namesOf(line, group).firstOnly]) };
  const tips = found.tippingDelta;
  return [
    tableOf(
      tableId("measure-tipping-*", id),
      `${entry.definition.title}: ${two ? "difference by ANCOVA" : "mean change"} if those who left were worse off, by multiple imputation`,
      `leavers-imputed-${scoring}`,
      [
        dimensionOf("leavers", "Those who left", [
          ...rows,
          ...(tips === null ? [] : [{ id: "tips", label: "Worse by so many points, and the interval takes in 0" }]),
        ]),
      ],
      [
        ...found.rows.map((row, at) => ({
          ...valueCell({ leavers: rows[at]!.id }, people.length, row.estimate, row.interval),
          of,
        })),
        ...(tips === null ? [] : [{ ...valueCell({ leavers: "tips" }, people.length, tips, null), of }]),
      ],
    ),
  ];
}
