import type { Results } from "@likewise/schema";

/** A published file as it was written. */
export interface CrateFile {
  /** Below the folder of the crate. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * What a folder of results holds and what it was made from, as an RO-Crate 1.1 (`ro-crate-metadata.json`): every file
 * with size and hash, each input by its hash alone, the software, the seed and the options, the licence.
 *
 * It holds no clock time. RO-Crate asks for a day of publication: it is the day that the data are from, and there is none
 * where the plan states none, as an invented one would be worse.
 *
 * @param files all published files but the manifest, which holds clock times
 */
export function roCrate(results: Results, files: readonly CrateFile[]): Readonly<Record<string, unknown>> {
  const { study, provenance } = results;
  const attributions = results.economics?.attributions ?? [];
  const inputs = provenance.inputs.map(({ file, sha256, rows }, index) => ({
    "@id": `#input-${index + 1}`,
    "@type": "CreativeWork",
    name: file,
    description: "A file that was read. It is not part of this crate.",
    sha256,
    ...(rows === null ? {} : { size: `${rows} rows` }),
  }));
  const root = {
    "@id": "./",
    "@type": "Dataset",
    name: study.title,
    description: [study.question ?? "Results of an evaluation", ...markingsOf(results)].join(" "),
    ...(study.asAt ? { datePublished: study.asAt } : {}),
    license: references([{ "@id": "#licence" }]),
    ...(attributions.length === 0 ? {} : { creditText: attributions.join(" ") }),
    hasPart: references([...files.map(({ path }) => ({ "@id": idOf(path) })), { "@id": "manifest.json" }]),
    mentions: references([{ "@id": "#run" }]),
    conditionsOfAccess: results.edition === "published" ? "Published edition" : "Working edition: not for release",
  };
  return {
    "@context": ["https://w3id.org/ro/crate/1.1/context", { sha256: "https://schema.org/sha256" }],
    "@graph": [
      {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
        about: { "@id": "./" },
      },
      root,
      ...files.map(fileEntity),
      {
        "@id": "manifest.json",
        "@type": "File",
        name: "manifest.json",
        description: "Hashes of all files, and when they were made",
        encodingFormat: "application/json",
      },
      ...inputs,
      {
        "@id": "#run",
        "@type": "CreateAction",
        name: `Run of ${study.title}`,
        instrument: { "@id": "#likewise" },
        object: inputs.map((input) => ({ "@id": input["@id"] })),
        result: files.map(({ path }) => ({ "@id": idOf(path) })),
        ...(provenance.seed === null ? {} : { additionalProperty: { "@id": "#seed" } }),
      },
      ...(provenance.seed === null
        ? []
        : [{ "@id": "#seed", "@type": "PropertyValue", name: "seed", value: provenance.seed }]),
      {
        "@id": "#likewise",
        "@type": "SoftwareApplication",
        name: "Likewise",
        version: provenance.version,
        license: { "@id": "https://spdx.org/licenses/MIT" },
        ...(provenance.options === null ? {} : { identifier: `sha256 of the plan: ${provenance.options}` }),
      },
      {
        "@id": "#licence",
        "@type": "CreativeWork",
        name: "Licence of these results",
        description: "The licence of these results is for those who publish them to state; the plan states none.",
        creditText: `Made with Likewise ${provenance.version} from data of: ${study.title}`,
      },
      {
        "@id": "https://spdx.org/licenses/MIT",
        "@type": "CreativeWork",
        name: "MIT License",
        description: "The licence of the software, and not of what it makes",
      },
    ],
  };
}

function fileEntity({ path, bytes, sha256 }: CrateFile) {
  return {
    "@id": idOf(path),
    "@type": "File",
    name: path,
    encodingFormat: encodingFormats[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream",
    contentSize: String(bytes),
    sha256,
  };
}

/** One reference stands alone, several in a list. */
function references(list: readonly { readonly "@id": string }[]) {
  return list.length === 1 ? list[0] : list;
}

/** A path as a relative URI. */
function idOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function markingsOf({ study }: Results): string[] {
  return study.synthetic ? ["Synthetic data: invented people, no real service."] : [];
}

const encodingFormats: Readonly<Record<string, string>> = {
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  json: "application/json",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  pdf: "application/pdf",
  svg: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
