import { measureDefinitions } from "@likewise/measures";
import { describe, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";

describe("likewise measures", () => {
  it("lists every measure, and prints of one its rules, its licence terms and what was not verified", async () => {
    const list = await runCommand("measures");
    expect(list.code).toBe(0);
    expect(list.out.trim().split("\n")).toHaveLength(measureDefinitions.length);
    const { code, out } = await runCommand("measures", "core-10");
    expect(code).toBe(0);
    expect(out).toContain("Reversed items: 2, 3");
    expect(out).toContain("up to 1 blank, prorated");
    expect(out).toContain("CC BY-ND 4.0");
    expect(out).toContain("no change to the instrument");
    expect((await runCommand("measures", "gbo")).out).toContain("reliable change 2.45 points (not verified)");
  });

  it("prints one JSON object, and a name it does not know with the one that was meant", async () => {
    const { out } = await runCommand("measures", "phq-9", "--json");
    expect(JSON.parse(out)).toEqual(measureDefinitions.find(({ id }) => id === "phq-9"));
    const wrong = await runCommand("measures", "phq9");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("phq-9");
  });
});
