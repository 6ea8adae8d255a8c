// Looks for red flags without a connection, by the table that the pack carries. It may only add the emergency card: a message below the
// threshold was not checked.

export interface OfflineCheck {
  readonly wordLength: number;
  readonly threshold: number;
  readonly weights: ReadonlyMap<string, number>;
}

// Undefined when the table is missing or of a form that this version does not know.
export function readOfflineCheck(json: unknown): OfflineCheck | undefined {
  const table = (typeof json === "object" && json !== null ? json : {}) as Record<string, unknown>;
  const { wordLength, threshold, weights } = table;
  if (typeof wordLength !== "number" || typeof threshold !== "number") return undefined;
  if (typeof weights !== "object" || weights === null) return undefined;
  const entries = Object.entries(weights).filter((entry): entry is [string, number] => typeof entry[1] === "number");
  return entries.length > 0 ? { wordLength, threshold, weights: new Map(entries) } : undefined;
}

const passedOver = /[\p{Mn}\p{Cf}'`\u2018\u2019\u201b\u02bc\u2032]/gu;
const words = /[\p{L}\p{N}]+/gu;

// The words of a message, each cut to its first `longest` characters. The same, step by step, as the pack's compiler reads them.
export function plainWords(message: string, longest: number): string[] {
  const text = message.normalize("NFKC").toLowerCase().normalize("NFD").replace(passedOver, "");
  return (text.match(words) ?? []).map((word) => [...word].slice(0, longest).join(""));
}

// Whether the patient's messages together look like those that the server escalates.
export function looksLikeRedFlag(check: OfflineCheck, messages: readonly string[]): boolean {
  const features = new Set<string>();
  for (const message of messages) {
    plainWords(message, check.wordLength).forEach((word, i, all) => {
      features.add(word);
      if (i > 0) features.add(`${all[i - 1]} ${word}`);
    });
  }
  let score = 0;
  for (const feature of features) score += check.weights.get(feature) ?? 0;
  return score >= check.threshold;
}
