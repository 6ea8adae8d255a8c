// A style sheet, as text without spare space.
declare module "*.css" {
  const text: string;
  export default text;
}
