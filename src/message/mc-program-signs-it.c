/* mc-program-signs-it.c
 *
 * What mail programs say in Italian.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-program-signs-private.h"

const McProgramPhrases mc_program_phrases_it[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reasons = MC_PHRASES{ "il certificato è scaduto", NULL },
    .with_reason = MC_PHRASES{ "il certificato ssl/tls per ", NULL },
    .alone = MC_PHRASES{
      "certificato del server è scaduto",
      "il certificato per *.*.* è scaduto il ",
      "il certificato per *.* è scaduto. ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .alone = MC_PHRASES{
      "non è valido per quel server. è possibile che qualcuno stia tentando di sostituirsi",
      "l'identità indicata nel certificato non corrisponde a quella attesa",
      "l'identità del server non corrisponde all'identità del certificato",
      "non coincide con nessuno degli host validi per questo certificato",
      "è valido per *.* ma la connessione è con ",
      "il nome host del server non corrisponde al certificato",
      "il proprietario del certificato non corrisponde al nome host ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .alone = MC_PHRASES{
      "certificato per *.* non proviene da una fonte attendibile",
      "il certificato non è attendibile in quanto ",
      "il certificato ssl/tls per * non è fidato",
      "il certificato ssl per * non è attendibile",
      "certificato tls inammissibile",
      "l'autorità di certificazione della firma è sconosciuta",
      "certificato del server non è firmato da alcuna autorità conosciuta",
      "impossibile verificare l'identità del server di posta",
      "il certificato per *.* è sconosciuto. ",
      "certificato del server non ha superato il test di autenticità",
      "il certificato è auto-firmato e non affidabile",
      "il certificato dell'emittente di un certificato cercato localmente",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "è stato ricevuto un pacchetto tls inatteso",
      "è stato ricevuto un pacchetto con versione non consentita",
      "utilizzando starttls in quanto non supporta questa funzione",
      "in modalità sicura non riuscita: starttls non supportato",
      "stls non supportato dal server",
      "starttls non è supportato dal server",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "la versione tls o il certificato usato dal server",
      "impossibile stabilire un collegamento tls al server pop3",
      "impossibile negoziare la connessione tls",
      "accesso non riuscito, negoziazione tls non riuscita",
      "connessione al server * in modalità sicura non riuscita",
      "errore nell'eseguire l'handshake tls",
      "il nodo non è stato in grado di eseguire l'handshake tls",
      NULL,
    },
    .with_host = MC_PHRASES{ "negoziazione ssl non riuscita", NULL },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reasons = MC_PHRASES{
      "nome o servizio sconosciuto",
      "nessun indirizzo associato al nome host",
      "host non trovato",
      "host sconosciuto",
      NULL,
    },
    .with_reason = MC_PHRASES{ "errore nel risolvere ", NULL },
    .alone = MC_PHRASES{
      "ricerca dell'host * non riuscita. assicurarsi che il proprio nome host",
      "uscita (smtp) * sconosciuto. il server potrebbe essere configurato in modo non corretto",
      "impossibile trovare il nome del server",
      NULL,
    },
    .with_host = MC_PHRASES{
      "impossibile trovare l'host \"",
      "host *.* sconosciuto",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reasons = MC_PHRASES{
      "connessione interrotta dal corrispondente",
      "l'host remoto ha chiuso la connessione",
      "connessione al server perduta",
      NULL,
    },
    .alone = MC_PHRASES{
      "si è disconnesso. il server potrebbe essere non disponibile",
      "uscita (smtp) * è stata interrotta durante la trasmissione",
      "il numero massimo di connessioni a questo server. è possibile ridurre",
      "la connessione tls non è stata terminata in modo corretto",
      "la connessione tls si è chiusa in modo inatteso",
      "il flusso sorgente non ha restituito alcun dato",
      NULL,
    },
    .with_host = MC_PHRASES{
      "connessione al server *.* interrotta",
      "connessione al server *.* reimpostata",
      "connessione con *:* chiusa dall'host remoto",
      "la connessione all'host *.* si è interrotta",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_METHOD_NOT_OFFERED] = {
    .alone = MC_PHRASES{
      "non gestisce il metodo di autenticazione scelto",
      "non supporta il metodo di autenticazione selezionato",
      "sembra non essere in grado di gestire le password crittate",
      "non gestisce le password in testo semplice",
      "il server imap * non supporta l'autenticazione",
      "il server smtp * non supporta l'autenticazione",
      "la modalità di autenticazione * non è supportata dal server",
      "scegli un altro metodo di autenticazione",
      "il server smtp non supporta l'autenticazione",
      "il meccanismo di autenticazione è troppo debole",
      "meccanismo di autenticazione richiesto richiede la cifratura",
      "l'autenticazione in chiaro è disabilitata sulle connessioni non sicure",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_BROWSER_SIGN_IN] = {
    .alone = MC_PHRASES{
      "il token di accesso è scaduto e non è riuscito l'aggiornamento",
      "aggiornamento del token di accesso non riuscito",
      "recupero del token di accesso ",
      "da cui ottenere un token d'accesso",
      "durante la richiesta del token di accesso, ottenuto invece",
      "richiede una nuova conferma di accesso",
      "non è stato in grado di completare l'accesso con queste impostazioni",
      NULL,
    },
    .with_host = MC_PHRASES{ "autenticazione non riuscita durante la connessione al server ", NULL },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .alone = MC_PHRASES{
      "impossibile autenticarsi sul server. la configurazione, il nome utente o la password",
      "autenticazione non riuscita col server di posta in uscita (smtp)",
      "non riuscito l'invio della password per l'utente",
      "un account ha segnalato un nome di accesso o una password non corretti",
      "controllare le credenziali di accesso in ricezione",
      "controllare le credenziali di accesso in invio",
      "autenticazione sul server pop * non riuscita",
      "ha rifiutato il nome utente e la password forniti",
      "server pop * errore nell'inviare la password",
      "impossibile accedere a * la password potrebbe essere sbagliata",
      NULL,
    },
    .with_host = MC_PHRASES{
      "accesso al server * con nome utente * non riuscito",
      "accesso all'account * non riuscito",
      "impossibile effettuare il login sul server «",
      "connessione con * fallita: login rifiutato",
      "non è stato possibile effettuare il login al server imap ",
      NULL,
    },
    .with_own_server = MC_PHRASES{ "impossibile accedere a ", NULL },
  },
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reasons = MC_PHRASES{
      "connessione rifiutata",
      "connessione scaduta",
      "nessun instradamento per l'host",
      "la rete non è raggiungibile",
      "host non raggiungibile",
      "i/o sul socket scaduto",
      NULL,
    },
    .with_reason = MC_PHRASES{ "impossibile connettersi a ", NULL },
    .alone = MC_PHRASES{
      "uscita (smtp) * non è riuscita. il server potrebbe",
      "uscita (smtp) * è scaduta. riprova",
      "momentaneamente impossibile risolvere ",
      "impossibile connettersi, controllare la rete",
      "controllare i dettagli del server in ",
      "impossibile collegarsi al server, verifica l'indirizzo del server",
      NULL,
    },
    .with_host = MC_PHRASES{
      "connessione al server * non riuscita",
      "non è possibile connettersi al server *; la connessione è stata rifiutata",
      "connessione al server * fuori tempo massimo",
      "impossibile collegarsi al server imap ",
      "impossibile connettersi all'host ",
      "impossibile connettersi al server imap: ",
      "impossibile connettersi al server pop3: ",
      ": connessione fallita (",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NOT_CONNECTED] = {
    .alone = MC_PHRASES{ "connessione all'account di posta «", NULL },
  },
};
