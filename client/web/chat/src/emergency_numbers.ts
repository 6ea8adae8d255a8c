// What to dial when no service can say it.

import { regionsByNumber } from "../../generated/emergency_numbers.ts";

// The ambulance's number of an ISO 3166-1 alpha-2 region, as dialled; empty when the region is not known.
export function emergencyNumber(region: string | undefined): string {
  const code = region?.trim().toUpperCase();
  if (code?.length !== 2) return "";
  const found = Object.entries(regionsByNumber).find(([, codes]) => codes.split(" ").includes(code));
  return found?.[0] ?? "";
}

// The address that dials a number: "tel:" and its digits. Undefined for what is no telephone number.
export function telephoneLink(number: string): string | undefined {
  const digits = number.replace(/[\s().-]/g, "");
  return /^\+?\d{2,15}$/.test(digits) ? `tel:${digits}` : undefined;
}
