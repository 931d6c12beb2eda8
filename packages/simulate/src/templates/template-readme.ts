import type { Figure, StudyTemplate } from "./study-template.ts";

/** The README of a template's folder: what it is, what to do, and where every figure comes from. */
export function templateReadme({ about, remarks, figures }: StudyTemplate): string {
  return `# SYNTHETIC: ${about}

Every person, service and place in this folder is invented. Nothing here is a result about anybody.

\`\`\`
likewise check .    # what the extracts hold
likewise run .      # out/report.html, out/dashboard.html
\`\`\`

Replace the files in \`data/\` with your own extracts, change the columns in \`study.yaml\` to their headers, and go through
the rest of the plan line by line: each line with a comment is a decision that is yours to make.

${remarks.join("\n\n")}

## Where the figures come from

The extracts have the shape of published studies of such programmes. Counts the template uses hold exactly, for every seed;
shares that are drawn say so. Where nothing is published the template chooses, and says so. A published figure that the
extracts do not have is listed too.

| Figure | Published | Source | Status | The template uses |
| --- | --- | --- | --- | --- |
${figures.map(row).join("\n")}

_Verified_: read in a public copy of the source. _Verified in words_: the source gives no number, or not this one. _Derived_:
arithmetic on verified figures. _Illustration_: an example used in guidance, no finding. _Choice_: of this template, without a
source. The offence weights are invented. Rates after the decision were set to what is published, so what a run finds is
what was put in: no effect can be learnt from it.
`;
}

function row({ what, published, source, status, uses }: Figure): string {
  return `| ${[what, published ?? "nothing", source ?? "none", status, uses].join(" | ")} |`;
}
