/**
 * A text without what people vary unawares: case, spaces around and inside, and which dash they typed. Two texts that
 * fold alike may be one code or one id.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212\u00ad_-]/g, "-")
    .replace(/\s*-\s*/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
