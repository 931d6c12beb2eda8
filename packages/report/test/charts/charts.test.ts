import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type ChartWidth, chartNamed, chartSpecs, charts, renderSvg, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { Ajv, type ValidateFunction } from "ajv";
import { compile, type TopLevelSpec } from "vega-lite";
import { beforeAll, describe, expect, it } from "vitest";
import { hostile } from "../fixtures/hostile.ts";
import { betterAndCausal, continuousOutcome, emptyParts, fixtures, withheldNumbers } from "../fixtures/studies.ts";
import { parts, rowsOf, textsOf, valuesOf } from "./specs.ts";

const widths: readonly ChartWidth[] = ["wide", "narrow"];
const full = withTexts(betterAndCausal());
const drawn = Object.entries(fixtures).flatMap(([name, make]) => {
  const results = withTexts(make());
  return charts.flatMap((chart) => {
    const content = chart.content(results);
    return content === null ? [] : widths.map((width) => ({ name, chart, content, width, spec: content.spec(width) }));
  });
});

describe("the registry", () => {
  it("has ids that are unique words, and says what each chart shows", () => {
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
    for (const { id, shows } of charts) {
      expect(id).toMatch(/^[a-z][a-z-]*$/);
      expect(shows).not.toBe("");
      expect(chartNamed(id).id).toBe(id);
    }
    expect(() => chartNamed("pie")).toThrow("chartNamed: id must be that of a chart, got pie");
  });

  it("draws every chart from results that hold everything, and none from results that hold nothing", () => {
    expect(chartSpecs(full).map(({ id }) => id)).toEqual(charts.map(({ id }) => id));
    expect(chartSpecs(withTexts(emptyParts()))).toEqual([]);
  });

  it("leaves a difference that may not be spoken of without a picture", () => {
    for (const name of ["cannot say", "withheld numbers"])
      expect(chartNamed("arms").content(withTexts(fixtures[name]!()))).toBeNull();
  });
});

