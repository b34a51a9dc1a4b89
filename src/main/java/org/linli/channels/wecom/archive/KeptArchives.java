package org.linli.channels.wecom.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.ChannelId;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.linli.channels.kept.PlatformBases;
import org.linli.channels.tencent.Require;
import org.linli.channels.wecom.KeptCorp;
import org.springframework.stereotype.Component;

/// Archives that are set up on pages. What is run for them stands in the settings: without that there are none.
///
/// How far one was read belongs to its id: which corporation it is of never changes. Besides the key that the platform
/// uses now, the one before it may be named: what was sealed with that one is kept for five days.
@Component
class KeptArchives implements AccountKind {

    private static final ChannelId CONTACTS = new ChannelId("wecom-contact");

    private final List<String> command;
    private final KeptAccounts kept;
    private final PlatformBases bases;

    KeptArchives(ArchiveSettings settings, KeptAccounts kept, PlatformBases bases) {
        this.command = settings.command();
        this.kept = kept;
        this.bases = bases;
    }

    @Override
    public ChannelId channel() {
        return Archives.ID;
    }

    @Override
    public boolean isOffered() {
        return !command.isEmpty();
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.fixed("corp-id"),
                Field.secret("secret"),
                Field.open("contact"),
                Field.open("key-version"),
                Field.secret("private-key"),
                Field.optional("previous-key-version"),
                Field.spare("previous-private-key"));
    }

    @Override
    public void read(KeptAccount account) {
        archive(account);
    }

    /// The groups that it hears are those of customer groups of the same community and the same corporation: what is
    /// said there is answered by that account.
    @Override
    public Optional<String> wrong(KeptAccount account) {
        return misread(account)
                .or(() -> kept.find(account.community(), CONTACTS.value(), contact(account))
                                .filter(it -> it.field("corp-id").equals(account.field("corp-id")))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("contact"));
    }

    /// @throws IllegalArgumentException naming what is wrong
    Archives.Archive archive(KeptAccount it) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException(
                    "linli.channels.wecom-archive.command is missing (expected: what reads)");
        }
        var corp = KeptCorp.of(it, bases.wecom(), List.of(), List.of(), List.of());
        var settings = new ArchiveSettings.Account(
                it.id(),
                corp.id(),
                it.field("secret"),
                command,
                ArchiveSettings.PATIENCE,
                keys(it),
                "wecom-group:" + contact(it));
        return Archives.archive(settings, Map.of(corp.id(), corp));
    }

    /// The page shows an account with its address, whose end is the id; people copy the whole.
    private static String contact(KeptAccount it) {
        String said = it.field("contact");
        String id = said.substring(said.lastIndexOf('/') + 1);
        Require.text(id, "contact", "[A-Za-z0-9-]{1,32}", "the end of the address of customer groups of ours");
        return id;
    }

    private static Map<Integer, String> keys(KeptAccount it) {
        var keys = new HashMap<Integer, String>();
        add(keys, it, "key-version", "private-key");
        if (!it.field("previous-private-key").isEmpty()) {
            add(keys, it, "previous-key-version", "previous-private-key");
        }
        return keys;
    }

    /// Each alone, so that the field that is wrong is named.
    private static void add(Map<Integer, String> keys, KeptAccount it, String version, String key) {
        if (!it.field(version).matches("\\d{1,6}")) {
            throw new IllegalArgumentException(version + " is no number (expected: like 1)");
        }
        int number = Integer.parseInt(it.field(version));
        if (it.field(key).isEmpty() || !PrivateKeys.isKey(it.field(key))) {
            throw new IllegalArgumentException(
                    key + " is no RSA key (expected: PEM that begins with BEGIN PRIVATE KEY)");
        }
        keys.put(number, it.field(key));
    }
}
