/** How many domains each portal holds, and which it waits for: what its capacity is compared with (rule A2). */
export type Crowd = {
  held: Map<number, number>;
  /** Open requests of each domain, by portal; and of them the domains that the portal does not hold. */
  asked: Map<number, Map<string, number>>;
  waiting: Map<number, Set<string>>;
};

type Place = { portalId: number | null; key: string };

export function emptyCrowd(): Crowd {
  return { held: new Map(), asked: new Map(), waiting: new Map() };
}

/** Whether one domain more would be too much. A domain that is waited for already takes no more room. */
export function isFull(crowd: Crowd, place: { portalId: number; key: string; capacity: number | null }): boolean {
  const { portalId, key, capacity } = place;
  if (capacity === null) return false;
  const waiting = crowd.waiting.get(portalId);
  if (waiting?.has(key) === true) return false;
  return (crowd.held.get(portalId) ?? 0) + (waiting?.size ?? 0) >= capacity;
}

export function wait(crowd: Crowd, { portalId, key }: Place, holdsIt: boolean): void {
  if (portalId === null) return;
  const asked = crowd.asked.get(portalId) ?? new Map<string, number>();
  crowd.asked.set(portalId, asked.set(key, (asked.get(key) ?? 0) + 1));
  if (!holdsIt) addWaiting(crowd, portalId, key);
}

export function leave(crowd: Crowd, { portalId, key }: Place): void {
  if (portalId === null) return;
  const asked = crowd.asked.get(portalId);
  const left = (asked?.get(key) ?? 1) - 1;
  if (left > 0) return void asked?.set(key, left);
  asked?.delete(key);
  crowd.waiting.get(portalId)?.delete(key);
}

export function hold(crowd: Crowd, { portalId, key }: Place): void {
  if (portalId === null) return;
  crowd.held.set(portalId, (crowd.held.get(portalId) ?? 0) + 1);
  crowd.waiting.get(portalId)?.delete(key);
}

export function letGo(crowd: Crowd, { portalId, key }: Place): void {
  if (portalId === null) return;
  crowd.held.set(portalId, (crowd.held.get(portalId) ?? 0) - 1);
  if (crowd.asked.get(portalId)?.has(key) === true) addWaiting(crowd, portalId, key);
}

function addWaiting({ waiting }: Crowd, portalId: number, key: string): void {
  waiting.set(portalId, (waiting.get(portalId) ?? new Set()).add(key));
}
