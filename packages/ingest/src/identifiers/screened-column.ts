import { plainText } from "./plain-text.ts";

/** A column as the detector sees it: different texts with how often each stands, and no row. */
export interface ScreenedColumn {
  readonly header: string;
  /** The header in lower-case words: `NHSNo`, `nhs_no` and `NHS No.` are all `nhs no`. */
  readonly words: string;
  /** Different texts that say something, in the order of their first rows; of a long column the first and the last. */
  readonly texts: readonly string[];
  /** Rows that hold each of them. */
  readonly rowsOf: readonly number[];
  /** Rows that hold any of them. */
  readonly rows: number;
  readonly readAs: ReadAs;
}

/** What the plan reads a column as, where that says something of the days it may hold. */
export type ReadAs = "id" | "event-date" | "birth" | "other";

/** So many different texts settle what a column is; the last ones are looked at for a file that changes at its end. */
const firstTexts = 5000;
const lastTexts = 500;

/**
 * @param texts  different texts of the column as received, in the order of their first rows
 * @param rowsOf rows that hold each of them
 */
export function screenedColumn(
  header: string,
  texts: readonly string[],
  rowsOf: ArrayLike<number>,
  readAs: ReadAs = "other",
): ScreenedColumn {
  const byText = new Map<string, number>();
  let rows = 0;
  for (let code = 0; code < texts.length; code++) {
    if (code >= firstTexts && code < texts.length - lastTexts) continue;
    const text = plainText(texts[code]!);
    if (saysNothing.has(text.toLowerCase())) continue;
    byText.set(text, (byText.get(text) ?? 0) + rowsOf[code]!);
    rows += rowsOf[code]!;
  }
  return { header, words: headerWords(header), texts: [...byText.keys()], rowsOf: [...byText.values()], rows, readAs };
}

const saysNothing: ReadonlySet<string> = new Set([
  ..."|-|--|.|?|n/k|nk|n/a|na|n.a.|nan|nat|null|nil|none|unknown|not known|not stated|not recorded|not provided".split(
    "|",
  ),
  ..."not applicable|no data|missing|blank|tbc|tba|refused|don't know|dk|nd|#n/a".split("|"),
]);

export function headerWords(header: string): string {
  return plainText(header)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\d']+/gu, " ")
    .trim();
}

/** How much of a column a test holds for. */
export interface Share {
  /** Different texts. */
  readonly texts: number;
  /** Rows that hold them. */
  readonly rows: number;
}

export function shareWhere(column: ScreenedColumn, holds: (text: string) => boolean): Share {
  let texts = 0;
  let rows = 0;
  for (let index = 0; index < column.texts.length; index++) {
    if (!holds(column.texts[index]!)) continue;
    texts++;
    rows += column.rowsOf[index]!;
  }
  return { texts, rows };
}
