import type { TableSource } from "@likewise/schema";
import { jaroWinkler } from "@likewise/stats";
import { normaliseAddress, normaliseEmail, normaliseTelephone } from "./normalise-contact.ts";
import { normaliseName } from "./normalise-name.ts";
import { normaliseCroNumber, normaliseNhsNumber, normaliseNiNumber, normalisePncNumber } from "./normalise-numbers.ts";
import { normalisePostcode, postcodeDistrict } from "./normalise-postcode.ts";
import { normaliseSex } from "./normalise-sex.ts";

export type IdentifierRoleName = keyof NonNullable<TableSource["identifiers"]>;

/** One identifier records can be linked by: how its texts are made comparable, and how alike two of them can be. */
export interface IdentifierRole {
  readonly role: IdentifierRoleName;
  /** For people: `date of birth`. */
  readonly label: string;
  /** A text as it is compared; null where it cannot be read, which counts as missing. Null for a date: its format says. */
  readonly normalise: ((text: string) => string | null) | null;
  /** How alike two values can be, the closest first: what a weight is estimated for. */
  readonly levels: readonly string[];
  /** Which of the levels two different values have, from 1 on. */
  readonly levelOf: (a: string, b: string) => number;
}

/**
 * Jaro–Winkler similarity from which two names are close, and from which they are similar. 0.92 is what fastLink takes
 * for agreement (Enamorado, Fifield and Imai 2019, doi:10.1017/S0003055418000783); 0.85 is a policy of this project. A
 * cut-off can cost power and no calibration: each level has its own estimated weight.
 */
const closeName = 0.92;
export const similarName = 0.85;

const names = {
  normalise: normaliseName,
  levels: ["the same", `close (${closeName})`, `similar (${similarName})`, "different"],
  levelOf: (a: string, b: string) => {
    const similarity = jaroWinkler(a, b);
    return similarity >= closeName ? 1 : similarity >= similarName ? 2 : 3;
  },
};

const sameOrNot = { levels: ["the same", "different"], levelOf: () => 1 };

/** Every identifier there is. */
export const identifierRoles: readonly IdentifierRole[] = [
  { role: "forename", label: "forename", ...names },
  { role: "surname", label: "surname", ...names },
  { role: "full_name", label: "full name", ...names },
  {
    role: "birth_date",
    label: "date of birth",
    normalise: null,
    levels: ["the same", "day and month swapped", "one part different", "different"],
    levelOf: dateLevel,
  },
  { role: "sex", label: "sex", normalise: normaliseSex, ...sameOrNot },
  {
    role: "postcode",
    label: "postcode",
    normalise: normalisePostcode,
    levels: ["the same", "the same district", "different"],
    levelOf: (a, b) => (postcodeDistrict(a) === postcodeDistrict(b) ? 1 : 2),
  },
  { role: "address", label: "address", normalise: normaliseAddress, ...sameOrNot },
  { role: "nhs_number", label: "NHS number", normalise: normaliseNhsNumber, ...sameOrNot },
  { role: "pnc_number", label: "PNC number", normalise: normalisePncNumber, ...sameOrNot },
  { role: "cro_number", label: "CRO number", normalise: normaliseCroNumber, ...sameOrNot },
  { role: "ni_number", label: "National Insurance number", normalise: normaliseNiNumber, ...sameOrNot },
  { role: "telephone", label: "telephone number", normalise: normaliseTelephone, ...sameOrNot },
  { role: "email", label: "e-mail address", normalise: normaliseEmail, ...sameOrNot },
  { role: "local_id", label: "id of another system", normalise: (text) => text.toUpperCase(), ...sameOrNot },
];

const byName: ReadonlyMap<string, IdentifierRole> = new Map(identifierRoles.map((entry) => [entry.role, entry]));

/**
 * The entry of a role.
 *
 * @throws RangeError when there is no such role
 */
export function identifierRole(role: string): IdentifierRole {
  const entry = byName.get(role);
  if (entry === undefined) throw new RangeError(`identifierRole: role must be one of the registry, got ${role}`);
  return entry;
}

function dateLevel(a: string, b: string): number {
  const [yearA, monthA, dayA] = a.split("-");
  const [yearB, monthB, dayB] = b.split("-");
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 1;
  const equal = Number(yearA === yearB) + Number(monthA === monthB) + Number(dayA === dayB);
  return equal === 2 ? 2 : 3;
}
