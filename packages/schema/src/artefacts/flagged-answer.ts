/**
 * The last answer somebody gave to an item of an instrument, where its definition says that it needs a person, whatever the
 * total. Names somebody: never for a report, nor how many there are.
 */
export interface FlaggedAnswer {
  readonly person: string;
  /** who answered; null where the table does not say */
  readonly reporter: string | null;
  readonly measure: { readonly id: string; readonly abbreviation: string };
  /** from 1 */
  readonly item: number;
  /** as it was given, before anything is reversed */
  readonly answer: number;
  /** what the definition calls it: self-harm */
  readonly code: string;
  /** days since 1970-01-01; null where it has none */
  readonly day: number | null;
}
