// Columns: the form in which data travel

export { cell, isPresent } from "./columns/cell.ts";
export {
  booleanColumn,
  categoryColumn,
  dateColumn,
  integerColumn,
  numberColumn,
  textColumn,
} from "./columns/column-constructors.ts";
export type {
  BooleanColumn,
  CategoryColumn,
  CellValue,
  ColumnData,
  Columns,
  ColumnType,
  DateColumn,
  IntegerColumn,
  NumberColumn,
  TextColumn,
  Valid,
} from "./columns/columns.ts";
export { columnsOf, withColumns } from "./columns/columns-of.ts";
export { type ColumnShape, columnTypes, fromColumnShape } from "./columns/from-column-shape.ts";
export { stackColumns } from "./columns/stack-columns.ts";
export { rowsWhere, takeRows } from "./columns/take-rows.ts";
export { booleansOf, categoriesOf, datesOf, integersOf, numbersOf, textsOf } from "./columns/typed-access.ts";

// Artefacts: what packages hand to each other, one row per person

export type { ArmCheck, CheckedShare } from "./artefacts/arm-check.ts";
export {
  type Anchors,
  type ArtefactHeader,
  type Baseline,
  type Courses,
  indexStage,
  type Observation,
  type OutcomeStatus,
  type Outcomes,
  type Spells,
  type UnitColumns,
  type UnitKind,
} from "./artefacts/artefacts.ts";
export {
  artefactsFromTable,
  type TableArtefacts,
  type TableLayout,
  type TableOutcome,
} from "./artefacts/artefacts-from-table.ts";
export { extendBaseline } from "./artefacts/extend-baseline.ts";
export type { FlaggedAnswer } from "./artefacts/flagged-answer.ts";
export type { JointCovariance } from "./artefacts/joint-covariance.ts";
export { type MissingReason, missingReasons, notInSource } from "./artefacts/missing-reasons.ts";
export { type OutcomeVectors, outcomeFor } from "./artefacts/outcome-for.ts";
export { type OutcomeRows, outcomesArtefact, stackOutcomes } from "./artefacts/outcomes-artefact.ts";
export { isBinaryColumn } from "./artefacts/read-outcome-numbers.ts";
export { readTruth } from "./artefacts/read-truth.ts";

// Tables of results: what they are about, and what their ids look like

export { type TableForm, type TableSubject, tableForms } from "./artefacts/table-forms.ts";
export { formOfTable, isTable, nameOfTable, subjectOfTable, tableId } from "./artefacts/table-id.ts";

// Change of one score between two time points

export type {
  ChangeOfGroup,
  ClusteredEstimate,
  GroupChange,
  NamedEffect,
  NotSaid,
  NumberNeeded,
  RespondersOfGroups,
  ShareOfPeople,
} from "./change/change-of-group.ts";

// A plan of an evaluation, before any data

export type {
  EthicsItem,
  EvaluationPlan,
  Learnable,
  PlannedDesignResult,
  PlannedLevel,
  PlannedPrecision,
  PlannedShare,
  PlanningEntry,
  PlanningInput,
  PlanningObstacle,
  PlanningUnit,
} from "./plan/evaluation-plan.ts";

export { type PlanningField, planningFields } from "./plan/planning-fields.ts";

// What a contract may ask for

export { contractDefinition, indicatorOfDefinition } from "./plan/contract-definition.ts";
export {
  type ContractIndicator,
  type ContractIndicatorId,
  contractIndicator,
  contractIndicators,
} from "./plan/contract-indicators.ts";

// Order and calendar

export { addMonths } from "./calendar/add-months.ts";
export { type DateNotation, dateNotations } from "./calendar/date-notations.ts";
export { type CalendarDate, calendarDate, dayNumber, daysInMonth, isoDate, parseIsoDate } from "./calendar/days.ts";
export {
  insideWindow,
  type Offset,
  type WindowDefinition,
  type WindowEdges,
  windowDefinition,
  windowEdges,
  windowForms,
} from "./calendar/windows.ts";
export { naturalOrder, naturalOrdinals } from "./order/natural-order.ts";

// Issues, failures, figures that may be withheld

export { exitCodes, Failure, type FailureKind } from "./issues/failures.ts";
export { formatIssue, type Issue } from "./issues/issues.ts";
export { type EffectMeasure, type EffectMeasureId, effectMeasure, effectMeasures } from "./results/effect-measures.ts";
export { exact, exactLimit, isUnbounded, isWithheld } from "./results/figures.ts";

// Keys of results, and names of what they count

export { countName } from "./results/count-name.ts";
export { type KeyStep, keyTrail } from "./results/key-trail.ts";
export { levelPercent } from "./results/level-percent.ts";
export type { PooledStudies } from "./results/pooled-studies.ts";
export { type ResultDifference, resultDifferences } from "./results/result-differences.ts";
export { keySegments, resultKey } from "./results/result-key.ts";
export { listKeys, resultAt } from "./results/result-keys.ts";
export { type LeafValue, type ResultLeaf, resultLeaves } from "./results/result-leaves.ts";

// Records, plan and results: generated from data-schemas/

export { schemas } from "./generated/schemas.ts";
export type * from "./generated/types.ts";
export { artefactNames, covariatesOfPeople, reservedNames } from "./records/covariate-names.ts";
export {
  type ProtectedCharacteristic,
  protectedCharacteristicNamed,
  protectedCharacteristics,
} from "./records/protected-characteristics.ts";
export {
  type FieldType,
  type RecordField,
  type RecordSchema,
  recordFields,
  recordSchema,
  recordTables,
} from "./records/record-schema.ts";

// The plan as frozen, and what became of it

export { canonicalJson } from "./plan/canonical-json.ts";
export { planDepartures } from "./plan/plan-departures.ts";

// Checking what others wrote

export { checkReference, checkShape, type PlanProblem } from "./validation/check-shape.ts";
export { claimedLevels } from "./validation/claimed-levels.ts";
export { closest } from "./validation/closest.ts";
export { validateEvidenceMap } from "./validation/validate-evidence-map.ts";
export { validatePlan } from "./validation/validate-plan.ts";
export {
  validateComparison,
  validateDescription,
  validateFacts,
  validateResults,
} from "./validation/validate-results.ts";
export { validateTheory } from "./validation/validate-theory.ts";
