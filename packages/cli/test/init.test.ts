import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Account, Issue, StudyPlan } from "@likewise/schema";
import { main } from "likewise";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type CommandResult, repository, runCommand, temporaryFolder } from "./run-command.ts";

const extracts = join(repository, "packages/cli/test/five-extracts");
const truth = JSON.parse(readFileSync(join(extracts, "truth.json"), "utf8"));
const files: readonly { file: string; headerRow: number; tables: readonly string[] }[] = truth.files;

/** The answers an analyst gives who knows what truth.json says must be confirmed: every assumption holds. */
const asAssumed = [
  "arms",
  "index-date",
  "outcome",
  "part-played",
  "extract-date",
  "found",
  "missing-codes",
  "references",
  "before-index",
  "fill-down",
];

const planOf = (folder: string): StudyPlan => parse(readFileSync(join(folder, "study.yaml"), "utf8"));
const textOf = (folder: string) => readFileSync(join(folder, "study.yaml"), "utf8");

function answersFile(answers: Readonly<Record<string, number | string>>): string {
  const file = join(temporaryFolder(), "answers.yaml");
  writeFileSync(file, JSON.stringify(answers));
  return file;
}

async function initWith(
  answers: Readonly<Record<string, number | string>>,
): Promise<{ folder: string; result: CommandResult }> {
  const folder = join(temporaryFolder(), "study");
  return { folder, result: await runCommand("init", folder, "--from", extracts, "--answers", answersFile(answers)) };
}

const assumed = Object.fromEntries(asAssumed.map((id) => [id, "assumed"]));

/** Reoffenders of each arm among everybody observed. */
async function reoffenders(folder: string): Promise<{ programme: number; comparison: number }> {
  expect(await runCommand("run", folder)).toMatchObject({ code: 0 });
  const results = JSON.parse(readFileSync(join(folder, "out/private/results.json"), "utf8"));
  const crude = results.comparisons
    .find(({ id }: { id: string }) => id === "as-they-are")
    .estimates.find(
      ({ measure, outcome }: { measure: string; outcome: string }) =>
        measure === "riskDifference" && !/count/.test(outcome),
    );
  return { programme: crude.treated.events, comparison: crude.comparison.events };
}

