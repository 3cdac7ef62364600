import type { PackWords } from '../pack.js';

export const ghl = {
  active: 'Conectado',
  none: 'Não conectado',
  reconnect: 'Reconexão necessária',
  incomplete: 'Configuração incompleta',

  heading: 'GoHighLevel',
  lead: 'Os agentes agendam diretamente nos seus calendários do GoHighLevel.',
  views: 'GoHighLevel',
  overview: 'Visão geral',
  calendars: 'Calendários',
  appointments: 'Agendamentos',
  noneHelp: 'Conecte o GoHighLevel para que seus agentes possam agendar nos calendários dele.',
  reconnectHelp:
    'O GoHighLevel não aceita mais esta conexão, por isso seus agentes não podem agendar. Reconecte para renová-la.',
  incompleteHelp: 'Nenhum agente agenda em um calendário ainda. Escolha um calendário nas configurações de um agente.',
  location: 'ID do local',
  copyLocation: 'Copiar ID do local',
  agents: 'Agentes',
  agentCount: {
    one: '{count} agente agenda com o GoHighLevel.',
    many: '{count} de agentes agendam com o GoHighLevel.',
    other: '{count} agentes agendam com o GoHighLevel.',
  },
  connect: 'Conectar GoHighLevel',
  renew: 'Reconectar GoHighLevel',
  disconnect: 'Desconectar GoHighLevel',
  disconnectEffect:
    'Ao desconectar, seus agentes deixam de agendar no GoHighLevel. Os agendamentos existentes continuam.',
  notManager: 'Somente proprietários e administradores podem conectar ou desconectar o GoHighLevel.',
  'error.UNAUTHORIZED':
    'Esta página não tem acesso ao GoHighLevel. Peça ao responsável pela página para adicionar uma chave de API.',
  'error.FORBIDDEN': 'Esta página não tem acesso ao GoHighLevel.',

  waiting: 'Aguardando o GoHighLevel. Permita o acesso na janela que foi aberta. Esta página se atualiza sozinha.',
  blocked: 'Seu navegador bloqueou a janela. Abra o GoHighLevel e permita o acesso. Esta página se atualiza sozinha.',
  open: 'Abrir GoHighLevel',
  stopWaiting: 'Parar de aguardar',
  stopped: 'A espera foi interrompida. O GoHighLevel não está conectado.',
  notYet:
    'O GoHighLevel ainda não está conectado. Se você negou o acesso ou fechou a janela, abra o GoHighLevel novamente. Se permitiu o acesso, aguarde um momento. Esta página continua verificando.',
  unfinished:
    'O GoHighLevel não se conectou em dois minutos. Se você permitiu o acesso, verifique novamente. Se negou ou fechou a janela, tente novamente.',
  checkAgain: 'Verificar novamente',
  stillNot: 'Ainda não conectado.',
  notStarted: 'O GoHighLevel não está conectado.',
  connected: 'O GoHighLevel está conectado.',
  affected: 'Estes agentes deixam de agendar:',
  booksThrough: '{agent} agenda em {calendars}',
  disconnected: 'O GoHighLevel está desconectado.',
  notDisconnected: 'O GoHighLevel continua conectado.',
  perhapsDisconnected: 'Não foi possível confirmar a alteração. Verificaremos quando o servidor responder.',

  calendar: 'Calendário',
  service: 'Serviço',
  agent: 'Agente',
  noAgent: 'Nenhum',
  paused: 'Em pausa',
  unknown: 'Não foi possível ler',
  noCalendars: 'Este local ainda não tem calendários. Adicione um no GoHighLevel.',
} as const satisfies PackWords<'pt-BR', 'ghl'>;
