import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const root = temporaryFolder();
type Plan = Record<string, Record<string, unknown>>;

/** The real trial, with something of its plan changed. */
function trial(name: string, change: (plan: Plan) => void): string {
  const folder = join(root, name);
  cpSync(join(repository, "reports/tarp/data"), join(folder, "data"), { recursive: true });
  const plan: Plan = parse(readFileSync(join(repository, "reports/tarp/study.yaml"), "utf8"));
  change(plan);
  writeFileSync(join(folder, "study.yaml"), stringify(plan));
  return folder;
}

const looks = [{ name: "After a quarter" }, {}, {}, {}];
const interim = (look: number, releases: string[]) => (plan: Plan) => {
  plan.report = { interim: { looks, look } };
  plan.disclosure = { ...plan.disclosure, releases };
};
const resultsIn = (folder: string): Results => JSON.parse(readFileSync(join(folder, "out/results.json"), "utf8"));
const page = (folder: string, name: string) => readFileSync(join(folder, "out", name), "utf8");

let single: string;
let first: string;
let second: string;
let last: string;

beforeAll(async () => {
  single = trial("single", () => {});
  first = trial("first", interim(1, []));
  second = trial("second", interim(2, ["../first/out/results.json"]));
  last = trial("last", (plan) => {
    interim(2, ["../half/out/results.json"])(plan);
    plan.report = { interim: { looks: [{ share: 0.5 }, { share: 1 }], look: 2, spending: "pocock" } };
  });
  const half = trial("half", (plan) => {
    plan.report = { interim: { looks: [{ share: 0.5 }, { share: 1 }], look: 1, spending: "pocock" } };
  });
  for (const folder of [single, first, second, half, last]) {
    const { code, err } = await runCommand("run", folder, "--threads", "1");
    expect({ code, err }).toMatchObject({ code: 0 });
  }
}, 240_000);

afterAll(() => rmSync(root, { recursive: true }));

const width = (folder: string) => {
  const { interval, level } = resultsIn(folder).comparisons[0]!.estimates.find(({ primary }) => primary)!;
  return { width: (interval[1] as number) - (interval[0] as number), level };
};

