/**
 * A text without what people vary unawares: case, spaces around and inside (no-break ones too), which dash or which
 * quotation mark they typed, whether an accent is part of its letter, and characters that take no room. Two texts that
 * fold alike may be one code or one id.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[\u2018-\u201b\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212\u00ad_-]/g, "-")
    .replace(/\s*-\s*/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
