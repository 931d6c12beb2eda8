import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { main } from "likewise";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type CommandResult, runCommand, temporaryFolder } from "./run-command.ts";

/**
 * Values that stand nowhere but where they are planted, so that finding one tells from where it came. The key's are
 * looked for as text, in hex and in base 64.
 */
const planted = {
  unmapped: "CanaryUnmapped7Q",
  unmappedHeader: "CanaryHeader7Q",
  rejected: "CanaryRejected7Q",
  prose: "CanaryProse7Q",
  mail: "canarymail7q@example.org",
  comment: "CanaryComment7Q",
  key: "CanaryKey7Q-0123456789-abcdefghij",
} as const;
const keyForms = [planted.key, Buffer.from(planted.key).toString("hex"), Buffer.from(planted.key).toString("base64")];

/** Ids of the synthetic extracts: of people, victim-survivors, children, crimes, referrals and families. */
const idPattern = /\b(?:P1\d{4}|V2\d{4}|C5\d{4}|E10\d{4}|R1\d{3}|F1\d{4})\b/;

const folder = temporaryFolder();
const study = join(folder, "study");
const people = join(study, "data/case-management/people.csv");
const keyFile = join(folder, "secret.key");

/** Everything a person or a programme is shown: what commands print, and what they write outside `private/`. */
const shown: { readonly from: string; readonly text: string }[] = [];

async function run(...argv: string[]): Promise<CommandResult> {
  const result = await runCommand(...argv);
  shown.push({ from: `${argv.join(" ")} (printed)`, text: result.out + result.err });
  return result;
}

