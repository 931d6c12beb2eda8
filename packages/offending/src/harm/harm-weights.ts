import { sha256Text } from "@likewise/engine";
import { type Issue, naturalOrder } from "@likewise/schema";
import { type HarmScheme, harmScheme } from "./harm-schemes.ts";
import { normaliseOffenceCode } from "./offence-code.ts";
import { normaliseOffenceText } from "./offence-text.ts";
import { type WeightIssueCode, weightIssue } from "./weight-issues.ts";
import { weightsBesideKnown } from "./weights-beside-known.ts";

/** One offence of a weight table. */
export interface HarmWeightRow {
  /** Normal form; null where the row is known by its text alone. */
  readonly code: string | null;
  /** As the table has it; null where the row is known by its code alone. */
  readonly text: string | null;
  /** >= 0, in the table's unit. */
  readonly weight: number;
  /** Found only because police went looking. */
  readonly proactive: boolean;
  /** No longer for use, though older records still carry it. */
  readonly expired: boolean;
}

/** What a harm total was made with: two totals can be added or compared only where all of it is the same. */
export interface HarmEdition {
  readonly id: string;
  readonly scheme: HarmScheme["id"];
  readonly edition: string;
  readonly unit: string;
  /** Of what the rows say, whatever file they came in and in whatever order. */
  readonly sha256: string;
}

/** A weight table, as the study brings it. */
export interface HarmWeights extends HarmEdition {
  readonly source: string | null;
  /** Whether the table says which offences are proactive; where it does not, none is left out and the report says so. */
  readonly proactiveKnown: boolean;
  readonly rows: readonly HarmWeightRow[];
}

/** One row as it was read, before anything is decided about it. */
export interface HarmWeightCells {
  readonly code?: string | null;
  readonly text?: string | null;
  readonly weight: number | null;
  readonly proactive?: boolean | null;
  /** Line of data in the file, from 1; for issues. */
  readonly row?: number;
}

/**
 * Checks a weight table and puts it in normal form.
 *
 * Left out, each as an issue: a row without code and text, one whose weight is missing, negative or not a number, and
 * rows that give one offence (the same code and text) two weights, as neither can be believed. A code that cannot be
 * read is dropped where there is a text. A weight that differs from what is published of the edition is an issue too, and
 * is used as it stands.
 *
 * @param declared what the plan says of the table; `unit` may be left out where the scheme has one
 * @param rows     as read, in any order
 * @returns the table, rows in natural order of code and text, and what was wrong with it
 * @throws RangeError when the scheme is unknown, the edition is empty, a unit is missing or not the scheme's
 * @example
 * const declared = { id: "cchi", scheme: "cchi", edition: "invented" };
 * const { weights } = readHarmWeights(declared, [{ code: "8/06", text: "Assault", weight: 20 }]);
 * weights.rows[0].code; // "00806"
 * weights.unit; // "days"
 */
export function readHarmWeights(
  declared: {
    readonly id: string;
    readonly scheme: HarmScheme["id"];
    readonly edition: string;
    readonly unit?: string | undefined;
    readonly source?: string | undefined;
    readonly file?: string | undefined;
    readonly leadingZerosLost?: boolean | undefined;
  },
  rows: readonly HarmWeightCells[],
): { readonly weights: HarmWeights; readonly issues: readonly Issue[] } {
  const { id, edition, source = null, leadingZerosLost = false } = declared;
  const scheme = harmScheme(declared.scheme);
  if (edition.trim() === "") throw new RangeError(`readHarmWeights: edition of ${id} must not be empty`);
  const unit = declared.unit ?? scheme.unit;
  if (unit === null) throw new RangeError(`readHarmWeights: unit of ${id} must be given, as its scheme has none`);
  if (scheme.unit !== null && unit !== scheme.unit) {
    throw new RangeError(`readHarmWeights: unit of ${id} must be ${scheme.unit}, that of ${scheme.id}, got ${unit}`);
  }
  const issues: Issue[] = [];
  const report = (code: WeightIssueCode, row: number | undefined) =>
    issues.push(weightIssue(code, id, declared.file ?? null, row ?? null));
  const kept = new Map<string, { row: HarmWeightRow; line: number | undefined; contradicted: boolean }>();
  for (const cells of rows) {
    const written = cells.code?.trim() ? cells.code.trim() : null;
    const code = written === null ? null : normaliseOffenceCode(written, { leadingZerosLost });
    const text = cells.text?.trim() ? cells.text.trim() : null;
    const { weight } = cells;
    if (code === null && text === null) {
      report("weight_of_nothing", cells.row);
      continue;
    }
    if (weight === null || !Number.isFinite(weight) || weight < 0) {
      report("weight_unusable", cells.row);
      continue;
    }
    if (written !== null && code === null) report("weight_code_unreadable", cells.row);
    const words = text === null ? null : normaliseOffenceText(text);
    const key = JSON.stringify([code, words?.text ?? null, words?.sections, words?.acts, words?.expired ?? false]);
    const before = kept.get(key);
    if (before !== undefined) {
      if (before.row.weight !== weight) before.contradicted = true;
      continue;
    }
    const row = { code, text, weight, proactive: cells.proactive === true, expired: words?.expired ?? false };
    kept.set(key, { row, line: cells.row, contradicted: false });
  }
  for (const { line, contradicted } of kept.values()) {
    if (contradicted) report("weight_contradicted", line);
  }
  const ordered = [...kept.values()]
    .filter(({ contradicted }) => !contradicted)
    .map(({ row }) => row)
    .sort((a, b) => naturalOrder(nameOf(a), nameOf(b)) || a.weight - b.weight);
  const proactiveKnown = rows.some(({ proactive }) => proactive != null);
  const hashed = { scheme: scheme.id, edition, unit, proactiveKnown, rows: ordered };
  const sha256 = sha256Text(JSON.stringify(hashed));
  const weights: HarmWeights = { id, source, ...hashed, sha256 };
  for (const _ of weightsBesideKnown(weights)) report("weight_differs_from_published", undefined);
  return { weights, issues };
}

/**
 * The edition of a weight table in a few words, for titles and notes: scheme, edition and the first digits of its hash.
 *
 * @example
 * editionLabel({ id: "x", scheme: "cchi", edition: "2026", unit: "days", sha256: "0123456789abcdef" }); // "Cambridge Crime Harm Index, edition 2026, table 0123456789ab"
 */
export function editionLabel({ scheme, edition, sha256 }: HarmEdition): string {
  return `${harmScheme(scheme).label}, edition ${edition}, table ${sha256.slice(0, 12)}`;
}

/** The edition alone, without the rows. */
export function editionOf({ id, scheme, edition, unit, sha256 }: HarmEdition): HarmEdition {
  return { id, scheme, edition, unit, sha256 };
}

function nameOf({ code, text }: HarmWeightRow): string {
  return `${code ?? ""} ${text ?? ""}`;
}
