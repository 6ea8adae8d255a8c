// What can go wrong with a call, as far as a patient has to know.

export type FailureKind = "offline" | "unreachable" | "timeout" | "busy" | "unreadable" | "too-long" | "blank";

// A call that brought no reply.
export class CallFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind) {
    super(kind);
    this.kind = kind;
  }
}

// Whether triage has not read the message: then the emergency card must stand in for it.
export function isUnchecked(kind: FailureKind): boolean {
  return kind !== "too-long" && kind !== "blank";
}

// What an HTTP status and the body of a Connect error mean. A message of the server is never shown: it is in one language.
export function failureOf(status: number, body: unknown): FailureKind {
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : "";
  if (code === "invalid_argument") return "too-long";
  if (code === "resource_exhausted") return status === 413 ? "too-long" : "busy";
  if (code === "deadline_exceeded" || status === 504) return "timeout";
  if (status === 429) return "busy";
  if (status === 413) return "too-long";
  return "unreachable";
}
