"use client";

import { useEffect } from "react";

/**
 * What was pressed is often gone with the press: the row that was withdrawn, the form that is drawn anew. The focus then
 * goes to what was said about it, or on another page to its heading; the browser would leave it nowhere.
 */
export function KeepFocus() {
  useEffect(() => {
    let focused: Element | null = null;
    let { pathname, hash } = window.location;

    const onFocusIn = ({ target }: FocusEvent) => {
      focused = target instanceof Element ? target : null;
      ({ pathname } = window.location);
    };
    // Whoever presses on nothing wants nothing to have the focus; what is being removed is so by the end of the task.
    const onFocusOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (target === focused && focused?.isConnected && isNowhere()) focused = null;
      });
    const onChange = () => {
      const place = window.location.hash === hash ? null : namedPlace();
      ({ hash } = window.location);
      focusOn(place);
      if (focused?.isConnected === false) {
        focused = null;
        later(pathname);
      } else ({ pathname } = window.location);
    };

    const changes = new MutationObserver(onChange);
    changes.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", onFocusIn);
    document.addEventListener("focusout", onFocusOut);
    return () => {
      changes.disconnect();
      document.removeEventListener("focusin", onFocusIn);
      document.removeEventListener("focusout", onFocusOut);
    };
  }, []);
  return null;
}

function isNowhere(): boolean {
  return document.activeElement === document.body;
}

/** The field or the card that the address names, as the browser itself would have it on a page that was loaded. */
function namedPlace(): HTMLElement | null {
  const { hash } = window.location;
  return hash === "" ? null : document.querySelector<HTMLElement>(`main #${CSS.escape(hash.slice(1))}`);
}

/** Dialogs give the focus back, and the review moves it on; both come first. `path` is where it was lost. */
function later(path: string): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (isNowhere()) focusOn(path === window.location.pathname ? newsOrHeading() : heading());
    }),
  );
}

function newsOrHeading(): HTMLElement | null {
  const said = document.querySelectorAll<HTMLElement>("main :is([role=alert], [role=status], output)");
  return [...said].find((each) => each.checkVisibility()) ?? heading();
}

function heading(): HTMLElement | null {
  return document.querySelector("main h1");
}

function focusOn(place: HTMLElement | null): void {
  if (place === null) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
}
