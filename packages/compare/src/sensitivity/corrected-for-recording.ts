/** How an event of one arm gets into the records. */
export interface Recording {
  /** Share of events that are recorded, above 0 up to 1. */
  readonly sensitivity: number;
  /** Share of people without an event of whom none is recorded, 0 to 1; 1 when left out. Of risks alone. */
  readonly specificity?: number;
}

/**
 * The risk behind a recorded risk: records miss some events and may hold some that were none.
 *
 * @param recorded share of people with a recorded event, 0 to 1
 * @returns share of people with an event; null where no risk from 0 to 1 would be recorded so
 * @throws RangeError when recording is no better than chance: sensitivity + specificity must be above 1
 * @source Rogan and Gladen (1978), doi:10.1093/oxfordjournals.aje.a112510
 * @example
 * riskBehindRecords(0.24, { sensitivity: 0.6 }); // 0.4
 */
export function riskBehindRecords(recorded: number, { sensitivity, specificity = 1 }: Recording): number | null {
  if (!(sensitivity > 0 && sensitivity <= 1 && specificity <= 1 && sensitivity + specificity > 1)) {
    throw new RangeError(
      `riskBehindRecords: sensitivity and specificity must be up to 1 with a sum above 1, got ${sensitivity} and ${specificity}`,
    );
  }
  const risk = (recorded - (1 - specificity)) / (sensitivity + specificity - 1);
  return risk >= 0 && risk <= 1 ? risk : null;
}

/**
 * The share of events of the treated that would have to be recorded for there to be no effect, given how events of the
 * comparison people are. With no false records it is their sensitivity times the recorded risk ratio: support that raises
 * reporting raises the treated share.
 *
 * @param recorded   recorded risks, 0 to 1
 * @param comparison recording of comparison people
 * @param specificity of the treated's records; 1 when left out
 * @returns sensitivity among the treated, above 0 up to 1; null where none would do
 * @example
 * sensitivityWithoutEffect({ treated: 0.3, comparison: 0.2 }, { sensitivity: 0.5 }); // 0.75
 */
export function sensitivityWithoutEffect(
  recorded: { readonly treated: number; readonly comparison: number },
  comparison: Recording,
  specificity = 1,
): number | null {
  const risk = riskBehindRecords(recorded.comparison, comparison);
  if (risk === null || risk === 0) return null;
  const sensitivity = (recorded.treated - (1 - specificity) * (1 - risk)) / risk;
  return sensitivity > 0 && sensitivity <= 1 && sensitivity + specificity > 1 ? sensitivity : null;
}
