import type { PackWords } from '../pack.js';

export const twoFactor = {
  heading: 'Autenticação de dois fatores',
  lead: 'Entre com sua senha e um código do seu celular. Altamente recomendada para espaços de trabalho de produção.',
  app: 'App autenticador',
  on: 'Ativada',
  off: 'Desativada',
  since: 'ativada desde {date}',
  offFacts: 'Sua conta é protegida apenas por uma senha.',
  begun: 'Você começou a configuração, mas não terminou. Comece de novo para receber uma nova chave de configuração.',
  codesLeft: {
    one: '{count} código de recuperação restante',
    many: '{count} de códigos de recuperação restantes',
    other: '{count} códigos de recuperação restantes',
  },
  codesLow: {
    one: 'Você tem {count} código de recuperação. Crie novos antes que acabem.',
    many: 'Você tem {count} de códigos de recuperação. Crie novos antes que acabem.',
    other: 'Você tem {count} códigos de recuperação. Crie novos antes que acabem.',
  },
  codesOut:
    'Você não tem mais códigos de recuperação. Se perder o app autenticador, não poderá entrar. Crie novos agora.',
  enable: 'Ativar autenticação de dois fatores',
  disable: 'Desativar autenticação de dois fatores',
  replaceCodes: 'Novos códigos de recuperação',
  elsewhere: 'Você entra com o Google. Ative a autenticação de dois fatores na sua Conta do Google.',

  password: 'Senha',
  show: 'Mostrar',
  hide: 'Ocultar',
  continue: 'Continuar',
  working: 'Um momento…',
  code: 'Código de verificação',
  codeHelp: 'Os seis dígitos do seu app autenticador.',
  factor: 'Código de verificação ou de recuperação',
  factorHelp: 'Os seis dígitos do seu app autenticador ou um dos seus códigos de recuperação.',

  enableIntro: 'Você precisa de um app autenticador no celular. Digite sua senha para começar.',
  scanIntro:
    'Escaneie o código QR com seu app autenticador ou digite a chave de configuração. Depois digite o código do app.',
  picture: 'Código QR para seu app autenticador',
  setupKey: 'Chave de configuração',
  copyKey: 'Copiar chave de configuração',
  keyCopied: 'Chave de configuração copiada.',
  expiresIn: 'Expira em {time}.',
  expiresSoon: 'A configuração expira em menos de um minuto. Comece de novo para ter mais tempo.',
  expired: 'A configuração expirou. Comece de novo para receber um novo código QR.',
  startAgain: 'Começar de novo',
  verify: 'Verificar',
  restarted: 'A configuração expirou antes de você digitar o código. Digite sua senha para começar de novo.',
  notEnabled: 'A autenticação de dois fatores continua desativada.',
  alreadyOn: 'A autenticação de dois fatores já está ativada.',
  codesLost:
    'A autenticação de dois fatores está ativada, mas não conseguimos obter seus códigos de recuperação. Crie novos agora.',

  saveCodes: 'Guarde seus códigos de recuperação',
  codesOnce:
    'Use um código para entrar quando não estiver com o app autenticador. Cada código funciona uma vez. Você não os verá novamente.',
  codesInstead: 'Seus códigos antigos não funcionam mais.',
  codes: 'Códigos de recuperação',
  copyCodes: 'Copiar códigos',
  downloadCodes: 'Baixar códigos',
  printCodes: 'Imprimir códigos',
  codesCopied: 'Códigos copiados.',
  codesDownloaded: 'Códigos baixados.',
  codesUncertain: 'Se você não vir um arquivo, este site bloqueia downloads. Copie ou imprima os códigos.',
  codesFile: 'codigos-de-recuperacao.txt',
  codesTitle: 'Códigos de recuperação de {email}',
  codesMade: 'Criados em {date}. Cada código funciona uma vez.',
  codesSaved: 'Guardei estes códigos',
  done: 'Concluir',
  doneWhen: 'Para fechar, confirme que os guardou.',
  codesDone: 'Códigos de recuperação guardados.',

  disableIntro: 'Você entrará apenas com sua senha. Seus códigos de recuperação param de funcionar imediatamente.',
  disableConfirm: 'Desativar',
  disabled: 'A autenticação de dois fatores está desativada.',
  notDisabled: 'A autenticação de dois fatores continua ativada.',
  perhapsDisabled: 'Não foi possível confirmar a alteração. Verificaremos quando o servidor responder.',

  replaceIntro: 'Você receberá novos códigos. Os atuais param de funcionar imediatamente.',
  notReplaced: 'Seus códigos atuais continuam funcionando.',
  alreadyOff: 'A autenticação de dois fatores está desativada, portanto não há códigos para substituir.',
  perhapsReplaced:
    'Não foi possível confirmar a alteração, portanto seus códigos atuais podem não funcionar mais. Crie novos.',

  tooMany: {
    one: 'Muitas tentativas. Tente novamente em {count} minuto.',
    many: 'Muitas tentativas. Tente novamente em {count} de minutos.',
    other: 'Muitas tentativas. Tente novamente em {count} minutos.',
  },
  'invalid.wrongPassword': 'Senha incorreta. Tente novamente.',
  'invalid.code': 'Digite os seis dígitos do seu app.',
  'invalid.factor': 'Digite os seis dígitos do seu app ou um código de recuperação.',
  'invalid.wrongCode':
    'Código incorreto ou já usado. Tente o próximo. Se não funcionar, verifique o horário do celular.',
  'invalid.wrongRecoveryCode': 'Código de recuperação incorreto ou já usado. Tente outro.',
} as const satisfies PackWords<'pt-BR', 'twoFactor'>;
