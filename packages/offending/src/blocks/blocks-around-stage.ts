import type { WindowDefinition } from "@likewise/schema";
import { median } from "@likewise/stats";
import { describeHarm } from "../harm/describe-harm.ts";
import { editionOf } from "../harm/harm-weights.ts";
import { type AroundStage, type HarmOf, showsScore } from "./around-stage.ts";
import { type BeforeAfterWarning, beforeAfterWarnings } from "./before-after-warnings.ts";
import { blockFigures } from "./block-figures.ts";
import { changesAroundStage } from "./changes-around-stage.ts";
import { clusteredRate } from "./clustered-rate.ts";
import { expectedAfterStage } from "./expected-after-stage.ts";
import { harmIntervals } from "./harm-intervals.ts";
import { type PeopleInBlocks, type PersonInBlock, yearsAtLiberty } from "./people-in-blocks.ts";
import { blockNumber } from "./six-month-blocks.ts";
import type { ExpectedInBlock, StageBlock, StageChange, StageTrend } from "./stage-block.ts";
import { trendAfterStage } from "./trend-after-stage.ts";

export interface BlocksAroundStage {
  readonly blocks: readonly StageBlock[];
  readonly changes: readonly StageChange[];
  readonly expected: readonly ExpectedInBlock[];
  readonly trends: readonly StageTrend[];
  readonly warnings: readonly (BeforeAfterWarning & { readonly anchor: string })[];
}

/** Everything around one stage. */
export function blocksAroundStage(input: AroundStage): BlocksAroundStage {
  const { anchor, around, members, windows, harmOf, options } = input;
  const reachedBy = reachedUnits(around);
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
    changes: groups.flatMap((group) => changesAroundStage(input, group, harmOf)),
    expected:
      selected === undefined || options.plan.selectedOn === "other"
        ? []
        : after.map((window) => expectedAfterStage(input, selected, window.id)),
    trends: groups.map(({ id, units }) => ({ anchor, group: id, ...trendAfterStage(around, units, after) })),
    warnings: warningsOf(input, blocks).map((warning) => ({ anchor, ...warning })),
  };
}

function reachedUnits({ people }: PeopleInBlocks): ReadonlySet<number> {
  return new Set(people.flatMap(({ unit, anchor }) => (anchor === null ? [] : [unit])));
}

function blockOf(
  { anchor, options: { plan, seed, replicates, level } }: AroundStage,
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
    harm: harmOf.map(({ weights, of }) => {
      const values = people.map(({ unit }) => of(window.id, unit));
      const described = describeHarm(values);
      const { trimmedShare } = described;
      const resampling = { seed: `${seed} harm ${anchor} ${group} ${window.id}`, replicates, level };
      return {
        weights: editionOf(weights),
        ...described,
        intervals: harmIntervals(values, { trimmedShare, ...resampling }),
      };
    }),
  };
}

/** Of the blocks of the people selected: who reached a stage only some reach is self-selected. */
function warningsOf({ anchor, members, options }: AroundStage, blocks: readonly StageBlock[]): BeforeAfterWarning[] {
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
