import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison } from "@likewise/schema";
import { expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

// Forty people in each arm, the event of the k-th after 10 k days whatever the arm; the treated are seen to day 100 alone.
// While both arms are watched they hold the same people, so the hazard ratio is 1; the shares are 10 of 40 and 40 of 40.
const file = join(temporaryFolder(), "people.csv");
const rows = [1, 0].flatMap((arm) =>
  Array.from({ length: 40 }, (_, k) => {
    const day = 10 * (k + 1);
    return arm === 1 ? `${arm},${Math.min(day, 100)},${Number(day <= 100)}` : `${arm},${day},1`;
  }),
);
writeFileSync(file, `arm,days,event\n${rows.join("\n")}\n`);
const compare = (...more: string[]) =>
  runCommand("compare", file, "--treatment", "arm", "--outcome", "event", "--time", "days", "--json", ...more);

it("people followed for different lengths of time are compared by times and not by shares", async () => {
  const { out, err } = await compare("--assignment", "random");
  const { estimates, claims } = JSON.parse(out) as Comparison;
  expect(estimates.map(({ measure }) => measure)).toEqual(["hazardRatio", "restrictedMeanSurvivalTimeDifference"]);
  expect(estimates[0]!.primary).toBe(true);
  expect(estimates[0]!.estimate).toBeCloseTo(1, 10);
  expect(claims[0]!.verdict).toBe("no-clear-difference");
  expect(err).toContain("event: some people without it were last seen before it came to others");
});

it("shares are compared where they are asked for, with what they take for granted", async () => {
  const { estimates, assumptions } = JSON.parse((await compare("--type", "binary")).out) as Comparison;
  expect(estimates.find(({ primary }) => primary)).toMatchObject({ measure: "riskDifference", estimate: -0.75 });
  expect(assumptions.join()).toContain("shares with event count people without it as without it to the end");
});
