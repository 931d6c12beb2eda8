import { describePlan } from "@likewise/report";
import type { EvaluationPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { fleschKincaidGrade } from "../readability.ts";
import planOf55 from "./plan-of-55.json" with { type: "json" };

/** What `likewise plan` makes of 55 people; a test of the command holds its words to those of the command. */
const plan = planOf55 as unknown as EvaluationPlan;
const text = describePlan(plan);

/** From a heading on: a bullet is a sentence of its own. */
function proseFrom(heading: string): string {
  const lines = text.slice(text.indexOf(heading)).split("\n").slice(1);
  return lines.map((line) => line.replace(/^ *(?:- |\[ \] )/, ". ").trim()).join(" ");
}

describe("a plan in a terminal", () => {
  it("reads at grade 8 at most: what it would take, what can and cannot be taught, safety", () => {
    expect(fleschKincaidGrade(proseFrom("Cannot be done here"))).toBeLessThanOrEqual(8);
  });

  it("stars what was assumed, and only that", () => {
    for (const { label, assumed } of plan.inputs) {
      const words = `${label.charAt(0).toUpperCase()}${label.slice(1)}:`;
      expect(text.includes(`* ${words}`)).toBe(assumed);
    }
  });

  it("says of every design that can be done its level, and of every other what it would take", () => {
    for (const { title, obstacle } of plan.designs) {
      expect(text).toContain(title);
      if (obstacle !== null) expect(text.replaceAll(/\s+/g, " ")).toContain(obstacle.wouldTake.slice(1));
    }
  });

  it("marks differences that are no effect", () => {
    const lineOf = (start: string) => text.split("\n").find((line) => line.startsWith(start))!;
    expect(lineOf("Before and after, no comparison ")).toContain("points +");
    expect(lineOf("Offer places by lot ")).not.toContain("points +");
  });

  it("lists every item of the checklist to be ticked", () => {
    const ticks = text.replaceAll(/\s+/g, " ");
    for (const { text: item } of plan.checklist) expect(ticks).toContain(`[ ] ${item}`);
  });
});
