import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { main } from "../../packages/cli/src/index.ts";
import { splitCells } from "./cells.ts";
import { type Finding, judge, type Seen } from "./judge.ts";
import type { SampleStudy } from "./sample-study.ts";
import type { SpoiltInput } from "./spoilt-input.ts";

/** How one input ended. */
export interface Verdict {
  readonly code: number;
  /** Of processor time. */
  readonly milliseconds: number;
  readonly findings: readonly Finding[];
}

/** The longest that one input may take of a processor: on a busy machine, waiting for one says nothing of the input. */
export const longestMilliseconds = 30_000;

/** Writes one spoilt study to a folder, has the command read it in this process, and judges how that ended. */
export async function tryInput(input: SpoiltInput, sample: SampleStudy, folder: string): Promise<Verdict> {
  writeStudy(input, folder);
  const out = join(folder, "out");
  const words = input.command === "run" ? ["run", folder, "--out", out] : ["check", folder, "--json"];
  const from = process.cpuUsage();
  const seen = await see(words, out);
  const { user, system } = process.cpuUsage(from);
  const milliseconds = (user + system) / 1000;
  rmSync(folder, { recursive: true, force: true });
  const findings = judge(seen, {
    files: [...input.files.keys()],
    spoilt: input.file,
    rows: input.rows,
    // A spoilt plan may name a cell by itself, and is told what it says.
    secrets: [...secretsOf(sample), ...input.planted].filter((secret) => !input.plan.includes(secret)),
  });
  const slow = milliseconds > longestMilliseconds;
  return {
    code: seen.code,
    milliseconds,
    findings: slow ? [...findings, { kind: "slow", what: `took ${Math.round(milliseconds)} ms` }] : findings,
  };
}

/** Writes the study so that it can be read, or kept. */
export function writeStudy({ plan, files }: Pick<SpoiltInput, "plan" | "files">, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "study.yaml"), plan);
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** Runs one command line in this process. */
export async function see(words: readonly string[], out: string): Promise<Seen> {
  let [stdout, stderr] = ["", ""];
  const console = {
    out: (text: string) => {
      stdout += text;
    },
    err: (text: string) => {
      stderr += text;
    },
    terminal: false,
    now: () => 0,
  };
  // What escapes the command's own handling would end the process with a trace: that is a finding, not the end of this.
  const code = await main(words, console).catch((error: Error) => {
    stderr += `${error.stack}\n`;
    return 1;
  });
  const results = join(out, "private", "results.json");
  const printed = words[0] === "run" ? (existsSync(results) ? readFileSync(results, "utf8") : "{}") : stdout || "{}";
  const { accounts = [], issues = [] } = code === 0 || code === 4 ? JSON.parse(printed) : {};
  return { code, out: stdout, err: stderr, accounts, issues };
}

const secretsBySample = new Map<SampleStudy, readonly string[]>();

/** Cells that say something of one person: with a digit, long enough to be nobody's chance, and not in plan or header. */
function secretsOf(sample: SampleStudy): readonly string[] {
  const known = secretsBySample.get(sample);
  if (known !== undefined) return known;
  const secrets = new Set<string>();
  const tables = [...sample.files]
    .filter(([name]) => name.endsWith(".csv"))
    .map(([, bytes]) => splitCells(bytes.toString("utf8")));
  const said = [sample.plan, ...tables.map(([header]) => header!.join("\n"))].join("\n");
  for (const [, ...rows] of tables) {
    for (const cell of rows.flat()) if (cell.length >= 6 && /\d/.test(cell) && !said.includes(cell)) secrets.add(cell);
  }
  secretsBySample.set(sample, [...secrets]);
  return [...secrets];
}