describe("a spec", () => {
  let validate: ValidateFunction;
  beforeAll(() => {
    const file = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
    const ajv = new Ajv({ strict: false, logger: false, formats: { "color-hex": true } });
    validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  });

  it.each(charts.map(({ id }) => id))(
    "of %s is valid Vega-Lite, compiles without a warning and fetches nothing",
    (id) => {
      for (const { spec } of drawn.filter(({ chart }) => chart.id === id)) {
        expect(validate(spec), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
        expect(warningsOf(spec)).toEqual([]);
        expect(JSON.stringify(spec).replace('"https://vega.github.io/schema/vega-lite/v6.json"', "")).not.toMatch(
          /https?:|"url"|"href"/,
        );
      }
    },
  );

  // A changed chart is looked at first; then REVIEWED_SPECS=write keeps it, and biome lays it out.
  it.each(charts.map(({ id }) => id))("of %s is as reviewed", (id) => {
    const source = id === "balance" ? withTexts(continuousOutcome()) : full;
    const spec = chartNamed(id).content(source)!.spec("wide");
    const file = path.join(import.meta.dirname, `${id}.vl.json`);
    if (process.env.REVIEWED_SPECS === "write") writeFileSync(file, `${JSON.stringify(spec, null, 2)}\n`);
    expect(spec).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });

  it("is the same text twice and survives JSON", () => {
    for (const { chart, name, width, spec } of drawn) {
      const again = chart.content(withTexts(fixtures[name]!()))!.spec(width);
      expect(JSON.stringify(again)).toBe(JSON.stringify(spec));
      expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    }
  });

  it("has text of 14 px or more and no gridlines beyond ten", () => {
    for (const { spec } of drawn) {
      for (const { mark } of parts(spec)) {
        const { type, fontSize = 14 } = (mark ?? {}) as { type?: string; fontSize?: number };
        if (type === "text") expect(fontSize).toBeGreaterThanOrEqual(14);
      }
      expect(JSON.stringify(spec)).not.toMatch(/"tickCount":1[1-9]/);
    }
  });
});

describe("a picture", () => {
  it("is the same bytes twice, of the width of its place, its figure's name in every id, under 40 KB on average", async () => {
    const sizes: number[] = [];
    for (const { chart, spec, width } of drawn) {
      const svg = await renderSvg(spec, `${chart.id}-${width}`);
      if (width === "wide") expect(await renderSvg(spec, `${chart.id}-${width}`)).toBe(svg);
      for (const [, id] of svg.matchAll(/<[^>]* id="([^"]*)"/g))
        expect(id).toMatch(new RegExp(`^${chart.id}-${width}-`));
      expect(svg).not.toMatch(/NaN|undefined|Infinity|aria-|role="/);
      expect(svg).toMatch(/^<svg [^>]*width="\d+" height="[\d.]+"/);
      const given = Number(/width="(\d+)"/.exec(svg)![1]);
      expect(given, `${chart.id} ${width}`).toBe(width === "narrow" ? 288 : chart.id === "arms" ? 620 : 720);
      sizes.push(Buffer.byteLength(svg));
    }
    expect(sizes.reduce((total, size) => total + size, 0) / sizes.length).toBeLessThan(40_000);
    expect(Math.max(...sizes)).toBeLessThan(80_000);
  });

  it("does not depend on where it is drawn", async () => {
    const spec = chartNamed("survival").content(full)!.spec("wide");
    const [zone, language] = [process.env.TZ, process.env.LANG];
    const here = await renderSvg(spec, "figure");
    process.env.TZ = "Pacific/Kiritimati";
    process.env.LANG = "de_DE";
    const there = await renderSvg(spec, "figure");
    restore("TZ", zone);
    restore("LANG", language);
    expect(there).toBe(here);
  });

  it("keeps the text of a label that looks like an id as it is", async () => {
    const results = withTexts(betterAndCausal((plain) => `${plain} id="main" role="none"`));
    const svg = await renderSvg(chartNamed("attrition").content(results)!.spec("narrow"), "figure");
    expect(svg).toMatch(/id="main"|id=&quot;main&quot;/);
  });

  it("is refused a name that is not a word", async () => {
    const spec = chartNamed("arms").content(full)!.spec("wide");
    await expect(renderSvg(spec, 'x" onload="y')).rejects.toThrow("renderSvg: figure must be a word");
  });

  it("of names somebody meant to run draws them as text", async () => {
    for (const chart of charts) {
      for (const first of [0, 20]) {
        const content = chart.content(withTexts(hostile("better, causal", first)));
        for (const width of widths) {
          const svg = await renderSvg(content!.spec(width), "figure");
          expect(new Set([...svg.matchAll(/<\/?([^\s/>]+)/g)].map(([, tag]) => tag))).toSatisfy((tags: Set<string>) =>
            [...tags].every((tag) =>
              ["svg", "g", "path", "circle", "text", "tspan", "rect", "line", "defs", "clipPath"].includes(tag),
            ),
          );
        }
      }
    }
  });
});

describe("the numbers of a picture are those of its table", () => {
  const content = (id: string, results: Results = full) => chartNamed(id).content(results)!;

  it("arms: both values, and the interval where the difference puts it", () => {
    const { table, spec } = content("arms");
    expect(table.rows.map((row) => row.at(-1))).toEqual(["20.0", "30.0", "−10.0 (−16.9 to −3.1)"]);
    expect(valuesOf(spec("wide"), "value")).toEqual([20, 30]);
    // 30 less 16.9, 10 and 3.1, by hand.
    expect(valuesOf(spec("wide"), "low")[0]).toBeCloseTo(13.1, 10);
    expect(valuesOf(spec("wide"), "middle")[0]).toBeCloseTo(20, 10);
    expect(valuesOf(spec("wide"), "high")[0]).toBeCloseTo(26.9, 10);
    expect(textsOf(spec("wide"))).toContain("20.0 in every 100");
    expect(textsOf(spec("wide")).join(" ")).toContain("Difference: 10.0 fewer (16.9 fewer to 3.1 fewer)");
  });

  it("attrition: a bar for every step whose count is published", () => {
    const { table, spec } = content("attrition");
    expect(valuesOf(spec("wide"), "people").map(String)).toEqual(table.rows.map((row) => row[1]));
    const few = content("attrition", withTexts(withheldNumbers()));
    expect(valuesOf(few.spec("wide"), "people")).toEqual([640]);
    expect(few.table.rows.map((row) => row[1])).toEqual(["640", "[c]", "[c]", "[c]"]);
    expect(textsOf(few.spec("wide")).filter((text) => text === "[c]")).toHaveLength(3);
  });

  it("forest: point and both limits of every row", () => {
    const { table, spec } = content("forest");
    const marks = rowsOf(spec("wide")).filter((row) => row.value !== undefined);
    const written = (value: unknown) => (value as number).toFixed(1).replace("-", "−");
    const rows = marks.map(({ value, low, high }) => [written(value), `${written(low)} to ${written(high)}`]);
    expect(new Set(rows.map(String))).toEqual(new Set(table.rows.map((row) => String(row.slice(1, 3)))));
    expect(table.rows.map((row) => row[3])).toEqual(["decides", "beside it"]);
  });

  it("survival: every row of the table is a point of the curve", () => {
    const { table, spec } = content("survival");
    const points = rowsOf(spec("wide")).filter((row) => typeof row.time === "number" && typeof row.value === "number");
    for (const [, time, , value] of table.rows)
      expect(points.some((point) => String(point.time) === time && (point.value as number).toFixed(1) === value)).toBe(
        true,
      );
  });

  it.each(["overlap", "harm"])("%s: share and interval of every row and group, and [c] where one is withheld", (id) => {
    const { table, spec } = content(id);
    const bars = rowsOf(spec("wide")).filter((row) => typeof row.says === "string");
    const written = bars.map(({ value, low, high }) =>
      [value, `${(low as number).toFixed(1)} to ${(high as number).toFixed(1)}`].join(" "),
    );
    const shown = table.rows.filter((row) => row[4] !== "[c]").map((row) => `${Number(row[4])} ${row[5]}`);
    expect(new Set(written)).toEqual(new Set(shown));
    expect(shown).toHaveLength(5);
    expect(textsOf(spec("wide"))).toContain("[c]");
  });

  it("survival: how many are still followed stands below, each number under the time it is of", () => {
    const { table, spec } = content("survival");
    const below = textsOf(spec("wide"));
    for (const row of [table.rows[0]!, table.rows.at(-1)!]) expect(below).toContain(row[2]);
  });

  it("blocks: share and interval of every half-year and group", () => {
    const { table, spec } = content("blocks");
    const rows = rowsOf(spec("wide")).filter((row) => typeof row.share === "number");
    const written = new Set(
      rows.map(({ share, low, high }) => [share, low, high].map((one) => (one as number).toFixed(1)).join(" ")),
    );
    expect(written).toEqual(new Set(table.rows.map((row) => `${row[4]} ${row[5]!.replace(" to ", " ")}`)));
  });

  it("balance: the difference before and after of every characteristic", () => {
    const { table, spec } = content("balance", withTexts(continuousOutcome()));
    const written = valuesOf(spec("wide"), "difference").map((one) => one.toFixed(2).replace("-", "−"));
    // Every difference before is drawn first, then every one after.
    const before = table.rows.map((row) => row[3]);
    const after = table.rows.map((row) => row[6]);
    expect(written).toEqual([...before, ...after].map((cell) => cell!.replace("−0.00", "0.00")));
  });

  it("theory: what shows every part now, the verdict where one is claimed, and an arrow's head for every link", () => {
    const { table, spec } = content("theory");
    expect(table.rows.map(([part, , , now, verdict]) => [part, now, verdict])).toEqual([
      ["1 A worker with few cases", "no indicator", "[z]"],
      ["2 Weekly sessions", "420 of 640 (65.6%), less than was expected", "[z]"],
      ["3 Support for victim-survivors", "57 of 60 (95.0%)", "[z]"],
      ["4 Work is seen through", "no indicator", "[z]"],
      ["5 Less reoffending", "60 of 300 (20.0%)", "better than the comparison group"],
      ["6 People are safer", "not in this study", "[z]"],
    ]);
    const heads = parts(spec("wide")).filter(
      ({ mark }) => (mark as { shape?: string } | undefined)?.shape !== undefined,
    );
    expect(heads.flatMap(({ data }) => (data as { values: unknown[] }).values)).toHaveLength(6);
    expect(textsOf(spec("narrow")).join(" ")).toContain("→ 5");
  });

  it("evidence: five boxes a scale", () => {
    const { table, spec } = content("evidence");
    expect(valuesOf(spec("wide"), "level").sort()).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(table.rows).toEqual([
      ["Maryland scale (What Works Centre edition)", "3", "4"],
      ["Original Maryland scale", "3", "4"],
    ]);
  });
});

describe("views to choose from", () => {
  const drawnViews = drawn.flatMap(({ name, chart, content, width }) =>
    (content.choice?.views ?? []).map((view) => ({ name, chart, content, width, view })),
  );

  it("show rows of the same table, never another number", () => {
    expect(drawnViews.length).toBeGreaterThan(10);
    for (const { chart, content, view } of drawnViews) {
      if (!["forest", "reach", "waits", "blocks"].includes(chart.id)) continue;
      const all = new Set(content.table.rows.map(String));
      expect(view.content.table.rows.length).toBeGreaterThan(0);
      for (const row of view.content.table.rows) expect(all.has(String(row)), `${chart.id} ${row}`).toBe(true);
    }
  });

  it("have ids of their own, and begin with what the page shows", () => {
    for (const { content } of drawn) {
      const views = content.choice?.views ?? [];
      expect(new Set(views.map(({ id }) => id)).size).toBe(views.length);
      expect(views[0]?.content.title ?? content.title).toBe(content.title);
      expect(views[0]?.content.table ?? content.table).toEqual(content.table);
    }
  });

  it("compile without a warning", () => {
    for (const { view, width } of drawnViews) expect(warningsOf(view.content.spec(width))).toEqual([]);
  });
});

describe("what a live chart says of a mark", () => {
  it("is a number its table or picture shows", () => {
    for (const { name, chart, spec, content } of drawn) {
      const shown = [...content.table.rows.flat(), ...textsOf(spec), content.alternative].join(" ");
      for (const { says } of rowsOf(spec)) {
        if (typeof says !== "string" || says.includes(" id=")) continue;
        for (const number of says
          .split(": ")
          .at(-1)!
          .match(/[−\d.,]*\d/g) ?? [])
          expect(shown.includes(number), `${name} ${chart.id}: ${says}`).toBe(true);
      }
    }
  });
});

describe("what cannot be drawn", () => {
  it("an estimate without an upper limit stands in words and not as a line", () => {
    const results = withTexts(continuousOutcome());
    const [earnings, crude, incidents] = results.comparisons[0]!.estimates;
    const only = {
      ...results.comparisons[0]!,
      estimates: [incidents!, { ...incidents!, id: "b", primary: false, interval: [0.8, 2] as [number, number] }],
    };
    expect([earnings, crude]).toHaveLength(2);
    const { table, spec } = chartNamed("forest").content({ ...results, comparisons: [only] })!;
    expect(table.rows.map((row) => row[2])).toEqual(["0.90, no upper limit", "0.80 to 2.00"]);
    expect(new Set(valuesOf(spec("wide"), "high"))).toEqual(new Set([2]));
  });

  it("very many rows or steps are thinned, and the page says so", async () => {
    const { balance, estimates, curves } = full.comparisons[0]!;
    const many = {
      ...full.comparisons[0]!,
      balance: Array.from({ length: 500 }, (_, index) => ({ ...balance[0]!, covariate: `x${index}` })),
      estimates: Array.from({ length: 500 }, (_, index) => ({
        ...estimates[0]!,
        id: `e${index}`,
        primary: index === 0,
      })),
      curves: curves.map((curve) => ({
        ...curve,
        points: Array.from({ length: 20_000 }, (_, index) => ({ ...curve.points[1]!, time: index })),
      })),
    };
    const results = { ...full, comparisons: [many] };
    for (const id of ["balance", "forest", "survival"]) {
      const content = chartNamed(id).content(results)!;
      const svg = await renderSvg(content.spec("wide"), "figure");
      expect(Buffer.byteLength(svg), id).toBeLessThan(100_000);
      expect(svg.match(/<(?:path|circle|rect|line|text)/g)!.length, id).toBeLessThan(1000);
      if (id !== "survival") {
        expect(content.notes.join(" "), id).toContain("the table has them all");
        expect(content.table.rows, id).toHaveLength(500);
      }
    }
  });
});

function warningsOf(spec: TopLevelSpec): string[] {
  const warnings: string[] = [];
  const note = (...said: readonly unknown[]) => {
    warnings.push(said.map(String).join(" "));
    return logger;
  };
  const logger = { level: () => logger, warn: note, error: note, info: () => logger, debug: () => logger };
  compile(spec, { logger: logger as never });
  return warnings;
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
