import { join } from 'node:path'
import { locksNobody } from './control.mjs'
import { start } from './counterpoint.mjs'
import { inFolder, Worker } from './work.mjs'

/** Two instances of Counterpoint on one project: the second is read-only, and can edit when the first has ended. */
export const instances = {
  name: 'instances',
  title: 'two instances on one project',
  cases: { short: 4, long: 100 },
  controls: { 'locks nobody out': locksNobody },
  run: ({ out, cases, failed }) =>
    inFolder(async (dataFolder) => {
      const first = await start({ out, dataFolder })
      const { path, key } = await first.call('project.create', { title: 'Proof' })
      await first.call('project.close', { key })
      let holder = first
      const worker = new Worker('i')
      for (let round = 0; round < cases; round++) {
        const say = (what) => failed(`round ${round}: ${what}`)
        const other = await start({ out, dataFolder })
        const held = await holder.call('project.open', { path })
        worker.at(holder, held)
        await worker.add('while another looks on')
        const seen = await other.call('project.open', { path })
        if (seen.readOnly === null && say('the second could open it for work'))
          return Promise.all([holder.end(), other.end()])
        if (worker.lost(seen).length > 0) say('the second does not see what was called saved')
        const intruder = new Worker('x')
        intruder.at(other, seen)
        if (
          await intruder.add().then(
            () => true,
            (error) => error.code !== 'locked',
          )
        )
          say('the second could change it')
        if ((await other.call('project.isFree', { key: seen.key })).free)
          say('it is called free while it is held')
        await worker.add('and on')
        await holder.end(round % 2 ? 'SIGTERM' : 'SIGKILL')
        if (!(await other.call('project.isFree', { key: seen.key })).free)
          say('it is not free after its holder has gone')
        const taken = await other.call('project.open', { path })
        if (taken.readOnly !== null) say('it could not be taken over')
        if (worker.lost(taken).length > 0) say('what was called saved is lost to who takes over')
        await other.call('project.close', { key: taken.key })
        holder = other
      }
      await holder.end()
      return `${worker.acknowledged.size} changes called saved in ${join('projects', 'Proof.json')}`
    }),
}
