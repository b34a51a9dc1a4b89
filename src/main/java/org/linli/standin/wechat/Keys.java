package org.linli.standin.wechat;

/// What an official account and the platform agree on.
///
/// @param account our name for it, part of the webhook's address
/// @param token   with which calls are signed
/// @param aesKey  43 letters and digits
public record Keys(String account, String appId, String secret, String token, String aesKey) {

    @Override
    public String toString() {
        return "Keys[" + account + "]";
    }
}
