import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDefinition, definitionTemplate, measureDefinitions, measuresNotShipped } from "@likewise/measures";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

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

  it.each(["outcome", "indicator-set", "risk-checklist"] as const)(
    "writes a worked definition (%s) that its own checks accept, and never over a file",
    async (kind) => {
      const file = join(temporaryFolder(), "own.json");
      const { code, out } = await runCommand("measures", "new", "--kind", kind, file);
      expect([code, out]).toEqual([0, expect.stringContaining(kind)]);
      const written = JSON.parse(readFileSync(file, "utf8"));
      expect(written).toEqual(JSON.parse(JSON.stringify(definitionTemplate(kind))));
      expect(checkDefinition(written)).toEqual({ definition: written });
      expect((await runCommand("measures", "new", file)).err).toContain("is there already");
    },
  );

  it("says why an instrument is not held, and what to do: never a guess of its scoring", async () => {
    for (const { id, why, advice, template } of measuresNotShipped) {
      const { code, out } = await runCommand("measures", id);
      expect(code).toBe(0);
      expect(out).toContain(why);
      expect(out).toContain(advice);
      if (template !== null) expect(out).toContain(`likewise measures new --kind ${template} ${id}.json`);
      expect(measureDefinitions.map((one) => one.id)).not.toContain(id);
    }
    expect(measuresNotShipped.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["cts2", "casr-sf", "impact-toolkit", "mirabal"]),
    );
    expect((await runCommand("measures", "new")).code).toBe(2);
    expect((await runCommand("measures", "new", "--kind", "scale", "x.json")).code).toBe(2);
    expect((await runCommand("measures", "phq-9", "x.json")).code).toBe(2);
  });
});
