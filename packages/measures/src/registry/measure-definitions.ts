import type { MeasureDefinition } from "@likewise/schema";
import audit from "../definitions/audit.json" with { type: "json" };
import auditC from "../definitions/audit-c.json" with { type: "json" };
import core10 from "../definitions/core-10.json" with { type: "json" };
import dast10 from "../definitions/dast-10.json" with { type: "json" };
import ders from "../definitions/ders.json" with { type: "json" };
import gad7 from "../definitions/gad-7.json" with { type: "json" };
import gbo from "../definitions/gbo.json" with { type: "json" };
import k6 from "../definitions/k6.json" with { type: "json" };
import k10 from "../definitions/k10.json" with { type: "json" };
import ons4 from "../definitions/ons4.json" with { type: "json" };
import pcl5 from "../definitions/pcl-5.json" with { type: "json" };
import phq9 from "../definitions/phq-9.json" with { type: "json" };
import pss10 from "../definitions/pss-10.json" with { type: "json" };
import rses from "../definitions/rses.json" with { type: "json" };
import socrates8 from "../definitions/socrates-8.json" with { type: "json" };
import swemwbs from "../definitions/swemwbs.json" with { type: "json" };
import ucla3 from "../definitions/ucla-3.json" with { type: "json" };
import wemwbs from "../definitions/wemwbs.json" with { type: "json" };
import who5 from "../definitions/who-5.json" with { type: "json" };

/**
 * Every measure that ships: its scoring was seen in a source and its licence allows a definition. None holds the text of
 * an item. For another instrument load a definition of your own with {@link checkDefinition}.
 */
export const measureDefinitions: readonly MeasureDefinition[] = [
  auditC,
  audit,
  core10,
  dast10,
  ders,
  gad7,
  gbo,
  k10,
  k6,
  ons4,
  pcl5,
  phq9,
  pss10,
  rses,
  socrates8,
  swemwbs,
  ucla3,
  wemwbs,
  who5,
] as unknown as readonly MeasureDefinition[];
