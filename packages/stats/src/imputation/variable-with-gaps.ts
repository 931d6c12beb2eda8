/** A column some of whose values are not known. */
export type VariableWithGaps = NumberWithGaps | CategoryWithGaps;

export interface NumberWithGaps {
  readonly kind: "number";
  /** length n; means nothing where not known */
  readonly values: Float64Array;
  /** 1 where the value is known, length n */
  readonly known: Uint8Array;
  /**
   * `normal`: values are drawn from a normal distribution about a linear prediction; `observed`: the value of somebody
   * with a similar prediction is taken (predictive mean matching), so that only values that occur are imputed
   */
  readonly draw: "normal" | "observed";
}

export interface CategoryWithGaps {
  readonly kind: "category";
  /** 0 to categories − 1, length n; means nothing where not known */
  readonly codes: Int32Array;
  /** 1 where the category is known, length n */
  readonly known: Uint8Array;
  /** at least 1; every one of them is known of somebody */
  readonly categories: number;
}
