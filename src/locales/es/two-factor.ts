import type { PackWords } from '../pack.js';

export const twoFactor = {
  heading: 'Autenticación en dos pasos',
  lead: 'Inicia sesión con tu contraseña y un código de tu teléfono. Muy recomendable en espacios de trabajo de producción.',
  app: 'Aplicación de autenticación',
  on: 'Activada',
  off: 'Desactivada',
  since: 'activada desde el {date}',
  offFacts: 'Tu cuenta solo está protegida por una contraseña.',
  begun:
    'Empezaste la configuración, pero no la terminaste. Empieza de nuevo para recibir otra clave de configuración.',
  codesLeft: {
    one: 'Queda 1 código de recuperación',
    many: 'Quedan {count} de códigos de recuperación',
    other: 'Quedan {count} códigos de recuperación',
  },
  codesLow: {
    one: 'Te queda 1 código de recuperación. Crea otros antes de quedarte sin ninguno.',
    many: 'Te quedan {count} de códigos de recuperación. Crea otros antes de quedarte sin ninguno.',
    other: 'Te quedan {count} códigos de recuperación. Crea otros antes de quedarte sin ninguno.',
  },
  codesOut:
    'No te quedan códigos de recuperación. Si pierdes la aplicación de autenticación, no podrás iniciar sesión. Crea otros ahora.',
  enable: 'Activar la autenticación en dos pasos',
  disable: 'Desactivar la autenticación en dos pasos',
  replaceCodes: 'Nuevos códigos de recuperación',
  elsewhere: 'Inicias sesión con Google. Activa la autenticación en dos pasos en tu cuenta de Google.',

  password: 'Contraseña',
  show: 'Mostrar',
  hide: 'Ocultar',
  continue: 'Continuar',
  working: 'Un momento…',
  code: 'Código de verificación',
  codeHelp: 'Los seis dígitos de tu aplicación de autenticación.',
  factor: 'Código de verificación o de recuperación',
  factorHelp: 'Los seis dígitos de tu aplicación de autenticación o uno de tus códigos de recuperación.',

  enableIntro: 'Necesitas una aplicación de autenticación en tu teléfono. Introduce tu contraseña para empezar.',
  scanIntro:
    'Escanea el código QR con tu aplicación de autenticación o introduce la clave de configuración. Después introduce el código de la aplicación.',
  picture: 'Código QR para tu aplicación de autenticación',
  setupKey: 'Clave de configuración',
  copyKey: 'Copiar clave de configuración',
  keyCopied: 'Clave de configuración copiada.',
  expiresIn: 'Caduca en {time}.',
  expiresSoon: 'La configuración caduca en menos de un minuto. Empieza de nuevo para tener más tiempo.',
  expired: 'La configuración ha caducado. Empieza de nuevo para recibir otro código QR.',
  startAgain: 'Empezar de nuevo',
  verify: 'Verificar',
  restarted:
    'La configuración caducó antes de que introdujeras el código. Introduce tu contraseña para empezar de nuevo.',
  notEnabled: 'La autenticación en dos pasos sigue desactivada.',
  alreadyOn: 'La autenticación en dos pasos ya está activada.',
  codesLost:
    'La autenticación en dos pasos está activada, pero no hemos podido obtener tus códigos de recuperación. Crea otros ahora.',

  saveCodes: 'Guarda tus códigos de recuperación',
  codesOnce:
    'Usa un código para iniciar sesión cuando no tengas la aplicación de autenticación. Cada código funciona una vez. No volverás a verlos.',
  codesInstead: 'Tus códigos anteriores ya no funcionan.',
  codes: 'Códigos de recuperación',
  copyCodes: 'Copiar códigos',
  downloadCodes: 'Descargar códigos',
  printCodes: 'Imprimir códigos',
  codesCopied: 'Códigos copiados.',
  codesDownloaded: 'Códigos descargados.',
  codesUncertain: 'Si no ves ningún archivo, este sitio bloquea las descargas. Copia o imprime los códigos.',
  codesFile: 'codigos-de-recuperacion.txt',
  codesTitle: 'Códigos de recuperación de {email}',
  codesMade: 'Creados el {date}. Cada código funciona una vez.',
  codesSaved: 'He guardado estos códigos',
  done: 'Listo',
  doneWhen: 'Para cerrar, confirma que los has guardado.',
  codesDone: 'Códigos de recuperación guardados.',

  disableIntro: 'Iniciarás sesión solo con tu contraseña. Tus códigos de recuperación dejan de funcionar de inmediato.',
  disableConfirm: 'Desactivar',
  disabled: 'La autenticación en dos pasos está desactivada.',
  notDisabled: 'La autenticación en dos pasos sigue activada.',
  perhapsDisabled: 'No hemos podido confirmar el cambio. Lo comprobaremos cuando el servidor responda.',

  replaceIntro: 'Recibirás otros códigos. Los actuales dejan de funcionar de inmediato.',
  notReplaced: 'Tus códigos actuales siguen funcionando.',
  alreadyOff: 'La autenticación en dos pasos está desactivada, así que no hay códigos que sustituir.',
  perhapsReplaced:
    'No hemos podido confirmar el cambio, así que puede que tus códigos actuales ya no funcionen. Vuelve a crear otros.',

  tooMany: {
    one: 'Demasiados intentos. Inténtalo de nuevo en 1 minuto.',
    many: 'Demasiados intentos. Inténtalo de nuevo en {count} de minutos.',
    other: 'Demasiados intentos. Inténtalo de nuevo en {count} minutos.',
  },
  'invalid.wrongPassword': 'Contraseña incorrecta. Inténtalo de nuevo.',
  'invalid.code': 'Introduce los seis dígitos de tu aplicación.',
  'invalid.factor': 'Introduce los seis dígitos de tu aplicación o un código de recuperación.',
  'invalid.wrongCode':
    'Código incorrecto o ya usado. Prueba el siguiente. Si no funciona, comprueba la hora de tu teléfono.',
  'invalid.wrongRecoveryCode': 'Código de recuperación incorrecto o ya usado. Prueba otro.',
} as const satisfies PackWords<'es', 'twoFactor'>;
