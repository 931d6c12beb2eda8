/** Words people shorten, and their full forms; an empty form drops the word. */
const fullForms: Readonly<Record<string, string>> = {
  dt: "date",
  dte: "date",
  dttm: "date",
  datetime: "date",
  ref: "id",
  reference: "id",
  number: "id",
  no: "id",
  num: "id",
  nr: "id",
  identifier: "id",
  uid: "id",
  desc: "description",
  descr: "description",
  mins: "minutes",
  min: "minutes",
  da: "domestic abuse",
  dv: "domestic abuse",
  dob: "birth date",
  la: "local authority",
  ho: "home office",
  recd: "received",
  rec: "recorded",
  offences: "offence",
  authority: "authority",
  time: "",
};

/**
 * The words of a header, in one spelling: `ClientRef`, `client_ref` and `Client Ref.` are all `client id`. What stands
 * in brackets counts when it has letters; figures alone do not.
 *
 * @example
 * headerWords("Recorded Dt/Time"); // ["recorded", "date"]
 */
export function headerWords(header: string): readonly string[] {
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => /\p{L}/u.test(word) && !/^\d+[a-z]?$/.test(word));
  return words.flatMap((word, at) => {
    // A number at the end is a reference; one before other words is a count.
    if (/^(no|number|num|nr)$/.test(word) && (at === 0 || at < words.length - 1)) return [word];
    return (fullForms[word] ?? word).split(" ").filter(Boolean);
  });
}
