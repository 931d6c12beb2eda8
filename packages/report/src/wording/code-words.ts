/** A code as words: `date_after_extract` reads "date after extract". Words that English joins stay joined. */
export function codeWords(code: string): string {
  return code.replace(/[_-]/g, " ").replace(/\bvictim survivor/gi, (words) => words.replace(" ", "-"));
}
