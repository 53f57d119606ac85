/* mc-program-signs-pl.c
 *
 * What mail programs say in Polish.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-program-signs-private.h"

const McProgramPhrases mc_program_phrases_pl[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reasons = MC_PHRASES{
      "certyfikat wygasł",
      "certyfikat utracił ważność",
      NULL,
    },
    .with_reason = MC_PHRASES{ "certyfikat ssl/tls dla ", NULL },
    .alone = MC_PHRASES{
      "certyfikat serwera wygasł",
      "certyfikat serwera utracił ważność",
      "certyfikat witryny *.*.* wygasł w dniu",
      "upłynął termin ważności certyfikatu dla *.*",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .alone = MC_PHRASES{
      "nie jest ważny dla tego serwera. ktoś może próbować podszyć się",
      "certyfikat nie zgadza się z oczekiwaną tożsamością witryny",
      "tożsamość serwera nie pasuje do tożsamości w certyfikacie",
      "nie odpowiadała żadnemu z poprawnych hostów dla tego certyfikatu",
      "certyfikat jest dla *.* ale połączenie jest dla ",
      "serwera nie odpowiada certyfikatowi",
      "właściciel certyfikatu nie odpowiada nazwie hosta",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .alone = MC_PHRASES{
      "certyfikat witryny *.* nie pochodzi z zaufanego źródła",
      "certyfikat nie jest zaufany, ponieważ ",
      "certyfikat ssl/tls dla * nie jest zaufany",
      "certyfikat ssl dla * nie jest zaufany",
      "nieakceptowalny certyfikat tls",
      "nieznany podpisujący ośrodek certyfikacji",
      "certyfikat serwera nie jest podpisany przez znaną instytucję",
      "nie można sprawdzić tożsamości serwera poczty",
      "certyfikat dla *.* jest nieznany. ",
      "serwer nie przeszedł testu uwierzytelnienia (",
      "niewiarygodny certyfikat z podpisem własnym",
      "nie można odnaleźć certyfikatu wydawcy",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "odebrano nieoczekiwany pakiet tls",
      "odebrano pakiet rekordu o niedozwolonej lub nieobsługiwanej wersji",
      "przy użyciu starttls, jako że nie ogłasza on jego stosowania",
      "trybie bezpiecznym się nie powiodło: starttls nie jest obsługiwane",
      "stls nie jest obsługiwane przez serwer",
      "starttls nie jest obsługiwany przez serwer",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "wersja tls lub certyfikat używany przez serwer",
      "nie można ustanowić połączenia tls z serwerem pop",
      "połączenie tls nie zostało wynegocjowane",
      "logowanie nie powiodło się, nie udała się negocjacja tls",
      "serwerem * w trybie bezpiecznym się nie powiodło",
      "błąd podczas wykonywania powitania tls",
      "wykonanie powitania tls przez partnera się nie powiodło",
      NULL,
    },
    .with_host = MC_PHRASES{ ": negocjacja ssl nie powiodła się", NULL },
    .with_own_server = MC_PHRASES{ "nieudany uścisk dłoni ssl", NULL },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reasons = MC_PHRASES{
      "ta nazwa lub usługa jest nieznana",
      "brak adresu związanego z nazwą hosta",
      "host nie znaleziony",
      "nieznany gospodarz",
      "nieznany serwer",
      NULL,
    },
    .with_reason = MC_PHRASES{ "błąd podczas rozwiązywania ", NULL },
    .alone = MC_PHRASES{
      "wyszukanie komputera * się nie powiodło. proszę sprawdzić, czy poprawnie podano nazwę komputera",
      "poczty wychodzącej (smtp) jest nieznany. serwer może być niewłaściwie skonfigurowany",
      "nie można wyszukać nazwy serwera",
      NULL,
    },
    .with_host = MC_PHRASES{
      "host * nie został znaleziony",
      "nieznany gospodarz *.",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reasons = MC_PHRASES{
      "połączenie zerwane przez drugą stronę",
      "zdalny host zamknął połączenie",
      "utracono połączenie z serwerem",
      NULL,
    },
    .alone = MC_PHRASES{
      "rozłączył się. być może został wyłączony lub wystąpił problem z siecią",
      "poczty wychodzącej (smtp) zostało przerwane w trakcie transakcji",
      "przekroczono maksymalną liczbę połączeń z tym serwerem. można zmniejszyć",
      "połączenie tls nie zostało właściwie zakończone",
      "połączenie tls zostało nieoczekiwanie zamknięte",
      "potok źródłowy nie zwrócił danych",
      NULL,
    },
    .with_host = MC_PHRASES{
      "połączenie z serwerem *.* zostało przerwane",
      "połączenie z serwerem *.* zostało zresetowane",
      "połączenie z *:* zostało zamknięte przez zdalnego gospodarza",
      "połączenie z gospodarzem *.* zostało przerwane",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_METHOD_NOT_OFFERED] = {
    .alone = MC_PHRASES{
      "nie obsługuje wybranej metody uwierzytelniania",
      "nie obsługiwać uwierzytelniania przy pomocy szyfrowanych haseł",
      "nie zezwala na uwierzytelnianie przy pomocy haseł przesyłanych otwartym tekstem",
      "serwer imap * nie obsługuje uwierzytelniania",
      "serwer smtp * nie obsługuje uwierzytelniania",
      "tryb uwierzytelnienia * nie jest obsługiwany przez serwer",
      "wybierz inną metodę uwierzytelniania",
      "serwer smtp nie wspiera uwierzytelniania",
      "mechanizm uwierzytelniania jest za słaby",
      "żądany mechanizm uwierzytelniający wymaga szyfrowania",
      "w zwykłym tekście jest niedozwolone na niezabezpieczonych połączeniach",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_BROWSER_SIGN_IN] = {
    .alone = MC_PHRASES{
      "token dostępu wygasł i jego odświeżenie się nie powiodło",
      "odświeżenie tokenu dostępu się nie powiodło",
      "uzyskanie tokenu dostępu ",
      "z której ma zostać uzyskany token dostępu",
      "podczas żądania tokenu dostępu, zamiast tego otrzymano",
      "wymaga ponownego potwierdzenia dostępu, aby móc synchronizować",
      "nie mógł dokończyć logowania przy użyciu tych ustawień",
      "błąd oauth2. sprawdź i popraw ustawienia",
      "token dostępu oauth2 nie został pobrany",
      "nie otrzymał twojego kodu uwierzytelniającego oauth2",
      NULL,
    },
    .with_host = MC_PHRASES{ "niepowodzenie uwierzytelniania podczas łączenia się z serwerem ", NULL },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .alone = MC_PHRASES{
      "nie można zalogować się na serwerze. prawdopodobnie nazwa użytkownika, hasło lub konfiguracja",
      "nie udało się uwierzytelnić z serwerem * poczty wychodzącej (smtp)",
      "przesyłanie hasła użytkownika * się nie powiodło",
      "konto zgłosiło niewłaściwy login lub hasło",
      "proszę sprawdzić poprawność loginu i hasła ",
      "uwierzytelnienie na serwerze pop * się nie powiodło",
      "serwer odrzucił podaną nazwę użytkownika i hasło",
      "serwerem pop * błąd podczas wysyłania hasła",
      "nie można zalogować się do * być może hasło jest nieprawidłowe",
      NULL,
    },
    .with_host = MC_PHRASES{
      "logowanie na serwerze * za pomocą nazwy użytkownika * się nie powiodło",
      "logowanie na koncie „* się nie powiodło",
      "nie można wejść na serwer \"",
      "nie można wejść na serwer imap ",
      "nie udało się połączyć z *: odmówiono wejścia",
      NULL,
    },
    .with_own_server = MC_PHRASES{ "nie można się zalogować do ", NULL },
  },
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reasons = MC_PHRASES{
      "połączenie odrzucone",
      "przekroczony czas oczekiwania na połączenie",
      "brak trasy do hosta",
      "sieć jest niedostępna",
      "przekroczony czas połączenia",
      "host niedostępny",
      "przekroczono czas oczekiwania wejścia/wyjścia gniazda",
      NULL,
    },
    .with_reason = MC_PHRASES{
      "nie można połączyć z ",
      "połączenie z * nie zostało ustanowione",
      NULL,
    },
    .alone = MC_PHRASES{
      "nie udało się połączyć z serwerem * poczty wychodzącej (smtp)",
      "upłynął limit czasu połączenia z serwerem * poczty wychodzącej (smtp)",
      "nie można tymczasowo rozwiązać „",
      "nie można się połączyć, proszę sprawdzić sieć",
      "proszę sprawdzić poprawność informacji o serwerze ",
      "nie można połączyć się z serwerem, proszę zweryfikować adres serwera",
      NULL,
    },
    .with_host = MC_PHRASES{
      "nie można połączyć się z serwerem ",
      "przekroczono limit czasu połączenia z serwerem ",
      "nie można połączyć z serwerem imap ",
      "nie można połączyć się z gospodarzem ",
      ": połączenie nieudane (",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NOT_CONNECTED] = {
    .alone = MC_PHRASES{ "połączenie konta „*” się nie powiodło", NULL },
  },
};
