/** In the page: its largest paint, all that moved without a press, and how long each press took, told on its first element. */
export function observe(): void {
  const waits = new Map<number, { value: number; of: string }>();
  // All that a browser tells of, which begins at 16 ms.
  const presses = { type: "event", buffered: true, durationThreshold: 16 };
  let [paint, shift] = [0, 0];
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) paint = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, "hadRecentInput") !== true) shift += Number(Reflect.get(entry, "value"));
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const press = Number(Reflect.get(entry, "interactionId"));
      if (press === 0 || entry.duration <= (waits.get(press)?.value ?? 0)) continue;
      const target: unknown = Reflect.get(entry, "target");
      const named =
        target instanceof Element
          ? ["aria-label", "placeholder", "name"].flatMap((name) => target.getAttribute(name) ?? [])
          : [];
      const on = named[0] ?? (target instanceof Element ? target.textContent : "");
      waits.set(press, { value: entry.duration, of: `${entry.name} on “${on.trim().slice(0, 40)}”` });
    }
  }).observe(presses);
  // Again and again: the first element is replaced while the page comes in.
  setInterval(() => {
    const seen = { paintMs: String(paint), shift: String(shift), waits: JSON.stringify([...waits.values()]) };
    Object.assign(document.documentElement.dataset, seen);
  }, 50);
}
