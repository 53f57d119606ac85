/* mc-program-signs-fr.c
 *
 * What mail programs say in French.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-program-signs-private.h"

const McProgramPhrases mc_program_phrases_fr[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reasons = MC_PHRASES{ "le certificat a expiré", NULL },
    .with_reason = MC_PHRASES{ "le certificat ssl/tls pour ", NULL },
    .alone = MC_PHRASES{
      "certificat du serveur a expiré",
      "le certificat de *.*.* a expiré le ",
      "le certificat pour *.* a expiré. ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .alone = MC_PHRASES{
      "n'est pas valide sur ce serveur. quelqu'un pourrait essayer d'usurper",
      "certificat ne correspond pas à l'identité attendue du site",
      "l'identité du serveur ne correspond pas à celle renseignée par le certificat",
      "ne correspondait à aucun des hôtes valides pour ce certificat",
      "le certificat est pour *.* mais la connexion est vers ",
      "le nom du serveur ne correspond pas au certificat",
      "le propriétaire du certificat ne correspond pas au nom ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .alone = MC_PHRASES{
      "certificat pour *.* ne provient pas d'une source sûre",
      "le certificat n'est pas sûr car ",
      "le certificat ssl/tls pour * n'est pas approuvé",
      "le certificat ssl * n'est pas fiable",
      "certificat tls inacceptable",
      "l'autorité de signature de certificat est inconnue",
      "certificat du serveur n'est pas signé par une autorité reconnue",
      "l'identité du serveur de courriel * ne peut pas être vérifiée",
      "le certificat pour *.* est inconnu. ",
      "certificat du serveur n'a pas réussi le test d'authenticité",
      "le certificat est auto-signé et non approuvé",
      "le certificat de l'émetteur d'un certificat converti localement",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "un paquet tls incorrect a été reçu",
      "un paquet contenant un numéro de version illégal ou inconnu",
      "starttls * puisqu'il ne propose pas cette fonctionnalité",
      "en mode sécurisé * starttls non pris en charge",
      "stls non pris en charge par le serveur",
      "starttls n'est pas pris en charge par le serveur",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "la version tls ou le certificat utilisé par le serveur",
      "impossible d'établir une connexion tls vers le serveur pop3",
      "impossible de négocier la connexion tls",
      "la connexion a échoué. la négociation *tls* a échoué",
      "la connexion au serveur * en mode sécurisé a échoué",
      "erreur lors de la négociation tls",
      "la négociation tls avec le serveur pair a échoué",
      NULL,
    },
    .with_host = MC_PHRASES{ "échec de la négociation ssl avec ", NULL },
    .with_own_server = MC_PHRASES{ "échec de la transaction ssl", NULL },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reasons = MC_PHRASES{
      "nom ou service inconnu",
      "aucune adresse associée avec le nom de l'hôte",
      "hôte introuvable",
      "hôte inconnu",
      NULL,
    },
    .with_reason = MC_PHRASES{ "erreur de résolution de ", NULL },
    .alone = MC_PHRASES{
      "la résolution de l'hôte * a échoué. vérifiez l'orthographe",
      "le serveur sortant (smtp) * est inconnu. le serveur est peut-être mal configuré",
      "impossible de trouver la machine \"",
      NULL,
    },
    .with_host = MC_PHRASES{
      "impossible de trouver le nom du serveur",
      "hôte *.* inconnu",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reasons = MC_PHRASES{
      "connexion ré-initialisée par le correspondant",
      "l'hôte distant a fermé la connexion",
      "interruption de la connexion au serveur",
      NULL,
    },
    .alone = MC_PHRASES{
      "s'est déconnecté. il s'est peut-être arrêté, ou il y a un problème sur le réseau",
      "serveur sortant (smtp) * a été perdue pendant la transaction",
      "le nombre maximal de connexions à ce serveur. vous pouvez réduire",
      "la connexion tls n'a pas été terminée correctement",
      "la connexion tls a été fermée de manière inattendue",
      "le flux source n'a renvoyé aucune donnée",
      NULL,
    },
    .with_host = MC_PHRASES{
      "la connexion au serveur *.* a été interrompue",
      "la connexion au serveur *.* a été réinitialisée",
      "connexion vers *:* fermée par l'hôte distant",
      "la connexion avec l'hôte *.* a été coupée",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_METHOD_NOT_OFFERED] = {
    .alone = MC_PHRASES{
      "ne gère pas la méthode d'authentification sélectionnée",
      "ne semble pas gérer les mots de passe chiffrés",
      "n'autorise pas les mots de passe non chiffrés",
      "le serveur imap * ne prend pas en charge l'authentification",
      "le serveur smtp * ne prend pas en charge l'authentification",
      "le mode d'authentification * n'est pas pris en charge par le serveur",
      "veuillez choisir une méthode différente d'authentification",
      "le serveur smtp ne supporte pas l'authentification",
      "mécanisme d'authentification est trop faible",
      "chiffrement requis pour le mécanisme d'authentification",
      "authentification en texte brut interdite sur les connexions non sécurisées",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_BROWSER_SIGN_IN] = {
    .alone = MC_PHRASES{
      "le jeton d'accès a expiré et son actualisation a échoué",
      "impossible d'actualiser le jeton d'accès",
      "impossible d'obtenir un jeton d'accès ",
      "qui permettrait d'obtenir un jeton d'accès",
      "lors de la requête du jeton d'accès, code ",
      "échec de l'actualisation du jeton d'accès",
      "confirmiez à nouveau l'accès pour continuer la synchronisation",
      "n'a pas réussi à se connecter avec ces paramètres",
      "erreur oauth2. vérifiez et corrigez les paramètres oauth2",
      "oauth2 : jeton d'accès non obtenu",
      "n'a pas reçu votre code d'autorisation oauth2",
      NULL,
    },
    .with_host = MC_PHRASES{ "échec de l'authentification lors de la connexion au serveur ", NULL },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .alone = MC_PHRASES{
      "connexion au serveur impossible. la configuration, l'identifiant ou le mot de passe",
      "impossible de s'authentifier sur le serveur sortant (smtp)",
      "échec de l'envoi du mot de passe pour l'utilisateur",
      "un compte indique que l'identifiant ou le mot de passe est incorrect",
      "votre nom d'utilisateur et mot de passe pour la réception",
      "votre nom d'utilisateur et mot de passe pour l'envoi",
      "l'authentification sur le serveur pop * a échoué",
      "a refusé le nom d'utilisateur et le mot de passe fournis",
      "au serveur pop * erreur lors de l'envoi du mot de passe",
      "impossible de se connecter à * le mot de passe pourrait être erroné",
      NULL,
    },
    .with_host = MC_PHRASES{
      "échec de la connexion depuis le serveur * avec le nom d'utilisateur",
      "échec de la connexion au compte « ",
      "la connexion vers * a échoué : nom d'utilisateur",
      "authentification impossible au serveur imap ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reasons = MC_PHRASES{
      "connexion refusée",
      "expiration du délai d'attente",
      "aucun chemin d'accès pour atteindre l'hôte cible",
      "le réseau n'est pas accessible",
      "connexion expirée",
      "l'hôte n'est pas accessible",
      "entrées/sorties hors délai sur le connecteur",
      NULL,
    },
    .with_reason = MC_PHRASES{ "impossible de se connecter à ", NULL },
    .alone = MC_PHRASES{
      "la connexion au serveur sortant (smtp) * a échoué",
      "la connexion au serveur sortant (smtp) * a expiré",
      "impossible temporairement de résoudre ",
      "connexion impossible, vérifiez votre réseau",
      "vérifiez les détails du serveur de réception",
      "vérifiez les détails du serveur d'envoi",
      "impossible de se connecter au serveur. veuillez vérifier l'adresse du serveur",
      NULL,
    },
    .with_host = MC_PHRASES{
      "impossible de se connecter au serveur imap",
      "impossible de se connecter au serveur pop3",
      "impossible de se connecter au serveur de courrier * la connexion a été refusée",
      "impossible de se connecter au serveur * la connexion a été refusée",
      "échec lors de la connexion au serveur ",
      "temps limite de connexion au serveur * dépassé",
      "impossible de se connecter à l'hôte ",
      ": la connexion a échoué (",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NOT_CONNECTED] = {
    .alone = MC_PHRASES{ "impossible de se connecter au compte de courriel « ", NULL },
    .with_host = MC_PHRASES{
      "impossible de se connecter au serveur « ",
      "impossible de se connecter à « ",
      NULL,
    },
  },
};
