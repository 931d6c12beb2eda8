import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "../../packages/cli/src/index.ts";
import { renderDashboard, renderReport, withTexts } from "../../packages/report/src/index.ts";
import { visibleText } from "../../packages/report/test/pages/visible-text.ts";
import { fleschKincaidGrade } from "../../packages/report/test/readability.ts";
import { tracerOf } from "../../packages/report/test/trace/tracer-of.ts";
import { vocabularyOf, writtenTexts } from "../../packages/report/test/trace/vocabulary.ts";
import type { Results } from "../../packages/schema/src/index.ts";
import { studyTemplates } from "../../packages/simulate/src/index.ts";

const vocabulary = vocabularyOf(writtenTexts());
/** Beside the shipped studies the quickest; with LIKEWISE_BROWSER=full, every one. That each runs is for the command's own tests. */
const templates = process.env.LIKEWISE_BROWSER === "full" ? studyTemplates.map(({ id }) => id) : ["early-response"];
const reports = fileURLToPath(new URL("../../reports/", import.meta.url));

describe("every text of the pages comes from a claim, from a result or from a list, and dashboards read at grade 7 at most", () => {
  it.each(readdirSync(reports).filter((name) => existsSync(join(reports, name, "out", "results.json"))))(
    "shipped study %s",
    { timeout: 300_000 },
    async (study) => {
      const results: Results = JSON.parse(readFileSync(join(reports, study, "out", "results.json"), "utf8"));
      await expectTraced(withTexts(results));
    },
  );

  it.each(templates)("study of the template %s", { timeout: 300_000 }, async (template) => {
    const folder = join(mkdtempSync(join(tmpdir(), "likewise-trace-")), "study");
    await run("init", "--template", template, "--out", folder);
    await run("run", folder, "--threads", "1");
    const results: Results = JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8"));
    const trace = tracerOf(results, vocabulary);
    for (const page of ["dashboard.html", "report.html"])
      expect(untraced(trace(readFileSync(join(folder, "out", page), "utf8"))), page).toEqual([]);
    const dashboard = readFileSync(join(folder, "out", "dashboard.html"), "utf8");
    expect(fleschKincaidGrade(visibleText(dashboard))).toBeLessThanOrEqual(7);
  });
});

async function expectTraced(results: Results): Promise<void> {
  const trace = tracerOf(results, vocabulary);
  for (const render of [renderDashboard, renderReport]) {
    const texts = trace(await render(results));
    expect(untraced(texts)).toEqual([]);
    const claims = texts.flatMap(({ origins }) => origins ?? []).filter(({ kind }) => kind === "claim");
    expect(claims.length).toBeGreaterThan(0);
  }
}

function untraced(texts: ReturnType<ReturnType<typeof tracerOf>>): string[] {
  return texts.filter(({ origins }) => origins === null).map(({ text }) => text);
}

async function run(...argv: string[]): Promise<void> {
  let said = "";
  const say = (text: string) => {
    said += text;
  };
  const code = await main(argv, { out: say, err: say, terminal: false, now: () => 0 });
  expect(code, said).toBe(0);
}
