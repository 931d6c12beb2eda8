import { births, birthsInDigits, birthsInSerials, birthsInSixDigits } from "./kinds/births.ts";
import { email, handle, telephone } from "./kinds/contacts.ts";
import { freeText } from "./kinds/free-text.ts";
import type { IdentifierKind } from "./kinds/identifier-kind.ts";
import { name } from "./kinds/names.ts";
import { croNumber, nhsNumber, niNumber, pncNumber, prisonNumber, vehicle } from "./kinds/numbers.ts";
import { address, gridReference, postcode } from "./kinds/places.ts";

/** Every kind looked for in every mapped column, in the order in which the first that fits is named. */
export const identifierKinds: readonly IdentifierKind[] = [
  email,
  postcode,
  address,
  nhsNumber,
  pncNumber,
  croNumber,
  niNumber,
  prisonNumber,
  telephone,
  handle,
  vehicle,
  gridReference,
  births,
  birthsInDigits,
  birthsInSixDigits,
  birthsInSerials,
  name,
  freeText,
];
