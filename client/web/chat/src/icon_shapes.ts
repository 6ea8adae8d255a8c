// The drawings of the icons: paths of one stroke, 24 by 24. Each a constant of its own, so that a script carries only those it shows.

export const alert = "M12 3 22 20H2L12 3ZM12 10v4M12 17v.01";
export const again = "M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5";
export const clinician = "M6 3v6a5 5 0 0 0 10 0V3M11 14v2a5 5 0 0 0 10 0v-2M21 11v.01M6 3H4.5M16 3h1.5";
export const close = "M6 6l12 12M18 6 6 18";
export const copy = "M9 9h11v11H9V9ZM5 15H4V4h11v1";
export const phone = "M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2Z";
export const question = "M4 4h16v12h-9l-5 4v-4H4V4Z";
export const send = "M12 20V5M5.5 11.5 12 5l6.5 6.5";
export const web = "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6";
