/** The part of a record's schema the dictionary shows. */
interface RecordJson {
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, FieldJson>>;
  readonly required: readonly string[];
  readonly "x-likewise": {
    readonly status: "stable" | "draft";
    readonly key: readonly string[];
    readonly date: string | null;
    readonly references: Readonly<Record<string, string>>;
    readonly dateOrder: readonly (readonly [string, string])[];
  };
}
interface FieldJson {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly "x-likewise"?: "category" | "label";
}

/** The data dictionary as a Markdown page: what a study may bring, table by table and field by field. */
export function dataDictionary(schemas: Readonly<Record<string, unknown>>): string {
  const records = Object.entries(schemas) as unknown as [string, RecordJson][];
  return `${[
    "# Data dictionary",
    introduction,
    contents(records),
    ...records.map(([name, record]) => section(name, record)),
  ].join("\n\n")}\n`;
}

const introduction = `The tables a study may bring. Each is optional but \`people\`; \`study.yaml\` says which columns of which files hold which
fields, and only those columns are read. Ids are text as received; they order and link rows and never leave \`private/\`. Dates are whole days. A
table marked **draft** may change without a new version.

Codes that are fixed are listed as such: map other codes to them under \`values\`. Codes that are usual are suggestions: a study may have its own.
"Text" is kept as it is; a "code" is grouped, counted and compared. Where a key is named, rows that repeat it are rejected with that reason
unless the plan says which one stands.`;

function contents(records: readonly [string, RecordJson][]): string {
  const rows = records.map(([name, record]) => {
    return [`[\`${name}\`](#${name})`, record.description, record["x-likewise"].status];
  });
  return table(["Table", "One row", "Status"], rows);
}

function section(name: string, record: RecordJson): string {
  const { status, key, date, references, dateOrder } = record["x-likewise"];
  const rows = Object.entries(record.properties).map(([field, schema]) => {
    const required = record.required.includes(field) ? "yes" : "";
    return [`\`${field}\``, fieldType(schema), required, meaning(schema)];
  });
  const rules = [
    ...(key.length > 0 ? [`- Key: ${codes(key)}.`] : []),
    ...(date === null ? [] : [`- A row is known from its \`${date}\`.`]),
    ...Object.entries(references).map(([field, target]) => `- \`${field}\` is looked up in \`${target}\`.`),
    ...dateOrder.map(([first, second]) => `- \`${first}\` is not after \`${second}\`.`),
  ];
  return [
    `## \`${name}\``,
    `**${record.title}.** ${record.description}.${status === "draft" ? " **Draft.**" : ""}`,
    table(["Field", "Type", "Required", "Meaning"], rows),
    ...(rules.length > 0 ? [rules.join("\n")] : []),
  ].join("\n\n");
}

function fieldType(schema: FieldJson): string {
  if (schema.enum || schema["x-likewise"] === "category") return "code";
  if (schema.format === "date") return "date";
  if (Array.isArray(schema.type)) return "text or number";
  const range = schema.minimum !== undefined && schema.maximum !== undefined;
  const bounds = range ? `, ${schema.minimum} to ${schema.maximum}` : schema.minimum === 0 ? ", 0 or more" : "";
  return `${typeNames[String(schema.type)]}${bounds}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  integer: "whole number",
  boolean: "yes or no",
};

function meaning({ description, enum: fixed, examples: usual }: FieldJson): string {
  if (fixed) return `${description}. Codes: ${codes(fixed)}`;
  return usual ? `${description}. Usual codes: ${codes(usual)}` : description;
}

function codes(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(", ");
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
