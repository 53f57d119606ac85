/* test-program-signs.c
 *
 * What mail programs say of their own connection, as people copy it from a window or a terminal, in their language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-input.h"
#include "mc-program-error.h"

typedef struct
{
  const char *text;
  const char *protocol;
  const char *reason;
  const char *cause;
} Box;

static const Box english[] = {
  /* Thunderbird */
  { "Alert\nConnection to server imap.example.org was interrupted.\nOK", "imap", "network-error", NULL },
  { "Unable to connect to mail.example.org. Please try again later. If the problem persists, you may have exceeded the maximum number of connections to this server. You can reduce the number of cached connections in the IMAP server settings.", "imap", "network-error", NULL },
  { "Send Message Error\nAn error occurred while sending mail: Outgoing server (SMTP) smtp.example.org is unknown. The server may be incorrectly configured.", "smtp", "network-error", "settings.host-not-found" },
  { "An error occurred while sending mail: Unable to establish a secure link with Outgoing server (SMTP) mail.example.org using STARTTLS since it doesn’t advertise that feature.", "smtp", "tls-failed", "settings.wrong-security" },
  { "Unable to establish TLS connection to POP3 server. The server may be down or may be incorrectly configured.", "pop3", "tls-failed", "tls.handshake-failed" },
  { "The certificate for imap.example.org expired on 1 January 2026.", "imap", "tls-failed", "tls.expired" },
  { "The certificate for imap.example.org is not valid for that server. Someone could be trying to impersonate the server and you should not continue.", "imap", "tls-failed", "tls.wrong-host" },
  { "The certificate for imap.example.org does not come from a trusted source.", "imap", "tls-failed", "tls.untrusted" },
  { "Login to account \"anna@example.org\" failed", "imap", "sign-in-required", "login.wrong-password" },
  /* Evolution */
  { "Failed to connect account “Work”.\nThe reported error was “Could not connect to mail.example.org: Connection refused”.", "imap", "network-error", NULL },
  { "The reported error was “Source stream returned no data”.", "imap", "network-error", NULL },
  { "Failed to connect to SMTP server mail.example.org in secure mode: STARTTLS not supported", "smtp", "tls-failed", "settings.wrong-security" },
  { "SSL/TLS certificate for “mail.example.org” is not trusted. Do you wish to accept it?\nReason: The certificate has expired.", "imap", "tls-failed", "tls.expired" },
  { "SSL certificate for mail account “Work” is not trusted.", "imap", "tls-failed", "tls.untrusted" },
  { "Unable to connect to POP server mail.example.org.\nError sending password: ", "pop3", "sign-in-required", "login.wrong-password" },
  { "Failed to connect to IMAP server mail.example.org in secure mode: Error performing TLS handshake: Handshake failed", "imap", "tls-failed", "tls.handshake-failed" },
  /* Geary */
  { "Login problem\nAn account has reported an incorrect login or password.", "imap", "sign-in-required", "login.wrong-password" },
  { "Temporarily unable to resolve “mail.example.org”", "imap", "network-error", NULL },
  { "The server’s identity does not match the identity in the certificate", "imap", "tls-failed", "tls.wrong-host" },
  /* KMail */
  { "Could not connect to the IMAP-server mail.example.org.\nConnection refused", "imap", "network-error", NULL },
  { "Could not connect to the IMAP-server mail.example.org.\nHost not found", "imap", "network-error", "settings.host-not-found" },
  { "The server for account \"Work\" refused the supplied username and password.\nDo you want to go to the settings?", "imap", "sign-in-required", "login.wrong-password" },
  { "Login failed, TLS negotiation failed.", "imap", "tls-failed", "tls.handshake-failed" },
  /* Claws Mail */
  { "Can't connect to IMAP server: mail.example.org:993", "imap", "network-error", NULL },
  { "mail.example.org:587: unknown host.", "smtp", "network-error", "settings.host-not-found" },
  { "Certificate is for mail.example.net, but connection is to mail.example.org.\nYou may be connecting to a rogue server.", "imap", "tls-failed", "tls.wrong-host" },
  /* Balsa */
  { "Connecting SMTP server Work (mail.example.org:587) failed: Connection timed out", "smtp", "network-error", NULL },
  /* Mutt and NeoMutt */
  { "Could not find the host \"mail.example.org\"", "imap", "network-error", "settings.host-not-found" },
  { "Could not connect to mail.example.org (Connection refused).", "imap", "network-error", NULL },
  { "WARNING: Server hostname does not match certificate", "imap", "tls-failed", "tls.wrong-host" },
  { "Could not negotiate TLS connection", "imap", "tls-failed", "tls.handshake-failed" },
  /* how to sign in: Thunderbird, Evolution, Claws Mail, KMail, NeoMutt */
  { "The IMAP server mail.example.org does not support the selected authentication method. Please change the 'Authentication method' in the 'Account Settings | Server settings'.", "imap", "sign-in-required", NULL },
  { "Sending of message failed.\nThe Outgoing server (SMTP) mail.example.org does not seem to support encrypted passwords.", "smtp", "sign-in-required", NULL },
  { "This POP3 server does not allow plaintext passwords.", "pop3", "sign-in-required", NULL },
  { "The reported error was “IMAP server mail.example.org does not support PLAIN authentication”.", "imap", "sign-in-required", NULL },
  { "Could not connect to the IMAP-server mail.example.org.\nLogin failed, authentication mode LOGIN is not supported by the server.", "imap", "sign-in-required", NULL },
  { "Your POP3 server (mail.example.org) does not support APOP.\nChoose a different authentication method.", "pop3", "sign-in-required", NULL },
  { "SMTP server does not support authentication", "smtp", "sign-in-required", NULL },
  /* the sign-in through the browser: Thunderbird, Evolution, GNOME Online Accounts, Claws Mail, Mutt */
  { "Authentication failure while connecting to server mail.example.org.", "imap", "sign-in-required", "login.oauth-expired" },
  { "The access token is expired and it failed to refresh it. Sign to the server again, please.", "imap", "sign-in-required", "login.oauth-expired" },
  { "Expected status 200 when requesting access token, instead got status 400 (Bad Request)", "imap", "sign-in-required", "login.oauth-expired" },
  { "Connection to mail.example.org failed: login refused.\n\nOAuth2 error. Check and correct your OAuth2 account preferences.", "imap", "sign-in-required", "login.oauth-expired" },
  { "mutt_account_getoauthbearer: Command returned empty string", "imap", "sign-in-required", "login.oauth-expired" },
  /* a connection that failed before any sign-in */
  { "Failed to obtain an access token for “anna@example.org”: Connection timed out", "imap", "network-error", NULL },
  /* a connection that failed, or a sign-in that was refused */
  { "Failed to connect account “Work”.", "imap", "network-error", NULL },
  /* KIO: a host of the own account’s, by its name */
  { "Unknown host imap.exmaple.org", "imap", "network-error", "settings.host-not-found" },
  { "Unknown host smtp.exmaple.org", "smtp", "network-error", "settings.host-not-found" },
  { "Could not login to mail.example.org. The password may be wrong.", "imap", "sign-in-required", "login.wrong-password" },
  /* a program of this computer, whatever is said of it */
  { "Could not connect to server localhost; the connection was refused.", "imap", "network-error", "program.helper-not-running" },
};

