import * as v from 'valibot'
import type { Answer } from './dispatch'
import { ENDPOINTS, type EndpointName, type Input, type Output } from './endpoints'
import { ContractError } from './errors'

/** The page's side of the contract. */
export interface Client {
  /** Throws a `ContractError` whose message is for the user. */
  call<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name>>
}

/** Makes a client from a function that sends an endpoint's name and JSON and returns the answer. */
export function createClient(send: (name: EndpointName, input: unknown) => Promise<Answer>): Client {
  return {
    async call(name, input) {
      const answer = await send(name, input)
      if (!answer.ok) throw new ContractError(answer.error.code, answer.error.message)
      return v.parse(ENDPOINTS[name].output as v.GenericSchema, answer.value) as Output<typeof name>
    },
  }
}
