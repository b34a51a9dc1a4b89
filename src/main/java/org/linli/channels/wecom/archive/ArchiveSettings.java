package org.linli.channels.wecom.archive;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.channels.tencent.Require;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accounts those of our corporations whose archive is read
/// @param command  starts the process for those that are set up on pages; without it there are none, since no page may
///                 choose what is run
@ConfigurationProperties("linli.channels.wecom-archive")
record ArchiveSettings(
        @DefaultValue List<Account> accounts, @DefaultValue List<String> command) {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    ArchiveSettings {
        accounts = List.copyOf(accounts);
        command = List.copyOf(command);
        Require.differentIds(accounts.stream().map(Account::id).toList(), "linli.channels.wecom-archive.accounts");
    }

    /// The archive of one corporation.
    ///
    /// @param id          part of addresses, so it never changes
    /// @param corp        the id of the corporation in `linli.channels.wecom.corps`
    /// @param secret      of the archive
    /// @param command     starts the process with the library: `java -jar linli.jar archive --lib PATH`
    /// @param patience    how long it may take to answer
    /// @param privateKeys PEM by version (publickey_ver)
    /// @param groups      channel and account of the groups that it hears, like `wecom-group:contact`
    record Account(
            String id,
            String corp,
            String secret,
            List<String> command,
            @DefaultValue("30s") Duration patience,
            Map<Integer, String> privateKeys,
            String groups) {

        Account {
            Require.id(id);
            Require.text(corp, "corp", "[A-Za-z0-9-]{1,32}", "the id of one of linli.channels.wecom.corps");
            Require.text(secret, "secret", "\\S{1,128}", "the Secret of the archive, without spaces");
            Require.text(groups, "groups", "[a-z-]{2,16}:[A-Za-z0-9-]{1,32}", "channel:account of its groups");
            command = List.copyOf(command);
            privateKeys = Map.copyOf(privateKeys);
        }

        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }
}
