import { isUsual, readFlatFile } from "@likewise/ingest";
import { changeOfGroup, changeOverWaves, pairWaves } from "@likewise/measures";
import { describeChange } from "@likewise/report";
import { type Columns, cell, Failure, formatIssue, type Issue, type TextColumn, textColumn } from "@likewise/schema";
import type { ChangeOptions } from "../commands/change.ts";
import type { Console } from "../terminal/console.ts";
import { overWavesText } from "../terminal/over-waves-text.ts";
import { requireWord, scoreAsked } from "./change-options.ts";
import { listed } from "./compare-options.ts";
import { flagNumber } from "./flag-number.ts";
import { jsonText } from "./json-text.ts";
import { readDefinition } from "./load-definitions.ts";
import { type Questionnaires, questionnairesOf } from "./questionnaires-of.ts";

/** `likewise change FILE`: one score at two time points, exact and without disclosure. */
export async function changeFile(options: ChangeOptions, console: Console): Promise<number> {
  requireWord("assignment", options.assignment, ["random", "selected"]);
  const level = flagNumber("level", options.level)!;
  if (!(level > 0 && level < 1)) throw new Failure("usage", "--level: expected a number between 0 and 1");
  const { definition: own } =
    options.definition === undefined
      ? { definition: undefined }
      : await readDefinition(options.definition, options.definition);
  const asked = scoreAsked(options, own);
  const { id, wave, pre, post, score, item, response } = options;
  const extra = [wave, options.group, options.cluster, options.reached, options.date, item, response].filter(
    (name) => name !== undefined,
  );
  const scores =
    item !== undefined
      ? []
      : wave === undefined
        ? [...listed(pre), ...listed(post)]
        : score === undefined
          ? asked.items
          : [score];
  const answers = response === undefined ? scores : [response];
  const missing = { columns: answers, codes: listed(options.missingCodes) };
  const read = await readFlatFile({ file: options.file, columns: [...extra, ...scores], id, missing });
  for (const { what, value, evidence } of read.assumptions.filter((each) => !isUsual(each))) {
    console.err(`likewise: ${options.file}: read with ${what} ${value}: ${evidence}\n`);
  }
  const [suspected, reported] = apart(read.issues, (issue) => isSuspected(issue, answers));
  for (const issue of reported) console.err(`likewise: ${formatIssue(issue)}\n`);
  if (suspected.length > 0) console.err(`likewise: ${suspectedText(options.file, suspected)}\n`);
  const rejected = new Set(read.rejected.flatMap(({ rows }) => rows.map(({ line }) => line - 1)));
  const placed = inFile(options.file, read.columns.numRows, rejected);
  const forms = questionnairesOf(read.columns, options, asked);
  const pairs = pairWaves(forms.pairing);
  const { rowOf = (row: number) => row } = forms;
  const issues = placed([...forms.issues, ...pairs.issues.map((issue) => ({ ...issue, row: rowOf(issue.row!) }))]);
  const told = new Set(suspected.map(cellOf));
  for (const issue of issues) if (!told.has(cellOf(issue))) console.err(`likewise: ${formatIssue(issue)}\n`);
  requirePairs(options.file, pairs.account, forms);
  const groups = options.group === undefined ? undefined : groupsOf(read.columns, id, options.group, pairs.ids);
  requireTreated(options.treated, groups);
  const namesIn = (flag: "cluster" | "reached") =>
    options[flag] === undefined ? undefined : groupsOf(read.columns, id, options[flag], pairs.ids, flag);
  const [clusters, reached] = [namesIn("cluster"), namesIn("reached")?.map(yesOrNo)];
  const found = changeOfGroup({
    label: asked.label,
    pairs: { ...pairs, issues },
    better: asked.better,
    ...(asked.range === null ? {} : { range: asked.range }),
    ...(asked.error === null ? {} : { error: asked.error }),
    ...(asked.clinical === null ? {} : { clinical: asked.clinical }),
    ...(groups === undefined ? {} : { groups }),
    ...(options.treated === undefined ? {} : { treated: options.treated }),
    ...(clusters === undefined ? {} : { clusters }),
    ...(reached === undefined ? {} : { reached }),
    assigned: options.assignment === "random" ? "random" : "not at random",
    level,
    unverified: [...forms.unverified, ...asked.unverified],
  });
  if (forms.otherItems !== undefined && forms.otherItems > 0) {
    console.err(
      `likewise: ${options.file}: ${forms.otherItems} rows of items the measure does not have were left out\n`,
    );
  }
  if (options.waves === undefined) {
    console.out(options.json ? jsonText(found) : `${describeChange(found)}\n`);
    return 0;
  }
  const overWaves = changeOverWaves({
    ...forms.pairing,
    waves: listed(options.waves),
    ...(groups === undefined ? {} : { group: groupOfRows(forms, read.columns, id, options.group!) }),
    ...(options.treated === undefined ? {} : { treated: options.treated }),
    assigned: options.assignment === "random" ? "random" : "not at random",
    level,
  });
  console.out(
    options.json
      ? jsonText({ ...found, overWaves })
      : `${describeChange(found)}\n\n${overWavesText(overWaves).join("\n")}\n`,
  );
  return 0;
}

