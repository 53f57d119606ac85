/* mc-program-signs-pt-br.c
 *
 * What mail programs say in Brazilian Portuguese.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-program-signs-private.h"

const McProgramPhrases mc_program_phrases_pt_br[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reasons = MC_PHRASES{ "o certificado expirou", NULL },
    .with_reason = MC_PHRASES{ "o certificado ssl/tls para ", NULL },
    .alone = MC_PHRASES{
      "certificado do servidor expirou",
      "o certificado de *.*.* expirou em ",
      "o certificado de *.* expirou. deseja continuar",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .alone = MC_PHRASES{
      "não é válido para este servidor. alguém pode estar tentando se fazer passar",
      "certificado não coincide com a identidade esperada do site",
      "a identidade do servidor não corresponde à identidade no certificado",
      "não correspondeu a nenhuma das máquinas válidas para este certificado",
      "o certificado é para *.* mas a conexão é com ",
      "hostname do servidor não coincide com certificado",
      "titular certificado não coincide hostname",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .alone = MC_PHRASES{
      "certificado de *.* não é de um emissor considerado confiável",
      "o certificado não é considerado confiável porque ",
      "o certificado ssl/tls para * não é confiável",
      "certificado ssl para * não é confiável",
      "certificado tls inaceitável",
      "a autoridade da assinatura do certificado não é conhecida",
      "certificado do servidor não está assinado por uma autoridade conhecida",
      "a identidade do servidor de e-mail * não pôde ser verificado",
      "o certificado de *.* é desconhecido. ",
      "o servidor falhou no teste de autenticidade (",
      "o certificado está auto-assinado e não é confiável",
      "não foi possível encontrar o certificado do emissor de um certificado local",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "um pacote tls inesperado foi recebido",
      "um pacote com versão ilegal ou sem suporte foi recebido",
      "usando starttls, uma vez que ele não anuncia esta funcionalidade",
      "em modo seguro: não há suporte a starttls",
      "servidor sem suporte a stls",
      "o starttls não é suportado pelo servidor",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "a versão do tls ou o certificado usado pelo servidor",
      "não foi possível estabelecer uma conexão tls com o servidor pop3",
      "incapaz de negociar conexão tls",
      "falha no login. a negociação tls falhou",
      "ao servidor * em modo seguro",
      "erro ao realizar negociação tls",
      "erro executando negociação tls",
      "peer falhou ao realizar negociação tls",
      NULL,
    },
    .with_host = MC_PHRASES{ "a negociação ssl falhou", NULL },
    .with_own_server = MC_PHRASES{ "a negociação de ssl falhou", NULL },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reasons = MC_PHRASES{
      "nome ou serviço desconhecido",
      "não há endereço associado com o nome",
      "máquina não encontrada",
      "servidor não encontrado",
      "endereço desconhecido",
      "máquina desconhecida",
      NULL,
    },
    .with_reason = MC_PHRASES{ "erro ao resolver ", NULL },
    .alone = MC_PHRASES{
      "a consulta de máquina * falhou. verifique seu nome de máquina",
      "o servidor de envio (smtp) * não é conhecido. o servidor pode ter sido configurado",
      "não foi possível encontrar o servidor \"",
      "não foi possível procurar por nome do servidor",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reasons = MC_PHRASES{
      "conexão fechada pela outra ponta",
      "a máquina remota fechou a conexão",
      "a conexão com o servidor foi perdida",
      NULL,
    },
    .alone = MC_PHRASES{
      "foi desconectado. ele pode ter caído ou pode haver um problema de rede",
      "servidor de envio (smtp) * foi perdida no meio da transação",
      "o número máximo de conexões com este servidor. você pode reduzir",
      "uma conexão tls foi terminada incorretamente",
      "conexão tls fechou inesperadamente",
      "origem do fluxo retornou sem dados",
      NULL,
    },
    .with_host = MC_PHRASES{
      "a conexão com o servidor *.* foi interrompida",
      "a conexão com o servidor *.* foi reiniciada",
      "a conexão com *:* foi fechada pelo servidor remoto",
      "a conexão com a máquina *.* foi interrompida",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .alone = MC_PHRASES{
      "não foi possível acessar a conta no servidor. a configuração, o nome de usuário ou a senha",
      "não foi possível autenticar no servidor de envio (smtp)",
      "o envio da senha para o usuário * não obteve sucesso",
      "uma conta relatou um login ou senha incorretos",
      "verifique seu login e senha de recebimento",
      "falha ao autenticar com o servidor pop ",
      "recusou o nome de usuário e senha fornecidos",
      "servidor pop * erro ao enviar senha",
      NULL,
    },
    .with_host = MC_PHRASES{
      "autenticação no servidor * com o usuário * falhou",
      "falha ao entrar na conta \"",
      "não foi possível autenticar-se no servidor \"",
      "não foi possível autenticar-se no servidor imap ",
      "erro na conexão com *: login recusado",
      NULL,
    },
    .with_own_server = MC_PHRASES{ "não foi possível efetuar login a ", NULL },
  },
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reasons = MC_PHRASES{
      "conexão recusada",
      "tempo esgotado para conexão",
      "não há rota para o host",
      "a rede está fora de alcance",
      "conexão expirada",
      "o tempo da conexão expirou",
      "rede não acessível",
      "tempo de e/s do soquete foi esgotado",
      NULL,
    },
    .with_reason = MC_PHRASES{ "não foi possível conectar-se a ", NULL },
    .alone = MC_PHRASES{
      "a conexão com o servidor de envio (smtp) * falhou",
      "a conexão com o servidor de envio (smtp) * expirou",
      "temporariamente sem condições de resolver ",
      "não foi possível conectar, verifique sua rede",
      "verifique seus detalhes de servidor de recebimento",
      "verifique seus detalhes de envio",
      "não foi possível estabelecer conexão com o servidor, verifique o endereço",
      NULL,
    },
    .with_host = MC_PHRASES{
      "falha ao conectar com servidor ",
      "não foi possível conectar-se ao servidor ",
      "expirou o tempo de conexão ao servidor ",
      "a conexão com o servidor * atingiu o tempo limite",
      "não foi possível conectar ao servidor imap ",
      "não foi possível conectar ao servidor pop3: ",
      "não foi possível conectar com o servidor imap: ",
      "não foi possível conectar-se à máquina ",
      ": falha na conexão (",
      NULL,
    },
  },
};
