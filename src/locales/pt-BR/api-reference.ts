import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'Referência da API',
  lead: 'Documentação e solicitações prontas para usar no seu espaço de trabalho.',
  none: 'Não há documentação da API aqui.',

  'api.heading': 'Referência da API',
  'api.text': 'Toda a API REST: agentes, chamadas, contatos, campanhas e sua organização.',
  'ghl.heading': 'API de integração GHL',
  'ghl.text': 'A conexão com o GoHighLevel, os calendários e os agendamentos marcados pelos seus agentes.',
  'calcom.heading': 'API de integração Cal.com',
  'calcom.text': 'As contas do Cal.com conectadas e os tipos de evento que podem ser agendados com elas.',
} as const satisfies PackWords<'pt-BR', 'apiReference'>;
