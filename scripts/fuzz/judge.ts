import type { Account, Issue } from "../../packages/schema/src/index.ts";

/** What `check --json` or `run` did with a study, as its caller sees it. */
export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly accounts: readonly Account[];
  readonly issues: readonly Issue[];
}

/** What is known of the input without the reader under test. */
export interface Known {
  /** Files that the plan of the sample names. */
  readonly files: readonly string[];
  /** The file that was spoilt, or null when it was the plan. */
  readonly spoilt: string | null;
  readonly rows: ReadonlyMap<string, number>;
  /** Cells that no message may hold. */
  readonly secrets: readonly string[];
}

/** A promise the command did not keep. */
export interface Finding {
  readonly kind: "code" | "trace" | "silent" | "account" | "place" | "value" | "slow" | "hang";
  readonly what: string;
}

/** Every promise of the command, asked of one outcome. */
export function judge(seen: Seen, known: Known): Finding[] {
  return [
    ...codes(seen),
    ...traces(seen),
    ...accountsClose(seen, known),
    ...places(seen, known),
    ...values(seen, known),
  ];
}

function codes({ code, err, out }: Seen): Finding[] {
  if (![0, 2, 3, 4].includes(code)) return [{ kind: "code", what: `ended in ${code}: ${firstLine(err)}` }];
  const silent = (code === 2 || code === 3) && !/^likewise: \S/.test(err);
  const spoke = silent || (code === 4 && out === "" && err === "");
  return spoke ? [{ kind: "silent", what: `ended in ${code} without a message` }] : [];
}

function traces({ out, err }: Seen): Finding[] {
  const trace = /^\s+at .*(?:\d+:\d+\)?|<anonymous>\)?)$|\/(?:node_modules|dist|src)\/[\w./-]+\.(?:js|ts)\b/m.exec(
    out + err,
  );
  return trace === null ? [] : [{ kind: "trace", what: `a trace in the output: ${trace[0].trim()}` }];
}

function accountsClose({ code, accounts, issues }: Seen, { rows }: Known): Finding[] {
  if (code !== 0 && code !== 4) return [];
  const findings: Finding[] = accounts.length === 0 ? [{ kind: "account", what: "there is no account of rows" }] : [];
  for (const { stage, table, file, rowsIn, rowsUsed, rowsRejected, reasons } of accounts) {
    const where = `${stage} ${table}${file === null ? "" : ` (${file})`}`;
    const byReason = reasons.reduce((sum, reason) => sum + Number(reason.rows), 0);
    if (Number(rowsIn) !== Number(rowsUsed) + Number(rowsRejected)) {
      findings.push({ kind: "account", what: `${where}: ${rowsIn} in, ${rowsUsed} used and ${rowsRejected} rejected` });
    }
    if (byReason !== Number(rowsRejected)) {
      findings.push({ kind: "account", what: `${where}: ${rowsRejected} rejected, ${byReason} by reason` });
    }
    const counted = stage === "ingest" && file !== null ? rows.get(file) : undefined;
    if (counted !== undefined && counted !== Number(rowsIn)) {
      findings.push({ kind: "account", what: `${where}: ${rowsIn} in, but the file holds ${counted} rows` });
    }
  }
  for (const issue of issues) {
    const account = accounts.find(
      (one) => one.stage === "ingest" && one.table === issue.table && one.file === issue.file,
    );
    if (issue.row !== null && account !== undefined && !(issue.row >= 1 && issue.row <= Number(account.rowsIn))) {
      findings.push({ kind: "place", what: `${issue.code} names row ${issue.row} of ${account.rowsIn}` });
    }
  }
  return findings;
}

/** A fault in a file is told with the file's name, or that of the table when several files are read as one. */
function places({ code, err }: Seen, { files, spoilt }: Known): Finding[] {
  if (code !== 2 && code !== 3) return [];
  if (spoilt === null) {
    // The plan's own name, a key of it, or the file that it names now.
    const named =
      /study\.yaml|the study|not a study plan|^likewise: .* (?:does not exist|is empty|is a folder|has no column)/.test(
        err,
      );
    const key = files.some((file) => err.includes(file)) || /^likewise: [\w.[\]"-]+[:,] /.test(err);
    return named || key ? [] : [{ kind: "place", what: `the message names no place: ${firstLine(err)}` }];
  }
  // What only the people of the whole study can lack, no file has: an arm, an outcome, a covariate.
  const tables = /^likewise: [\w.[\]-]+[:,]/.test(err) || /^likewise: the \w+ arm is empty/.test(err);
  const named = files.some((file) => err.includes(file)) || tables;
  return named ? [] : [{ kind: "place", what: `the message names no file or table: ${firstLine(err)}` }];
}

function values({ out, err, issues, code }: Seen, { secrets }: Known): Finding[] {
  // What a run prints at its end are results; messages are everything else.
  const texts = [
    err,
    ...issues.map(({ expected, found }) => `${expected} ${found}`),
    code === 0 || code === 4 ? "" : out,
  ];
  const text = texts.join("\n");
  const told = secrets.filter((secret) => text.includes(secret));
  return told.length === 0
    ? []
    : [{ kind: "value", what: `a message holds ${told.length} of the cells, the first ${told[0]}: ${firstLine(err)}` }];
}

function firstLine(text: string): string {
  return text.split("\n")[0]!.slice(0, 300);
}
