/** A code without what people vary unawares: case, spaces at the ends and around marks, which dash or apostrophe. */
export function foldedCode(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212_]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s*([-/])\s*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
