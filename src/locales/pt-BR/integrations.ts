import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'Conectado',
  none: 'Não conectado',
  reconnect: 'Reconexão necessária',
  incomplete: 'Configuração incompleta',

  heading: 'Integrações',
  lead: 'Serviços em que seus agentes agendam.',
  path: 'Trilha de navegação',
  ghl: 'GoHighLevel',
  ghlText: 'Os agentes agendam diretamente nos seus calendários do GoHighLevel.',
  calcom: 'Cal.com',
  calcomText: 'Os agentes agendam reuniões com uma ou mais contas do Cal.com.',
  manage: 'Gerenciar {name}',
  calendars: { one: '{count} calendário', many: '{count} de calendários', other: '{count} calendários' },
  eventTypes: {
    one: '{count} tipo de evento',
    many: '{count} de tipos de evento',
    other: '{count} tipos de evento',
  },
  appointments: { one: '{count} agendamento', many: '{count} de agendamentos', other: '{count} agendamentos' },
  manyAppointments: '{count} ou mais agendamentos',
} as const satisfies PackWords<'pt-BR', 'integrations'>;
