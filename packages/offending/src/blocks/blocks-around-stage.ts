import type { StudyPlan, WindowDefinition } from "@likewise/schema";
import { mean, median } from "@likewise/stats";
import { describeHarm } from "../harm/describe-harm.ts";
import type { WeighedEvents } from "../harm/harm-of-study.ts";
import { editionOf } from "../harm/harm-weights.ts";
import { harmInWindows } from "../harm/harm-windows.ts";
import { type DeclaredSelection, regressionToTheMean } from "../regression-to-the-mean/regression-to-the-mean.ts";
import { type BeforeAfterWarning, beforeAfterWarnings } from "./before-after-warnings.ts";
import { blockFigures } from "./block-figures.ts";
import { changeTest } from "./change-test.ts";
import type { CheckedGroup } from "./checked-groups.ts";
import { clusteredRate } from "./clustered-rate.ts";
import { harmIntervals } from "./harm-intervals.ts";
import { type PeopleInBlocks, type PersonInBlock, yearsAtLiberty } from "./people-in-blocks.ts";
import { type PairedMeasure, personRatios } from "./person-ratios.ts";
import { blockNumber } from "./six-month-blocks.ts";
import type { ExpectedInBlock, StageBlock, StageChange, StageTrend } from "./stage-block.ts";
import type { StatedShare } from "./stated-share.ts";
import { trendOverBlocks } from "./trend-over-blocks.ts";

export type BlocksPlan = NonNullable<StudyPlan["cohort"]["blocks"]>;

/** What the blocks of a run were made with. */
export interface StageBlocksOptions {
  readonly outcome: string;
  readonly plan: BlocksPlan;
  readonly seed: string;
  readonly replicates: number;
  readonly level: number;
}

export interface BlocksAroundStage {
  readonly blocks: readonly StageBlock[];
  readonly changes: readonly StageChange[];
  readonly expected: readonly ExpectedInBlock[];
  readonly trends: readonly StageTrend[];
  readonly warnings: readonly (BeforeAfterWarning & { readonly anchor: string })[];
}

interface Input {
  readonly anchor: string;
  readonly around: PeopleInBlocks;
  /** Those selected first. */
  readonly members: readonly CheckedGroup[];
  /** In order of time. */
  readonly windows: readonly WindowDefinition[];
  readonly weighed: readonly WeighedEvents[];
  readonly where: Readonly<Record<string, boolean>>;
  readonly options: StageBlocksOptions;
  /** Day people were selected, by unit. */
  readonly indexDays: ReadonlyMap<number, number | null>;
  /** People around the index date in the window of the declared rule; null without one. */
  readonly rule: PeopleInBlocks | null;
}

/** Everything around one stage. */
export function blocksAroundStage(input: Input): BlocksAroundStage {
  const { anchor, around, members, windows, options } = input;
  const reachedBy = reachedUnits(around);
  const harmOf = harmByWindow(input);
  const groups = members.map(({ id, units }) => ({ id, units: units.filter((unit) => reachedBy.has(unit)) }));
  const inBlock = (window: string, units: readonly number[]) =>
    units.flatMap((unit) => around.inBlock(window, unit) ?? []);
  const blocks = groups.flatMap(({ id, units }) =>
    windows.map((window) => blockOf(input, id, window, units.length, inBlock(window.id, units), harmOf)),
  );
  const after = windows.filter(({ side }) => side === "after");
  const [selected] = groups;
  return {
    blocks,
    changes: groups.flatMap((group) => changesOf(input, group, harmOf)),
    expected:
      selected === undefined || options.plan.selectedOn === "other"
        ? []
        : after.map((window) => expectedIn(input, selected, window.id)),
    trends: groups.map(({ id, units }) => ({ anchor, group: id, ...trendOf(around, units, after) })),
    warnings: warningsOf(input, blocks).map((warning) => ({ anchor, ...warning })),
  };
}

/** Whether the plan asks for a family of scores; all of them when it names none. */
export function showsScore({ scores }: BlocksPlan, score: StageChange["score"]): boolean {
  return scores?.includes(score) ?? true;
}

function reachedUnits({ people }: PeopleInBlocks): ReadonlySet<number> {
  return new Set(people.flatMap(({ unit, anchor }) => (anchor === null ? [] : [unit])));
}

type HarmOf = readonly { readonly weighed: WeighedEvents; of(window: string, unit: number): number }[];

/** Harm of each person in each window, by every weight table that fitted. */
function harmByWindow({ around, windows, weighed, where }: Input): HarmOf {
  const rowOf = new Map(around.people.map(({ unit }, row) => [unit, row]));
  return weighed
    .filter(({ report }) => report.refusal === null)
    .map((one) => {
      const requests = windows.map((window) => ({ window, where }));
      const harms = harmInWindows(around.people, one.events, one, requests);
      const byWindow = new Map(windows.map(({ id }, index) => [id, harms[index]!]));
      return { weighed: one, of: (window, unit) => byWindow.get(window)![rowOf.get(unit)!]!.sum };
    });
}

