import { payloads } from "../fixtures/hostile.ts";

const formulas = [
  "1+1",
  "cmd|' /C calc'!A0",
  'HYPERLINK("//evil.invalid","x")',
  'WEBSERVICE("//evil.invalid")',
  "DDE(1;2;3)",
  "SUM(A1:A9)",
].flatMap((body) => ["=", "+", "-", "@", "\t=", "\r=", "\n="].map((sign) => `${sign}${body}`));

const xml = [
  "]]>",
  "<![CDATA[<w:p/>]]>",
  "<!-- x -->",
  "<?xml version='1.0'?>",
  "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
  "&xxe;",
  "&#x0;",
  "&#0;",
  "&amp;&lt;",
  "</w:t></w:r></w:p></w:body>",
  "<w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText>",
  "</text:p></table:table-cell>",
  "</t></is></c><c><f>1+1</f></c>",
  '" Target="//evil.invalid" TargetMode="External',
  "_x0041_",
  "_x005F_x0041_",
  "{ INCLUDETEXT //evil.invalid }",
];

const letters = [
  ...[0, 1, 7, 8, 11, 12, 14, 27, 31, 127, 133].map((code) => `a${String.fromCharCode(code)}b`),
  "\ud800",
  "\udc00",
  "x\ud83dy",
  "\ude00\ud83d",
  "\ufffe",
  "\uffff",
  "\u2028",
  "\u2029",
  "\u202e right to left",
  "\u2066\u2067\u2069",
  "שלום עולם",
  "مرحبا",
  "\u200b\u200d\ufeff",
  "e\u0301\u0301\u0301",
  "👩‍👩‍👧‍👦",
  "a".repeat(40_000),
  "'Table 1'.A1",
  "'Table 1'!A1",
  "../../../etc/passwd",
  "CON",
  "%00",
];

/** What somebody might type into a name, to break a document or to run something in it. */
export const documentPayloads: readonly string[] = [...new Set([...payloads, ...formulas, ...xml, ...letters])];
