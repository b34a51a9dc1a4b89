package org.linli.community;

/// Where staff may sign in instead of here. Stored by name, so never renamed.
public enum Elsewhere {
    /// With the organisation's own provider of OpenID Connect.
    OIDC,
    /// By a code that is scanned with WeCom (扫码登录).
    WECOM
}
