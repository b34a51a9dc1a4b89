package org.linli.channels.wechat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        String community) {

    WechatAccount {
        require(id, "id", "[A-Za-z0-9-]{1,32}", "1-32 letters, digits or dashes");
        require(appId, "app-id", "[A-Za-z0-9_-]{1,64}", "like wx0123456789abcdef");
        require(secret, "secret", "\\S{1,128}", "the AppSecret of the account, without spaces");
        require(token, "token", "[A-Za-z0-9]{3,32}", "3-32 letters or digits, the same as in the console");
        encodingAesKey = key(encodingAesKey, "encoding-aes-key");
        previousEncodingAesKey = key(previousEncodingAesKey, "previous-encoding-aes-key");
        requireBase(apiBase);
        require(community, "community", "[a-z][a-z0-9-]{0,31}", "the id of one of our communities, like lianmeng");
    }

    /// The keys that a call may be encrypted with, the current one first; empty in plain mode.
    List<AesKey> keys() {
        var keys = new ArrayList<AesKey>();
        if (encodingAesKey != null) {
            keys.add(AesKey.of(encodingAesKey));
        }
        if (previousEncodingAesKey != null) {
            keys.add(AesKey.of(previousEncodingAesKey));
        }
        return List.copyOf(keys);
    }

    CommunityId communityId() {
        return new CommunityId(community);
    }

    @Override
    public String toString() {
        return "WechatAccount[" + id + "]";
    }

    private static @Nullable String key(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        require(value, name, "[A-Za-z0-9]{43}", "43 letters or digits");
        return value;
    }

    private static void requireBase(URI base) {
        if (base.getHost() == null || !List.of("https", "http").contains(base.getScheme())) {
            throw new IllegalArgumentException("api-base (expected: like https://api.weixin.qq.com)");
        }
    }

    // the value stays out of the message: most of these are secrets, and a misplaced one is still one
    private static void require(@Nullable String value, String name, String pattern, String expected) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("%s is missing (expected: %s)".formatted(name, expected));
        }
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(
                    "%s has %d characters or a wrong one (expected: %s)".formatted(name, value.length(), expected));
        }
    }
}
