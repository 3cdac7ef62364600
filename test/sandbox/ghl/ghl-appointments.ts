import type { Answer, Api } from '../api.js';

/** Asks to manage an agent's appointments, as whoever knows the ids. */
export function ghlAppointment(api: Api, agent_id: string, org_id: string) {
  return (body: object): Promise<Answer> => api.post('/api/v1/ghl/appointments/manage', { agent_id, org_id, ...body });
}

/** The first free times of an answer, as moments. */
export function slotOf({ data }: { data: { available_slots: { date: string; slots: string[] }[] } }): string[] {
  return data.available_slots.flatMap(({ date, slots }) => slots.map((slot) => `${date}T${slot}`));
}
