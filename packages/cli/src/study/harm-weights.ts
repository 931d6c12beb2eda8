import { resolve } from "node:path";
import { readBoolean, readNumber, readReferenceFile } from "@likewise/ingest";
import { type DeclaredWeights, type HarmMatchReport, readHarmWeights } from "@likewise/offending";
import { toCsv } from "@likewise/report";
import type { Input, Issue, StudyPlan } from "@likewise/schema";

/** The weight tables of a plan, read. */
export interface StudyWeights {
  readonly weights: readonly DeclaredWeights[];
  readonly inputs: readonly Input[];
  readonly issues: readonly Issue[];
}

type Table = NonNullable<StudyPlan["data"]["weights"]>[number];

/**
 * Reads the files of `data.weights`, one after the other.
 *
 * @throws Failure `usage` for a missing file or column, `data` for a file that cannot be read
 */
export async function readWeights(plan: StudyPlan, folder: string): Promise<StudyWeights> {
  const read = [];
  for (const table of plan.data.weights ?? []) read.push(await readOne(table, folder));
  return {
    weights: read.map(({ declared }) => declared),
    inputs: read.map(({ input }) => input),
    issues: read.flatMap(({ issues }) => issues),
  };
}

async function readOne(table: Table, folder: string) {
  const { file, columns, synonyms, whenDisagree, leadingZerosLost, mostUnweighed, nonCrimeFloor } = table;
  const asked = (["code", "text", "weight", "proactive"] as const).filter((name) => columns[name] !== undefined);
  const { rows, input } = await readReferenceFile({
    path: resolve(folder, file),
    shown: file,
    columns: asked.map((name) => columns[name]!),
  });
  const cellsOf = (cells: readonly (string | null)[]) => {
    const text = (name: (typeof asked)[number]) => (asked.includes(name) ? cells[asked.indexOf(name)]! : null);
    const [weight, proactive] = [text("weight"), text("proactive")];
    return {
      code: text("code"),
      text: text("text"),
      weight: weight === null ? null : readNumber(weight),
      // A blank says no where the table has such a column at all.
      proactive: asked.includes("proactive") ? proactive !== null && readBoolean(proactive) === 1 : null,
    };
  };
  const { weights, issues } = readHarmWeights(
    table,
    rows.map(({ row, cells }) => ({ row, ...cellsOf(cells) })),
  );
  const options = { synonyms, whenDisagree, leadingZerosLost, mostUnweighed, nonCrimeFloor };
  const declared: DeclaredWeights = { weights, options, severityClasses: table.severityClasses ?? null };
  return { declared, input, issues };
}

/** Offences without a weight and offences whose code and words disagree, by their path below `private/`. */
export function harmTexts(reports: readonly HarmMatchReport[]): Record<string, string> {
  return Object.fromEntries(
    reports.flatMap(({ weights, unmatched, disagreements }) =>
      [["unmatched", unmatched] as const, ["disagreements", disagreements] as const].flatMap(([name, offences]) => {
        if (offences.length === 0) return [];
        const rows = offences.map(({ code, text, kind, events }) => [code ?? "", text ?? "", kind, String(events)]);
        return [[`harm/${weights.id}-${name}.csv`, toCsv(["code", "offence", "match", "events"], rows)]];
      }),
    ),
  );
}
