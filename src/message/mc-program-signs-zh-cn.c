/* mc-program-signs-zh-cn.c
 *
 * What mail programs say in simplified Chinese.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-program-signs-private.h"

const McProgramPhrases mc_program_phrases_zh_cn[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reasons = MC_PHRASES{ "证书已过期", NULL },
    .with_reason = MC_PHRASES{ "的 tls/ssl 证书不受信任", NULL },
    .alone = MC_PHRASES{
      "服务器的证书已过期",
      "服务器证书已过期",
      ".* 的证书已于 * 过期",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .alone = MC_PHRASES{
      "的证书对此服务器无效。可能有人试图冒充此服务器",
      "此证书与取得证书的站点身份不匹配",
      "服务器的身份与证书中标识的不匹配",
      "主机名与此证书的任何有效主机不匹配",
      "服务器主机名与证书不匹配",
      "证书所有者与主机名* 不匹配",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .alone = MC_PHRASES{
      ".* 的证书并非来自受信任的来源",
      "该证书因为*而不被信任",
      "的 tls/ssl 证书不受信任",
      "的 ssl 证书不受信任",
      "的 ssl 认证未被信任",
      "无法接受的 tls 证书",
      "证书签署机构未知",
      "服务器的证书不是由已知机构签署的",
      "无法验证于 * 邮箱服务器身份",
      "服务器没有通过真实性检查",
      "证书是自签名的，不受信任",
      "无法找到本地查找证书的颁发者证书",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "收到一个未预期的 tls 数据包",
      "使用 starttls 建立安全连接，因为它不宣称支持此功能",
      "失败：不支持 starttls",
      "服务器不支持 stls",
      "服务器不支持 starttls",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .alone = MC_PHRASES{
      "服务器所用的 tls 版本或证书不兼容",
      "无法建立到 pop3 服务器的 tls 连接",
      "无法协商 tls 连接",
      "登录失败，tls 协商失败",
      "以安全模式连接",
      "执行 tls 握手时出错",
      "执行 tls 握手失败",
      NULL,
    },
    .with_host = MC_PHRASES{ "：ssl 协商失败", NULL },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reasons = MC_PHRASES{
      "未知的名称或服务",
      "没有与主机名关联的地址",
      "主机未找到",
      "未知的主机",
      "未知主机",
      NULL,
    },
    .with_reason = MC_PHRASES{ "解析“", NULL },
    .alone = MC_PHRASES{
      "查找失败，请检查主机名是否存在拼写错误",
      "发件服务器（smtp） * 未知。服务器可能配置错误",
      "无法查询服务器名称",
      NULL,
    },
    .with_host = MC_PHRASES{
      "无法找到主机*\"",
      "未知的主机 *.",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reasons = MC_PHRASES{
      "连接被对方重设",
      "远端主机关闭了这个连接",
      "与服务器的连接丢失",
      NULL,
    },
    .alone = MC_PHRASES{
      "已经断开连接。此服务器可能死机或者发生网络问题",
      "与发件服务器（smtp） * 的连接在传输过程中中断",
      "您超出了此服务器允许的最大连接数量",
      "tls 链接非正常地终止了",
      "tls 连接被异常关闭",
      "源流没返回数据",
      NULL,
    },
    .with_host = MC_PHRASES{
      "连接服务器 *.* 中断",
      "连接服务器 *.* 被重置",
      "到主机 *.* 的连接中断",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_METHOD_NOT_OFFERED] = {
    .alone = MC_PHRASES{
      "不支持您选择的验证方式",
      "不支持您所选择的认证方式",
      "似乎不支持加密过的密码",
      "不允许明文密码",
      "imap 服务器 * 不支持 * 认证",
      "smtp 服务器 * 不支持 * 认证",
      "服务器不支持 * 验证模式",
      "请选择另外一种身份验证方式",
      "smtp 服务器不支持认证",
      "认证机制太弱",
      "请求的认证机制必须加密",
      "不允许在不安全的连接上进行纯文本认证",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_BROWSER_SIGN_IN] = {
    .alone = MC_PHRASES{
      "访问令牌已过期，无法刷新",
      "刷新访问令牌失败",
      "无法获取“*的访问令牌",
      "无法从地址“*获取访问令牌",
      "对应的帐号并获取访问令牌",
      "在请求访问令牌时应得到状态 200",
      "刷新访问令牌 (*) 失败",
      "再次确认访问权限才能继续与您的账户同步",
      "无法使用这些设置完成登录",
      NULL,
    },
    .with_host = MC_PHRASES{ "连接 *.* 服务器时身份验证失败", NULL },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .alone = MC_PHRASES{
      "无法登录到服务器。可能是配置、用户名或者密码错误",
      "无法向发件服务器（smtp） * 进行认证",
      "向用户 * 发送密码失败",
      "帐号报告了登录名或密码错误",
      "请检查您的接收服务器登录名及密码",
      "请检查您的发送服务器登录名及密码",
      "无法通过 pop 服务器 * 认证",
      "的服务器不接受您提供的用户名和密码",
      "pop 服务器 * 发送密码错误",
      "无法登录到 *。密码可能有误",
      NULL,
    },
    .with_host = MC_PHRASES{
      "登录服务器 *.* 失败",
      "登录账户“*失败",
      "无法登录至服务器“",
      NULL,
    },
    .with_own_server = MC_PHRASES{ "无法登录到 ", NULL },
  },
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reasons = MC_PHRASES{
      "拒绝连接",
      "连接被拒绝",
      "连接超时",
      "没有到主机的路由",
      "网络不可达",
      "主机无法访问",
      "网络无法访问",
      "套接字 i/o 超时",
      NULL,
    },
    .with_reason = MC_PHRASES{ "无法连接到", NULL },
    .alone = MC_PHRASES{
      "无法连接到发件服务器（smtp）",
      "与发件服务器（smtp）* 的连接超时",
      "无法连接，请检查您的网络连接",
      "请检查您的接收服务器细节",
      "请检查您的发送服务器细节",
      "无法连接到服务器，请检查服务器地址",
      NULL,
    },
    .with_host = MC_PHRASES{
      "连接服务器 *.* 失败",
      "连接邮件服务器 *.* 时被拒绝",
      "未能连接到服务器 *；连接被拒绝",
      "连接服务器 *.* 超时",
      "连接到服务器 *.* 超时",
      "暂时无法解析“",
      "无法连接到 imap 服务器 ",
      "无法连接到主机 ",
      NULL,
    },
  },
  [MC_PROGRAM_SIGN_NOT_CONNECTED] = {
    .alone = MC_PHRASES{ "无法连接至帐号“", NULL },
  },
};
