import {
  type ChangeOfGroup,
  cell,
  type Issue,
  type MeasureResult,
  type NotSaid,
  type Refusal,
  type Table,
} from "@likewise/schema";
import { changeOfGroup, type ErrorOfGroup } from "../change/change-of-group.ts";
import type { ClinicalCutOff, Population } from "../change/cut-off.ts";
import { type PairedWaves, pairWaves } from "../change/pair-waves.ts";
import { rulesOfScore } from "../change/rules-of-score.ts";
import { binsOf, binTable } from "./bin-table.ts";
import { changeTables } from "./change-tables.ts";
import type { EntryDescribed, MeasuredEntry } from "./describe-measures.ts";
import type { ScoredLine } from "./describe-scores.ts";
import { groupsOf } from "./groups-of.ts";
import { leaverTables } from "./leaver-tables.ts";
import { levelTables } from "./level-tables.ts";
import { responderTable } from "./responder-table.ts";
import { level, lineId, resultOf } from "./result-of.ts";
import { selfChangeTable } from "./self-change-table.ts";
import { waveTables } from "./wave-tables.ts";

/** What every table of one score is made from. */
export interface Line {
  readonly entry: MeasuredEntry;
  /** names its tables */
  readonly id: string;
  readonly scored: ScoredLine;
  /** arm of each questionnaire's person; null in neither */
  readonly arms: readonly ("treated" | "comparison" | null)[];
  readonly groups: ReturnType<typeof groupsOf>;
  /** definition of results: instrument, version and score, so that results of two never merge */
  readonly scoring: string;
}

/** Change of people who have both scores, by arm. */
export interface LineChange {
  readonly pairs: PairedWaves;
  /** arm of each person of the pairs */
  readonly arms: readonly ("treated" | "comparison")[];
  readonly change: ChangeOfGroup;
}

/** One score of one instrument by one reporter: answered items, levels, change, leavers, and what cannot be said. */
export function describeLine(entry: MeasuredEntry, scored: ScoredLine): EntryDescribed {
  const { definition, forms, armOf, plan } = entry;
  const { score } = scored;
  const id = lineId(entry.id, definition.scores.length, score.id);
  const arms = forms.person.values.map((who) => armOf.get(who) ?? null);
  const line: Line = {
    entry,
    id,
    scored,
    arms,
    groups: groupsOf(arms),
    scoring: `${definition.id}-${definition.version}-${score.id}`,
  };
  const refusals: Refusal[] = [];
  const tables: Table[] = [...levelTables(line, refusals), ...waveTables(line, refusals)];
  const rules = rulesOfScore(definition, score.id);
  const unverified = [...new Set([...scored.unverified, ...("refused" in rules ? [] : rules.unverified)])];
  const result = (more: { change?: ChangeOfGroup; bins?: MeasureResult["bins"]; better?: "higher" | "lower" }) =>
    resultOf(entry, {
      score: score.id,
      items: scored.made?.expected ?? definition.items.count,
      range: score.range,
      unverified,
      tables: tables.map((table) => table.id),
      refusals: refusals.map((refusal) => refusal.id),
      ...more,
    });
  const done = (measure: MeasureResult, paired?: PairedWaves): EntryDescribed => ({
    measures: [measure],
    tables,
    refusals,
    issues: paired === undefined ? [] : placedIssues(paired, entry),
    scores: new Map(paired === undefined ? [] : [[id, scoresOf(paired, entry)]]),
  });
  if ("refused" in rules) {
    refusals.push({ id: `measure-change:${id}`, ...rules.refused });
    return done(result({}));
  }
  if (plan.waves.length < 2) {
    refusals.push({
      id: `measure-change:${id}`,
      what: `change of ${definition.abbreviation}`,
      why: "the plan names one time point, so that there is nothing to change from",
      unlocks: "a second time point in measures.waves",
    });
    return done(result({ better: rules.better }));
  }
  const found = changeOf(line, { ...rules, ...statedRules(entry) });
  if (found.change === null) {
    refusals.push(found.refusal);
    return done(result({ better: rules.better }), found.all);
  }
  const paired = { ...found, change: found.change };
  for (const [at, said] of found.change.refusals.entries()) refusals.push(refusalOf(said, id, at));
  const bins = binsOf(score);
  tables.push(
    ...changeTables(line, paired),
    ...responderTable(line, paired),
    binTable(line, paired, bins),
    ...leaverTables(line, paired, rules.better, refusals),
    ...selfChangeTable(line, paired, refusals),
  );
  return done(result({ change: found.change, bins, better: rules.better }), found.all);
}

function refusalOf(said: NotSaid, id: string, at: number): Refusal {
  return { id: `measure-said-${at + 1}:${id}`, ...said, what: `${said.what} (${id})` };
}

type Rules = {
  readonly better: "higher" | "lower";
  readonly error: ErrorOfGroup | null;
  readonly clinical: ClinicalCutOff | { readonly functional: Population } | null;
};

