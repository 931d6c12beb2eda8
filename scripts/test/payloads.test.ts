import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { main } from "../../packages/cli/src/index.ts";
import { payloads } from "../../packages/report/test/fixtures/hostile.ts";

const executablePath = chromiumPath();
const reason = executablePath === null ? "skipped: no Chromium" : "";
if (reason !== "") process.stdout.write(`${reason}\n`);

const trial = fileURLToPath(new URL("../../reports/tarp/", import.meta.url));
const quiet = { out: () => {}, terminal: false, now: () => 0 };
/** Each field holds so many at a time: in seven runs every payload stands in every field. */
const atOnce = Math.ceil(payloads.length / 7);

async function likewise(...argv: string[]): Promise<void> {
  let err = "";
  const code = await main(argv, { ...quiet, err: (text) => (err += text) });
  expect({ code, err: code === 0 ? "" : err, argv }).toEqual({ code: 0, err: "", argv });
}

/** Writes payloads into text after text, each field beginning with another one of the run's. */
function hostileText(run: number): (plain: string) => string {
  const own = payloads.slice(run * atOnce, (run + 1) * atOnce);
  let field = 0;
  return (plain) => {
    const from = field++ % own.length;
    return `${[...own.slice(from), ...own.slice(0, from)].join(" ")} ${plain}`;
  };
}

/** Keys of the plan that hold words for readers and no names, rules or numbers. */
const words = new Set(
  "title question name why what who how where when sourceNote label definition audience response treated comparison materials deliverers tailoring modifications fidelity".split(
    " ",
  ),
);

function spoiltPlan(value: unknown, write: (plain: string) => string, key = "", inLabels = false): unknown {
  if (typeof value === "string") return words.has(key) && (inLabels || key !== "treated") ? write(value) : value;
  if (Array.isArray(value)) return value.map((one) => spoiltPlan(one, write, "", inLabels));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, spoiltPlan(inner, write, name, name === "labels")]),
  );
}

/** The real trial with payloads in every text of its plan, its data, its headers, its file name and its branding. */
async function hostileTrial(root: string, run: number): Promise<string> {
  const folder = path.join(root, `run-${run}`);
  const write = hostileText(run);
  const plan = spoiltPlan(parse(readFileSync(path.join(trial, "study.yaml"), "utf8")), write) as {
    title: string;
    data: {
      tables: Record<
        string,
        { files: string[]; columns: Record<string, unknown>; covariates?: Record<string, unknown>; format?: object }
      >;
    };
    report: unknown;
  };
  // No file name holds a slash or a null; most systems allow 255 bytes.
  const inName = withoutControls(hostileText(run)("")).replaceAll("/", " ");
  const file = `data/${Buffer.from(inName.trim()).subarray(0, 200).toString().replaceAll("\ufffd", "")}.csv`;
  // A cell holds one payload, of few words: prose is refused. The people are spread over the payloads of the run.
  const own = payloads.slice(run * atOnce, (run + 1) * atOnce).map(withoutControls);
  const brief = (text: string) => (text.split(" ").length < 5 ? text : text.replaceAll(" ", "/"));
  const cell = (row: number) => `"${brief(own[row % own.length]!.trim()).replaceAll('"', '""')}"`;
  const [header, ...rows] = readFileSync(path.join(trial, "data/releases.csv"), "utf8").trimEnd().split("\n");
  // Headers are evened out when they are read: one of plain marks stays as it is.
  const plain = own.filter((payload) => /^[!-~ ]+$/.test(payload) && payload.length < 120 && !payload.includes("  "));
  const raceHeader = `race ${plain.join(" ").trim()}`;
  const lines = [
    header!.replace("race", () => `"${raceHeader.replaceAll('"', '""')}"`),
    ...rows.map((row, index) => {
      const [week, arrest, fin, age, , wexp, , paro, prio] = row.split(",");
      return [week, arrest, fin, age, cell(index), wexp, cell(index >> 1), paro, prio].join(",");
    }),
  ];
  mkdirSync(path.join(folder, "data"), { recursive: true });
  writeFileSync(path.join(folder, file), `${lines.join("\n")}\n`);
  const { people, outcomes } = plan.data.tables;
  people!.files = outcomes!.files = [file];
  const none = "payloads of a test, of nobody";
  people!.covariates!.race = { column: raceHeader, notIdentifying: none };
  people!.columns.marital_status = { column: "mar", notIdentifying: none };
  // Payloads hold so many semicolons that the dialect would be guessed wrong.
  people!.format = outcomes!.format = { delimiter: "," };
  plan.report = {
    audience: write("commissioners"),
    response: write("The provider agrees."),
    authors: [write("An evaluator")],
    branding: { name: write("A trust"), colour: "#12436d" },
    interim: { looks: [{ name: write("First") }, { name: write("Last") }], look: 1 },
  };
  writeFileSync(path.join(folder, "study.yaml"), stringify(plan));
  await likewise("run", folder, "--threads", "1");
  return path.join(folder, "out");
}