function blockOf(
  { anchor, options: { plan, seed, replicates, level } }: Input,
  group: string,
  window: WindowDefinition,
  reached: number,
  people: readonly PersonInBlock[],
  harmOf: HarmOf,
): StageBlock {
  const { atRisk, withEvent, share, interval, events, personYears, allTimeYears } = blockFigures(people);
  const counts = people.map((person) => person.events);
  const each = clusteredRate(
    counts,
    people.map(() => 1),
    level,
  );
  return {
    anchor,
    group,
    block: blockNumber(window),
    window: window.id,
    reached,
    observed: atRisk,
    withEvent,
    prevalence: showsScore(plan, "prevalence") ? { share, interval } : null,
    count: showsScore(plan, "count")
      ? {
          events,
          mean: each?.ratePerYear ?? null,
          meanInterval: each?.interval ?? null,
          median: atRisk === 0 ? null : median(counts),
          shareZero: atRisk === 0 ? null : (atRisk - withEvent) / atRisk,
          personYears,
          allTimeYears,
          rate: clusteredRate(counts, people.map(yearsAtLiberty), level),
          allTimeRate: clusteredRate(
            counts,
            people.map(({ days }) => days / 365.25),
            level,
          ),
        }
      : null,
    harm: harmOf.map(({ weighed, of }) => {
      const values = people.map(({ unit }) => of(window.id, unit));
      const described = describeHarm(values);
      const { trimmedShare } = described;
      const resampling = { seed: `${seed} harm ${anchor} ${group} ${window.id}`, replicates, level };
      return {
        weights: editionOf(weighed.weights),
        ...described,
        intervals: harmIntervals(values, { trimmedShare, ...resampling }),
      };
    }),
  };
}

/** Block -k against block +k, for every k that has both. */
function changesOf(
  { anchor, around, options }: Input,
  { id: group, units }: CheckedGroup,
  harmOf: HarmOf,
): StageChange[] {
  const { plan, seed, replicates, level } = options;
  const pairs = Array.from({ length: Math.min(plan.before, plan.after) }, (_, k) => [
    `block-${k + 1}`,
    `block+${k + 1}`,
  ]);
  return pairs.flatMap(([beforeWindow, afterWindow]): StageChange[] => {
    const people = observedInBoth(around, units, beforeWindow!, afterWindow!);
    const measures = measuresOf(people, plan, harmOf, beforeWindow!, afterWindow!);
    const ratios = personRatios(measures, {
      seed: `${seed} blocks ${anchor} ${group} ${afterWindow}`,
      replicates,
      level,
    });
    return ratios.map((ratio, index) => ({
      anchor,
      group,
      score: measures[index]!.score,
      weights: measures[index]!.weights,
      beforeWindow: beforeWindow!,
      afterWindow: afterWindow!,
      withBefore: measures[index]!.before.filter((value) => value > 0).length,
      withAfter: measures[index]!.after.filter((value) => value > 0).length,
      ...ratio,
      test: measures[index]!.score === "prevalence" ? testOf(people, group, beforeWindow!, afterWindow!) : null,
    }));
  });
}

interface PersonTwice {
  readonly unit: number;
  readonly before: PersonInBlock;
  readonly after: PersonInBlock;
}

function observedInBoth(
  { inBlock }: PeopleInBlocks,
  units: readonly number[],
  beforeWindow: string,
  afterWindow: string,
): PersonTwice[] {
  return units.flatMap((unit) => {
    const before = inBlock(beforeWindow, unit);
    const after = inBlock(afterWindow, unit);
    return before === null || after === null ? [] : [{ unit, before, after }];
  });
}

function measuresOf(
  people: readonly PersonTwice[],
  plan: BlocksPlan,
  harmOf: HarmOf,
  beforeWindow: string,
  afterWindow: string,
): (PairedMeasure & Pick<StageChange, "score" | "weights">)[] {
  const both = (value: (person: PersonInBlock) => number) => ({
    before: people.map(({ before }) => value(before)),
    after: people.map(({ after }) => value(after)),
  });
  const events = both((person) => person.events);
  return [
    ...(showsScore(plan, "count")
      ? [{ id: "count", score: "count" as const, weights: null, ...events, over: both(yearsAtLiberty) }]
      : []),
    ...(showsScore(plan, "prevalence")
      ? [
          {
            id: "prevalence",
            score: "prevalence" as const,
            weights: null,
            ...both((person) => Number(person.events > 0)),
          },
        ]
      : []),
    ...harmOf.map(({ weighed, of }) => ({
      id: `harm by ${weighed.weights.id}`,
      score: "harm" as const,
      weights: editionOf(weighed.weights),
      before: people.map(({ unit }) => of(beforeWindow, unit)),
      after: people.map(({ unit }) => of(afterWindow, unit)),
    })),
  ];
}

