import { readFileSync } from "node:fs";
import { profiles, views } from "@likewise/disclosure";
import { describe, expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8").replace(/ +/g, " ");

describe("the README shows the registries as they are", () => {
  for (const { id } of profiles) it(`profile ${id}`, () => expect(readme).toContain(`| \`${id}\` |`));
  for (const view of views)
    it(`view of ${view.of}`, () =>
      expect(readme).toContain(`| \`${view.of}\` | ${view.counts} | ${view.goWithThem} |`));
});
