/* mc-program-signs-nl.c
 *
 * What mail programs say in Dutch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-program-signs-private.h"

const McProgramPhrases mc_program_phrases_nl[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reasons = MC_PHRASES{ "het certificaat is verlopen", NULL },
    .with_reason = MC_PHRASES{ "ssl/tls-certificaat voor ", NULL },
    .alone = MC_PHRASES{
      "certificaat van de server is verlopen",
      "het certificaat voor *.*.* is op * verlopen",
      "certificaat voor *.* is verlopen. ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .alone = MC_PHRASES{
      "niet geldig voor die server. iemand kan proberen de server na te bootsen",
      "certificaat komt niet overeen met de verwachte identiteit van de site",
      "identiteit van de server komt niet overeen met de identiteit in het certificaat",
      "niet gelijk aan een van de geldige hosts voor dit certificaat",
      "certificaat is voor *.* maar de verbinding is met ",
      "naam van de server komt niet overeen met certificaat",
      "certificaateigenaar komt niet overeen met naam van de server",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .alone = MC_PHRASES{
      "certificaat voor *.* komt niet van een vertrouwde bron",
      "het certificaat wordt niet vertrouwd, omdat ",
      "ssl/tls-certificaat voor * wordt niet vertrouwd",
      "ssl-certificaat voor * wordt niet vertrouwd",
      "onacceptabel tls-certificaat",
      "de ondertekenende certificaatautoriteit is onbekend",
      "certificaat van de server is niet ondertekend door een gekende ",
      "identiteit van de *-mailserver op * kon niet geverifieerd worden",
      "certificaat voor *.* is onbekend. ",
      "de server kwam niet door de authenticatietest (",
      "het certificaat is zelf-ondertekend en niet vertrouwd",
      "het certificaat van de uitgever van een lokaal opgezocht certificaat",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "er werd een onverwacht tls-pakket ontvangen",
      "met starttls, aangezien de server die functie niet aankondigt",
      "beveiligde verbinding met *: starttls niet ondersteund",
      "stls niet ondersteund door de server",
      "starttls wordt niet ondersteund door de server",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "gebruikte tls-versie of het gebruikte certificaat niet compatibel",
      "kan geen tls-verbinding met de pop3-server tot stand brengen",
      "kon tls connectie niet onderhandelen",
      "aanmelden is mislukt, tls-onderhandeling is mislukt",
      "beveiligde verbinding met *-server",
      "fout bij uitvoeren van tls-handshake",
      "gaf geen tls-handshake",
      NULL,
    },
    .with_host = MC_PHRASES{ "ssl-onderhandeling is mislukt", NULL },
    .with_own_server = MC_PHRASES{ "ssl-handdruk is mislukt", NULL },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reasons = MC_PHRASES{
      "naam of dienst is niet bekend",
      "aan hostnaam is geen adres verbonden",
      "host niet gevonden",
      "onbekende host",
      NULL,
    },
    .with_reason = MC_PHRASES{ "fout bij oplossen van ", NULL },
    .alone = MC_PHRASES{
      "opzoeken host * is mislukt. controleer of de hostnaam",
      "(smtp-)server * is onbekend. mogelijk is de server niet juist geconfigureerd",
      "kan adres van server \"* niet achterhalen",
      "kon servernaam niet opzoeken",
      NULL,
    },
    .with_host = MC_PHRASES{
      "onbekende host *.",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reasons = MC_PHRASES{
      "verbinding is weggevallen",
      "de host op afstand sloot de verbinding",
      "verbinding met server verbroken",
      NULL,
    },
    .alone = MC_PHRASES{
      "verbinding verbroken. de server is mogelijk offline gegaan",
      "(smtp-)server * in het midden van de transactie werd verbroken",
      "het maximale aantal verbindingen met deze server overschreden. u kunt",
      "de tls-verbinding is onjuist afgesloten",
      "tls-verbinding onverwachts afgebroken",
      "bron-stream stuurde geen gegevens terug",
      NULL,
    },
    .with_host = MC_PHRASES{
      "de verbinding met server *.* werd onderbroken",
      "de verbinding met server *.* werd geherinitialiseerd",
      "verbinding met *:* gesloten door de server",
      "verbinding met host *.* is verbroken",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_METHOD_NOT_OFFERED] = {
    .alone = MC_PHRASES{
      "ondersteunt de geselecteerde authenticatiemethode niet",
      "lijkt geen versleutelde wachtwoorden te ondersteunen",
      "staat geen plattetekstwachtwoorden toe",
      "staat geen gebruik van plattetekstwachtwoorden toe",
      "imap-server * ondersteunt het gevraagde aanmeldingstype",
      "smtp-server * ondersteunt authenticatie * niet",
      "authenticatiemodus * wordt niet ondersteund door de server",
      "kies een andere authenticatiemethode",
      "smtp-server ondersteunt geen authenticatie",
      "aanmeldingsmechanisme te zwak",
      "versleuteling vereist voor gewenst aanmeldingsmechanisme",
      "onversleutelde aanmelding wordt niet toegestaan via onveilige verbindingen",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_BROWSER_SIGN_IN] = {
    .alone = MC_PHRASES{
      "het toegangstoken is verlopen en kon zichzelf niet hernieuwen",
      "kon toegangstoken niet hernieuwen",
      "opvragen van toegangstoken ",
      "waar een toegangstoken voor * verkregen moet worden",
      "opvragen van het toegangsbewijs werd status 200 verwacht",
      "vernieuwen van toegangsbewijs mislukt",
      "nogmaals de toegang te bevestigen om met uw account te blijven synchroniseren",
      "kon de aanmelding niet voltooien met deze instellingen",
      "oauth2-fout. controleer en corrigeer",
      "oauth2-toegangswoord niet verkregen",
      "autorisatie-code is niet ontvangen door claws mail",
      NULL,
    },
    .with_host = MC_PHRASES{ "authenticatiefout tijdens het verbinden met server ", NULL },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .alone = MC_PHRASES{
      "aanmelden bij server is niet mogelijk. waarschijnlijk een onjuiste configuratie, gebruikersnaam of wachtwoord",
      "kan niet authenticeren bij uitgaande (smtp-)server",
      "verzending van wachtwoord voor gebruiker * is niet gelukt",
      "een account heeft een onjuiste login of wachtwoord gemeld",
      "controleer uw login en wachtwoord voor ",
      "aanmeldingen bij pop-server * mislukt",
      "weigerde de ingegeven gebruikersnaam en het wachtwoord",
      "pop-server * fout bij het versturen van het wachtwoord",
      "het aanmelden bij * waarschijnlijk is het wachtwoord onjuist",
      NULL,
    },
    .with_host = MC_PHRASES{
      "aanmelden bij server * met gebruikersnaam * is mislukt",
      "aanmelding bij account ‘* mislukt",
      "aanmelden op de server \"* lukt niet",
      "verbinding maken met * mislukt: login geweigerd",
      "kon niet inloggen op imap-server ",
      NULL,
    },
    .with_own_server = MC_PHRASES{ "het aanmelden bij * is mislukt", NULL },
  },
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reasons = MC_PHRASES{
      "verbinding is geweigerd",
      "verbinding is verlopen",
      "geen route naar host",
      "netwerk is onbereikbaar",
      "tijdslimiet voor verbinding overschreden",
      "host onbereikbaar",
      "time-out bij socket i/o",
      NULL,
    },
    .with_reason = MC_PHRASES{
      "kon niet verbinden met ",
      "kan niet verbinden met ",
      NULL,
    },
    .alone = MC_PHRASES{
      "verbinden met uitgaande (smtp-)server * is mislukt",
      "verbinding met uitgaande (smtp-)server * is verlopen",
      "kon geen verbinding maken, controleer uw netwerkverbinding",
      "controleer uw servergegevens voor ",
      "controleer uw serverdetails voor ",
      "geen verbinding met de server worden gemaakt, gaarne het adres van de server controleren",
      NULL,
    },
    .with_host = MC_PHRASES{
      "verbinden met server * is mislukt",
      "kon niet verbinden met mailserver *; de verbinding werd geweigerd",
      "kon niet verbinden met server *; de verbinding werd geweigerd",
      "wachttijd voor verbinding met server * is verstreken",
      "kan *.* tijdelijk niet oplossen",
      "kon geen verbinding maken met de imap-server ",
      "kon geen verbinding maken met host ",
      "kan geen verbinding maken met de imap-server: ",
      "kan geen verbinding maken met pop3-server: ",
      ": verbinding maken mislukt (",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NOT_CONNECTED] = {
    .alone = MC_PHRASES{ "met e-mailaccount ‘*’ verbinden mislukt", NULL },
  },
};
