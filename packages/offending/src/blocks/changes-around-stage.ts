import { editionOf } from "../harm/harm-weights.ts";
import { type AroundStage, type BlocksPlan, type HarmOf, showsScore } from "./around-stage.ts";
import { changeTest } from "./change-test.ts";
import type { CheckedGroup } from "./checked-groups.ts";
import { type PeopleInBlocks, type PersonInBlock, yearsAtLiberty } from "./people-in-blocks.ts";
import { type PairedMeasure, personRatios } from "./person-ratios.ts";
import type { StageChange } from "./stage-block.ts";
import type { StatedShare } from "./stated-share.ts";

/** Block -k against block +k in people observed for both, for every k that has both. */
export function changesAroundStage(
  { anchor, around, options }: AroundStage,
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
    ...harmOf.map(({ weights, of }) => ({
      id: `harm by ${weights.id}`,
      score: "harm" as const,
      weights: editionOf(weights),
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
