import { charts, colours, withTexts } from "@likewise/report";
import { describe, expect, it } from "vitest";
import { fixtures } from "../fixtures/studies.ts";
import { contrast } from "./contrast.ts";
import { parts } from "./specs.ts";

describe("the formula of contrast", () => {
  // By hand from the definition: black on white is (1 + 0.05) / (0 + 0.05); #767676 is published by WebAIM as 4.54.
  it("gives 21 for black on white, 1 for a colour on itself, and the published 4.54 for #767676 on white", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 12);
    expect(contrast("#12436D", "#12436D")).toBe(1);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#ffffff", "#767676")).toBe(contrast("#767676", "#ffffff"));
  });
});

describe("contrast of the theme", () => {
  const { ground } = colours;

  it.each([
    ["text", colours.text, ground],
    ["secondary text", colours.secondaryText, ground],
    ["links", colours.link, ground],
    ["text on the marking", colours.text, "#fff4c2"],
    ["text on focus", colours.text, "#ffdd00"],
    ["white on the programme's colour", ground, colours.programme],
  ])("of %s is 4.5 to 1 or more", (_, first, second) => {
    expect(contrast(first, second)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["programme", colours.programme],
    ["comparison", colours.comparison],
    ["worse", colours.pink],
    ["no clear difference, cannot say", colours.grey],
  ])("of the mark of %s against white is 3 to 1 or more", (_, colour) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });

  it("of the two groups against each other is 3 to 1 or more", () => {
    expect(contrast(colours.programme, colours.comparison)).toBeGreaterThanOrEqual(3);
  });

  it("holds for every mark and text that any chart draws", () => {
    for (const make of Object.values(fixtures)) {
      for (const chart of charts) {
        const spec = chart.content(withTexts(make()))?.spec("wide");
        for (const { mark } of spec === undefined ? [] : parts(spec)) {
          const { type, color, opacity = 1 } = (mark ?? {}) as { type?: string; color?: string; opacity?: number };
          // Bands repeat what the lines say; white text stands on the programme's colour; empty boxes have an outline.
          if (color === undefined || color === ground || opacity < 1) continue;
          expect(contrast(color, ground), `${chart.id} ${type} ${color}`).toBeGreaterThanOrEqual(
            type === "text" ? 4.5 : 3,
          );
        }
      }
    }
  });
});
