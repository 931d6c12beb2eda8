import {
  type CategoryColumn,
  cell,
  isPresent,
  type NumberColumn,
  naturalOrder,
  type TextColumn,
} from "@likewise/schema";
import { designMatrix, type MixedContrast, type Refused } from "@likewise/stats";
import { type FittedWaves, fitWaves, type WavesModel } from "./waves-model.ts";

export interface ChangeOverWavesInput {
  /** whose score it is, one entry a row */
  readonly person: TextColumn | CategoryColumn;
  /** time point of each row */
  readonly wave: TextColumn | CategoryColumn;
  /** points */
  readonly score: NumberColumn;
  /** names of the time points, in order; change is from the first */
  readonly waves: readonly string[];
  /** group of the person of each row; left out, everybody is one group */
  readonly group?: TextColumn | CategoryColumn;
  /** of two groups, the one whose effect is asked for; the last in the order of names when left out */
  readonly treated?: string;
  /** how people came into groups; at random, both are taken to have started from one mean. Default `not at random` */
  readonly assigned?: "random" | "not at random";
  /** default 0.95 */
  readonly level?: number;
}

/** An amount in points of the score, positive where it went up. */
export interface WaveAmount extends MixedContrast {
  readonly wave: string;
}

export interface GroupOverWaves {
  /** null where everybody is one group */
  readonly group: string | null;
  /** scores seen at each time point, and their mean */
  readonly seen: readonly { readonly wave: string; readonly people: number; readonly mean: number | null }[];
  /** mean at each time point, by the model: of everybody with a score at any of them */
  readonly means: readonly WaveAmount[];
  /** mean change from the first time point, by the model */
  readonly changes: readonly WaveAmount[];
}

export interface ChangeOverWaves {
  readonly kind: "likewise/change-over-waves";
  readonly waves: readonly string[];
  readonly level: number;
  readonly account: {
    readonly rows: number;
    readonly used: number;
    readonly people: number;
    /** rows left out, by why */
    readonly leftOut: {
      readonly noPerson: number;
      readonly otherWave: number;
      readonly noScore: number;
      readonly noGroup: number;
      /** of a person with two scores at one time point, all of that time point */
      readonly repeated: number;
    };
  };
  readonly groups: readonly GroupOverWaves[];
  /** treated minus the other group, in change from the first time point; empty unless there are two groups */
  readonly differences: readonly WaveAmount[];
  readonly treated: string | null;
  readonly assigned: "random" | "not at random";
  /** what is taken for granted of how one person's scores go together */
  readonly model: WavesModel;
}

/**
 * Change of one score over several time points by a linear model for repeated measurements: every time point and group has a mean,
 * and one person's scores may go together in any way, so that people may change at different rates. Where fewer than eight people
 * were seen at two of the time points, or their scores follow from each other, every person has a level of their own and nothing
 * else: the intervals of change are then too narrow where people change at different rates, and `model` says so. Whoever left
 * counts with the scores they gave, so that means are right where leaving depends on scores seen (missing at random); it does not
 * show what leaving for other reasons would do: see {@link deltaAdjusted}.
 *
 * Missing rule: rows without person, known time point, score or group are left out and counted; of a person with two scores at one
 * time point neither stands. A person with one score counts.
 *
 * @returns refused where a time point of a group holds nobody, fewer than two people have two scores, scores do not outnumber means,
 *   or everybody changed alike
 * @throws RangeError when lengths differ, there are fewer than two waves or one is named twice, or `treated` is no group
 * @source Mallinckrodt and others (2008), doi:10.1177/009286150804200402; Fitzmaurice, Laird and Ware (2011), Applied Longitudinal
 *   Analysis, chapters 5 and 8
 * @example
 * const text = (...values) => ({ type: "text", values, valid: null });
 * const person = text("a", "a", "b", "b", "c", "c", "d", "d");
 * const wave = text("in", "out", "in", "out", "in", "out", "in", "out");
 * const score = { type: "number", values: Float64Array.of(10, 7, 20, 18, 31, 29, 41, 36), valid: null };
 * changeOverWaves({ person, wave, score, waves: ["in", "out"] }).groups[0].changes[0].estimate; // -3
 */