function filesBelow(below: string): readonly string[] {
  return readdirSync(below).flatMap((entry) => {
    const path = join(below, entry);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function keepWritten(out: string): void {
  for (const file of filesBelow(out)) {
    const name = relative(out, file);
    if (!name.startsWith("private")) shown.push({ from: name, text: readFileSync(file, "latin1") });
  }
}

function found(texts: readonly string[]): string[] {
  return shown.flatMap(({ from, text }) => texts.filter((one) => text.includes(one)).map((one) => `${one} in ${from}`));
}

const planFile = join(study, "study.yaml");
let plan = "";
let before: ReadonlySet<string>;
const out = join(study, "out");

/** The plan that names a key is another text, so its hash is another. */
function withoutPlanHash(name: string, value: unknown): unknown {
  return name === "provenance" ? undefined : value;
}

function withPlan(change: (text: string) => string): void {
  writeFileSync(planFile, change(plan));
}

const usual = process.env.TMPDIR;
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
});

beforeAll(async () => {
  // A folder for temporary files of its own: other tests run beside this one.
  process.env.TMPDIR = join(folder, "temporary");
  mkdirSync(process.env.TMPDIR);
  before = new Set(readdirSync(tmpdir()));
  await runCommand("simulate", study, "--seed", "11", "--referrals", "80", "--pool", "300");
  const [header, ...rows] = readFileSync(people, "utf8").trimEnd().split(/\r?\n/);
  const more = rows.map((row, index) => {
    const cells = row.split(",");
    // Two free cells of a mapped column: prose, and an e-mail address where an area should be.
    if (index === 5) cells[5] = `"${planted.prose} rang twice\nand left no message"`;
    if (index === 6) cells[5] = planted.mail;
    return `${cells.join(",")},${planted.unmapped}`;
  });
  writeFileSync(people, [`${header},${planted.unmappedHeader}`, ...more].join("\r\n"));
  appendFileSync(people, `\r\nP10001,Perpetrator,${planted.rejected},M,,,,,,${planted.unmapped}\r\n`);
  writeFileSync(keyFile, planted.key, { mode: 0o600 });
  plan = readFileSync(planFile, "utf8").replace(/^data:$/m, `# ${planted.comment}\ndata:`);
  withPlan((text) => text);
}, 120_000);

describe("what is planted in a study is found in nothing that leaves private/", () => {
  it("by running every command with success", async () => {
    expect((await run("check", study)).code).toBe(0);
    expect((await run("check", study, "--json", "--debug")).code).toBe(0);
    expect([0, 4]).toContain((await run("run", study, "--out", out)).code);
    keepWritten(out);
    expect((await run("report", out)).code).toBe(0);
    keepWritten(out);
    const [table, compared] = [join(folder, "table.csv"), join(folder, "compared")];
    const rows = Array.from({ length: 60 }, (_, row) => {
      const area = row === 7 ? planted.mail : ["North", "South"][row % 2];
      return `P1${1000 + row},${row % 3 === 0 ? "yes" : "no"},${row % 5 === 0 ? 1 : 0},${area},${planted.unmapped}`;
    });
    writeFileSync(table, ["Ref,Offered,Again,Area,Other", ...rows].join("\n"));
    const columns = ["--treatment", "Offered", "--outcome", "Again", "--covariates", "Area", "--id", "Ref"];
    for (const more of [[], ["--json", "--out", compared]]) {
      expect((await run("compare", table, ...columns, ...more)).code).toBe(0);
    }
    keepWritten(compared);
  }, 200_000);

  it("with ids as pseudonyms, which private/ holds alone beside the rows rejected", async () => {
    withPlan((text) => text.replace(/^data:$/m, `data:\n  protection:\n    pseudonymKey: ${keyFile}`));
    const keyed = join(study, "keyed");
    expect((await run("check", study)).code).toBe(0);
    expect([0, 4]).toContain((await run("run", study, "--out", keyed)).code);
    keepWritten(keyed);
    for (const file of filesBelow(join(keyed, "private"))) {
      const text = readFileSync(file, "latin1");
      for (const form of keyForms) expect(text).not.toContain(form);
      if (!file.includes("rejected")) expect(`${file}: ${idPattern.exec(text)?.[0]}`).toBe(`${file}: undefined`);
    }
    const exact = (of: string) => {
      const results = JSON.parse(readFileSync(join(of, "private", "results.json"), "utf8"));
      return JSON.stringify([results.comparisons, results.safety, results.funnel, results.blocks], withoutPlanHash);
    };
    expect(exact(keyed)).toBe(exact(out));
  }, 200_000);

  it("by a plan drafted from extracts full of identifiers", async () => {
    const [from, drafted] = [join(folder, "from"), join(folder, "drafted")];
    mkdirSync(from);
    const two = (value: number) => String(value).padStart(2, "0");
    const on = (row: number, year: number) => `${two(1 + (row % 28))}/${two(1 + (row % 12))}/${year}`;
    const clients = Array.from({ length: 80 }, (_, row) =>
      [
        `P1${1000 + row},Quill Canaryson${row},canarymail${row}@example.org,"${row} Canary Street, Leeds"`,
        `${row % 2 ? "Treated" : "Comparison"},${20 + (row % 40)},${row % 2 ? "M" : "F"}`,
        `"rang ${planted.prose}${row} and he said that he would not come back again",${on(row, 2022)}`,
        `${on(row, 1950 + (row % 50))}`,
      ].join(","),
    );
    const crimes = Array.from({ length: 300 }, (_, row) =>
      [`E10${1000 + row}`, `P1${1000 + (row % 80)}`, on(row, 2020 + (row % 4)), row % 3 ? "Y" : "N", "Assault"].join(
        ",",
      ),
    );
    const header = "Client Ref,Client name,Contact,Home,Arm,Age,Sex,Case notes,Referral date,Key date";
    writeFileSync(join(from, "people.csv"), [header, ...clients].join("\n"));
    writeFileSync(
      join(from, "police crimes.csv"),
      ["Crime ref,Client Ref,Committed on,DA flag,Offence", ...crimes].join("\n"),
    );
    expect((await run("init", drafted, "--from", from)).code).toBe(0);
    const text = readFileSync(join(drafted, "study.yaml"), "utf8");
    shown.push({ from: "drafted study.yaml", text });
    for (const column of ["Client name", "Contact", "Home", "Case notes", "Key date"])
      expect(text).toContain(`- ${column}:`);
    expect(found(["Canaryson", "canarymail", "Canary Street", planted.prose])).toEqual([]);
    expect((await run("run", drafted)).code).toBe(2);
  }, 60_000);

  it("by every way to fail", async () => {
    vi.stubEnv("NO_COLOR", "1");
    const debugged = async (code: number, ...argv: string[]) => {
      expect((await run(...argv, "--debug")).code).toBe(code);
      expect((await run(...argv)).code).toBe(code);
    };
    // Not YAML; not a plan; no such column; a column of identifiers; a key that is open, or too short.
    withPlan((text) => `${text}\n  : [`);
    await debugged(2, "check", study);
    withPlan((text) => text.replace("version: 1", "version: 2"));
    await debugged(2, "run", study, "--out", join(folder, "none"));
    withPlan((text) => text.replace("area: Area", "area: Aera"));
    await debugged(2, "check", study);
    writeFileSync(join(folder, "short.key"), planted.key.slice(0, 20), { mode: 0o600 });
    withPlan((text) =>
      text.replace(/^data:$/m, `data:\n  protection:\n    pseudonymKey: ${join(folder, "short.key")}`),
    );
    await debugged(2, "check", study);
    // Nobody is left; a file without rows; a quote that is never closed.
    withPlan((text) =>
      text.replace("Perpetrator: perpetrator", "Other: perpetrator").replace("Child: child", "X: child"),
    );
    await run("check", study, "--debug");
    withPlan((text) => text);
    const kept = readFileSync(people);
    writeFileSync(people, "");
    await debugged(3, "check", study);
    writeFileSync(people, `${kept.toString()}P99997,"${planted.rejected}`);
    await debugged(3, "check", study);
    const names = Array.from({ length: 30 }, (_, row) => `P${row},canary.person${row}@example.org`);
    writeFileSync(people, `Ref,Area\n${names.join("\n")}\n`);
    await debugged(2, "compare", people, "--treatment", "Area", "--outcome", "Area", "--id", "Ref");
    expect(found(["canary.person"])).toEqual([]);
    writeFileSync(people, kept);
    vi.unstubAllEnvs();
  }, 200_000);

  it("neither in cells, nor rows, nor ids, nor comments, nor the key", () => {
    const { unmapped, rejected, prose, mail, comment } = planted;
    expect(shown.length).toBeGreaterThan(30);
    expect(found([unmapped, rejected, prose, mail, comment, ...keyForms])).toEqual([]);
    expect(found(["secret.key"]).filter((one) => !one.includes("printed"))).toEqual([]);
    const ids = shown.flatMap(({ from, text }) => {
      const id = idPattern.exec(text)?.[0];
      return id === undefined ? [] : [`${id} in ${from}`];
    });
    expect(ids).toEqual([]);
  });

  it("nor in a header that is not mapped, unless a header is missing and the message lists them", () => {
    const lists = found([planted.unmappedHeader]).filter((one) => !one.includes("check") && !one.includes("compare"));
    expect(lists).toEqual([]);
  });

  it("nor left behind in the folder of temporary files or beside the study", () => {
    const ours = (name: string) => /likewise|duckdb/i.test(name) && !name.startsWith("likewise-test-");
    expect(readdirSync(tmpdir()).filter((name) => !before.has(name) && ours(name))).toEqual([]);
    expect(readdirSync(study).sort()).toEqual([
      "data",
      "keyed",
      "out",
      "planted-errors.json",
      "study.yaml",
      "truth.json",
    ]);
  });

  it.skipIf(process.platform === "win32")("and its owner alone can open what is in private/", () => {
    for (const name of ["out", "keyed"]) {
      const inside = join(study, name, "private");
      expect(statSync(inside).mode & 0o777).toBe(0o700);
      expect(statSync(join(inside, "victim-survivors")).mode & 0o777).toBe(0o700);
      for (const file of filesBelow(inside)) expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  });
});

describe("what is about victim-survivors and children lies apart", () => {
  const inside = join(out, "private");
  const rejectedBelow = (below: string) => filesBelow(join(inside, below)).filter((file) => file.includes("rejected"));

  it("in rejected rows: theirs in their folder, and a perpetrator's in none of it", () => {
    const theirs = rejectedBelow("victim-survivors");
    const others = rejectedBelow(".").filter((file) => !theirs.includes(file));
    expect(theirs.some((file) => /abuse/.test(file)) && theirs.some((file) => /people/.test(file))).toBe(true);
    expect(others.filter((file) => /abuse|links|harms/.test(file))).toEqual([]);
    for (const file of others.filter((one) => /people/.test(one))) {
      expect(readFileSync(file, "utf8")).not.toMatch(/Child|Victim\/survivor/);
    }
  });

  it("in issues, every one of which is in one of the two files", () => {
    const linesOf = (name: string) => readFileSync(join(inside, name), "utf8").trimEnd().split("\r\n").slice(1);
    const [others, theirs] = [linesOf("issues.csv"), linesOf("victim-survivors/issues.csv")];
    expect(theirs.length).toBeGreaterThan(0);
    expect(others.filter((line) => /,(abuse|links),/.test(line))).toEqual([]);
    const { issues } = JSON.parse(shown.find(({ from }) => from.startsWith("check") && from.includes("--json"))!.text);
    expect(others.length + theirs.length).toBeGreaterThanOrEqual(issues.length);
  });
});

describe("the day until which data are kept", () => {
  const day = (iso: string) => Date.parse(iso);
  const at = async (now: number, ...argv: string[]) => {
    let err = "";
    const code = await main(argv, {
      out: () => {},
      err: (text) => {
        err += text;
      },
      terminal: false,
      now: () => now,
    });
    return { code, err };
  };

  beforeAll(() => {
    withPlan((text) => text.replace(/^data:$/m, "data:\n  protection:\n    retainUntil: 2026-03-31"));
  });

  it("stops check, request and run from the next day, with what to do", async () => {
    for (const argv of [
      ["check", study],
      ["request", study],
      ["run", study, "--out", join(study, "late")],
    ]) {
      const { code, err } = await at(day("2026-04-01"), ...argv);
      expect(code).toBe(2);
      expect(err).toContain("2026-03-31, which is past; destroy the extracts and out/private");
    }
    expect(readdirSync(study)).not.toContain("late");
  });

  it("is said on stderr for thirty days before, and not earlier", async () => {
    expect((await at(day("2026-02-28"), "check", study)).err).toBe("");
    expect((await at(day("2026-03-01"), "check", study)).err).toContain("30 days from today");
    const last = await at(day("2026-03-31T23:59:59Z"), "check", study);
    expect([last.code, last.err.includes("which is today")]).toEqual([0, true]);
  }, 60_000);

  it("stops report as well, by the plan its results carry", async () => {
    const dated = mkdtempSync(join(tmpdir(), "likewise-test-"));
    const results = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
    results.options.data.protection = { retainUntil: "2026-03-31" };
    writeFileSync(join(dated, "results.json"), JSON.stringify(results));
    expect((await at(day("2026-04-01"), "report", dated)).code).toBe(2);
  });
});

describe("likewise key", () => {
  it("writes 32 bytes that its owner alone can read, once, and prints none", async () => {
    const file = join(folder, "new.key");
    const { code, out: printed, err } = await runCommand("key", file);
    expect(code).toBe(0);
    const bytes = readFileSync(file);
    expect(bytes.length).toBe(32);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const form of ["hex", "base64", "latin1"] as const) expect(printed + err).not.toContain(bytes.toString(form));
    expect(await runCommand("key", file)).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is a file at"),
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("is refused inside a study", async () => {
    expect((await runCommand("key", join(study, "data", "new.key"))).code).toBe(2);
  });
});