function testOf(people: readonly PersonTwice[], group: string, beforeWindow: string, afterWindow: string) {
  const count = (first: boolean, second: boolean) =>
    people.filter(({ before, after }) => before.events > 0 === first && after.events > 0 === second).length;
  const pairs = {
    both: count(true, true),
    firstOnly: count(true, false),
    secondOnly: count(false, true),
    neither: count(false, false),
  };
  const stated = (window: string, when: StatedShare["when"], events: number): StatedShare => ({
    id: window,
    share: people.length === 0 ? 0 : events / people.length,
    events,
    total: people.length,
    window,
    population: group,
    when,
  });
  return changeTest(
    stated(beforeWindow, "before", pairs.both + pairs.firstOnly),
    stated(afterWindow, "after", pairs.both + pairs.secondOnly),
    pairs,
  );
}

/**
 * What selection alone leads to in one block after, in the people observed for it and, with a rule, at liberty in both. A
 * block around a stage before selection may hold the very events that selected a person: it is not after selection.
 */
function expectedIn(
  { anchor, around, options, rule, indexDays }: Input,
  { id: group, units }: CheckedGroup,
  window: string,
): ExpectedInBlock {
  const { selectedFrom, basePrevalence = [] } = options.plan;
  const stageDays = new Map(around.people.map(({ unit, anchor: day }) => [unit, day]));
  const since = units.filter((unit) => (stageDays.get(unit) ?? 0) >= (indexDays.get(unit) ?? Number.NEGATIVE_INFINITY));
  const after = since.flatMap((unit) => around.inBlock(window, unit) ?? []);
  const past = selectedFrom === undefined || rule === null ? null : pastOf(rule, selectedFrom.window);
  const known = past === null ? [] : after.filter((person) => past.has(person.unit) && yearsAtLiberty(person) > 0);
  const declared: DeclaredSelection | null =
    past === null
      ? null
      : {
          population: countsOf([...past.values()]),
          selected: { ...countsOf(known.map(({ unit }) => past.get(unit)!)), yearsAfter: known.map(yearsAtLiberty) },
          atLeast: selectedFrom!.atLeast,
          lengths: { before: meanYears([...past.values()]), after: meanYears(after) },
        };
  const found = regressionToTheMean({ declared, basePrevalence, people: after.length, level: options.level });
  const seen = found.expected?.kind === "prediction" ? known : after;
  return {
    anchor,
    group,
    window,
    ...found,
    seen: { people: seen.length, withEvent: seen.filter(({ events }) => events > 0).length },
  };
}

/** Everyone observed for the whole window of the rule and at liberty in some of it. */
function pastOf({ people, inBlock }: PeopleInBlocks, window: string): ReadonlyMap<number, PersonInBlock> {
  return new Map(
    people.flatMap(({ unit }) => {
      const past = inBlock(window, unit);
      return past === null || yearsAtLiberty(past) <= 0 ? [] : [[unit, past] as const];
    }),
  );
}

function countsOf(people: readonly PersonInBlock[]) {
  return { counts: people.map(({ events }) => events), years: people.map(yearsAtLiberty) };
}

/** Half a year where there is nobody to take it from: nothing is made of it then. */
function meanYears(people: readonly PersonInBlock[]): number {
  return people.length === 0 ? 0.5 : mean(people.map(({ days }) => days)) / 365.25;
}

/** Over the blocks after that at least half of those observed in the first were observed for. */
function trendOf(
  { inBlock }: PeopleInBlocks,
  units: readonly number[],
  after: readonly WindowDefinition[],
): Pick<StageTrend, "trend" | "refusal"> {
  const runs = units.map((unit) => {
    const blocks = after.map(({ id }) => inBlock(id, unit));
    const end = blocks.indexOf(null);
    return blocks.slice(0, end < 0 ? blocks.length : end) as PersonInBlock[];
  });
  const observedFor = after.map((_, at) => runs.filter(({ length }) => length > at).length);
  const blocks = observedFor.filter((people) => people > 0 && people >= observedFor[0]! / 2).length;
  const people = runs.filter(({ length }) => length >= blocks).map((run) => run.slice(0, blocks));
  const found = trendOverBlocks(
    people.map((run) => ({ events: run.map(({ events }) => events), years: run.map(yearsAtLiberty) })),
  );
  return "refusal" in found ? { trend: null, refusal: found.refusal } : { trend: found, refusal: null };
}

/** Of the blocks of the people selected: who reached a stage only some reach is self-selected. */
function warningsOf({ anchor, members, options }: Input, blocks: readonly StageBlock[]): BeforeAfterWarning[] {
  const [selected] = members;
  const own = blocks.filter(({ group }) => group === selected?.id);
  if (selected === undefined || !(own.some(({ block }) => block < 0) && own.some(({ block }) => block > 0))) return [];
  return beforeAfterWarnings({
    figures: own.map(({ window, block, observed, reached, withEvent }) => ({
      id: `${anchor} ${window}`,
      share: observed === 0 ? 0 : withEvent / observed,
      events: withEvent,
      total: observed,
      window,
      population: observed === reached ? "everyone who reached the stage" : `people observed in ${window}`,
      when: block < 0 ? "before" : "after",
      selfSelected: reached < selected.units.length,
    })),
    comparisonGroup: blocks.some(({ group, observed }) => group !== selected.id && observed > 0),
    selectedOn: options.plan.selectedOn ?? (options.plan.selectedFrom === undefined ? "unknown" : "recent-offending"),
  });
}
