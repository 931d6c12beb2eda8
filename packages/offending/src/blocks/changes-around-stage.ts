import { editionOf } from "../harm/harm-weights.ts";
import { type AroundStage, type BlocksPlan, type HarmOf, showsScore } from "./around-stage.ts";
import { changeTest } from "./change-test.ts";
import type { CheckedGroup } from "./checked-groups.ts";
import { type Block, observedRows, ofRows, type PeopleInBlocks, yearsAtLiberty } from "./people-in-blocks.ts";
import { type PairedMeasure, personRatios } from "./person-ratios.ts";
import type { StageChange } from "./stage-block.ts";
import type { StatedShare } from "./stated-share.ts";

/** Block -k against block +k in people observed for both, for every k that has both. */
export function changesAroundStage(
  { anchor, around, options }: AroundStage,
  { id: group, rows }: CheckedGroup,
  harmOf: HarmOf,
): StageChange[] {
  const { plan, seed, replicates, level } = options;
  const pairs = Array.from({ length: Math.min(plan.before, plan.after) }, (_, k) => [
    `block-${k + 1}`,
    `block+${k + 1}`,
  ]);
  return pairs.flatMap(([beforeWindow, afterWindow]): StageChange[] => {
    const twice = observedInBoth(around, rows, beforeWindow!, afterWindow!);
    const measures = measuresOf(twice, plan, harmOf);
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
      withBefore: above0(measures[index]!.before),
      withAfter: above0(measures[index]!.after),
      ...ratio,
      test: measures[index]!.score === "prevalence" ? testOf(twice, group) : null,
    }));
  });
}

/** People observed for the whole of two blocks. */
interface PeopleTwice {
  readonly rows: Int32Array;
  readonly beforeWindow: string;
  readonly afterWindow: string;
  readonly before: Block;
  readonly after: Block;
}

function observedInBoth(
  around: PeopleInBlocks,
  rows: Int32Array,
  beforeWindow: string,
  afterWindow: string,
): PeopleTwice {
  const [before, after] = [around.block(beforeWindow), around.block(afterWindow)];
  return { rows: observedRows(after, observedRows(before, rows)), beforeWindow, afterWindow, before, after };
}

type Measure = PairedMeasure & {
  readonly score: StageChange["score"];
  readonly weights: StageChange["weights"];
  readonly before: Int32Array | Float64Array;
  readonly after: Int32Array | Float64Array;
};

function measuresOf(
  { rows, before, after, beforeWindow, afterWindow }: PeopleTwice,
  plan: BlocksPlan,
  harmOf: HarmOf,
): Measure[] {
  const events = { before: ofRows(before.events, rows), after: ofRows(after.events, rows) };
  const any = (counts: Int32Array) => counts.map((count) => Number(count > 0));
  return [
    ...(showsScore(plan, "count")
      ? [
          {
            id: "count",
            score: "count" as const,
            weights: null,
            ...events,
            over: { before: yearsAtLiberty(before, rows), after: yearsAtLiberty(after, rows) },
          },
        ]
      : []),
    ...(showsScore(plan, "prevalence")
      ? [
          {
            id: "prevalence",
            score: "prevalence" as const,
            weights: null,
            before: any(events.before),
            after: any(events.after),
          },
        ]
      : []),
    ...harmOf.map(({ weights, of }) => ({
      id: `harm by ${weights.id}`,
      score: "harm" as const,
      weights: editionOf(weights),
      before: ofRows(of(beforeWindow), rows),
      after: ofRows(of(afterWindow), rows),
    })),
  ];
}

function above0(values: Int32Array | Float64Array): number {
  let found = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > 0) found++;
  return found;
}

function testOf({ rows, before, after, beforeWindow, afterWindow }: PeopleTwice, group: string) {
  // By twice whether before, and whether after.
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    counts[2 * Number(before.events[row]! > 0) + Number(after.events[row]! > 0)]!++;
  }
  const [neither, secondOnly, firstOnly, both] = counts;
  const pairs = { both, firstOnly, secondOnly, neither };
  const stated = (window: string, when: StatedShare["when"], events: number): StatedShare => ({
    id: window,
    share: rows.length === 0 ? 0 : events / rows.length,
    events,
    total: rows.length,
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