describe.skipIf(executablePath === null)(`what somebody might type into a study, in Chromium ${reason}`, () => {
  let root: string;
  let browser: Browser;
  const outs: string[] = [];

  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), "likewise-payloads-"));
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox", "--disable-gpu"] });
    for (let run = 0; run * atOnce < payloads.length; run++) outs.push(await hostileTrial(root, run));
    for (const out of outs) await likewise("portfolio", out, twinOf(out), "--page", path.join(out, "portfolio.html"));
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("is at least a hundred payloads, each a text of its own", () => {
    expect(new Set(payloads).size).toBe(payloads.length);
    expect(payloads.length).toBeGreaterThanOrEqual(100);
  });

  it("runs nothing, asks for nothing and says nothing on any page or picture, published or working", async () => {
    const pages = outs.flatMap((out) => openable(out));
    expect(pages.length).toBeGreaterThan(7 * 4);
    const context = await browser.newContext();
    const found: string[] = [];
    for (const file of pages) {
      const url = pathToFileURL(file).href;
      const page = await context.newPage();
      page.on("console", (message) => found.push(`${file}: console ${message.text()}`));
      page.on("pageerror", (error) => found.push(`${file}: error ${error.message}`));
      page.on("dialog", (dialog) => found.push(`${file}: dialog ${dialog.message()}`));
      page.on("request", (request) => request.url() !== url && found.push(`${file}: request ${request.url()}`));
      await page.goto(url);
      if (file.endsWith(".html")) {
        await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
        expect(await page.locator("script:not([type='application/json'])").count(), file).toBe(0);
      }
      if ((await page.evaluate("window.ran")) !== undefined) found.push(`${file}: ran`);
      await page.close();
    }
    await context.close();
    expect(found).toEqual([]);
  }, 400_000);

  it("stands on the pages as it was typed", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path.join(outs[0]!, "report.html")).href);
    const shown = await page.locator("h1").textContent();
    for (const payload of payloads.slice(0, 5)) expect(shown).toContain(payload);
    await page.close();
  });
});

/** The same study under another title: a portfolio needs two that define everything alike. */
function twinOf(out: string): string {
  const twin = `${out}-twin`;
  mkdirSync(twin);
  const results = JSON.parse(readFileSync(path.join(out, "results.json"), "utf8"));
  results.study.title = `Twin: ${results.study.title}`;
  writeFileSync(path.join(twin, "results.json"), JSON.stringify(results));
  return twin;
}

/** A table as text has no control characters: one that does is refused when it is read. */
function withoutControls(text: string): string {
  return Array.from(text, (mark) => (mark < " " ? " " : mark)).join("");
}

/** Pages and pictures below a folder. */
function openable(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => /\.(html|svg)$/.test(file) && existsSync(file));
}

function chromiumPath(): string | null {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {}
  }
  return null;
}
