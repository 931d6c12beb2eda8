import type { MappedColumn } from "../../mapping/mapped-column.ts";
import type { ScreenedColumn } from "../screened-column.ts";

/** What is known of a table besides the column that is judged. */
export interface ScreeningContext {
  /** The newest year the extract shows: its declared date, else the newest day of another column; null when neither. */
  readonly latestYear: number | null;
}

/** One kind of direct identifier: how its columns are headed, how its cells look, and what lets it be read. */
export interface IdentifierKind {
  readonly id: string;
  /** For messages, in the plural: `e-mail addresses`. */
  readonly label: string;
  /** Headers, in lower-case words (`NHSNo` is read as `nhs no`). */
  readonly header: RegExp | null;
  /** Headers that match but are coarser than the identifier. */
  readonly coarser: RegExp | null;
  /** Whether a cell is one or holds one, as far as the cell alone can tell. */
  readonly cell: (text: string) => boolean;
  /** Whether a cell holds one for certain, whatever column it stands in; such a row is rejected. Null: never certain. */
  readonly within: ((text: string) => boolean) | null;
  /** Share of a column's rows from which the column is one. */
  readonly share: number;
  /** Fewer different texts than this prove nothing. */
  readonly atLeast: number;
  /** What must hold of the column besides; null when cells are proof enough. */
  readonly holds: ((column: ScreenedColumn, context: ScreeningContext) => boolean) | null;
  /** The `use` of a plan that lets such a column be read; null when none does. */
  readonly use: Exclude<MappedColumn["use"], null> | null;
}
