import OpenAI from 'openai'
import { extra } from './extra'

const more = [
  'gpt-4-32k', // expect: gpt-4-32k collection runtime retired openai chat.completions
  'gpt-4-0613', // expect: gpt-4-0613 collection catalogue retired openai
]
// What stands behind others that are not known may be at any place.
const all = [
  ...extra(),
  'gpt-3.5-turbo', // expect: gpt-3.5-turbo collection runtime retired openai chat.completions
]

export const first = () => new OpenAI().chat.completions.create({ model: more[0], messages: [] })
export const last = () => new OpenAI().chat.completions.create({ model: all[1], messages: [] })

// One call makes a whole list, which is gone through for what somebody chose.
const known = define([
  { id: 'gpt-4', tier: 1 }, // expect: gpt-4 dict-value catalogue retired openai
  { id: 'gpt-4-0314', tier: 1 }, // expect: gpt-4-0314 dict-value catalogue retired openai
  { id: 'gpt-4-32k', tier: 1 }, // expect: gpt-4-32k dict-value catalogue retired openai
  { id: 'gpt-4o', tier: 1 }, // expect: gpt-4o dict-value catalogue retiring openai
  { id: 'gpt-4o-mini', tier: 1 }, // expect: gpt-4o-mini dict-value catalogue retiring openai
  { id: 'o1-mini', tier: 1 }, // expect: o1-mini dict-value catalogue retired openai
  { id: 'o1-preview', tier: 1 }, // expect: o1-preview dict-value catalogue retired openai
  { id: 'gpt-3.5-turbo', tier: 1 }, // expect: gpt-3.5-turbo dict-value catalogue retired openai
])

export const modelOf = (wanted: string) => {
  for (const model of known) if (model.id === wanted) return ask({ model })
}
