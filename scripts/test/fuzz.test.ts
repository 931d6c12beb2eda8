import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { judge } from "../fuzz/judge.ts";
import { sampleStudies } from "../fuzz/sample-study.ts";
import { spoiltInput } from "../fuzz/spoilt-input.ts";
import { longestMilliseconds, see, tryInput } from "../fuzz/try-input.ts";

const folder = mkdtempSync(join(tmpdir(), "likewise-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const samples = sampleStudies();

describe("spoilt studies end in 0, 2, 3 or 4, with a message, every row accounted for and no cell told", () => {
  const size = 50;
  it.each([0, 1, 2, 3, 4, 5])(`seed 7, ${size} inputs, part %i of 6`, { timeout: 300_000 }, async (part) => {
    const found: unknown[] = [];
    for (let index = part * size; index < (part + 1) * size; index++) {
      const input = spoiltInput(samples, 7, index);
      const sample = samples.find(({ name }) => name === input.sample)!;
      const { findings } = await tryInput(input, sample, join(folder, "study"));
      found.push(...findings.map((finding) => ({ index, ...finding })));
    }
    expect(found).toEqual([]);
  });

  it("are the same for the same seed", () => {
    for (const index of [0, 1, 2, 3, 4]) {
      expect(spoiltInput(samples, 7, index)).toEqual(spoiltInput(sampleStudies(), 7, index));
    }
  });
});

const corpus = fileURLToPath(new URL("../fuzz/corpus", import.meta.url));

describe("what fuzzing once found stays mended", () => {
  for (const name of readdirSync(corpus)
    .filter((each) => !each.endsWith(".md"))
    .sort()) {
    it(name, { timeout: 120_000 }, async () => {
      const study = join(corpus, name);
      const { code, command, message } = JSON.parse(readFileSync(join(study, "expected.json"), "utf8"));
      const out = join(folder, name);
      const from = process.cpuUsage();
      const seen = await see(command === "run" ? ["run", study, "--out", out] : ["check", study, "--json"], out);
      const { user, system } = process.cpuUsage(from);
      expect((user + system) / 1000).toBeLessThan(longestMilliseconds);
      expect(seen.code).toBe(code);
      expect(seen.err).toContain(message ?? "");
      expect(judge(seen, { files: [], spoilt: null, rows: new Map(), secrets: [] })).toEqual([]);
    });
  }
});

describe("the 20,000 inputs whose result is committed", () => {
  it("were 20,000, of every group, each ended in 0, 2, 3 or 4, and nothing was found", () => {
    const result = JSON.parse(readFileSync(new URL("../fuzz/result.json", import.meta.url), "utf8"));
    expect(result.inputs).toBe(20_000);
    expect(Object.keys(result.byCode).sort()).toEqual(["0", "2", "3", "4"]);
    expect(Object.keys(result.byGroup).sort()).toEqual([
      "bytes",
      "containers",
      "dates",
      "keys",
      "plan",
      "structure",
      "types",
    ]);
    expect(result.slowestMilliseconds).toBeLessThan(longestMilliseconds);
    expect(result.findings).toEqual([]);
  });
});

describe("the judge", () => {
  const account = {
    stage: "ingest",
    table: "people",
    file: "a.csv",
    rowsIn: 3,
    rowsUsed: 3,
    rowsRejected: 0,
    reasons: [],
    notes: [],
  };
  const fine = { code: 0, out: "{}", err: "", accounts: [account], issues: [] };
  const known = { files: ["a.csv"], spoilt: "a.csv", rows: new Map([["a.csv", 3]]), secrets: ["Zq1Xv"] };
  const issue = {
    code: "x",
    severity: "reported",
    table: "people",
    file: "a.csv",
    row: 4,
    column: null,
    expected: "a",
    found: "b",
  } as const;

  it("finds nothing in a sound outcome", () => {
    expect(judge(fine, known)).toEqual([]);
  });

  it.each([
    ["an exit code that means a fault of ours", { ...fine, code: 1 }, "code"],
    ["a trace", { ...fine, code: 2, err: "likewise: a.csv\n    at read (/x/files/read.ts:3:4)\n" }, "trace"],
    ["silence", { ...fine, code: 3, err: "" }, "silent"],
    ["a row that is nowhere", { ...fine, accounts: [{ ...account, rowsUsed: 2 }] }, "account"],
    ["a row that was never read", { ...fine, accounts: [{ ...account, rowsIn: 2, rowsUsed: 2 }] }, "account"],
    ["no account at all", { ...fine, accounts: [] }, "account"],
    ["a row number past the end", { ...fine, issues: [issue] }, "place"],
    ["a message without a place", { ...fine, code: 3, err: "likewise: something is wrong\n" }, "place"],
    ["a cell in a message", { ...fine, code: 3, err: "likewise: a.csv: Zq1Xv is no number\n" }, "value"],
    ["a cell in an issue", { ...fine, issues: [{ ...issue, row: 1, found: "Zq1Xv" }] }, "value"],
  ])("finds %s", (_, seen, kind) => {
    expect(judge(seen, known).map((finding) => finding.kind)).toContain(kind);
  });
});
