/* mc-program-signs-es.c
 *
 * What mail programs say in Spanish.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-program-signs-private.h"

const McProgramPhrases mc_program_phrases_es[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reasons = MC_PHRASES{ "el certificado ha caducado", NULL },
    .with_reason = MC_PHRASES{ "el certificado ssl/tls para ", NULL },
    .alone = MC_PHRASES{
      "certificado del servidor ha caducado",
      "certificado del servidor ha expirado",
      "certificado del servidor se ha vencido",
      "el certificado para *.*.* caducó el ",
      "el certificado de *.* está caducado. ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .alone = MC_PHRASES{
      "no es válido para ese servidor. alguien podría estar intentando suplantar",
      "certificado no coincide con la identidad del sitio esperada",
      "la identidad del servidor no coincide con la identidad en el certificado",
      "no coincidió con ninguno de los equipos válidos para este certificado",
      "el certificado es para *.* pero la conexión es con ",
      "el nombre del servidor no coincide con el certificado",
      "el propietario del certificado no coincide con el nombre del equipo",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .alone = MC_PHRASES{
      "certificado para *.* no proviene de una fuente de confianza",
      "no se confía en el certificado porque ",
      "el certificado ssl/tls para * no es de confianza",
      "el certificado ssl para * no es de confianza",
      "certificado tls inaceptable",
      "la autoridad de firma del certificado es desconocida",
      "certificado del servidor no está firmado por una autoridad conocida",
      "no se pudo comprobar la identidad del servidor de correo",
      "el certificado de *.* es desconocido. ",
      "el servidor no ha pasado la prueba de autenticación (",
      "el certificado está autofirmado, y es no confiable",
      "el emisor del certificado de un certificado encontrado localmente",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "se recibió un paquete tls inesperado",
      "se recibió un paquete con una versión ilegal o sin soporte",
      "usando starttls ya que no anuncia ese mecanismo",
      "en modo seguro: no se soporta starttls",
      "el servidor no soporta stls",
      "starttls no está implementado en el servidor",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "la versión del certificado usado por el servidor * sea incompatible",
      "no se puede establecer una conexión tls con el servidor pop3",
      "no se pudo negociar una conexión tls",
      "el inicio de sesión ha fallado: la negociación tls ha fallado",
      "al conectar al servidor * en modo seguro",
      "error al realizar la negociación tls",
      "el par falló al realizar la negociación tls",
      NULL,
    },
    .with_host = MC_PHRASES{ ": falló la negociación ssl", NULL },
    .with_own_server = MC_PHRASES{ "el diálogo ssl ha fallado", NULL },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reasons = MC_PHRASES{
      "nombre o servicio desconocido",
      "no existe ninguna dirección asociada al nombre",
      "equipo no encontrado",
      "anfitrión desconocido",
      "máquina desconocida",
      NULL,
    },
    .with_reason = MC_PHRASES{ "error al resolver ", NULL },
    .alone = MC_PHRASES{
      "falló al resolver el servidor * compruebe que el nombre del equipo",
      "el servidor de salida (smtp) * es desconocido. el servidor puede estar mal configurado",
      "no se encontró la dirección del servidor \"",
      "no se pudo encontrar el nombre del servidor",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reasons = MC_PHRASES{
      "conexión reinicializada por la máquina remota",
      "el equipo remoto ha cerrado la conexión",
      "se ha perdido la conexión con el servidor",
      NULL,
    },
    .alone = MC_PHRASES{
      "ha cortado la conexión. puede que el servidor se haya caído",
      "servidor de salida (smtp) * se perdió en mitad de la transacción",
      "el número máximo de conexiones a este servidor. puede reducir",
      "la conexión tls no se finalizó apropiadamente",
      "la conexión tls se cerró inesperadamente",
      "el flujo de origen no devolvió datos",
      NULL,
    },
    .with_host = MC_PHRASES{
      "la conexión al servidor *.* se ha interrumpido",
      "la conexión al servidor *.* se ha reiniciado",
      "conexión con *:* cerrada por la máquina remota",
      "la conexión con la máquina *.* está interrumpida",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .alone = MC_PHRASES{
      "no se puede iniciar sesión en el servidor. la configuración, el nombre de usuario o la contraseña",
      "no se puede identificar al servidor de salida (smtp)",
      "el envío de la contraseña para el usuario * no se completó",
      "una cuenta ha informado de un nombre de usuario o contraseña no válidos",
      "compruebe el usuario y la contraseña del servidor",
      "comprobar el usuario y la contraseña para envío de correo",
      "no se pudo autenticar en el servidor pop ",
      "ha rechazado el nombre de usuario y la contraseña proporcionadas",
      "servidor pop * error al enviar la contraseña",
      NULL,
    },
    .with_host = MC_PHRASES{
      "el inicio de sesión en el servidor * con el nombre de usuario * ha fallado",
      "el inicio de sesión en la cuenta \"* ha fallado",
      "no es posible iniciar sesión en el servidor «",
      "falló la conexión con *: autenticación rechazada",
      "no se puede entrar al servidor imap ",
      NULL,
    },
    .with_own_server = MC_PHRASES{ "no se ha podido iniciar sesión en ", NULL },
  },
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reasons = MC_PHRASES{
      "conexión rehusada",
      "expiró el tiempo de conexión",
      "no existe ninguna ruta hasta el",
      "la red es inaccesible",
      "conexión rechazada",
      "conexión expirada",
      "equipo inaccesible",
      "red inalcanzable",
      "expiró la e/s del socket",
      NULL,
    },
    .with_reason = MC_PHRASES{ "no se pudo conectar a ", NULL },
    .alone = MC_PHRASES{
      "ha fallado la conexión al servidor de salida (smtp) ",
      "ha caducado la conexión al servidor de salida (smtp) ",
      "no se ha podido conectar, compruebe su conexión",
      "compruebe los detalles del servidor de recepción",
      "compruebe los detalles del servidor de envío",
      "no es posible conectar al servidor*verifique la dirección del servidor",
      NULL,
    },
    .with_host = MC_PHRASES{
      "no se pudo conectar con el servidor ",
      "no se ha podido conectar al servidor ",
      "no se ha podido conectar con el servidor imap ",
      "no se puede conectar al servidor imap: ",
      "no se puede conectar al servidor pop3: ",
      "la conexión al servidor * ha superado el tiempo de espera máximo",
      "no se puede resolver «* temporalmente",
      "no se ha podido conectar a la máquina ",
      ": la conexión ha fallado (",
      NULL,
    },
  },
};