describe("five extracts of five systems", () => {
  let folder: string;
  let plan: StudyPlan;
  let check: { readonly issues: Issue[]; readonly accounts: Account[]; readonly unconfirmed: unknown[] };

  beforeAll(async () => {
    const initiated = await initWith(assumed);
    expect(initiated.result).toMatchObject({ code: 0, err: "" });
    folder = initiated.folder;
    plan = planOf(folder);
    const { code, out } = await runCommand("check", folder, "--json");
    expect(code).toBe(0);
    check = JSON.parse(out);
  });

  it.skipIf(process.platform === "win32")("are copied where their owner alone can read them", () => {
    const data = join(folder, "data");
    expect(statSync(data).mode & 0o777).toBe(0o700);
    const copies = readdirSync(data);
    expect(copies.length).toBe(files.length);
    for (const copy of copies) expect(statSync(join(data, copy)).mode & 0o777).toBe(0o600);
  });

  it("are recognised for what they are", () => {
    const tables = Object.entries(plan.data.tables).map(([table, source]) => `${table} ${source.files}`);
    expect(tables.sort()).toEqual(
      files.flatMap(({ file, tables }) => tables.map((table) => `${table} data/${file}`)).sort(),
    );
  });

  it("have every column mapped that the truth names a field for, as it says", () => {
    for (const { file, columns } of truth.files) {
      for (const { header, meaning } of columns) {
        for (const reference of meaning as string[]) {
          const [table, field] = reference.split(".");
          // A file feeds one record beside people: stages stay with the analyst.
          if (field === undefined || table === "stages") continue;
          const mapped = plan.data.tables[table!]!.columns[field];
          expect(typeof mapped === "string" ? mapped : mapped?.column, `${file} ${reference}`).toBe(header);
        }
      }
    }
  });

  it("become a plan in at most ten confirmations, those the truth says nobody but a person can give", () => {
    expect(plan.data.confirm!.length).toBeLessThanOrEqual(10);
    expect(plan.data.confirm!.length).toBe(truth.mustBeConfirmed.length);
    const ids = plan.data.confirm!.map(({ id }) => (id === "missing-codes" ? "missing-99" : id));
    expect(ids.sort()).toEqual(truth.mustBeConfirmed.map(({ id }: { id: string }) => id).sort());
    expect(plan.data.asAt).toBe("2023-04-14");
    expect(plan.cohort.indexDate).toBe("people.index_date");
  });

  it("are laid out, encoded and dated as the truth says, written into the plan", () => {
    for (const { file, headerRow, encoding, delimiter, sheet } of truth.files) {
      const source = Object.values(plan.data.tables).find(({ files }) => files[0] === `data/${file}`)!;
      expect(source.format).toMatchObject({ headerRow, ...(sheet ? { sheet } : { encoding, delimiter }) });
    }
    const formats = Object.entries(plan.data.tables).map(([table, { dateFormat }]) => [table, dateFormat]);
    expect(Object.fromEntries(formats)).toEqual({
      people: "dd/mm/yyyy",
      referrals: "dd/mm/yyyy",
      events: "dd/mm/yyyy",
      searches: "mm/dd/yyyy",
      sessions: "dd-mon-yy",
      abuse: "yyyy-mm-dd",
    });
  });

  it("have their direct identifiers noticed, named and left out", () => {
    const mapped = Object.values(plan.data.tables).flatMap((source) =>
      Object.values(source.columns).map((column) => (typeof column === "string" ? column : column.column)),
    );
    for (const { column } of truth.directIdentifiers) {
      expect(mapped).not.toContain(column);
      expect(textOf(folder)).toMatch(new RegExp(`# - ${column}: `));
    }
  });

  it("have every planted bad row found, by file, row and column", () => {
    for (const { file, row, toRow = row, column, kind } of truth.plantedBad) {
      const { headerRow } = files.find((one) => one.file === file)!;
      for (let at = row; at <= toRow; at++) {
        const found = check.issues.filter((issue) => issue.file === `data/${file}` && issue.row === at - headerRow);
        const named = found.filter(
          (issue) => issue.column === column || issue.column === null || issue.code === "date_order",
        );
        expect(named.length, `${file} row ${at}: ${kind}`).toBeGreaterThan(0);
      }
    }
  });

  it("have nothing else rejected but what is no data, and the row a planted one contradicts", () => {
    const planted = new Set<string>();
    for (const { file, row, toRow = row } of truth.plantedBad) {
      const { headerRow } = files.find((one) => one.file === file)!;
      for (let at = row; at <= toRow; at++) planted.add(`data/${file} ${at - headerRow}`);
    }
    const noData = ["footer_row", "repeated_header", "blank_row"];
    const others = check.issues.filter(
      ({ severity, code, file, row }) =>
        severity === "rejected" && !noData.includes(code) && !planted.has(`${file} ${row}`),
    );
    expect(others.map(({ file, row, code }) => `${file} ${row} ${code}`)).toEqual([
      "data/victim contact log.csv 302 conflicting_rows",
    ]);
  });

  it("have every row accounted for", () => {
    for (const account of check.accounts) {
      expect(account.rowsIn).toBe((account.rowsUsed as number) + (account.rowsRejected as number));
    }
    for (const { file, dataRows } of truth.files) {
      const account = check.accounts.find((one) => one.file === `data/${file}`)!;
      const noData = account.reasons.filter(({ code }) =>
        ["footer_row", "repeated_header", "blank_row"].includes(code),
      );
      expect(account.rowsIn).toBe(dataRows + noData.reduce((sum, { rows }) => sum + (rows as number), 0));
    }
    expect(check.unconfirmed).toEqual([]);
  });

  it("run: everybody is in the arm the truth says, and reoffended or not as it says", async () => {
    const { within12Months, ofPeopleWithIndexDateAndFound: found } = truth.reoffending;
    expect(await reoffenders(folder)).toEqual(within12Months);
    const { coverage } = JSON.parse(readFileSync(join(folder, "out/private/results.json"), "utf8"));
    const [treated, comparison] = coverage;
    expect(treated.people).toBe(truth.people.withIndexDate.programme);
    expect(comparison.people).toBe(truth.people.withIndexDate.comparison);
    expect(treated.observedToEnd).toBe(found.programme);
    // Two searches that found their person cannot be read: without them it is not known that these were looked for.
    expect(comparison.observedToEnd).toBe(found.comparison - 2);
  });

  it.each([
    ["references", { references: 2 }, truth.reoffending.ifReferencesAreNotMended.lowerCaseLost],
    ["incidents", { "part-played": 2 }, truth.reoffending.ifDecidedOtherwise.nonCrimeIncidentsCount],
    [
      "any crime",
      { outcome: "at least one recorded crime of any kind" },
      truth.reoffending.ifDecidedOtherwise.anyCrime,
    ],
  ])("decided otherwise (%s), count what the truth says of that", async (_, answer, expected) => {
    const other = await initWith({ ...assumed, ...answer });
    expect(other.result).toMatchObject({ code: 0, err: "" });
    expect(await reoffenders(other.folder)).toEqual(expected);
  });

  it("are copied byte by byte and not touched", () => {
    const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
    const named = files.map(({ file }) => file);
    expect(readdirSync(join(folder, "data")).sort()).toEqual([...named].sort());
    for (const file of named) expect(hash(join(folder, "data", file))).toBe(hash(join(extracts, file)));
  });

  it("give the same plan however they are named", async () => {
    const one = join(temporaryFolder(), "study");
    const other = join(temporaryFolder(), "study");
    const named = files.map(({ file }) => join(extracts, file)).reverse();
    await runCommand("init", one, "--from", ...named);
    await runCommand(
      "init",
      other,
      "--from",
      join(extracts, "*.csv"),
      join(extracts, "*.tsv"),
      join(extracts, "**/*.xlsx"),
    );
    const twice = join(temporaryFolder(), "study");
    await runCommand("init", twice, ...named.flatMap((file) => ["--from", file]));
    const tables = (folder: string) => Object.entries(planOf(folder).data.tables).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(tables(one)).toEqual(tables(other));
    expect(tables(twice)).toEqual(tables(one));
    expect(planOf(one).cohort).toEqual(planOf(other).cohort);
  });
});

