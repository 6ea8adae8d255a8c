// Waits for a condition, never for a time.

const deadlineMilliseconds = 10_000;
const pauseMilliseconds = 25;

// Asks again until the answer is truthy, and gives it back; fails with `what` when that takes too long.
export async function until(what, ask) {
  const deadline = Date.now() + deadlineMilliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`This never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}
