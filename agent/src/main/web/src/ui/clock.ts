// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from 'preact/hooks'

const SLOW_MS = 3_000

/** Whether it has been going on for so long that one wants to know why. */
export function useSlow(going = true): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!going) return undefined
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [going])
  return slow
}

/** Seconds that are left of so many milliseconds since `start` came. */
export function useLeft(start: object | undefined, ms: number): number {
  const end = useMemo(() => Date.now() + ms, [start])
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.round((end - now) / 1_000))
}

/** Minutes and seconds. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