/** What the plan states goes before what the definition holds. */
function statedRules({ plan: { reliability, norms } }: MeasuredEntry): Partial<Rules> {
  return {
    ...(reliability === undefined
      ? {}
      : {
          error: {
            kind: "reliability",
            reliability: reliability.value,
            reliabilityType: reliability.type,
            source: reliability.source,
            ...(reliability.sd === undefined ? {} : { sd: reliability.sd }),
          },
        }),
    ...(norms === undefined ? {} : { clinical: { functional: { mean: norms.mean, sd: norms.sd } } }),
  };
}

function changeOf(
  { entry, scored, id }: Line,
  { better, error, clinical }: Rules,
): { all: PairedWaves; pairs: PairedWaves; arms: LineChange["arms"] } & (
  | { change: ChangeOfGroup }
  | { change: null; refusal: Refusal }
) {
  const { forms, armOf, plan, assigned } = entry;
  const [pre, post] = [plan.waves[0], plan.waves.at(-1)!];
  const { person, wave, date } = forms;
  const all = pairWaves({ person, wave, score: scored.values, date, pre, post });
  const pairs = inStudy(all, armOf);
  const arms = pairs.ids.map((who) => armOf.get(who)!);
  const refusal = nobodyTwice(pairs, entry, id);
  if (refusal !== null) return { all, pairs, arms, change: null, refusal };
  const change = changeOfGroup({
    label: id,
    pairs,
    better,
    range: scored.score.range,
    ...(error === null ? {} : { error }),
    ...(clinical === null ? {} : { clinical }),
    groups: arms,
    ...(arms.includes("treated") ? { treated: "treated" } : {}),
    assigned,
    level,
    unverified: scored.unverified,
  });
  // That there is one group alone is said by its tables, not as a refusal of each measure.
  const refusals = change.refusals.filter(({ what }) => what !== "difference between groups");
  return { all, pairs, arms, change: { ...change, refusals } };
}

/** Why there is no change to speak of; null where somebody has both scores. */
export function nobodyTwice({ account }: PairedWaves, { definition, plan }: MeasuredEntry, id: string): Refusal | null {
  if (account.both > 0) return null;
  const [pre, post] = [plan.waves[0], plan.waves.at(-1)!];
  const why =
    account.preOnly === 0
      ? `nobody has a score at ${pre}, so there is nothing to change from`
      : `nobody has both scores: ${account.postOnly === 0 ? `nobody was asked again at ${post}` : `those seen at ${post} are others than those seen at ${pre}`}`;
  return {
    id: `measure-pairs:${id}`,
    what: `change of ${definition.abbreviation}`,
    why,
    unlocks: `scores of the same people at ${pre} and ${post}`,
  };
}

/** Pairs of people who are in an arm, themselves or through the person they are linked to. */
function inStudy(pairs: PairedWaves, armOf: MeasuredEntry["armOf"]): PairedWaves {
  const keep = pairs.ids.flatMap((who, at) => (armOf.has(who) ? [at] : []));
  const of = (column: PairedWaves["pre"]) => ({
    type: "number" as const,
    values: Float64Array.from(keep, (at) => column.values[at]!),
    valid: Uint8Array.from(keep, (at) => (cell(column, at) === null ? 0 : 1)),
  });
  const [pre, post] = [of(pairs.pre), of(pairs.post)];
  const count = (first: 0 | 1, later: 0 | 1) =>
    keep.filter((_, at) => pre.valid[at] === first && post.valid[at] === later).length;
  return {
    ...pairs,
    ids: keep.map((at) => pairs.ids[at]!),
    pre,
    post,
    account: {
      people: keep.length,
      both: count(1, 1),
      preOnly: count(1, 0),
      postOnly: count(0, 1),
      neither: count(0, 0),
      otherWaves: pairs.account.otherWaves,
    },
  };
}

/** What pairing found, at the rows of the table. */
export function placedIssues({ issues }: PairedWaves, { forms }: MeasuredEntry): Issue[] {
  return issues.map((issue) => ({ ...issue, row: forms.placeOf(issue.row! - 1) }));
}

function scoresOf({ ids, pre, post }: PairedWaves, { forms, plan }: MeasuredEntry) {
  const values = (column: PairedWaves["pre"]) => ids.map((_, at) => cell(column, at) as number | null);
  const days = new Map<string, number | null>();
  forms.wave.values.forEach((wave, form) => {
    if (wave === plan.waves[0]) days.set(forms.person.values[form]!, cell(forms.date, form) as number | null);
  });
  const first = values(pre);
  // A person with two first forms has no first score, so that no day of one passes for the other's.
  return {
    ids,
    first,
    later: values(post),
    firstDay: ids.map((id, at) => (first[at] === null ? null : (days.get(id) ?? null))),
  };
}
