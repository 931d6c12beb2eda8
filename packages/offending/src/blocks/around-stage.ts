import type { StudyPlan, WindowDefinition } from "@likewise/schema";
import type { PersonObserved } from "../events/people-observed.ts";
import type { HarmWeights } from "../harm/harm-weights.ts";
import type { CheckedGroup } from "./checked-groups.ts";
import type { PeopleInBlocks } from "./people-in-blocks.ts";
import type { StageChange } from "./stage-block.ts";

export type BlocksPlan = NonNullable<StudyPlan["cohort"]["blocks"]>;

/** What the blocks of a run were made with. */
export interface StageBlocksOptions {
  readonly outcome: string;
  readonly plan: BlocksPlan;
  readonly seed: string;
  readonly replicates: number;
  readonly level: number;
}

/** One stage, and the people whose blocks around it are counted. */
export interface AroundStage {
  readonly anchor: string;
  readonly around: PeopleInBlocks;
  /** Those selected first. */
  readonly members: readonly CheckedGroup[];
  /** In order of time. */
  readonly windows: readonly WindowDefinition[];
  readonly harmOf: HarmOf;
  readonly options: StageBlocksOptions;
  /** Around the day they were selected, in the same rows. */
  readonly selected: readonly PersonObserved[];
  /** People around the index date in the window of the declared rule; null without one. */
  readonly rule: PeopleInBlocks | null;
}

/** Harm of people in a window, by their row, by each weight table that fitted. */
export type HarmOf = readonly { readonly weights: HarmWeights; of(window: string): Float64Array }[];

/** Whether the plan asks for a family of scores; all of them when it names none. */
export function showsScore({ scores }: BlocksPlan, score: StageChange["score"]): boolean {
  return scores?.includes(score) ?? true;
}
