// Icons of the app, in the manner of the chat's: one stroke, 24 by 24.

export const back = "M15 5l-7 7 7 7";
export const home = "M4 11 12 4l8 7v9h-5v-6H9v6H4v-9Z";
export const listen = "M4 9h4l5-4v14l-5-4H4V9ZM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11";
export const settings = "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4";
export const share = "M12 15V4M8 7.5 12 4l4 3.5M7 11H5v9h14v-9h-2";
export const stop = "M7 7h10v10H7V7Z";
export const topics = "M5 6h14M5 12h14M5 18h9";