static const Box translated[] = {
  /* German */
  { "Fehler beim Senden der Nachricht\nDie Nachricht konnte nicht gesendet werden, weil der Verbindungsaufbau mit dem SMTP-Server mail.example.org fehlgeschlagen ist. Der Server ist entweder nicht verfügbar oder lehnt SMTP-Verbindungen ab.", "smtp", "network-error", NULL },
  { "Konnte keine Verbindung mit dem Mail-Server 127.0.0.1 aufbauen, da sie verweigert wurde.", "imap", "network-error", "program.helper-not-running" },
  { "Verbindung mit mail.example.org:465 ist gescheitert: Verbindungsaufbau abgelehnt", "smtp", "network-error", NULL },
  { "Verbindung mit mail.example.org ist gescheitert: Connection refused", "imap", "network-error", NULL },
  { "Fehler beim Auflösen von »imap.exmaple.org«: Der Name oder der Dienst ist nicht bekannt", "imap", "network-error", "settings.host-not-found" },
  { "Das Zertifikat für imap.example.org ist am 1. Januar 2026 abgelaufen.", "imap", "tls-failed", "tls.expired" },
  { "Die Verbindung zum IMAP-Server mail.example.org kann nicht hergestellt werden.\nDer entfernte Rechner hat die Verbindung geschlossen", "imap", "network-error", NULL },
  { "Verbindung zu mail.example.org schlug fehl: Login abgelehnt.", "imap", "sign-in-required", "login.wrong-password" },
  { "Zertifikat-Inhaber stimmt nicht mit Rechnername mail.example.org überein.", "imap", "tls-failed", "tls.wrong-host" },
  { "Der SMTP-Server mail.example.org unterstützt die gewählte Authentifizierungsmethode nicht.", "smtp", "sign-in-required", NULL },
  { "Authentifizierungsfehler beim Verbinden mit dem Server mail.example.org.", "imap", "sign-in-required", "login.oauth-expired" },
  /* French, with no-break spaces */
  { "Impossible de s’authentifier sur le serveur sortant (SMTP) mail.example.org. Veuillez vérifier votre mot de passe.", "smtp", "sign-in-required", "login.wrong-password" },
  { "Impossible de se connecter à\u00a0mail.example.org\u00a0: Connexion refusée", "imap", "network-error", NULL },
  { "Échec de la connexion au compte «\u00a0anna@example.org\u00a0»", "imap", "sign-in-required", "login.wrong-password" },
  { "La résolution de l’hôte «\u00a0imap.exmaple.org\u00a0» a échoué. Vérifiez l’orthographe de votre nom d’hôte.", "imap", "network-error", "settings.host-not-found" },
  { "ATTENTION\u00a0! Le certificat du serveur a expiré", "imap", "tls-failed", "tls.expired" },
  { "Le serveur IMAP mail.example.org n’autorise pas les mots de passe non chiffrés.", "imap", "sign-in-required", NULL },
  { "Impossible d’obtenir un jeton d’accès pour «\u00a0anna@example.org\u00a0»\u00a0: ", "imap", "sign-in-required", "login.oauth-expired" },
  { "Hôte mail.exmaple.org inconnu", "imap", "network-error", "settings.host-not-found" },
  { "Impossible de se connecter à mail.example.org. Le mot de passe pourrait être erroné.", "imap", "sign-in-required", "login.wrong-password" },
  { "Impossible de se connecter au serveur «\u00a0mail.example.org\u00a0».", "imap", "network-error", NULL },
  /* Spanish */
  { "La conexión al servidor mail.example.org ha superado el tiempo de espera máximo.", "imap", "network-error", NULL },
  { "Certificado TLS inaceptable", "imap", "tls-failed", "tls.untrusted" },
  { "El servidor para la cuenta «Trabajo» ha rechazado el nombre de usuario y la contraseña proporcionadas.", "imap", "sign-in-required", "login.wrong-password" },
  { "Error al resolver «imap.exmaple.org»: Nombre o servicio desconocido", "imap", "network-error", "settings.host-not-found" },
  { "El servidor SMTP mail.example.org no soporta la autenticación PLAIN", "smtp", "sign-in-required", NULL },
  { "Fallo de identificación al conectarse al servidor mail.example.org.", "imap", "sign-in-required", "login.oauth-expired" },
  { "Máquina mail.exmaple.org desconocida", "imap", "network-error", "settings.host-not-found" },
  /* Italian */
  { "Connessione al server mail.example.org non riuscita.", "imap", "network-error", NULL },
  { "Accesso all’account “anna@example.org” non riuscito", "imap", "sign-in-required", "login.wrong-password" },
  { "Connessione al server IMAP mail.example.org in modalità sicura non riuscita: STARTTLS non supportato", "imap", "tls-failed", "settings.wrong-security" },
  { "mail.example.org:993: host sconosciuto.", "imap", "network-error", "settings.host-not-found" },
  { "Il server POP3 (mail.example.org) non supporta SASL.\nScegli un altro metodo di autenticazione.", "pop3", "sign-in-required", NULL },
  { "Il token di accesso è scaduto e non è riuscito l'aggiornamento. Iscriversi di nuovo al server.", "imap", "sign-in-required", "login.oauth-expired" },
  { "Host mail.exmaple.org sconosciuto", "imap", "network-error", "settings.host-not-found" },
  { "Impossibile accedere a imap.example.org.", "imap", "sign-in-required", "login.wrong-password" },
  /* Brazilian Portuguese */
  { "Não foi possível conectar-se a mail.example.org:587: Tempo esgotado para conexão", "smtp", "network-error", NULL },
  { "Autenticação no servidor mail.example.org com o usuário anna@example.org falhou.", "imap", "sign-in-required", "login.wrong-password" },
  { "O certificado de imap.example.org expirou em 1 de janeiro de 2026.", "imap", "tls-failed", "tls.expired" },
  { "O servidor de envio (SMTP) mail.example.org não permite senhas em texto puro.", "smtp", "sign-in-required", NULL },
  { "Falha de autenticação ao conectar-se com o servidor mail.example.org.", "imap", "sign-in-required", "login.oauth-expired" },
  { "Máquina mail.exmaple.org desconhecida", "imap", "network-error", "settings.host-not-found" },
  { "Não foi possível conectar-se ao servidor IMAP mail.example.org.", "imap", "network-error", NULL },
  /* Dutch */
  { "Kon niet verbinden met server mail.example.org; de verbinding werd geweigerd.", "imap", "network-error", NULL },
  { "Aanmelden bij server mail.example.org met gebruikersnaam anna is mislukt.", "imap", "sign-in-required", "login.wrong-password" },
  { "SSL/TLS-certificaat voor ‘mail.example.org’ is wordt niet vertrouwd. Wilt u het accepteren?", "imap", "tls-failed", "tls.untrusted" },
  { "Aanmelden is mislukt, authenticatiemodus PLAIN wordt niet ondersteund door de server.", "imap", "sign-in-required", NULL },
  { "Vernieuwen van toegangsbewijs mislukt (goa-error-quark, 4): ", "imap", "sign-in-required", "login.oauth-expired" },
  /* Polish, with no-break spaces */
  { "Nie można połączyć się z\u00a0serwerem mail.example.org; połączenie zostało odrzucone.", "imap", "network-error", NULL },
  { "Nie można połączyć z\u00a0mail.example.org: Brak trasy do hosta", "imap", "network-error", NULL },
  { "Tożsamość serwera nie pasuje do tożsamości w\u00a0certyfikacie", "imap", "tls-failed", "tls.wrong-host" },
  { "Logowanie na koncie „anna@example.org” się nie powiodło", "imap", "sign-in-required", "login.wrong-password" },
  { "Serwer IMAP (mail.example.org) nie obsługuje wybranej metody uwierzytelniania.", "imap", "sign-in-required", NULL },
  { "Niepowodzenie uwierzytelniania podczas łączenia się z serwerem mail.example.org.", "imap", "sign-in-required", "login.oauth-expired" },
  /* Russian: capital letters are no others than small ones */
  { "СРОК ДЕЙСТВИЯ СЕРТИФИКАТА ДЛЯ imap.example.org ИСТЁК 1 января 2026 г.", "imap", "tls-failed", "tls.expired" },
  { "Не удалось подключиться к mail.example.org:465: В соединении отказано", "smtp", "network-error", NULL },
  { "Ошибка входа на сервер «mail.example.org» с именем пользователя «anna».", "imap", "sign-in-required", "login.wrong-password" },
  { "Ошибка разрешения «imap.exmaple.org»: Неизвестное имя или служба", "imap", "network-error", "settings.host-not-found" },
  { "Похоже, что IMAP-сервер «mail.example.org» не поддерживает использование зашифрованных паролей.", "imap", "sign-in-required", NULL },
  { "Не удалось получить маркер доступа для «anna@example.org»: ", "imap", "sign-in-required", "login.oauth-expired" },
  { "Не удалось подключиться к серверу IMAP mail.example.org.\nСоединение: в соединении отказано", "imap", "network-error", NULL },
  /* Japanese */
  { "サーバー mail.example.org への接続がタイムアウトしました。", "imap", "network-error", NULL },
  { "アカウント \"anna@example.org\" へのログインに失敗しました。", "imap", "sign-in-required", "login.wrong-password" },
  { "“imap.exmaple.org”の解決中にエラーが発生しました: 名前またはサービスが不明です", "imap", "network-error", "settings.host-not-found" },
  { "サーバの証明書が期限切れ", "imap", "tls-failed", "tls.expired" },
  { "送信 (SMTP) サーバー mail.example.org が選択された認証方式をサポートしていません。", "smtp", "sign-in-required", NULL },
  { "サーバー mail.example.org への接続時の認証に失敗しました。", "imap", "sign-in-required", "login.oauth-expired" },
  { "ログイン情報かパスワードが間違っています。", "imap", "sign-in-required", "login.wrong-password" },
  /* simplified Chinese: no spaces around an address */
  { "登录账户“anna@example.org”失败", "imap", "sign-in-required", "login.wrong-password" },
  { "无法连接到 mail.example.org:993：拒绝连接", "imap", "network-error", NULL },
  { "无法接受的 TLS 证书", "imap", "tls-failed", "tls.untrusted" },
  { "IMAP 服务器 mail.example.org 不支持您选择的验证方式。", "imap", "sign-in-required", NULL },
  { "连接 mail.example.org 服务器时身份验证失败。", "imap", "sign-in-required", "login.oauth-expired" },
};

