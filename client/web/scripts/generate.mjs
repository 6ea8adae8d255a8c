// Writes what the client takes from elsewhere in the project into generated/: the contract's types and the emergency numbers.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codesByNumber } from "./regions.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));
const project = join(web, "../..");

mkdirSync(join(web, "generated"), { recursive: true });

execFileSync(
  join(web, "node_modules/.bin/buf"),
  ["generate", join(project, "proto"), "--path", join(project, "proto/charley/v1"), "--template", "buf.gen.yaml"],
  {
    cwd: web,
    stdio: "inherit",
    env: { ...process.env, PATH: join(web, "node_modules/.bin") + delimiter + process.env.PATH },
  },
);

const numbers = codesByNumber(readFileSync(join(project, "knowledge/cramps/regions.textproto"), "utf8"));
writeFileSync(
  join(web, "generated/emergency_numbers.ts"),
  `// Written by scripts/generate.mjs from knowledge/cramps/regions.textproto, which names who published each number.

// The ambulance's number, as dialled, and the ISO 3166-1 alpha-2 codes of the regions that use it.
export const regionsByNumber: Readonly<Record<string, string>> = ${JSON.stringify(numbers, null, 2)};
`,
);
