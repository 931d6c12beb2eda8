import type { Table } from "@likewise/schema";

/** Whether a table counts people, or records of them; counts of services and their work say nothing about a person. */
export function isAboutPeople({ unit }: Pick<Table, "unit">): boolean {
  return unit !== "service";
}
