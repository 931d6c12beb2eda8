/**
 * Texts of the pages that hold a number which is no result: units, scales, thresholds, names of guidance, and how parts of
 * the document itself are numbered and counted. Reviewed one by one; a number written anywhere else is found.
 */
export const reviewedNumbers: readonly RegExp[] = [
  // Units and scales
  /\b(?:in|among|for|of) (?:every )?100\b/gi,
  /^every 100$/g,
  /\b100 typical people/g,
  /^100 /g,
  /\b95% (?:intervals?|limits)/g,
  /\b(?:out )?of 5\b/g,
  /\bfrom (?:0|1) to (?:1|5)\b/g,
  /\bof 1 means\b|\bcrosses (?:0|1)\b|^1 (?:means no difference|would be)\b/g,
  /\bnot at 0\b|\bstarts at \d+\b/g,
  /\b8 in 10 studies\b/g,
  /\bSHA-256\b/g,
  /^width=device-width, initial-scale=1$/g,
  // Thresholds
  /\bless than 0\.01\b|\bp below 0\.01\b/g,
  /\b(?:above|within|more than|are|to) 0\.(?:1|05)\b/gi,
  /\bat 0\.05\b|\bhas 0\.025 a side\b/g,
  /\bThe 8 that differ most\b/g,
  // Blocks and windows of time, by the names the plan gives them
  /\b\d+ to \d+(?: months?)?(?: (?:before|after)|$)/g,
  /\b(?:within|over) \d+ (?:days|weeks|months)\b/gi,
  /\bblock −?\d+\b/g,
  /\b[QH]\d\b/g,
  /\b\d{4}\/\d\d\b/g,
  // Guidance and literature
  /\b(?:CONSORT 2025|TREND|STROBE|TIDieR|CHEERS 2022)(?: \d+(?:(?:, | to )\d+)*)?/g,
  /\bdoi:\S+/g,
  /\b[A-Z][a-z]+ \(\d{4}\)/g,
  // How parts of the document are numbered
  /^Table \d+\.$/g,
  /\bleads to \d+(?:, \d+)*/g,
  /^→ \d+(?:, \d+)*$/g,
  /^Leads to: \d+(?:, \d+)*$/g,
  /\b[Tt]ables? \d+(?:(?:, | to )\d+)* in comparison \d+/g,
  /: tables? \d+(?:(?:, | to )\d+)*$/g,
  /\b[Cc]omparison \d+\b/g,
  /^Part \d\.?$/g,
  /^\d\.$/g,
  /^Read with notes? \d+(?:(?:, | to )\d+)*\.$/g,
  /^\d+ (?:base|precision|terms)|^\d+: [a-z]/g,
  // and counted: what there is of them does not change with the numbers
  /^\d of \d$/g,
  /: CSV, \d+ KB$/g,
  /^cells [\d,]+ numbers, printed in the table;$/g,
  /\b\d+ rows?$/g,
  /: \d+ results?\.$/g,
  /, \d+ terms?$/g,
  /^Here \d+ of the \d+ things they should hold are there: \d+ of the seven parts (?:is|are) whole, and \d+ holds? nothing\.$/g,
  /^Of \d+ items \d+ are met, \d+ in part and \d+ not\.$/g,
];
