import type { Columns } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { type TableName, tableFields } from "../plan/table-sources.ts";
import { abuseTable } from "./abuse-table.ts";
import { costsTable } from "./costs-table.ts";
import { eventsTable } from "./events-table.ts";
import { drawHouseholds } from "./households.ts";
import { drawLinks, linksTable } from "./links-table.ts";
import { ordersTable } from "./orders-table.ts";
import { peopleTable } from "./people-table.ts";
import { type ReferralDetails, referralsTable, usualReferrals } from "./referrals-table.ts";
import { searchesTable } from "./searches-table.ts";
import { selectionsTable } from "./selections-table.ts";
import { sessionsTable } from "./sessions-table.ts";
import { type StageNames, stagesTable } from "./stages-table.ts";

/** What the services and the police recorded of the people, by table, in natural order of their ids. */
export type ProgrammeTables = Readonly<Record<string, Columns>>;

/** How the tables of one programme differ from the usual. */
export interface TableLayout {
  readonly fields?: Readonly<Partial<Record<TableName, readonly string[]>>>;
  readonly referrals?: ReferralDetails;
  readonly stageNames?: StageNames;
}

/**
 * The tables a study of the programme would bring.
 *
 * @param people in natural order of their ids
 * @param wanted names of tables; each is the same whichever others are made
 * @param layout fields of tables where they are others than usual, what referrals say, and what stages are called
 */
export function programmeTables(
  people: readonly SimulatedPerson[],
  parameters: ProgrammeParameters,
  wanted: readonly TableName[],
  layout: TableLayout = {},
): ProgrammeTables {
  const fields: Readonly<Record<TableName, readonly string[]>> = { ...tableFields, ...layout.fields };
  const stream = randomStream(parameters.seed).split("tables");
  const households = drawHouseholds(people, stream.split("households"));
  const links = () => drawLinks(people, households, stream.split("links"));
  const makers: Record<TableName, () => Columns> = {
    people: () => peopleTable(people, households, fields.people),
    links: () => linksTable(links()),
    referrals: () =>
      referralsTable(people, fields.referrals, layout.referrals ?? usualReferrals, stream.split("referrals")),
    selections: () => selectionsTable(people),
    stages: () => stagesTable(people, layout.stageNames ?? { "met-criteria": null }),
    sessions: () => sessionsTable(people, parameters.delivery.sessionMinutes, stream.split("sessions")),
    events: () => eventsTable(people, households, parameters.extractDate, fields.events, stream.split("events")),
    orders: () => ordersTable(people, stream.split("orders")),
    abuse: () => abuseTable(people, links(), stream.split("abuse")),
    searches: () => searchesTable(people, parameters),
    costs: () => costsTable(parameters.referrals, stream.split("costs")),
  };
  return Object.fromEntries(wanted.map((name) => [name, makers[name]()]));
}
