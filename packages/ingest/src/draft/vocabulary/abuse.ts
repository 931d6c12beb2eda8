import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const abuseWords: RecordWords = {
  table: "abuse",
  names: ["abuse", "victim contact", "survivor", "severity of abuse", "soa"],
  fields: [
    personWords,
    {
      field: "victim",
      headers: ["victim id", "survivor id", "victim survivor id", "partner id", "victim pseudonym"],
      not: ["name"],
      cells: "id",
    },
    {
      field: "wave",
      headers: ["wave", "time point", "stage of review", "review point", "assessment stage"],
      weak: ["stage"],
      cells: "category",
      codes: {
        intake: ["intake", "initial", "start", "baseline"],
        review: ["review", "mid", "midpoint", "interim"],
        exit: ["exit", "end", "close", "closure", "final"],
        "follow-up": ["follow-up", "follow up", "followup"],
      },
    },
    {
      field: "date",
      headers: ["contact date", "date of contact", "record date", "assessment date", "date recorded"],
      weak: ["date"],
      cells: "date",
    },
    {
      field: "kind",
      headers: ["type of abuse", "abuse type", "kind of abuse", "abuse category"],
      weak: ["kind", "type"],
      cells: "codes",
      codes: {
        physical: ["physical", "physical abuse"],
        sexual: ["sexual", "sexual abuse"],
        "harassment-stalking": [
          "harassment - stalking",
          "harassment and stalking",
          "harassment/stalking",
          "h&s",
          "stalking",
        ],
        "jealous-controlling": [
          "jealous / controlling",
          "jealous and controlling",
          "jealous/controlling",
          "jealous - controlling",
          "coercive control",
          "controlling",
        ],
        economic: ["economic", "economic abuse", "financial", "financial abuse"],
      },
    },
    {
      field: "severity",
      headers: ["severity", "abuse severity", "level of abuse", "severity level"],
      cells: "number",
      range: [0, 3],
    },
    {
      field: "reporter",
      headers: ["reported by", "reporter", "source of report", "according to", "completed with"],
      cells: "codes",
      codes: {
        "victim-survivor": ["victim-survivor", "victim/survivor", "victim survivor", "survivor", "victim", "client"],
        perpetrator: ["perpetrator", "perp", "self"],
        child: ["child"],
        worker: ["worker", "idva", "case worker", "practitioner", "staff"],
        police: ["police"],
      },
    },
  ],
};
