/** What went wrong, in terms of what the user can do; the command turns it into an exit code. */
export type FailureKind = "usage" | "data" | "refused";

/** The exit code of each kind of failure (design: 2 wrong usage or plan, 3 data not fit, 4 refused). */
export const exitCodes: Readonly<Record<FailureKind, number>> = { usage: 2, data: 3, refused: 4 };

/** A failure that is not a bug: one clear message, no stack trace, no cell value. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** The file, or column of it, that is not there, as a plan names it: a command can say where the plan does. */
  readonly about: { readonly file: string; readonly column?: string } | null;
  constructor(kind: FailureKind, message: string, about: Failure["about"] = null) {
    super(message);
    this.name = "Failure";
    this.kind = kind;
    this.about = about;
  }
}
