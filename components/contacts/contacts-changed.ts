import { useEffect, useEffectEvent } from "react";

const contactsChanged = "contacts-changed";

/** Says that a contact was changed beside the table that shows it. */
export function sayContactsChanged(): void {
  document.dispatchEvent(new Event(contactsChanged));
}

/** Looks again when it is said. */
export function useContactsChanged(lookAgain: () => void): void {
  const onChanged = useEffectEvent(lookAgain);
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener(contactsChanged, onChanged, listening);
    return () => listening.abort();
  }, []);
}
