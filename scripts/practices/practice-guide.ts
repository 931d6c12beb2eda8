import path from "node:path";
import type { PracticeTests } from "./practice-tests.ts";
import type { Practice, Practices, Source } from "./read-practices.ts";

/** The practice guide as a Markdown page: what there is to evaluate, and how far it can be. */
export function practiceGuide(practices: Practices, tests: PracticeTests): string {
  const sections = Object.keys(practices.sections).map((letter) => section(letter, practices, tests));
  const parts = [introduction, summary(practices, tests), work(practices, tests), ...sections, sources(practices)];
  return `${["# Practice guide", ...parts].join("\n\n")}\n`;
}

export type Status = "built" | "planned" | "declined";

/** A practice is built exactly when a test carries its name; what the row says decides the rest. */
export function statusOf(id: string, row: Practice, tests: PracticeTests): Status {
  if (tests.has(id)) return "built";
  return row.declined === undefined ? "planned" : "declined";
}

/** The letter of the section a practice belongs to. */
export function letterOf(id: string): string {
  return id.charAt(0);
}

const introduction = `What programmes in this field do, publish and are asked for, and what Likewise works out for each. **Built** means that
a test of that name ("practice-A13: …") holds the product to the words in "works when"; the link leads to it. **Planned** names the work it belongs
to. **Declined** gives the reason. The page is made from \`scripts/practices/practices.yaml\` and the tests (\`pnpm practices\`).`;

function summary(practices: Practices, tests: PracticeTests): string {
  const statuses: Status[] = ["built", "planned", "declined"];
  const entries = Object.entries(practices.rows);
  const counts = (rows: typeof entries) =>
    statuses.map((status) => String(rows.filter(([id, row]) => statusOf(id, row, tests) === status).length));
  const rows = Object.entries(practices.sections).map(([letter, { title }]) => {
    const own = entries.filter(([id]) => letterOf(id) === letter);
    return [`[${letter}. ${title}](#${anchor(`${letter}. ${title}`)})`, ...counts(own), String(own.length)];
  });
  return table(["Section", ...statuses, "all"], [...rows, ["**All**", ...counts(entries), String(entries.length)]]);
}

function work({ work, rows }: Practices, tests: PracticeTests): string {
  const lines = Object.entries(work).map(([name, text]) => {
    const ids = Object.keys(rows).filter((id) => rows[id]!.planned === name && !tests.has(id));
    return `- **${name}**: ${text}, ${ids.length} practices.`;
  });
  return `What is planned belongs to:\n\n${lines.join("\n")}`;
}

function section(letter: string, practices: Practices, tests: PracticeTests): string {
  const { sections, sources } = practices;
  const { title, from } = sections[letter]!;
  const rows = Object.entries(practices.rows)
    .filter(([id]) => letterOf(id) === letter)
    .map(([id, row]) => [id, practice(row, practices), row.result, row.works, status(id, row, tests)]);
  return [
    `## ${letter}. ${title}`,
    `From: ${from.map((id) => linked(sources[id]!.title, sources[id]!.link)).join("; ")}.`,
    table(["Id", "Practice", "Worked out", "Works when", "Status"], rows),
  ].join("\n\n");
}

function practice({ practice, source }: Practice, { sources }: Practices): string {
  return source === undefined ? practice : `${practice} (${linked(source, sources[source]!.link)})`;
}

function status(id: string, row: Practice, tests: PracticeTests): string {
  const files = tests.get(id);
  if (files) return `**built**: ${files.map((file) => linked(testName(file), `../${file}`)).join(", ")}`;
  if (row.declined !== undefined) return `declined: ${row.declined}`;
  return `planned, ${row.planned}: ${row.why}`;
}

/** "cohort needs/need-cascade" for packages/cohort/test/needs/need-cascade.test.ts. */
function testName(file: string): string {
  const [, name, , ...rest] = file.split("/");
  return `${name} ${path.posix.join(...rest).replace(/\.test\.ts$/, "")}`;
}

function sources({ sources }: Practices): string {
  const rows = Object.entries(sources).map(([id, { title, link, status }]: [string, Source]) => [
    id,
    linked(title, link),
    status,
  ]);
  return `## Sources\n\nVERIFIED: what is said of a programme was read there. A figure under "works when" that no source gives is arithmetic.\n\n${table(["Id", "Source", "Status"], rows)}`;
}

function linked(text: string, link: string | undefined): string {
  return link === undefined ? text : `[${text}](${link})`;
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
