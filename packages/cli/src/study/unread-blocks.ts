import type { Refusal, StudyPlan } from "@likewise/schema";

const blocks = {
  economics: "costs and benefits are not worked out",
} as const satisfies Partial<Record<keyof StudyPlan, string>>;

/** Blocks of a plan this version accepts and does not act on: said, so that nobody believes they were used. */
export function unreadBlocks(plan: StudyPlan): Refusal[] {
  return (Object.keys(blocks) as (keyof typeof blocks)[])
    .filter((block) => plan[block] !== undefined)
    .map((block) => ({
      id: `not-built:${block}`,
      what: `the plan’s ${block}`,
      why: `in this version ${blocks[block]}`,
      unlocks: "a version that reads this part of the plan",
    }));
}
