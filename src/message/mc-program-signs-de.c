/* mc-program-signs-de.c
 *
 * What mail programs say in German.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-program-signs-private.h"

const McProgramPhrases mc_program_phrases_de[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reasons = MC_PHRASES{
      "das zertifikat ist abgelaufen",
      "die gültigkeit des zertifikats ist abgelaufen",
      NULL,
    },
    .with_reason = MC_PHRASES{ "dem ssl/tls-zertifikat für ", NULL },
    .alone = MC_PHRASES{
      "zertifikat des servers ist abgelaufen",
      "server-zertifikat ist abgelaufen",
      "das zertifikat für *.*.* ist am * abgelaufen",
      "zertifikat für *.* ist verfallen",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .alone = MC_PHRASES{
      "für diesen server nicht gültig. eventuell versucht jemand",
      "zertifikat entspricht nicht der erwarteten identität der seite",
      "identität des servers stimmt nicht mit der identität im zertifikat überein",
      "aus der liste der für dieses zertifikat gültigen hosts",
      "zertifikat ist für *.* aber die verbindung geht zu ",
      "des servers entspricht nicht dem zertifikat",
      "zertifikat-inhaber stimmt nicht mit rechnername ",
      "zertifikatinhaber stimmt nicht mit rechnername ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .alone = MC_PHRASES{
      "zertifikat für *.* stammt nicht von einer vertrauenswürdigen quelle",
      "dem zertifikat wird nicht vertraut, weil ",
      "dem ssl/tls-zertifikat für * wird nicht vertraut",
      "das ssl-zertifikat für * ist nicht vertrauenswürdig",
      "das zertifikat für »* ist nicht vertrauenswürdig",
      "inakzeptables tls-zertifikat",
      "signierende zertifizierungsstelle ist unbekannt",
      "server-zertifikat wurde von keiner bekannten zertifizierungsstelle signiert",
      "identität des * e-mail-servers an der adresse * konnte nicht verifiziert werden",
      "zertifikat für *.* ist unbekannt. ",
      "die echtheitsprüfung des servers (",
      "zertifikat ist selbstsigniert und daher nicht vertrauenswürdig",
      "das zertifikat des ausstellers eines lokal gefundenen zertifikats",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "ein unerwartetes tls-paket wurde empfangen",
      "ein paket mit unzulässiger oder nicht unterstützter version",
      "nicht mit starttls aufgebaut werden, da der server diese funktion nicht angibt",
      "im sicheren modus *: starttls nicht unterstützt",
      "stls wird vom server nicht unterstützt",
      "starttls wird vom server nicht unterstützt",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "handshake-fehler oder wahrscheinlich ist die tls-version oder das zertifikat des servers",
      "die tls-verbindung zum pop3-server kann nicht hergestellt werden",
      "keine tls-verbindung realisiert werden",
      "konnte keine tls-verbindung realisieren",
      "anmeldung fehlgeschlagen, tls-aushandlung fehlgeschlagen",
      "server * im sicheren modus",
      "fehler bei der ausführung des tls-handshake",
      "gegenstelle scheiterte bei ausführung des tls-handshake",
      NULL,
    },
    .with_host = MC_PHRASES{ ": ssl-aushandlung fehlgeschlagen", NULL },
    .with_own_server = MC_PHRASES{ "ssl-protokollaushandlung ist fehlgeschlagen", NULL },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reasons = MC_PHRASES{
      "der name oder der dienst ist nicht bekannt",
      "zu diesem hostnamen gehört keine adresse",
      "host konnte nicht gefunden werden",
      "rechner konnte nicht gefunden werden",
      "unbekannter host",
      "unbekannter rechner",
      NULL,
    },
    .with_reason = MC_PHRASES{ "fehler beim auflösen von ", NULL },
    .alone = MC_PHRASES{
      "finden des rechners * ist fehlgeschlagen. überprüfen sie den rechnernamen",
      "smtp-server * ist unbekannt. der server ist eventuell falsch konfiguriert",
      "rechner „* kann nicht gefunden werden",
      "servername konnte nicht abgefragt werden",
      NULL,
    },
    .with_host = MC_PHRASES{
      "kann host \"* nicht finden",
      "unbekannter rechner *.",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reasons = MC_PHRASES{
      "die verbindung wurde vom kommunikationspartner zurückgesetzt",
      "der entfernte rechner hat die verbindung geschlossen",
      "die verbindung zum server ist abgebrochen",
      NULL,
    },
    .alone = MC_PHRASES{
      "verbindung abgebrochen. der server ist entweder ausgefallen",
      "smtp-server * mitten in der transaktion verloren wurde",
      "die maximale anzahl von verbindungen zu diesem server überschritten. sie können",
      "die tls-verbindung wurde nicht sauber beendet",
      "tls-verbindung wurde unerwartet geschlossen",
      "quelldatenstrom gab keine daten zurück",
      NULL,
    },
    .with_host = MC_PHRASES{
      "verbindung mit server *.* wurde unterbrochen",
      "verbindung mit server *.* wurde zurückgesetzt",
      "verbindung zu *:* von der gegenstelle geschlossen",
      "verbindung zu rechner *.* ist unterbrochen",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_METHOD_NOT_OFFERED] = {
    .alone = MC_PHRASES{
      "server * unterstützt die gewählte authentifizierungsmethode nicht",
      "server unterstützt die gewählte authentifizierungsmethode nicht",
      "scheint die verschlüsselte übertragung des passworts nicht zu unterstützen",
      "scheint die übertragung verschlüsselter passwörter nicht zu unterstützen",
      "erlaubt die ungesicherte übertragung des passworts im klartext nicht",
      "server * unterstützt den legitimierungstyp",
      "die authentifizierungsmethode * wird vom server nicht unterstützt",
      "smtp-server unterstützt keine authentifizierung",
      "legitimierungsmechanismus ist zu schwach",
      "legitimierungsmechanismus ist eine verschlüsselung erforderlich",
      "unverschlüsselte authentifizierung ist auf unsicheren verbindungen nicht erlaubt",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_BROWSER_SIGN_IN] = {
    .alone = MC_PHRASES{
      "der zugriffs-token ist abgelaufen und die erneuerung",
      "zugriffs-token konnte nicht erneuert werden",
      "zugriffs-token für * konnte nicht erlangt werden",
      "zugriffs-token konnte nicht von adresse * erlangt werden",
      "aus welchem ein zugriffs-token bezogen werden könnte",
      "abfrage des zutritt-tokens wurde status 200 erwartet",
      "fehler beim holen des zugriffs-tokens",
      "benötigt eine erneute zugriffsbestätigung, um die synchronisation",
      "konnte die anmeldung mit diesen einstellungen nicht abschließen",
      NULL,
    },
    .with_host = MC_PHRASES{ "authentifizierungsfehler beim verbinden mit dem server ", NULL },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .alone = MC_PHRASES{
      "anmeldung auf dem server fehlgeschlagen. eventuell sind konfiguration, benutzername oder passwort",
      "postausgangs-server (smtp) * kann nicht authentifiziert werden",
      "fehler beim senden des passworts für den benutzer",
      "ein konto hat einen falschen benutzernamen oder passwort gemeldet",
      "prüfen sie ihren benutzernamen und passwort zum ",
      "legitimierung am pop-server * gescheitert",
      "hat den benutzernamen und das passwort für den zugang * zurückgewiesen",
      "pop-server * fehler beim übermitteln des passworts",
      NULL,
    },
    .with_host = MC_PHRASES{
      "anmeldung auf dem server * mit benutzernamen * fehlgeschlagen",
      "anmeldung für \"* fehlgeschlagen",
      "anmeldung beim server * nicht möglich",
      "verbindung zu * schlug fehl: login abgelehnt",
      "einloggen am imap-server * schlug fehl",
      NULL,
    },
    .with_own_server = MC_PHRASES{ "anmeldung nicht möglich auf ", NULL },
  },
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reasons = MC_PHRASES{
      "verbindungsaufbau abgelehnt",
      "die wartezeit für die verbindung ist abgelaufen",
      "keine route zum zielrechner",
      "das netzwerk ist nicht erreichbar",
      "verbindung verweigert",
      "das zeitlimit für die verbindung wurde überschritten",
      "der host kann nicht erreicht werden",
      "zeitüberschreitung bei ein-/ausgabeoperation des sockets",
      NULL,
    },
    .with_reason = MC_PHRASES{
      "verbindung mit * ist gescheitert: ",
      "keine verbindung zu * aufgebaut werden (",
      NULL,
    },
    .alone = MC_PHRASES{
      "verbindung mit dem mail-server * aufbauen, da sie verweigert wurde",
      "verbindungsaufbau mit dem smtp-server * fehlgeschlagen ist",
      "verbindung mit dem smtp-server * ihre ablaufzeit (timeout) überschritten",
      "« kann vorübergehend nicht aufgelöst werden",
      "verbindung konnte nicht hergestellt werden, prüfen sie ihr netzwerk",
      "prüfen sie die serverdetails zum ",
      "die verbindung zum imap-server * kann nicht hergestellt werden",
      "keine verbindung mit dem server hergestellt werden. überprüfen sie die serveradresse",
      NULL,
    },
    .with_host = MC_PHRASES{
      "verbindung mit server * konnte nicht hergestellt werden",
      "verbindung mit server *.* fehlgeschlagen",
      "zeitüberschreitung der verbindung mit ",
      "keine verbindung zu rechner ",
      "keine verbindung zum imap-server: ",
      "keine verbindung zu pop3-server: ",
      ": verbindung schlug fehl (",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NOT_CONNECTED] = {
    .alone = MC_PHRASES{ "verbindung zu e-mail-konto »*« fehlgeschlagen", NULL },
  },
};
