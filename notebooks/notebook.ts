/** What a cell shows: prose, a table, or a picture made by Observable Plot. */
export type Shown =
  | { readonly kind: "numbers"; readonly numbers: Readonly<Record<string, number | string>> }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly (string | number)[])[];
    }
  | { readonly kind: "plot"; readonly svg: string; readonly alternative: string };

/** A step of a worked study: why, then the code that runs, then what it shows. */
export interface Cell {
  readonly title: string;
  readonly text: string;
  /** Run in order; its source is printed above what it shows. */
  readonly run: () => Shown;
}

export interface Notebook {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly cells: readonly Cell[];
}
