import { type Columns, naturalOrder } from "@likewise/schema";
import { textAt } from "../people/fields.ts";

/**
 * The family of a person, by the links: the first by natural order where a person is linked to several; without any the
 * person is a family of one, under their own id.
 */
export function familyOf(links: Columns | undefined): (person: string) => string {
  const families = new Map<string, string>();
  if (links !== undefined) {
    const { person, linked_person, family, kind } = links.columns;
    for (let row = 0; row < links.numRows; row++) {
      const id = textAt(family, row);
      if (id === null || textAt(kind, row) === "worker") continue;
      for (const member of [textAt(person, row), textAt(linked_person, row)]) {
        if (member === null) continue;
        const standing = families.get(member);
        if (standing === undefined || naturalOrder(id, standing) < 0) families.set(member, id);
      }
    }
  }
  return (person) => families.get(person) ?? person;
}
