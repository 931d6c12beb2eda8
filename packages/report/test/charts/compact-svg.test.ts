import { chartSpecs, fontFiles, renderSvg, withTexts } from "@likewise/report";
import { Resvg } from "@resvg/resvg-js";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";

/** As Vega writes it. */
async function plainSvg(spec: TopLevelSpec): Promise<string> {
  return new View(parse(compile(spec).spec), { renderer: "none" }).toSVG();
}

function pixelsOf(svg: string): Buffer {
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles()], sansSerifFamily: "Arimo" };
  return new Resvg(svg, { background: "#ffffff", font: { ...font, defaultFontFamily: "Arimo" } }).render().pixels;
}

/** A picture of marks that each have a place and a look. */
function drawing(mark: object, values: readonly object[]): Promise<string> {
  const place = (field: string) => ({ field, type: "quantitative", scale: null, axis: null });
  const spec = {
    autosize: "none",
    config: { view: { stroke: null } },
    width: 100,
    height: 100,
    data: { values },
    mark,
    encoding: { x: place("x"), y: place("y"), x2: { field: "x2" }, y2: { field: "y2" } },
  };
  return renderSvg(spec as unknown as TopLevelSpec, "figure");
}

describe("a picture in fewer bytes", () => {
  it("looks like the one Vega writes, whatever the chart, in a third of its bytes", async () => {
    let [before, after] = [0, 0];
    for (const { id, spec } of chartSpecs(withTexts(betterAndCausal()))) {
      const [plain, compact] = [await plainSvg(spec), await renderSvg(spec, id)];
      [before, after] = [before + plain.length, after + compact.length];
      const [wanted, drawn] = [pixelsOf(plain), pixelsOf(compact)];
      expect(drawn.length, id).toBe(wanted.length);
      // A hundredth of a px moves the grey at the edge of a letter, and at the end of a dash: never a letter or a mark.
      const unlike = (most: number) => wanted.filter((value, index) => Math.abs(value - drawn[index]!) > most).length;
      expect(unlike(32) / wanted.length, id).toBeLessThan(0.001);
      expect(unlike(100), id).toBeLessThan(20);
    }
    expect(after).toBeLessThan(before / 3);
  });

  it("has lines of one look as one path, but those that show where they cross", async () => {
    const lines = [
      { x: 10, y: 10, x2: 90, y2: 90 },
      { x: 10, y: 90.12345, x2: 90, y2: 10 },
    ];
    expect((await drawing({ type: "rule", color: "#12436D" }, lines)).match(/<path/g)).toHaveLength(1);
    expect((await drawing({ type: "rule", color: "#12436D", opacity: 0.5 }, lines)).match(/<path/g)).toHaveLength(2);
    expect(await drawing({ type: "rule", color: "#12436D" }, lines)).not.toMatch(/\d\.\d{3}/);
  });
});
