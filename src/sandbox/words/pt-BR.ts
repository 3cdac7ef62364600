import { defineWords } from './define-words.js';

/** Brazilian Portuguese. */
export const ptBR = defineWords({
  mailSubject: 'Convite para “{organization}” na Agni',
  mailHello: 'Olá, {name},',
  mailInvites: '“{inviter}” convidou você para “{organization}” na Agni. Sua função é {role}.',
  mailInvited: 'Você recebeu um convite para “{organization}” na Agni. Sua função é {role}.',
  mailSignIn: 'Entre em {address}',
  mailEmail: 'Seu e-mail: {email}',
  mailPassword: 'Sua senha temporária: {password}',
  mailExpiry: 'A senha temporária expira em {date}. Você escolherá sua própria senha no primeiro acesso.',
  mailUnexpected: 'Se você não esperava este convite, pode ignorar este e-mail.',

  consentTitle: 'Permitir acesso',
  consentHeading: 'Permitir que a Agni acesse seu local no GoHighLevel?',
  consentWorkspace: 'Espaço de trabalho: {organization}',
  consentUser: 'Sessão iniciada como {email}',
  consentList: 'Os agentes do espaço de trabalho poderão:',
  consentSee: 'ver os calendários e os horários disponíveis',
  consentBook: 'marcar, remarcar e cancelar agendamentos',
  consentContacts: 'ver os contatos desses agendamentos',
  deny: 'Recusar',
  allow: 'Permitir',
  consentNote: 'Você pode desconectar quando quiser, aqui ou nas configurações da Agni.',
  connected: 'O GoHighLevel está conectado',
  connectedText: 'Você pode fechar esta janela. A Agni mostrará a conexão em instantes.',
  denied: 'O acesso foi negado',
  deniedText: 'Nada foi conectado. Feche esta janela. Para tentar de novo, conecte pela Agni.',
  failed: 'Esta solicitação não é mais válida',
  failedText: 'Ela já foi respondida, expirou ou é de outro usuário. Feche esta janela e conecte de novo pela Agni.',
});
