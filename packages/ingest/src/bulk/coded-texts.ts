/** One column as different texts and the number of its text for each row. */
export interface CodedTexts {
  readonly codes: Int32Array;
  readonly texts: DistinctTexts;
  /** Rows that hold each text; null where each stands in one. */
  readonly rowsOf: Int32Array | null;
}

/** Different texts, numbered from 0 in the order in which they first came; strings are made when they are asked for. */
export interface DistinctTexts {
  readonly size: number;
  readonly at: (code: number) => string;
  readonly all: () => readonly string[];
  /** The number of a text; -1 where it never came. */
  readonly find: (text: string) => number;
  /** Numbers of the texts that are not plain: letters of the Latin alphabet, digits, hyphens, slashes, a digit among them. */
  readonly odd: () => readonly number[];
}
