// Keeps an element inside the part of the window that the on-screen keyboard leaves free.

// Sets --viewport-height and --viewport-top on the element until the signal is aborted. Nothing where there is no visual viewport.
export function followVisualViewport(element: HTMLElement, signal: AbortSignal): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = () => {
    element.style.setProperty("--viewport-height", `${viewport.height}px`);
    element.style.setProperty("--viewport-top", `${viewport.offsetTop}px`);
  };
  follow();
  viewport.addEventListener("resize", follow, { signal });
  viewport.addEventListener("scroll", follow, { signal });
}
