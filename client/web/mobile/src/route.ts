// Screens by address. The part after "#" alone, so that any server can serve the app, and never a patient's words.

export type Route =
  | { readonly screen: "home" | "chat" | "topics" | "emergency" | "settings" }
  | { readonly screen: "topic"; readonly id: string };

const plain = ["chat", "topics", "emergency", "settings"] as const;

// The screen of "#/emergency" or "#/topics/night-cramps-why"; home for anything else.
export function readRoute(hash: string): Route {
  const [first = "", second = "", ...rest] = hash.replace(/^#\/?/, "").split("/");
  const screen = plain.find((name) => name === first);
  if (!screen || rest.length > 0) return { screen: "home" };
  if (!second) return { screen };
  return screen === "topics" && /^[a-z0-9-]{1,80}$/.test(second) ? { screen: "topic", id: second } : { screen: "home" };
}

export function routeHash(route: Route): string {
  if (route.screen === "home") return "#/";
  return route.screen === "topic" ? `#/topics/${route.id}` : `#/${route.screen}`;
}