describe("what nobody has confirmed", () => {
  it("keeps run from running, and check lists it", async () => {
    const { folder } = await initWith({ arms: 1, found: "not traced" });
    const run = await runCommand("run", folder);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/8 assumptions are not confirmed/);
    for (const id of asAssumed) expect(run.err.includes(`  ${id}: `), id).toBe(!["arms", "found"].includes(id));
    expect(existsSync(join(folder, "out"))).toBe(false);
    const check = await runCommand("check", folder);
    expect(check.code).toBe(0);
    expect(check.out).toMatch(/Not confirmed: 8/);
    writeFileSync(join(folder, "study.yaml"), textOf(folder).replaceAll("confirmed: false", "confirmed: true"));
    expect((await runCommand("check", folder)).out).not.toMatch(/Not confirmed/);
  });
});

describe("questions at a terminal", () => {
  async function typing(lines: readonly (string | null)[], interactive: boolean) {
    const folder = join(temporaryFolder(), "study");
    const prompts: string[] = [];
    const left = [...lines];
    let err = "";
    const code = await main(["init", folder, "--from", extracts], {
      out: () => {},
      err: (text) => {
        err += text;
      },
      terminal: false,
      now: () => 0,
      ask: {
        interactive,
        line: async (prompt) => {
          prompts.push(prompt);
          return left.shift() ?? null;
        },
        close: () => {},
      },
    });
    return { code, err, folder, prompts };
  }

  it("are asked one by one; Enter accepts, a number chooses, l leaves it open", async () => {
    const { code, folder, prompts } = await typing(["", "2", "l", "", "", "", "", "", "", ""], true);
    expect(code).toBe(0);
    expect(prompts).toHaveLength(10);
    expect(prompts[1]).toMatch(
      /Question 2 of 10 \(references\)[\s\S]*1 {2}the same people.*\[assumed\][\s\S]*2 {2}not the same/,
    );
    const confirm = planOf(folder).data.confirm!;
    expect(confirm.filter(({ confirmed }) => !confirmed).map(({ id }) => id)).toEqual(["missing-codes"]);
    expect(confirm[1]!.assumed).toMatch(/not the same people/);
    expect(planOf(folder).data.tables.events!.columns.person).toBe("Nominal Ref");
  });

  it("are asked again after a slip of the hand, and a pipe that says something else is refused", async () => {
    const { code, prompts } = await typing(["7", ""], true);
    expect(code).toBe(0);
    expect(prompts[1]).toMatch(/^\nThe answer to fill-down: expected a number from 1 to 2/);
    expect(prompts[1]).toContain(prompts[0]);
    const piped = await typing(["7"], false);
    expect(piped.code).toBe(2);
    expect(piped.err).toMatch(/The answer to fill-down: expected a number from 1 to 2/);
    expect(existsSync(piped.folder)).toBe(false);
  });

  it("stay open when the lines end", async () => {
    const { code, folder } = await typing([""], false);
    expect(code).toBe(0);
    expect(planOf(folder).data.confirm!.filter(({ confirmed }) => confirmed)).toHaveLength(1);
  });
});

