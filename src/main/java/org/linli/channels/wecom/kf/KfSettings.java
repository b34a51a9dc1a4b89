package org.linli.channels.wecom.kf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.tencent.Require;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accounts our service desks; without any, every call is for an unknown account
@ConfigurationProperties("linli.channels.wecom-kf")
record KfSettings(@DefaultValue List<Desk> accounts) {

    KfSettings {
        accounts = List.copyOf(accounts);
        Require.differentIds(accounts.stream().map(Desk::id).toList(), "linli.channels.wecom-kf.accounts");
    }

    /// One service desk (客服账号).
    ///
    /// @param id                     part of the webhook's address, so it never changes
    /// @param corp                   the id of the corporation in `linli.channels.wecom.corps`
    /// @param openKfId               as the platform names the desk
    /// @param secret                 with which it asks for its access token
    /// @param token                  with which calls are signed
    /// @param previousEncodingAesKey still accepted for a while after the key was changed
    /// @param handOver               whether who wants a person goes into the platform's queue for its own staff
    record Desk(
            String id,
            String corp,
            String openKfId,
            String secret,
            String token,
            String encodingAesKey,
            @Nullable String previousEncodingAesKey,
            @DefaultValue("false") boolean handOver) {

        Desk {
            Require.id(id);
            Require.text(corp, "corp", "[A-Za-z0-9-]{1,32}", "the id of one of linli.channels.wecom.corps");
            Require.text(openKfId, "open-kf-id", "[A-Za-z0-9_-]{1,64}", "like wkAJ2GCAAAZSfhHCt7IFSvLKtMPxyJTw");
            Require.text(secret, "secret", "\\S{1,128}", "the Secret of the customer service, without spaces");
            Require.token(token);
            Require.text(encodingAesKey, "encoding-aes-key", "[A-Za-z0-9]{43}", "43 letters or digits");
            Require.aesKeys(encodingAesKey, previousEncodingAesKey);
        }

        @Override
        public String toString() {
            return "Desk[" + id + "]";
        }
    }
}
