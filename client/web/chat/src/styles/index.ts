// The chat's style sheet, put together in the order in which its parts override each other.

import adapt from "./adapt.css";
import advice from "./advice.css";
import base from "./base.css";
import conversation from "./conversation.css";
import emergency from "./emergency.css";
import frame from "./frame.css";
import palette from "./palette.css";
import sources from "./sources.css";

export const styles = [palette, base, frame, emergency, conversation, sources, advice, adapt].join("");
