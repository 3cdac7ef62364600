import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'Perfil',
  lead: 'Seu nome, sua função e seus dados de acesso neste espaço de trabalho.',
  account: 'Conta',
  method: 'Forma de acesso',
  'method.password': 'E-mail e senha',
  'method.google': 'Google',
  lastLogin: 'Último acesso',
  memberSince: 'Membro desde',
  role: 'Função',
  email: 'E-mail',
  permissions: 'O que sua função permite',
  firstName: 'Nome',
  lastName: 'Sobrenome',

  'invalid.address': 'Um nome não pode conter um endereço de e-mail.',
} as const satisfies PackWords<'pt-BR', 'profile'>;
