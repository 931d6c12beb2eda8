import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { formatCount } from "../wording/formats.ts";

/** What the results were made from, so that anyone can make them again. */
export function provenance({ provenance: made, disclosure }: Results): Html {
  return html`${dataTable({
    caption: "Files read",
    head: ["File", "Rows", "SHA-256"],
    rows: made.inputs.map((input) => [input.file, input.rows === null ? "[x]" : formatCount(input.rows), input.sha256]),
  })}<dl class="grid"><dt>Likewise version</dt><dd>${made.version}</dd><dt>Seed</dt><dd>${made.seed === null ? "none" : String(made.seed)}</dd><dt>SHA-256 of the plan</dt><dd class="hash">${made.options ?? "none"}</dd><dt>Disclosure control</dt><dd>${disclosureText(disclosure)}</dd></dl>
`;
}

function disclosureText(disclosure: Results["disclosure"]): string {
  if (disclosure === null) return "None: these are exact numbers.";
  const { profile, threshold, withheldPrimary, withheldSecondary, notes } = disclosure;
  const withheld = withheldPrimary + withheldSecondary;
  const counts =
    withheld === 0
      ? "No number had to be withheld."
      : `${formatCount(withheldPrimary)} withheld for themselves, ${formatCount(withheldSecondary)} to protect them.`;
  return [`Profile ${profile}: counts below ${threshold} are withheld.`, counts, ...notes].join(" ");
}
