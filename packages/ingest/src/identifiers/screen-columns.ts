import { newestYear } from "./birth-dates.ts";
import { crossColumnKinds } from "./cross-column-kinds.ts";
import { identifierKinds } from "./identifier-kinds.ts";
import type { IdentifierKind, ScreeningContext } from "./kinds/identifier-kind.ts";
import { type ScreenedColumn, shareWhere } from "./screened-column.ts";

/** What a column identifies people by, without any of its cells. */
export interface IdentifierFinding {
  readonly column: ScreenedColumn;
  /** Of `identifierKinds` or `crossColumnKinds`. */
  readonly kind: string;
  readonly label: string;
  /** Whether the header tells it, or the cells do. */
  readonly by: "header" | "cells";
  /** Different texts that look like it, of how many that were looked at. */
  readonly alike: number;
  readonly of: number;
  /** The `use` of a plan that lets it be read; null when none does. */
  readonly use: IdentifierKind["use"];
}

/**
 * Looks for direct identifiers in every column by its header and by its cells, then in columns side by side.
 *
 * @param columns different texts of each column, with how many rows hold them
 * @param asAtYear year of the extract's declared date; null when it has none
 * @returns one finding a column at most, in the order of the columns
 */
export function screenColumns(
  columns: readonly ScreenedColumn[],
  asAtYear: number | null = null,
): readonly IdentifierFinding[] {
  const newest = columns.map(newestYear);
  const latestBeside = (own: number): number | null => {
    if (asAtYear !== null) return asAtYear;
    const others = newest.filter((year, index): year is number => index !== own && year !== null);
    return others.length === 0 ? null : Math.max(...others);
  };
  const found = columns.map((column, index) => screenColumn(column, { latestYear: latestBeside(index) }));
  for (const { id, label, find } of crossColumnKinds) {
    for (const column of find(columns, latestBeside(-1))) {
      const index = columns.indexOf(column);
      const use = null;
      found[index] ??= {
        column,
        kind: id,
        label,
        by: "cells",
        alike: column.texts.length,
        of: column.texts.length,
        use,
      };
    }
  }
  return found.filter((finding) => finding !== null);
}

function screenColumn(column: ScreenedColumn, context: ScreeningContext): IdentifierFinding | null {
  const of = column.texts.length;
  const finding = (kind: IdentifierKind, by: "header" | "cells", alike: number): IdentifierFinding => ({
    column,
    kind: kind.id,
    label: kind.label,
    by,
    alike,
    of,
    use: kind.use,
  });
  for (const kind of identifierKinds) {
    const headed = kind.header?.test(column.words) === true && kind.coarser?.test(column.words) !== true;
    if (headed && !column.texts.every(isHarmless)) return finding(kind, "header", of);
  }
  if (column.texts.every(saysLittle)) return null;
  for (const kind of identifierKinds) {
    const { texts, rows } = shareWhere(column, kind.cell);
    if (texts < kind.atLeast || texts === 0 || rows < kind.share * column.rows) continue;
    if (kind.holds === null || kind.holds(column, context)) return finding(kind, "cells", texts);
  }
  return null;
}

/** Whether there is a telephone, in which year of birth: an answer or a small number names nobody. */
function isHarmless(text: string): boolean {
  return /^(y|n|yes|no|true|false|t|f|\d{1,4}|(not )?(known|recorded|stated|given|provided))$/i.test(text);
}

/** Short figures and codes of one or two letters are no identifier of any kind. */
function saysLittle(text: string): boolean {
  return text.length <= 2 || (text.length <= 4 && /^[-+]?[\d.]+$/.test(text));
}
