/**
 * Property tests draw the same cases in each run of the same code, so that a failure comes from the change at hand and
 * not from luck. With `COUNTERPOINT_DRAW=anew` (`npm test -- --long`) they draw others, which finds what nobody knew.
 */
import fc from 'fast-check'

if (process.env.COUNTERPOINT_DRAW !== 'anew')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_130 })
