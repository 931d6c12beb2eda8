import { type Anchors, isPresent } from "@likewise/schema";

/** Unit to the day it reached a stage; null where that has no day. */
export function dayOfStage({ table }: Anchors, stage: string): Map<number, number | null> {
  const { unit, stage: stages, date } = table.columns;
  const code = stages.levels.indexOf(stage);
  const reached = new Map<number, number | null>();
  stages.values.forEach((level, row) => {
    if (level === code && isPresent(stages, row)) {
      reached.set(unit.values[row]!, isPresent(date, row) ? date.values[row]! : null);
    }
  });
  return reached;
}