/* Everyday language, and what a server says of the next one. */
static const char *const near_misses[] = {
  "The connection to the server was interrupted by the waiter.",
  "The certificate for Mr. Miller expired on Monday. Ask Mrs. Smith.",
  "My dance certificate has expired, and my login to the club failed.",
  "Now creating self-signed certificate.",
  "The club does not support the selected method. Please change it.",
  "Our landlord does not allow plaintext notices, and does not seem to support passwords on paper.",
  "My parking permit has expired, and the token machine failed to refresh it.",
  "Der Automat unterstützt die gewählte Methode nicht, und der Token für die Waschmaschine ist abgelaufen.",
  "Check your password, please: it is Bridge and the door is locked.",
  "Der Kellner hat die Verbindung zum Tisch unterbrochen, und die Anmeldung ist fehlgeschlagen.",
  "Die Verbindung mit Herrn Meier ist gescheitert: er wollte nicht.",
  "Notre hôte M. Dupont reste inconnu, et la machine du bar aussi.",
  "Impossible de se connecter à « l’instant présent » selon Anna.",
  "Mein Rechner kann nicht gefunden werden, und das Zertifikat ist abgelaufen, sagt die Tanzschule.",
  "La connexion a été refusée par le serveur du restaurant, le certificat a expiré.",
  "Impossible de trouver le nom du serveur qui nous a apporté le café.",
  "El certificado de yoga de Ana ha caducado y no se pudo conectar con ella.",
  "Il certificato di nascita è scaduto, e l’accesso al parco non è riuscito.",
  "O certificado de vacina expirou, e a conexão em Lisboa foi perdida.",
  "Het certificaat is verlopen en de verbinding met Utrecht is verbroken, zegt de trein.",
  "Certyfikat wygasł, a połączenie z Krakowem zostało przerwane.",
  "Срок действия сертификата в спа истёк, войти не удалось.",
  "料理教室の証明書が古いので、サーバーの人に聞いてください。",
  "瑜伽证书已过期，请联系老师。",
};

