// Compares the app's own check with the server's decisions: node measure_offline_check.mjs BUILD_FOLDER FILE...
//
// The check is the app's code on the server's bundle; the decisions are the server's replies. Prints rates by file, category and style;
// no message, because some files are held out. Exits with 1 when the recall on a file of red flags is below 90 %.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { startCharleyd } from "./charleyd.mjs";
import { load } from "./modules.mjs";

const leastRecall = 0.9;
// Of fewer escalated messages a share says little.
const leastMessages = 100;
const [, , build, ...files] = process.argv;
const { readPack } = await load("./pack.ts");
const { looksLikeRedFlag } = await load("./offline_check.ts");

// The 95 % interval of a share, after Wilson 1927.
function wilson(right, all) {
  const z = 1.959964;
  const centre = right / all + (z * z) / (2 * all);
  const spread = z * Math.sqrt(((right / all) * (1 - right / all)) / all + (z * z) / (4 * all * all));
  return [centre - spread, centre + spread].map((end) => end / (1 + (z * z) / all));
}

function rate(right, all) {
  if (all === 0) return "none";
  const [low, high] = wilson(right, all).map((end) => (100 * end).toFixed(1));
  return `${((100 * right) / all).toFixed(1)} % (${right} of ${all}; ${low} to ${high})`;
}

async function escalates(server, { question, earlier = [] }) {
  const response = await fetch(`${server.origin}/charley.v1.AssistantService/Ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question, earlier }),
  });
  return (await response.json()).escalation !== undefined;
}

const server = await startCharleyd(build);
let good = true;
try {
  const bundle = await (await fetch(`${server.origin}/pack.json`)).json();
  const { offlineCheck: check, version } = readPack(bundle);
  if (!check) throw new Error("the bundle holds no offline check");
  console.log(`${version}: ${check.weights.size} weights, ${JSON.stringify(bundle.offlineCheck).length} bytes of JSON`);
  const together = { found: 0, escalated: 0 };
  for (const file of files) {
    const counts = { found: 0, escalated: 0, alarms: 0, quiet: 0 };
    const missed = new Map();
    for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
      const message = JSON.parse(line);
      const shown = looksLikeRedFlag(check, [...(message.earlier ?? []), message.question]);
      if (await escalates(server, message)) {
        counts.escalated += 1;
        if (shown) counts.found += 1;
        const key = message.category ?? message.kind ?? "";
        const [found, all] = missed.get(key) ?? [0, 0];
        missed.set(key, [found + (shown ? 1 : 0), all + 1]);
      } else {
        counts.quiet += 1;
        if (shown) counts.alarms += 1;
      }
    }
    together.found += counts.found;
    together.escalated += counts.escalated;
    console.log(`${basename(file)}`);
    console.log(`  recall of what the server escalates: ${rate(counts.found, counts.escalated)}`);
    console.log(`  card on what the server does not:    ${rate(counts.alarms, counts.quiet)}`);
    const weak = [...missed]
      .filter(([, [found, all]]) => found < all)
      .sort((a, b) => a[1][0] / a[1][1] - b[1][0] / b[1][1]);
    console.log(
      `  missed: ${weak.map(([key, [found, all]]) => `${key} ${all - found} of ${all}`).join(", ") || "none"}`,
    );
    if (counts.escalated >= leastMessages && counts.found / counts.escalated < leastRecall) good = false;
  }
  console.log(`all sets together: ${rate(together.found, together.escalated)}`);
  if (together.found / together.escalated < leastRecall) good = false;
} finally {
  await server.close();
}
process.exitCode = good ? 0 : 1;
