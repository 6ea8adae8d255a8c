// Keeps the focus where a patient has put it when a screen is drawn anew, as when the topics arrive.

// Draws; the focus moves to what now stands for the element that had it, if that one is gone.
export function keepFocus(root: ShadowRoot, draw: () => void): void {
  const before = root.activeElement;
  draw();
  if (!(before instanceof HTMLElement) || before.isConnected) return;
  const likely = root.querySelectorAll<HTMLElement>(before.localName);
  const again = [...likely].find((candidate) => identityOf(candidate) === identityOf(before));
  if (!again) return;
  if (before.hasAttribute("tabindex")) again.tabIndex = before.tabIndex;
  again.focus({ preventScroll: true });
}

function identityOf(part: HTMLElement): string {
  return part.id || part.getAttribute("href") || (part.textContent ?? "");
}