static void
assert_boxes (const Box *boxes,
              gsize      n_boxes)
{
  for (gsize i = 0; i < n_boxes; i++)
    {
      g_autoptr (McInput) input = mc_input_read (boxes[i].text, strlen (boxes[i].text), MC_INPUT_UNKNOWN);

      g_test_message ("%s", boxes[i].text);
      g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, "reply");
      g_assert_nonnull (input->reply->program_error);
      g_assert_cmpstr (mc_protocol_get_id (input->reply->protocol), ==, boxes[i].protocol);
      g_assert_cmpstr (mc_reason_get (input->reply->reason)->id, ==, boxes[i].reason);
      g_assert_cmpstr (input->reply->cause, ==, boxes[i].cause);
    }
}

static void
test_english (void)
{
  assert_boxes (english, G_N_ELEMENTS (english));
}

static void
test_translated (void)
{
  assert_boxes (translated, G_N_ELEMENTS (translated));
}

static void
test_near_misses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (near_misses); i++)
    {
      g_autoptr (McInput) input = mc_input_read (near_misses[i], strlen (near_misses[i]), MC_INPUT_UNKNOWN);

      g_test_message ("%s", near_misses[i]);
      g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, "unknown");
    }
}

/* A translation that says “connect” for “sign in” is not taken for a network that failed. */
static void
test_not_connected (void)
{
  static const char *const vague[] = {
    "Failed to connect account “Work”.",
    "Fallo\u0301 al conectar a la cuenta «Trabajo».",
    "Não foi possível conectar-se ao servidor IMAP mail.example.org.",
    "Не удалось подключиться к серверу IMAP mail.example.org.",
    "Impossible de se connecter au serveur «\u00a0mail.example.org\u00a0».",
  };
  static const char *const clear[] = {
    "Failed to connect account “Work”.\nThe reported error was “Could not connect to mail.example.org: Connection refused”.",
    "Не удалось подключиться к серверу IMAP mail.example.org.\nВ соединении отказано",
    "Impossible de se connecter à mail.example.org\u00a0: Connexion refusée",
  };
  const McProgramError *not_connected = mc_program_error_find (vague[0], FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (vague); i++)
    g_assert_true (mc_program_error_find (vague[i], FALSE) == not_connected);
  for (gsize i = 0; i < G_N_ELEMENTS (clear); i++)
    g_assert_true (mc_program_error_find (clear[i], TRUE) != not_connected);
}

/* What is said of a recipient’s server stays that, also where its name begins with “imap”. */
static void
test_recipients (void)
{
  static const char *const texts[] = {
    "connect to imap.example.net[192.0.2.1]:25: Connection refused",
    "connect to mx.example.net[192.0.2.1]:25: Connection timed out",
    "ben@example.net\n  host imap.example.net [192.0.2.1]\n  Connection refused",
    "ben@example.net: Unknown host example.net",
    "Unknown host mail.example.net",
    "Host or domain name not found. Name service error for name=imap.example.net type=A: Host not found",
    "lost connection with mx.example.net[192.0.2.1] while receiving the initial server greeting",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (McInput) input = mc_input_read (texts[i], strlen (texts[i]), MC_INPUT_UNKNOWN);

      g_test_message ("%s", texts[i]);
      g_assert_true (input->reply == NULL || input->reply->program_error == NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/program-signs/english", test_english);
  g_test_add_func ("/program-signs/translated", test_translated);
  g_test_add_func ("/program-signs/near-misses", test_near_misses);
  g_test_add_func ("/program-signs/not-connected", test_not_connected);
  g_test_add_func ("/program-signs/recipients", test_recipients);

  return g_test_run ();
}
