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

  const drawn = Object.entries(fixtures).flatMap(([name, make]) => {
    const results = withTexts(make());
    return charts.flatMap((chart) => {
      const content = chart.content(results);
      const views = content === null ? [] : [content, ...(content.choice?.views ?? []).map((view) => view.content)];
      return views.flatMap((view) =>
        (["wide", "narrow"] as const).map((width) => ({
          name: `${name}: ${chart.id} ${width}`,
          spec: view.spec(width),
        })),
      );
    });
  });

  it("holds for every mark and text that any chart draws, wide and narrow, in every view", () => {
    expect(drawn.length).toBeGreaterThan(100);
    for (const { name, spec } of drawn) {
      for (const { mark } of parts(spec)) {
        const { type, opacity = 1, ...look } = (mark ?? {}) as Look;
        // Bands repeat what lines say, and unseen points what their line does.
        if (type === undefined || opacity < 1) continue;
        const [seen, ...none] = [look.fill, look.color, look.stroke].filter(
          (one) => one !== undefined && one !== ground,
        );
        // White text stands on the programme's colour; a white edge keeps a line in sight over its own bar.
        if (seen === undefined) {
          expect(contrast(ground, colours.programme), name).toBeGreaterThanOrEqual(4.5);
          continue;
        }
        // A box that is not reached has its number in it, and the scale beside it in the table.
        if (seen === colours.quiet && type === "rect") continue;
        expect(
          none.every((one) => contrast(one!, ground) >= 3),
          name,
        ).toBe(true);
        expect(contrast(seen, ground), `${name} ${type} ${seen}`).toBeGreaterThanOrEqual(type === "text" ? 4.5 : 3);
      }
    }
  });

  it("holds for text on a band: its words stand on grey where the band is drawn", () => {
    // 45 of 100 of the quiet grey over white.
    const mixed = [1, 3, 5]
      .map((at) => 0.45 * Number.parseInt(colours.quiet.slice(at, at + 2), 16) + 0.55 * 255)
      .map((one) => Math.round(one).toString(16).padStart(2, "0"));
    for (const colour of [colours.text, colours.secondaryText, colours.programme])
      expect(contrast(colour, `#${mixed.join("")}`)).toBeGreaterThanOrEqual(4.5);
  });

  it("holds for the controls of a live page", () => {
    for (const colour of [colours.text, colours.programme]) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });
});

interface Look {
  readonly type?: string;
  readonly opacity?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly stroke?: string;
}
