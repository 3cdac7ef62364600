import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'Perfil',
  lead: 'Tu nombre, tu rol y tus datos de acceso en este espacio de trabajo.',
  account: 'Cuenta',
  method: 'Método de acceso',
  'method.password': 'Correo y contraseña',
  'method.google': 'Google',
  lastLogin: 'Último acceso',
  memberSince: 'Miembro desde',
  role: 'Rol',
  email: 'Correo electrónico',
  permissions: 'Qué permite tu rol',
  firstName: 'Nombre',
  lastName: 'Apellidos',

  'invalid.address': 'Un nombre no puede contener una dirección de correo.',
} as const satisfies PackWords<'es', 'profile'>;