export function changeOverWaves(input: ChangeOverWavesInput): ChangeOverWaves | Refused {
  const { waves, level = 0.95, assigned = "not at random" } = input;
  requireWaves(input);
  const { rows, leftOut } = rowsThatCount(input);
  const names = [...new Set(rows.map(({ group }) => group))].sort((a, b) => naturalOrder(a ?? "", b ?? ""));
  const treated = treatedOf(input, names);
  const seen = names.map((group) => seenBy(group, waves, rows));
  const empty = seen.flatMap(({ group, seen: each }) =>
    each.flatMap(({ wave, people }) => (people === 0 ? [{ group, wave }] : [])),
  )[0];
  if (empty !== undefined || rows.length === 0) {
    const who = empty === undefined ? "nobody" : `nobody${empty.group === null ? "" : ` of ${empty.group}`}`;
    return refused(
      `${who} has a score at ${empty?.wave ?? "any time point"}`,
      "scores at every time point named, or fewer time points",
    );
  }
  if (peopleWithTwo(rows) < 2) {
    return refused(
      "fewer than two people have two scores, so that people cannot be told from time points",
      "two people with scores at two time points",
    );
  }
  const model = modelOf({ rows, waves, names, treated, assigned });
  if (rows.length <= model.design.columns) {
    return refused(
      `${rows.length} scores are no more than the ${model.design.columns} means of groups and time points asked of them`,
      "more people in a group, or fewer groups",
    );
  }
  const fit = fitWaves(model, waves);
  if ("refused" in fit) return fit;
  return {
    kind: "likewise/change-over-waves",
    waves,
    level,
    account: {
      rows: input.score.values.length,
      used: rows.length,
      people: new Set(rows.map(({ person }) => person)).size,
      leftOut,
    },
    groups: seen.map((one, at) => ({
      ...one,
      means: waves.map((wave, place) => ({ wave, ...fit.contrast(model.mean(at, place), level) })),
      changes: amounts(fit, waves, level, (wave) => model.change(at, wave)),
    })),
    differences: treated === null ? [] : amounts(fit, waves, level, model.difference),
    treated,
    assigned,
    model: fit.model,
  };
}

function refused(why: string, unlocks: string): Refused {
  return { refused: { what: "change over time points", why, unlocks } };
}

interface Row {
  readonly person: string;
  /** place among the waves */
  readonly wave: number;
  readonly score: number;
  readonly group: string | null;
}

function requireWaves({ person, wave, score, group, waves }: ChangeOverWavesInput): void {
  const lengths = [person, wave, ...(group === undefined ? [] : [group])].map(({ values }) => values.length);
  if (lengths.some((length) => length !== score.values.length)) {
    throw new RangeError(
      `changeOverWaves: person, wave, score and group must have equal lengths, got ${[...lengths, score.values.length].join(", ")}`,
    );
  }
  if (waves.length < 2 || new Set(waves).size < waves.length) {
    throw new RangeError(`changeOverWaves: waves must be two or more, each named once, got ${waves.join(", ")}`);
  }
}

function rowsThatCount({ person, wave, score, group, waves }: ChangeOverWavesInput) {
  const leftOut = { noPerson: 0, otherWave: 0, noScore: 0, noGroup: 0, repeated: 0 };
  const at = new Map(waves.map((name, place) => [name, place]));
  const found = new Map<string, Row[]>();
  for (let row = 0; row < score.values.length; row++) {
    const who = cell(person, row);
    const place = at.get(String(cell(wave, row) ?? ""));
    const of = group === undefined ? null : cell(group, row);
    if (who === null) leftOut.noPerson++;
    else if (place === undefined) leftOut.otherWave++;
    else if (!isPresent(score, row)) leftOut.noScore++;
    else if (group !== undefined && of === null) leftOut.noGroup++;
    else {
      const key = JSON.stringify([String(who), place]);
      const one = {
        person: String(who),
        wave: place,
        score: score.values[row]!,
        group: of === null ? null : String(of),
      };
      found.set(key, [...(found.get(key) ?? []), one]);
    }
  }
  const rows: Row[] = [];
  for (const each of found.values()) {
    if (each.length === 1) rows.push(each[0]!);
    else leftOut.repeated += each.length;
  }
  // The order rows came in must not reach the sums.
  rows.sort((a, b) => naturalOrder(a.person, b.person) || a.wave - b.wave);
  return { rows, leftOut };
}

