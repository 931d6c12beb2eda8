/**
 * Text as it may stand in XML 1.0, between tags or in an attribute: the five characters of markup escaped, and what
 * XML cannot hold at all (control characters, half a surrogate pair) shown as U+FFFD.
 *
 * @example
 * xmlText("a < b & \"c\""); // "a &lt; b &amp; &quot;c&quot;"
 */
export function xmlText(text: string): string {
  return legalXml(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text with what XML 1.0 cannot hold replaced by U+FFFD. */
export function legalXml(text: string): string {
  return text.replace(illegal, "\ufffd");
}

const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
