import { startWebKit } from "./webkit.mjs";
import { describeJourneys } from "./journeys.mjs";

describeJourneys("WebKitGTK", "webkit", startWebKit);
