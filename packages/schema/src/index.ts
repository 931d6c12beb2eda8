// Data: columns and the artefacts packages hand to each other

export * from "./artefacts.ts";
export { addMonths } from "./calendar/add-months.ts";
export { type CalendarDate, calendarDate, dayNumber, daysInMonth, isoDate, parseIsoDate } from "./calendar/days.ts";
export {
  type Offset,
  type WindowDefinition,
  type WindowEdges,
  windowDefinition,
  windowEdges,
  windowForms,
} from "./calendar/windows.ts";
export * from "./columns.ts";
export { type EffectMeasure, type EffectMeasureId, effectMeasure, effectMeasures } from "./effect-measures.ts";
export { exitCodes, Failure, type FailureKind } from "./failures.ts";
export { exact, exactLimit, isWithheld } from "./figures.ts";
export { schemas } from "./generated/schemas.ts";
// Records, plan and results: generated from data-schemas/
export type * from "./generated/types.ts";
// Issues and failures
export { formatIssue, type Issue } from "./issues.ts";
export * from "./joint-covariance.ts";
// Order and calendar
export { naturalOrder, naturalOrdinals } from "./natural-order.ts";
