import { readdirSync } from "node:fs";
import path from "node:path";
import { checkDefinition, measureDefinitions, runChecks } from "@likewise/measures";
import { describe, expect, it } from "vitest";

describe("every definition that ships", () => {
  it.each(measureDefinitions.map((definition) => [definition.id, definition] as const))(
    "%s fits the format, refers to what is there, and every worked case comes out",
    (_, definition) => {
      expect(checkDefinition(structuredClone(definition))).toEqual({ definition });
      expect(runChecks(definition)).toEqual([]);
      expect(definition.checks.length).toBeGreaterThan(1);
    },
  );

  it("has a line in the registry, named as its file", () => {
    const files = readdirSync(path.resolve(import.meta.dirname, "../src/definitions"));
    expect(measureDefinitions.map(({ id }) => `${id}.json`)).toEqual(files.sort());
  });

  it("may be scored without a licence of its own, and holds no text of an item", () => {
    const classes = new Set(measureDefinitions.map(({ licence }) => licence.class));
    const shippable = ["public-domain", "free-attribution", "free-noncommercial", "registration-required"];
    expect([...classes].filter((one) => !shippable.includes(one))).toEqual([]);
    expect(measureDefinitions.filter(({ licence }) => licence.itemTextShipped)).toEqual([]);
  });
});
