package org.linli.channels.wecom.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.tencent.Require;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accounts those of our corporations whose customer groups we see
@ConfigurationProperties("linli.channels.wecom-contact")
record ContactSettings(@DefaultValue List<Account> accounts) {

    ContactSettings {
        accounts = List.copyOf(accounts);
        Require.differentIds(accounts.stream().map(Account::id).toList(), "linli.channels.wecom-contact.accounts");
    }

    /// The customer contact (客户联系) of one corporation, or an app that may use it.
    ///
    /// @param id                     part of the webhook's address and of the groups', so it never changes
    /// @param corp                   the id of the corporation in `linli.channels.wecom.corps`
    /// @param secret                 with which it asks for its access token
    /// @param token                  with which calls are signed
    /// @param previousEncodingAesKey still accepted for a while after the key was changed
    record Account(
            String id,
            String corp,
            String secret,
            String token,
            String encodingAesKey,
            @Nullable String previousEncodingAesKey) {

        Account {
            Require.id(id);
            Require.text(corp, "corp", "[A-Za-z0-9-]{1,32}", "the id of one of linli.channels.wecom.corps");
            Require.text(secret, "secret", "\\S{1,128}", "the Secret of the customer contact, without spaces");
            Require.token(token);
            Require.text(encodingAesKey, "encoding-aes-key", "[A-Za-z0-9]{43}", "43 letters or digits");
            Require.aesKeys(encodingAesKey, previousEncodingAesKey);
        }

        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }
}
