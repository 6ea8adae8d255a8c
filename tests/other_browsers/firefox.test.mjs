import { startFirefox } from "./firefox.mjs";
import { describeJourneys } from "./journeys.mjs";

describeJourneys("Firefox", "firefox", startFirefox);
