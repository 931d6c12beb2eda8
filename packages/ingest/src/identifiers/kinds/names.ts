import { type NameShape, nameShape } from "../name-shapes.ts";
import { commonForenames, commonSurnames } from "../name-words.ts";
import { foldedLetters } from "../plain-text.ts";
import type { ScreenedColumn } from "../screened-column.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const person =
  "(victim|client|offender|perpetrator|suspect|person|child|partner|patient|mother|father|carer|worker|case ?worker|key ?worker|officer|next of kin)('?s)?";

const titled = /\b(?:Mr|MR|Mrs|MRS|Ms|Miss|MISS|Mx|Dr)\b\.? (?:\p{Lu}\.? ?){0,3}\p{Lu}['\p{L}]/u;
const titledAnyhow = /^(?:mr|mrs|ms|miss|mx|dr)\b\.? \p{L}{2}/iu;

/** Words of a script without capitals. */
const caseless = /^[\p{Lo}\p{M}·・-]+( [\p{Lo}\p{M}·・-]+)*$/u;

/** Names of people: with a title, in full, with initials, forenames or surnames alone. */
export const name: IdentifierKind = {
  id: "name",
  label: "names of people",
  header: new RegExp(
    `^((full|first|last|family|given|middle|maiden|known as|christian|${person}) ?)*names?$|surname|forename|\\balias(es)?$|^initials$`,
  ),
  coarser: null,
  cell: (text) => titled.test(text) || nameShape(text) !== null || caseless.test(text),
  within: (text) => titled.test(text) || isFullName(text),
  share: 0.1,
  atLeast: 3,
  holds: (column) => {
    const all = shapesOf(column);
    return [manyTitled, inFull, withInitials, forenamesAlone, surnamesAlone, twoCapitalised].some((rule) =>
      rule(column, all),
    );
  },
  use: null,
};

interface Shaped extends NameShape {
  readonly text: string;
  readonly rows: number;
}

function shapesOf(column: ScreenedColumn): readonly Shaped[] {
  return column.texts.flatMap((text, index) => {
    const shape = nameShape(text);
    return shape === null ? [] : [{ ...shape, text, rows: column.rowsOf[index]! }];
  });
}

function rowsOf(shapes: readonly Shaped[]): number {
  return shapes.reduce((sum, { rows }) => sum + rows, 0);
}

function manyTitled(column: ScreenedColumn): boolean {
  let rows = 0;
  let texts = 0;
  column.texts.forEach((text, index) => {
    if (!titled.test(text) && !titledAnyhow.test(text)) return;
    texts++;
    rows += column.rowsOf[index]!;
  });
  return texts >= 2 && rows >= 0.1 * column.rows;
}

/** Several words of which common names are a good part. */
function inFull(column: ScreenedColumn, shapes: readonly Shaped[]): boolean {
  const full = shapes.filter(({ form }) => form !== "single");
  const known = full.filter(({ forename, surname }) => forename || surname);
  const sure = known.length >= 0.6 * full.length ? known.length >= 3 : known.length >= 5;
  return (
    sure &&
    known.length >= 0.35 * full.length &&
    rowsOf(full) >= 0.15 * column.rows &&
    known.some(({ forename }) => forename)
  );
}

/** Many different surnames with many different initials, before or after. */
function withInitials(column: ScreenedColumn, shapes: readonly Shaped[]): boolean {
  const short = shapes.filter(({ form }) => form === "initials");
  const heads = new Set(short.map(({ head }) => head));
  const initials = new Set(short.map(({ initials }) => initials));
  const known = short.filter(({ surname, forename }) => surname || forename);
  return (
    heads.size >= 4 && initials.size >= 4 && known.length >= 0.2 * short.length && rowsOf(short) >= 0.2 * column.rows
  );
}

function forenamesAlone(column: ScreenedColumn, shapes: readonly Shaped[]): boolean {
  const alone = shapes.filter(({ form, text }) => form === "single" || !text.includes(" "));
  const known = alone.filter(({ forename }) => forename);
  return known.length >= 5 && known.length >= 0.35 * alone.length && rowsOf(alone) >= 0.4 * column.rows;
}

function surnamesAlone(column: ScreenedColumn, shapes: readonly Shaped[]): boolean {
  const known = shapes.filter(({ surname }) => surname);
  return known.length >= 6 && known.length >= 0.25 * shapes.length && rowsOf(shapes) >= 0.5 * column.rows;
}

const capitalised = /^\p{Lu}[\p{L}'-]+,? \p{Lu}[\p{L}'-]+$/u;
/**
 * Two capitalised words, or words of a script without capitals, of which hardly two rows agree; of such a script two
 * words are enough in most cells, as labels in it are rare in extracts.
 */
function twoCapitalised(column: ScreenedColumn, shapes: readonly Shaped[]): boolean {
  const pairs = column.texts.filter((text) => text.includes(" ") && caseless.test(text)).length;
  if (pairs >= 5 && pairs >= 0.6 * column.texts.length) return true;
  if (column.texts.length < 20 || column.texts.length < 0.5 * column.rows) return false;
  const alike = shapes.filter(({ text }) => capitalised.test(text)).length;
  const foreign = column.texts.filter((text) => caseless.test(text)).length;
  return alike + foreign >= 0.8 * column.texts.length;
}

/** One cell is a name for certain when it is a common forename and a common surname and nothing else. */
function isFullName(text: string): boolean {
  if (!/^\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+$/u.test(text)) return false;
  const [first, last] = foldedLetters(text).split(" ") as [string, string];
  return commonForenames.has(first) && commonSurnames.has(last) && nameShape(text) !== null;
}
