import { expect, test } from "vitest";
import { isAlive, newSession, renewed, wantsRenewal } from "#lib/portals/session.ts";

const hourMs = 3_600_000;

test("twelve hours end a session whatever its row says", () => {
  const forged = { ...newSession(0), expiresAt: 1000 * hourMs };
  expect([isAlive(forged, 12 * hourMs - 1), isAlive(forged, 12 * hourMs)]).toEqual([true, false]);
});

test("a renewal never reaches beyond the twelve hours", () => {
  expect(renewed(newSession(0), 11.5 * hourMs)).toEqual({
    createdAt: 0,
    updatedAt: 11.5 * hourMs,
    expiresAt: 12 * hourMs,
  });
});

test("a clock that jumps back asks for no renewal", () => {
  expect(wantsRenewal(newSession(hourMs), 0)).toBe(false);
});
