package org.linli.channels.wechat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.channels.tencent.AesKey;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.Require;
import org.linli.channels.tencent.Seal;
import org.linli.channels.tencent.TokenOwner;
import org.linli.platform.database.CommunityId;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// One official account of ours, as the platform's console shows it.
///
/// @param id                     our own name for it: part of the webhook's address, so it never changes
/// @param secret                 with which the account asks for its access token
/// @param token                  with which calls are signed
/// @param encodingAesKey         `null` in an account that runs in plain mode only
/// @param previousEncodingAesKey still accepted for a while after the key was changed
/// @param apiBase                another than WeChat's own only in tests and behind a gateway
/// @param community              whom its followers belong to
record WechatAccount(
        String id,
        String appId,
        String secret,
        String token,
        @Nullable String encodingAesKey,
        @Nullable String previousEncodingAesKey,
        @DefaultValue("https://api.weixin.qq.com") URI apiBase,
        String community)
        implements TokenOwner {

    WechatAccount {
        Require.id(id);
        Require.text(appId, "app-id", "[A-Za-z0-9_-]{1,64}", "like wx0123456789abcdef");
        Require.text(secret, "secret", "\\S{1,128}", "the AppSecret of the account, without spaces");
        Require.token(token);
        Require.aesKeys(encodingAesKey, previousEncodingAesKey);
        Require.apiBase(apiBase, "https://api.weixin.qq.com");
        Require.community(community);
    }

    /// The keys that a call may be encrypted with, the current one first; empty in plain mode.
    List<AesKey> keys() {
        return Require.aesKeys(encodingAesKey, previousEncodingAesKey);
    }

    Seal seal() {
        return new Seal(token, keys(), appId);
    }

    CommunityId communityId() {
        return new CommunityId(community);
    }

    /// Anybody may read an app id off a page. Whoever does not know its secret too shares no token with those who do,
    /// and keeps none of them waiting by a wrong one; a corrected secret is tried at once.
    @Override
    public String tokenName() {
        return shownName() + ":" + CallId.fingerprint(appId + " " + secret).substring(0, 16);
    }

    @Override
    public String shownName() {
        return "wechat:" + appId;
    }

    Account account() {
        return new Account(WechatChannel.ID, id, communityId());
    }

    @Override
    public List<Account> accounts() {
        return List.of(account());
    }

    @Override
    public String inWords() {
        return "WeChat account '" + id + "'";
    }

    @Override
    public String toString() {
        return "WechatAccount[" + id + "]";
    }
}
