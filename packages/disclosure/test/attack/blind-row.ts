import { profileOf } from "@likewise/disclosure";
import { isWithheld, type Results } from "@likewise/schema";
import { blindAttack } from "./blind-attack.ts";

/** What a blind attack on one study found, and how much of the study there was to attack. */
export interface BlindRow {
  readonly name: string;
  readonly study: string;
  readonly tables: number;
  readonly cells: number;
  readonly withheld: number;
  /** Tables that are not published at all: a refusal stands in their place. */
  readonly notShown: number;
  readonly relationsDiscovered: number;
  readonly pinned: readonly string[];
}

/** Attacks the published edition of a study; the working one says which relations hold. */
export function blindRow(name: string, working: Results, published: Results): BlindRow {
  const { threshold, feasibleValues } = profileOf(published.disclosure!.profile, published.disclosure!.threshold);
  const attacked = { exact: working.tables, published: published.tables };
  const { identities, pinned } = blindAttack(attacked, threshold, feasibleValues);
  const figures = published.tables.flatMap(({ cells }) => cells.map(({ numerator }) => numerator));
  return {
    name,
    study: published.study.title,
    tables: published.tables.length,
    cells: figures.length,
    withheld: figures.filter(isWithheld).length,
    notShown: published.refusals.filter(({ id }) => id.startsWith("not-shown:")).length,
    relationsDiscovered: identities,
    pinned: pinned.map(({ who }) => who),
  };
}
