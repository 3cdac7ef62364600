import { defineWords } from './define-words.js';

/** Spanish. */
export const es = defineWords({
  mailSubject: 'Tienes una invitación a «{organization}» en Agni',
  mailHello: 'Hola, {name}:',
  mailInvites: '«{inviter}» te ha invitado a «{organization}» en Agni. Tu rol es {role}.',
  mailInvited: 'Tienes una invitación a «{organization}» en Agni. Tu rol es {role}.',
  mailSignIn: 'Inicia sesión en {address}',
  mailEmail: 'Tu correo: {email}',
  mailPassword: 'Tu contraseña temporal: {password}',
  mailExpiry:
    'La contraseña temporal caduca el {date}. Elegirás tu propia contraseña al iniciar sesión por primera vez.',
  mailUnexpected: 'Si no esperabas esta invitación, puedes ignorar este correo.',

  noticePassword: 'Se ha cambiado tu contraseña de Agni',
  noticeTwoFactorOn: 'Se ha activado la autenticación en dos pasos de tu cuenta de Agni',
  noticeTwoFactorOff: 'Se ha desactivado la autenticación en dos pasos de tu cuenta de Agni',
  noticeRecoveryCodes: 'Se han reemplazado tus códigos de recuperación de Agni',
  noticeApiKey: 'Se ha creado una clave de API nueva: «{key}»',
  noticeAccount: 'Cuenta: {email}',
  noticeTime: 'Hora: {date}',
  noticeUnexpected: 'Si no has sido tú, cambia tu contraseña y cierra tus otras sesiones en los ajustes de Agni.',

  consentTitle: 'Permitir el acceso',
  consentHeading: '¿Permitir que Agni acceda a tu ubicación de GoHighLevel?',
  consentWorkspace: 'Espacio de trabajo: {organization}',
  consentUser: 'Sesión iniciada como {email}',
  consentList: 'Los agentes del espacio de trabajo podrán:',
  consentSee: 'ver los calendarios y las horas disponibles',
  consentBook: 'reservar, mover y cancelar citas',
  consentContacts: 'ver los contactos de esas citas',
  deny: 'Rechazar',
  allow: 'Permitir',
  consentNote: 'Puedes desconectarlo cuando quieras, aquí o en la ajustes de Agni.',
  connected: 'GoHighLevel está conectado',
  connectedText: 'Puedes cerrar esta ventana. Agni mostrará la conexión enseguida.',
  denied: 'Se ha denegado el acceso',
  deniedText: 'No se ha conectado nada. Cierra esta ventana. Para volver a intentarlo, conecta desde Agni.',
  failed: 'Esta solicitud ya no es válida',
  failedText:
    'Ya se ha respondido, ha caducado o es de otro usuario. Cierra esta ventana y vuelve a conectar desde Agni.',
});