function apart<Item>(items: readonly Item[], isOne: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter(isOne), items.filter((item) => !isOne(item))];
}

function isSuspected({ code, column }: Issue, answers: readonly string[]): boolean {
  return code === "missing_code_suspected" && column !== null && answers.includes(column);
}

/** Said once for all of them, and with what settles it. */
function suspectedText(file: string, suspected: readonly Issue[]): string {
  const { row, column } = suspected.reduce((first, issue) => (issue.row! < first.row! ? issue : first));
  const first = `row ${row}, column "${column}"`;
  const what =
    suspected.length === 1
      ? `the value in ${first} may be a code for no answer; if it is, name it`
      : `${suspected.length} values may be codes for no answer, the first in ${first}; if they are, name them`;
  return `${file}: ${what} by --missing-codes (read as an answer till then, and rejected where it cannot be one)`;
}

function cellOf({ row, column }: Issue): string {
  return JSON.stringify([row, column]);
}

/** The group of the person of each questionnaire, of people seen at other time points alone too. */
function groupOfRows({ pairing: { person } }: Questionnaires, columns: Columns, id: string, group: string): TextColumn {
  const people = Array.from({ length: person.values.length }, (_, row) => String(cell(person, row)));
  const ids = [...new Set(people)];
  const groups = new Map(groupsOf(columns, id, group, ids).map((name, at) => [ids[at]!, name]));
  return textColumn(people.map((who) => groups.get(who) ?? null));
}

/** Issues by their row in the file: both time points of a wide file stand in one row, and rejected rows were not scored. */
function inFile(file: string, rows: number, rejected: ReadonlySet<number>) {
  const places: number[] = [];
  for (let row = 1; places.length < rows; row++) if (!rejected.has(row)) places.push(row);
  return (issues: readonly Issue[]): Issue[] => {
    const seen = new Set<string>();
    return issues
      .map((issue) => ({ ...issue, file, row: issue.row === null ? null : places[(issue.row - 1) % rows]! }))
      .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
      .filter(({ code, row, column }) => {
        const key = JSON.stringify([code, row, column]);
        return !seen.has(key) && seen.add(key);
      });
  };
}

function requirePairs(
  file: string,
  { people, both, preOnly, postOnly }: ReturnType<typeof pairWaves>["account"],
  { pairing: { pre, post } }: Questionnaires,
): void {
  if (both > 0) return;
  const why =
    people > 0 && preOnly === 0
      ? `nobody has a score at ${pre}, so there is nothing to change from`
      : `nobody has both scores: ${preOnly} people have one at ${pre} only, ${postOnly} at ${post} only`;
  throw new Failure("data", `${file}: ${why}`);
}

/** The group of each person; nobody may stand in two, for neither is known to be the right one. */
function groupsOf(
  columns: Columns,
  id: string,
  group: string,
  ids: readonly string[],
  flag = "group",
): (string | null)[] {
  const [person, of] = [columns.columns[id]! as TextColumn, columns.columns[group]!];
  const found = new Map<string, Set<string>>();
  for (let row = 0; row < columns.numRows; row++) {
    const [who, name] = [cell(person, row), cell(of, row)];
    if (who === null || name === null) continue;
    const names = found.get(String(who)) ?? new Set();
    found.set(String(who), names.add(String(name)));
  }
  const twice = ids.filter((one) => (found.get(one)?.size ?? 0) > 1).length;
  if (twice > 0) throw new Failure("data", `--${flag}: ${twice} people stand in more than one group of ${group}`);
  return ids.map((one) => found.get(one)?.values().next().value ?? null);
}

function yesOrNo(text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(yes|true|1)$/i.test(text)) return true;
  if (/^(no|false|0)$/i.test(text)) return false;
  throw new Failure("data", "--reached: its cells must be yes or no, true or false, 1 or 0, or blank");
}

function requireTreated(treated: string | undefined, groups: readonly (string | null)[] | undefined): void {
  if (treated === undefined) return;
  if (groups === undefined) throw new Failure("usage", "--treated names a group: --group is needed");
  const names = [...new Set(groups.filter((name) => name !== null))];
  requireWord("treated", treated, names);
}
