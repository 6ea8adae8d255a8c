// The offline bundle (/pack.json), read with tolerance: what is missing is empty, what is new is passed over.

import type { CitationJson } from "@charley/chat";
import { type OfflineCheck, readOfflineCheck } from "./offline_check.ts";

export interface Topic {
  readonly id: string;
  readonly theme: string;
  readonly title: string;
  readonly text: string;
  readonly citations: readonly CitationJson[];
  readonly related: readonly string[];
  readonly seeClinician: boolean;
  // Place among the questions asked most, from 1; 0 when it is not among them.
  readonly frequent: number;
}

export interface Region {
  readonly code: string;
  readonly emergency: string;
  readonly also: readonly string[];
  readonly advice: string;
  readonly adviceName: string;
  readonly crisis: string;
  readonly crisisName: string;
}

// Signs of one level, the gravest level first.
export interface FlagGroup {
  readonly now: boolean;
  readonly flags: readonly string[];
  readonly citations: readonly CitationJson[];
}

export interface Pack {
  readonly version: string;
  readonly disclaimer: string;
  readonly topics: readonly Topic[];
  readonly regions: readonly Region[];
  readonly flagGroups: readonly FlagGroup[];
  readonly offlineCheck: OfflineCheck | undefined;
  // When to get help, with the region's number.
  safetyNet(region: string): string;
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

// Undefined when this is no bundle at all.
export function readPack(json: unknown): Pack | undefined {
  const bundle = fields(json);
  const version = text(bundle["packVersion"]);
  if (!version) return undefined;
  const sources = fields(bundle["sources"]);
  const citations = (value: unknown) => list(value).map((item) => readCitation(fields(item), sources));
  const regions = list(bundle["regions"]).map((item) => readRegion(fields(item)));
  const unknown = fields(bundle["unknownRegion"]);
  return {
    version,
    disclaimer: text(bundle["disclaimer"]),
    topics: list(bundle["topics"])
      .map((item) => readTopic(fields(item), citations))
      .filter(({ id, title, text }) => id && title && text),
    regions: regions.filter(({ code, emergency }) => code && emergency),
    flagGroups: list(bundle["emergencyFlags"]).map((item) => readFlags(fields(item), citations)),
    offlineCheck: readOfflineCheck(bundle["offlineCheck"]),
    safetyNet: (code) => {
      const region = regions.find((candidate) => candidate.code === code);
      return text(bundle["safetyNet"])
        .replaceAll("{emergency}", region?.emergency || text(unknown["emergency"]) || "your local emergency number")
        .replaceAll("{advice}", region?.adviceName || text(unknown["advice"]) || "your local health advice line");
    },
  };
}

type ReadCitations = (value: unknown) => CitationJson[];

function readTopic(topic: Fields, citations: ReadCitations): Topic {
  return {
    id: text(topic["id"]),
    theme: text(topic["theme"]),
    title: text(topic["title"]),
    text: text(topic["answer"]),
    citations: citations(topic["citations"]),
    related: list(topic["related"]).map(text).filter(Boolean),
    seeClinician: topic["urgency"] !== undefined && topic["urgency"] !== "URGENCY_SELF_CARE",
    frequent: typeof topic["frequent"] === "number" ? topic["frequent"] : 0,
  };
}

function readCitation(citation: Fields, sources: Fields): CitationJson {
  const source = fields(sources[text(citation["sourceId"])]);
  const paragraph = citation["paragraph"];
  return {
    sourceId: text(citation["sourceId"]),
    paragraph: typeof paragraph === "number" ? paragraph : 0,
    quote: text(citation["quote"]),
    title: text(source["title"]),
    publisher: text(source["publisher"]),
    date: text(source["date"]),
    uri: text(source["uri"]),
    evidence: text(citation["evidence"]) as NonNullable<CitationJson["evidence"]>,
  };
}

function readRegion(region: Fields): Region {
  return {
    code: text(region["code"]),
    emergency: text(region["emergency"]),
    also: list(region["also"]).map(text).filter(Boolean),
    advice: text(region["advice"]),
    adviceName: text(region["adviceName"]),
    crisis: text(region["crisis"]),
    crisisName: text(region["crisisName"]),
  };
}

// A level that this version does not know counts as the gravest.
function readFlags(group: Fields, citations: ReadCitations): FlagGroup {
  return {
    now: group["urgency"] !== "URGENCY_URGENT_TODAY",
    flags: list(group["flags"]).map(text).filter(Boolean),
    citations: citations(group["citations"]),
  };
}
