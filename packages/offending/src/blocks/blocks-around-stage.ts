import type { WindowDefinition } from "@likewise/schema";
import { describeHarm, middleOf } from "../harm/describe-harm.ts";
import { editionOf } from "../harm/harm-weights.ts";
import { type AroundStage, type HarmOf, showsScore } from "./around-stage.ts";
import { type BeforeAfterWarning, beforeAfterWarnings } from "./before-after-warnings.ts";
import { blockFigures } from "./block-figures.ts";
import { changesAroundStage } from "./changes-around-stage.ts";
import type { CheckedGroup } from "./checked-groups.ts";
import { clusteredRate } from "./clustered-rate.ts";
import { expectedAfterStage } from "./expected-after-stage.ts";
import { harmIntervals } from "./harm-intervals.ts";
import { observedRows, ofRows, rowsWith, yearsAtLiberty } from "./people-in-blocks.ts";
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
  const groups = members.map(({ id, rows }) => ({
    id,
    rows: rowsWith(rows, (row) => around.people[row]!.anchor !== null),
  }));
  const blocks = groups.flatMap((group) => windows.map((window) => blockOf(input, group, window, harmOf)));
  const after = windows.filter(({ side }) => side === "after");
  const [selected] = groups;
  return {
    blocks,
    changes: groups.flatMap((group) => changesAroundStage(input, group, harmOf)),
    expected:
      selected === undefined || options.plan.selectedOn === "other"
        ? []
        : after.map((window) => expectedAfterStage(input, selected, window.id)),
    trends: groups.map(({ id, rows }) => ({ anchor, group: id, ...trendAfterStage(around, rows, after) })),
    warnings: warningsOf(input, blocks).map((warning) => ({ anchor, ...warning })),
  };
}

function blockOf(
  { anchor, around, options: { plan, seed, replicates, level } }: AroundStage,
  { id: group, rows: reached }: CheckedGroup,
  window: WindowDefinition,
  harmOf: HarmOf,
): StageBlock {
  const block = around.block(window.id);
  const rows = observedRows(block, reached);
  const { atRisk, withEvent, share, interval, events, personYears, allTimeYears } = blockFigures(block, rows);
  const counts = ofRows(block.events, rows);
  const each = clusteredRate(counts, new Int32Array(atRisk).fill(1), level);
  return {
    anchor,
    group,
    block: blockNumber(window),
    window: window.id,
    reached: reached.length,
    observed: atRisk,
    withEvent,
    prevalence: showsScore(plan, "prevalence") ? { share, interval } : null,
    count: showsScore(plan, "count")
      ? {
          events,
          mean: each?.ratePerYear ?? null,
          meanInterval: each?.interval ?? null,
          median: atRisk === 0 ? null : middleOf(counts.slice().sort()),
          shareZero: atRisk === 0 ? null : (atRisk - withEvent) / atRisk,
          personYears,
          allTimeYears,
          rate: clusteredRate(counts, yearsAtLiberty(block, rows), level),
          allTimeRate: clusteredRate(
            counts,
            yearsAtLiberty({ ...block, custodyDays: new Int32Array(block.days.length) }, rows),
            level,
          ),
        }
      : null,
    harm: harmOf.map(({ weights, of }) => {
      // Sorted once: everything said of harm here sorts it.
      const values = ofRows(of(window.id), rows).sort();
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
      selfSelected: reached < selected.rows.length,
    })),
    comparisonGroup: blocks.some(({ group, observed }) => group !== selected.id && observed > 0),
    selectedOn: options.plan.selectedOn ?? (options.plan.selectedFrom === undefined ? "unknown" : "recent-offending"),
  });
}