describe("wrong input to init", () => {
  const police = join(extracts, "RMS_offences_extract.xlsx");

  it.each([
    ["without extracts", [], /init needs the extracts/],
    ["a file that is not there", ["--from", "nowhere.csv"], /there is no file nowhere\.csv/],
    ["a pattern nothing fits", ["--from", join(extracts, "*.parquet")], /nothing fits the pattern/],
    ["a folder without extracts", ["--from", join(repository, "data-schemas")], /holds no extract/],
    ["answers that are not there", ["--from", extracts, "--answers", "nowhere.yaml"], /there is no file nowhere\.yaml/],
    [
      "an answer to no question",
      ["--from", extracts, "--answers", answersFile({ arm: 1 })],
      /no question arm; did you mean arms\?/,
    ],
    [
      "an answer that is no choice",
      ["--from", extracts, "--answers", answersFile({ arms: 9 })],
      /arms: expected a number from 1 to 2/,
    ],
    ["an option that is not there", ["--form", extracts], /did you mean --from\?/],
  ])("%s is refused with code 2, and nothing is written", async (_, words, message) => {
    const folder = join(temporaryFolder(), "study");
    const { code, err } = await runCommand("init", folder, ...words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/ at .*\.ts/);
    expect(existsSync(folder)).toBe(false);
  });

  it("a folder that is not empty is refused and left as it is", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "study.yaml"), "mine\n");
    const { code, err } = await runCommand("init", folder, "--from", extracts);
    expect(code).toBe(2);
    expect(err).toMatch(/is not empty: name a new one/);
    expect(readdirSync(folder)).toEqual(["study.yaml"]);
  });

  it.each([
    ["a file that cannot be read", "broken.xlsx", "PK\u0003\u0004 cut off", /broken\.xlsx/],
    ["an empty file", "empty.csv", "", /empty\.csv/],
    ["files without people", "prices.csv", "Item,Price\nPen,2\nInk,3\nPad,4\n", /no file has a column of person ids/],
  ])("%s ends in code 3, and nothing is written", async (_, name, text, message) => {
    const from = temporaryFolder();
    writeFileSync(join(from, name), text);
    const folder = join(temporaryFolder(), "study");
    const { code, err } = await runCommand("init", folder, "--from", join(from, name));
    expect(code).toBe(3);
    expect(err).toMatch(message);
    expect(existsSync(folder)).toBe(false);
  });

  it("two extracts of one name are kept apart by their folders", async () => {
    const from = temporaryFolder();
    for (const folder of ["old", "new"]) mkdirSync(join(from, folder));
    const referrals = readFileSync(join(extracts, "Case Mgmt export (referrals) 2023-04.csv"));
    writeFileSync(join(from, "old", "export.csv"), referrals);
    writeFileSync(join(from, "new", "export.csv"), readFileSync(join(extracts, "police_searches.tsv")));
    const folder = join(temporaryFolder(), "study");
    expect(await runCommand("init", folder, "--from", from, police)).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, "data")).sort()).toEqual(["RMS_offences_extract.xlsx", "new", "old"]);
  });

  it("and by further folders above, where those have one name too", async () => {
    const from = temporaryFolder();
    const sources = [
      ["force/2023", "Case Mgmt export (referrals) 2023-04.csv"],
      ["service/2023", "police_searches.tsv"],
    ] as const;
    for (const [folder, file] of sources) {
      mkdirSync(join(from, folder), { recursive: true });
      writeFileSync(join(from, folder, "export.csv"), readFileSync(join(extracts, file)));
    }
    const folder = join(temporaryFolder(), "study");
    expect(await runCommand("init", folder, "--from", from, police)).toMatchObject({ code: 0 });
    for (const [place, file] of sources) {
      expect(readFileSync(join(folder, "data", place, "export.csv"))).toEqual(readFileSync(join(extracts, file)));
    }
  });

  it("settings and pictures of a folder are passed over in it, and read when they are named", async () => {
    const from = temporaryFolder();
    writeFileSync(join(from, "settings.json"), "{}");
    writeFileSync(join(from, "Thumbs.db"), "no database");
    const folder = join(temporaryFolder(), "study");
    expect((await runCommand("init", folder, "--from", from)).err).toMatch(/holds no extract \(\.xlsx .*\.csv/);
    expect((await runCommand("init", folder, "--from", join(from, "settings.json"))).err).toMatch(/settings\.json/);
  });
});
