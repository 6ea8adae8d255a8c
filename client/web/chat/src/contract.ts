// The JSON of the public API, as generated from proto/charley/v1/assistant.proto. Types alone: nothing of it is in the bundle.

export type {
  AnswerJson,
  AskRequestJson,
  AskResponseJson,
  CitationJson,
  ClinicianAdviceJson,
  EscalationJson,
  EvidenceJson,
  RateAnswerRequestJson,
  SuggestionJson,
  UrgencyJson,
} from "../../generated/charley/v1/assistant_pb.ts";