describe("an interim edition", () => {
  it("practice-B48: repeated looks widen the limits, early ones most", () => {
    const [one, two, four] = [single, second, first].map(width);
    expect(two!.width).toBeGreaterThan(one!.width);
    expect(four!.width).toBeGreaterThan(two!.width);
    // O'Brien–Fleming-type spending at a quarter of four looks: 4.3326 standard errors (R, mvtnorm: stats/oracles/sequential.json).
    expect(resultsIn(first).interim!.looks[0]!.bound).toBeCloseTo(4.3326, 3);
    expect(width(first).level).toBeCloseTo(1 - 1.4737e-5, 7);
  });

  it("says on every page, on screen and in print, which look it is and that it is not final", () => {
    for (const name of ["dashboard.html", "report.html"]) {
      const text = page(second, name);
      expect(text).toContain('<p class="marking">Interim edition: look 2 of 4, not a final result.</p>');
      expect(text).toMatch(/@bottom-left\{content:"[^"]*Interim edition[^"]*look 2 of 4/);
      expect(text).toContain("This is an interim result, look 2 of 4, and it is not final.");
      expect(page(last, name)).not.toContain("Interim edition");
    }
    expect(page(last, "report.html")).toContain("This is the last of 2 planned looks.");
    expect(width(last).level).toBeGreaterThan(0.95);
  });

  it("shows the looks so far with what was published then, and keeps the verdict of each", () => {
    const [then, now] = [resultsIn(first), resultsIn(second).interim!];
    expect(now.looks.map(({ verdict }) => verdict)).toEqual([then.claims[0]!.verdict, null, null, null]);
    expect(page(second, "report.html")).toContain("After a quarter");
    // Two looks of four at 1.96 each: 8.3 in 100 by the second (Armitage, McPherson and Rowe 1969, table 2).
    expect(now.uncontrolled).toBeCloseTo(0.083, 3);
  });

  it("does not run when an earlier look cannot be shown, or was of other looks", async () => {
    const alone = trial("alone", interim(2, []));
    const other = trial("other", interim(2, ["../half/out/results.json"]));
    const wrong = trial("wrong", interim(2, ["../single/out/results.json"]));
    const errors = [];
    for (const folder of [alone, other, wrong])
      for (const command of ["check", "run"]) errors.push(await runCommand(command, folder));
    expect(errors.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(errors[0]!.err).toContain("the published results of every look before it");
    expect(errors[2]!.err).toContain("look 1 was published with spending pocock at share 0.5");
    expect(errors[4]!.err).toContain("must name the results published at look 1");
  });

  it("is one look of those planned, resting on ever more", async () => {
    const bad = trial("bad", (plan) => {
      plan.report = { interim: { looks: [{ share: 0.6 }, { share: 0.5 }, { share: 0.9 }], look: 4 } };
    });
    const { code, err } = await runCommand("check", bad);
    expect(code).toBe(2);
    expect(err).toContain("one of the 3 looks planned");
    expect(err).toContain("share 1 at the last look");
    expect(err).toContain("share to rise");
  });
});

describe("branding", () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#12436d"/></svg>';
  const branded = (name: string, branding: object, logo?: string) => {
    const folder = trial(name, (plan) => {
      plan.report = { branding };
    });
    if (logo !== undefined) writeFileSync(join(folder, "logo.svg"), logo);
    return folder;
  };

  it("stands at the head of every page, the logo part of it, and report makes the same bytes from results alone", async () => {
    const folder = branded("branded", { name: "Avon <Trust> & friends", colour: "#801650", logo: "logo.svg" }, svg);
    expect(await runCommand("run", folder, "--threads", "1")).toMatchObject({ code: 0 });
    const before = page(folder, "dashboard.html");
    expect(before).toContain(".brand{background:#801650;");
    expect(before).toContain("<span>Avon &lt;Trust&gt; &amp; friends</span>");
    expect(before).toContain(`src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}"`);
    expect(before).toContain("img-src data:;");
    expect(page(single, "dashboard.html")).not.toContain("img-src");
    expect(await runCommand("report", join(folder, "out"))).toMatchObject({ code: 0 });
    expect(page(folder, "dashboard.html")).toBe(before);
  }, 120_000);

  it("in a colour that cannot be read is refused, with the contrast it needs and the nearest shade that has it", async () => {
    const { code, err } = await runCommand("check", branded("pale", { name: "Trust", colour: "#f46a25" }));
    expect(code).toBe(2);
    // By hand: contrast of #f46a25 with white is 1.05 / (0.2967 + 0.05) = 3.03, cut to 3.02; #767676 is the lightest grey with 4.5 (WCAG's own example).
    expect(err).toContain("4.5 to 1 or more with white, found 3.02 to 1: the nearest shade that has it is #c");
    const grey = await runCommand("check", branded("grey", { name: "Trust", colour: "#ffffff" }));
    expect(grey.err).toContain("#767676");
  });

  it.each([
    ["a script", "<script>1</script>"],
    ["a handler", '<rect onload="1"/>'],
    ["a reference", '<image href="https://example.invalid/x.png"/>'],
    ["a reference with a space", '<use xlink:href = " //example.invalid/x"/>'],
    ["a style that fetches", '<rect style="fill:url(https://example.invalid/x)"/>'],
    ["a sheet", "<style>@import '//example.invalid/x.css'</style>"],
    ["HTML", "<foreignObject><p>x</p></foreignObject>"],
    ["an animation of a link", '<animate attributeName="href" values="x"/>'],
    ["codes for characters", '<a href="&#106;avascript:1"/>'],
  ])("a logo that holds %s is refused", async (_, inside) => {
    const folder = branded("unsafe", { name: "Trust", logo: "logo.svg" }, svg.replace("<rect", `${inside}<rect`));
    const { code, err } = await runCommand("check", folder);
    expect({ code, err }).toMatchObject({ code: 2 });
    expect(err).toContain("report.branding.logo: logo.svg holds");
  });

  it("a logo that is missing, no picture, or large is refused", async () => {
    const errors: string[] = [];
    for (const [logo, text] of [
      ["missing.png", svg],
      ["logo.svg", "not a picture"],
      ["logo.svg", `${svg}<!--${"x".repeat(200_000)}-->`],
      ["logo.gif", svg],
    ] as const)
      errors.push((await runCommand("check", branded("no-logo", { name: "Trust", logo }, text))).err);
    ["cannot be read", "is not an SVG file", "more than the 200000", ".png or .svg"].forEach((why, index) => {
      expect(errors[index]).toContain(why);
    });
  });
});