function treatedOf({ treated, group }: ChangeOverWavesInput, names: readonly (string | null)[]): string | null {
  if (treated !== undefined && !names.includes(treated)) {
    throw new RangeError(`changeOverWaves: treated must be a group of these people, got ${treated}`);
  }
  return group === undefined || names.length !== 2 ? null : (treated ?? names[1]!);
}

function seenBy(group: string | null, waves: readonly string[], rows: readonly Row[]) {
  const seen = waves.map((wave, place) => {
    const scores = rows.filter((row) => row.group === group && row.wave === place).map(({ score }) => score);
    const sum = scores.reduce((total, one) => total + one, 0);
    return { wave, people: scores.length, mean: scores.length === 0 ? null : sum / scores.length };
  });
  return { group, seen };
}

function peopleWithTwo(rows: readonly Row[]): number {
  const counts = new Map<string, number>();
  for (const { person } of rows) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).length;
}

interface ModelParts {
  readonly rows: readonly Row[];
  readonly waves: readonly string[];
  readonly names: readonly (string | null)[];
  readonly treated: string | null;
  readonly assigned: "random" | "not at random";
}

/** Columns: later waves; then, for each group but the first, its start (unless groups were drawn at random) and its later waves. */
function modelOf({ rows, waves, names, treated, assigned }: ModelParts) {
  const later = waves.length - 1;
  const own = assigned === "random" && names.length > 1 ? later : waves.length;
  const column = (test: (row: Row) => boolean) => Float64Array.from(rows, (row) => Number(test(row)));
  const columns = [
    ...Array.from({ length: later }, (_, k) => column(({ wave }) => wave === k + 1)),
    ...names.slice(1).flatMap((name) =>
      Array.from({ length: own }, (_, k) => {
        const place = k + waves.length - own;
        return column(({ group, wave }) => group === name && (place === 0 || wave === place));
      }),
    ),
  ];
  const people = [...new Set(rows.map(({ person }) => person))];
  const codes = new Map(people.map((name, code) => [name, code]));
  const weights = (entries: readonly (readonly [number, number])[]) => {
    const all = new Array<number>(columns.length + 1).fill(0);
    for (const [at, weight] of entries) all[at]! += weight;
    return all;
  };
  /** Where the change of a group at a wave beyond that of the first group stands; the first has none. */
  const beyond = (at: number, wave: number) => later + (at - 1) * own + own - later + wave;
  const change = (at: number, wave: number) =>
    weights([
      ...(wave === 0 ? [] : [[wave, 1] as const]),
      ...(at === 0 || wave === 0 ? [] : [[beyond(at, wave), 1] as const]),
    ]);
  /** Of groups drawn at random all begin at the intercept; of others each but the first has a start of its own. */
  const start = (at: number) =>
    weights([[0, 1], ...(at === 0 || own === later ? [] : [[later + (at - 1) * own + 1, 1] as const])]);
  return {
    design: designMatrix(columns),
    outcome: rows.map(({ score }) => score),
    groups: rows.map(({ person }) => codes.get(person)!),
    occasions: rows.map(({ wave }) => wave),
    change,
    mean: (at: number, wave: number) => start(at).map((weight, index) => weight + change(at, wave)[index]!),
    difference: (wave: number) => weights([[beyond(1, wave), treated === names[1] ? 1 : -1]]),
  };
}

function amounts(
  fit: FittedWaves,
  waves: readonly string[],
  level: number,
  weights: (wave: number) => readonly number[],
): WaveAmount[] {
  return waves.slice(1).map((wave, at) => ({ wave, ...fit.contrast(weights(at + 1), level) }));
}
