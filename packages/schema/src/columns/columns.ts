/**
 * Columns: the form in which data travel between packages. Each column is a typed array plus a mask of what is
 * present, so that missing is never NaN and never a magic 99. Rows exist only at the edges.
 */
export interface Columns {
  readonly numRows: number;
  readonly columns: Readonly<Record<string, ColumnData>>;
}

/** 1 = present, 0 = missing, length numRows; null = every value is present. The value under a 0 means nothing. */
export type Valid = Uint8Array | null;

export interface NumberColumn {
  readonly type: "number";
  readonly values: Float64Array;
  readonly valid: Valid;
}
export interface IntegerColumn {
  readonly type: "integer";
  readonly values: Int32Array;
  readonly valid: Valid;
}
/** Whole days since 1970-01-01. A partial date has `latest` later than `values`; null = every date is exact. */
export interface DateColumn {
  readonly type: "date";
  readonly values: Int32Array;
  readonly latest: Int32Array | null;
  readonly valid: Valid;
}
/** 1 = true, 0 = false. */
export interface BooleanColumn {
  readonly type: "boolean";
  readonly values: Uint8Array;
  readonly valid: Valid;
}
/** `values` index `levels`; levels stand in natural order, the first is the reference level. */
export interface CategoryColumn {
  readonly type: "category";
  readonly values: Int32Array;
  readonly levels: readonly string[];
  readonly valid: Valid;
}
/** Ids and other text that is not grouped. */
export interface TextColumn {
  readonly type: "text";
  readonly values: readonly string[];
  readonly valid: Valid;
}

export type ColumnData = NumberColumn | IntegerColumn | DateColumn | BooleanColumn | CategoryColumn | TextColumn;
export type ColumnType = ColumnData["type"];
export type CellValue = number | string | boolean | null;
