/**
 * What stands where a table would be that disclosure control could not publish in any form.
 *
 * @param what the title of the table
 * @param why  the reason, as a sentence without its full stop
 */
export function notShownText(what: string, why: string): string {
  return `Not shown: ${what}. ${why}.`;
}
