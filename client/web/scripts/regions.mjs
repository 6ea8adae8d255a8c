// Reads the emergency numbers out of the pack's regions file.

// The codes of the regions that use each emergency number, "999": "GB". Throws when the file lists a region that has no code or no
// number, so that a change of its form cannot lose a number in silence.
export function codesByNumber(textproto) {
  const regions = textproto
    .replace(/^\s*#.*$/gm, "")
    .split(/^\s*regions\s*\{/m)
    .slice(1)
    .map(readRegion);
  if (regions.length === 0) throw new Error("regions.textproto lists no region");
  const codes = {};
  for (const { code, number } of regions) codes[number] = codes[number] ? `${codes[number]} ${code}` : code;
  return codes;
}

function readRegion(body) {
  const code = /\bcode:\s*"([A-Z]{2})"/.exec(body)?.[1];
  const number = /\bemergency_number:\s*"([0-9]+)"/.exec(body)?.[1];
  if (!code || !number) throw new Error(`a region without a code or an emergency number: ${body.trim().slice(0, 60)}`);
  return { code, number };
}
