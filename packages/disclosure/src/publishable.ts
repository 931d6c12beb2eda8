import { type Refusal, type Results, resultKey, type Table } from "@likewise/schema";
import { coarsenTables } from "./coarsening/coarsen-tables.ts";
import { coarserStill } from "./coarsening/coarser-still.ts";
import type { Profile } from "./profiles.ts";
import { againstReleases } from "./releases.ts";
import { withFewWithout } from "./safety-verdict.ts";
import { type Suppression, suppress } from "./system/suppress.ts";
import { tablesAround } from "./tables-around.ts";
import { namedValues } from "./views/named-values.ts";
import { type Readings, reader } from "./views/readings.ts";
import { views } from "./views/views.ts";
import { withoutReferences } from "./without-references.ts";

/** Exact results with tables coarse enough to be protected, and what has to be withheld of them. */
export interface Publishable {
  readonly results: Results;
  readonly readings: Readings;
  readonly suppression: Suppression;
  /** One sentence for each kind of change. */
  readonly notes: readonly string[];
  /** Keys of tables that lost a breakdown or are not shown, because nothing less protects a count in them. */
  readonly changed: readonly string[];
}

/**
 * Tables as coarse as they must be, and the counts to withhold of them. Where a count stays exposed whatever goes with it,
 * the tables around it lose one breakdown after another; what has none left to lose is not published, and a refusal
 * stands in its place. What others hold already is exposed in any form.
 */
export function publishable(results: Results, profile: Profile, releases: readonly Results[]): Publishable {
  const coarsened = coarsenTables(results.tables, profile);
  const changes: Changes = new Map();
  const safety = results.safety.map((item) => withFewWithout(item, profile));
  let coarse: Results = { ...results, tables: [...coarsened.tables], safety };
  for (;;) {
    const readings = readingsOf(coarse, results, profile);
    const system = againstReleases(coarse, readings, releases);
    const around = (unprotected: readonly string[]) => tablesAround(system, unprotected);
    const suppression = suppress(system, profile, (unprotected) => around(unprotected).size > 0);
    const exposed = around(suppression.unprotected);
    if (exposed.size === 0) {
      const notes = [...coarsened.notes, ...notesOf([...changes.values()])];
      const gone = results.tables.map(({ id }) => id).filter((id) => coarse.tables.every((table) => table.id !== id));
      return { results: withoutReferences(coarse, gone), readings, suppression, notes, changed: [...changes.keys()] };
    }
    coarse = withoutDetail(coarse, exposed, profile, changes);
  }
}

function readingsOf(coarse: Results, exact: Results, profile: Profile): Readings {
  const read = reader(namedValues(exact.tables));
  for (const view of views) view.read(coarse, read, profile);
  return read.readings();
}

/** Each of these tables one step coarser, or gone. */
function withoutDetail(results: Results, ids: ReadonlySet<string>, profile: Profile, changes: Changes): Results {
  const gone: Table[] = [];
  const tables = results.tables.flatMap((table) => {
    if (!ids.has(table.id)) return [table];
    const coarser = coarserStill(table, results.tables, profile);
    if (coarser === null) gone.push(table);
    const how = coarser === null ? "not shown" : `shown ${coarser.how}`;
    changes.set(`tables/${resultKey(table.id)}`, { title: table.title, how });
    return coarser === null ? [] : [coarser.table];
  });
  return withoutTables({ ...results, tables }, gone);
}

interface Change {
  readonly title: string;
  readonly how: string;
}

/** What became of a table at last, by its key. */
type Changes = Map<string, Change>;

function notesOf(changes: readonly Change[]): string[] {
  return [...new Set(changes.map(({ how }) => how))].map((how) => {
    const titles = changes.flatMap((one) => (one.how === how ? [`"${one.title}"`] : []));
    return `${titles.length === 1 ? "This table is" : "These tables are"} ${how}, as ${because}: ${titles.join("; ")}.`;
  });
}

function withoutTables(results: Results, gone: readonly Table[]): Results {
  const left = (ids: readonly string[]) => ids.filter((id) => gone.every((table) => table.id !== id));
  return {
    ...results,
    tables: results.tables.map((table) => ({ ...table, linked: left(table.linked) })),
    refusals: [...results.refusals, ...gone.map(refusalOf)],
  };
}

const because = "so few people are counted that more numbers would tell of some of them";

function refusalOf({ id, title }: Table): Refusal {
  return {
    id: `not-shown:${id}`,
    what: title,
    why: capital(because),
    unlocks: "More people, by a longer period or by more services together",
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
