/** Columns every baseline has beside its covariates, which no covariate may be called. */
export const artefactNames: readonly string[] = ["unit", "id", "cluster", "role", "arm", "indexDate"];

/** Fields of people that say who somebody is in the study and when it begins for them; `line` is where they stood. */
const notCovariates: readonly string[] = ["person", "role", "arm", "index_date", "birth_year", "cluster", "line"];

/** Names a covariate mapped in a plan cannot have. */
export const reservedNames: readonly string[] = [...new Set([...notCovariates, ...artefactNames])];

/**
 * The covariates a people table gives, in order: its own fields but those that say who, when and in which arm; then
 * those worked out from them. `age` (at the index date) where a year of birth is mapped and no age; `index_quarter` (the
 * calendar quarter of the index date) where none is mapped. Both need an index date.
 *
 * The plan's checks and the cohort both ask here, so that a covariate which passes the checks exists.
 *
 * @param fields of people: mapped, constant, or a further covariate
 * @param cohort where the arm and the index date come from
 * @example
 * covariatesOfPeople(["person", "birth_year", "area"], { indexDate: "stages.date" }).derived; // ["age", "index_quarter"]
 */
export function covariatesOfPeople(
  fields: readonly string[],
  {
    arms,
    indexDate,
  }: { readonly arms?: { readonly from: string } | undefined; readonly indexDate?: string | null | undefined },
): { readonly own: readonly string[]; readonly derived: readonly string[] } {
  const own = fields.filter((field) => !notCovariates.includes(field) && arms?.from !== `people.${field}`);
  const dated = indexDate !== undefined && indexDate !== null;
  const hasBirthYear = dated && fields.includes("birth_year");
  const derived = [...(hasBirthYear ? ["age"] : []), ...(dated ? ["index_quarter"] : [])];
  return { own, derived: derived.filter((name) => !fields.includes(name)) };
}
