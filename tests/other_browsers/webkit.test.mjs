import { describeJourneys } from "./journeys.mjs";
import { startWebKit } from "./webkit.mjs";

describeJourneys("WebKitGTK", "webkit", startWebKit);
