import { readFileSync } from "node:fs";
import { caps, covariateTiming, type DesignRow, designRows, guards } from "@likewise/evidence";
import { describe, expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8").replace(/ +/g, " ");
const lines = readme.split("\n");

describe("the README shows the registries as they are", () => {
  for (const row of designRows as readonly DesignRow[])
    it(`row ${row.id}: levels and tests`, () => {
      const line = lines.find((each) => each.startsWith(`| \`${row.id}\``))!;
      const [, wwclg, original, tests] = line
        .split("|")
        .slice(1)
        .map((cell) => cell.trim());
      expect([wwclg, original]).toEqual([row.base.wwclg, row.base.original].map((level) => String(level ?? "–")));
      expect(tests).toBe(row.drops.join(", "));
    });

  for (const { id } of [...caps, covariateTiming])
    it(`cap ${id}`, () => expect(lines.some((line) => line.startsWith(`| ${id} |`))).toBe(true));

  for (const { id, gist } of guards) it(`guard ${id}`, () => expect(lines).toContain(`| \`${id}\` | ${gist} |`));
});
