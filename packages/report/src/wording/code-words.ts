/** A code as words: `date_after_extract` reads "date after extract". */
export function codeWords(code: string): string {
  return code.replace(/[_-]/g, " ");
}
