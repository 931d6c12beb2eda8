/** What was read off a file rather than declared: shown by `check`, written into the plan by `init`, never a cell. */
export interface Assumption {
  readonly what:
    | "encoding"
    | "delimiter"
    | "headerRow"
    | "headerRows"
    | "sheet"
    | "lastRow"
    | "footerRows"
    | "repeatedHeader"
    | "dateFormat"
    | "hiddenRows"
    | "hiddenColumns"
    | "mergedCells"
    | "leadingZeros"
    | "monthDates"
    | "timeZone";
  /** What was assumed. */
  readonly value: string;
  /** What the data show for it: `113 of 400 dates have a day over 12 in first place`. */
  readonly evidence: string;
  /** The line of the plan that settles it: `data.tables.events.dateFormat: dd/mm/yyyy`. */
  readonly fix: string;
}
