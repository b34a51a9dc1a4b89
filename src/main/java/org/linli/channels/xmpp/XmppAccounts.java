package org.linli.channels.xmpp;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.linli.channels.ChannelId;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.AccountsById;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Our accounts on XMPP servers, of the settings and of pages, as they are now; [HoldAccounts] keeps their connections.
///
/// Those of pages are on servers that the settings name.
@Component
class XmppAccounts implements AccountKind {

    private final XmppSettings settings;
    private final AccountsById<XmppAccount> accounts;

    @Autowired
    XmppAccounts(XmppSettings settings, KeptAccounts kept) {
        this(settings, () -> kept.of(Translate.XMPP));
    }

    /// @param kept gives the same list until one of them changes
    XmppAccounts(XmppSettings settings, Supplier<List<KeptAccount>> kept) {
        var configured = settings.accounts().stream()
                .collect(Collectors.toUnmodifiableMap(XmppAccount::id, Function.identity()));
        this.settings = settings;
        this.accounts = new AccountsById<>(configured, kept, this::account);
    }

    Collection<XmppAccount> all() {
        return accounts.all().values();
    }

    Optional<XmppAccount> named(String id) {
        return accounts.named(id);
    }

    @Override
    public ChannelId channel() {
        return Translate.XMPP;
    }

    @Override
    public boolean isOffered() {
        return !settings.servers().isEmpty();
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.fixed("jid"), Field.secret("password"), Field.optional("nickname"), Field.optional("rooms"));
    }

    @Override
    public void read(KeptAccount account) {
        account(account);
    }

    /// Two that are signed in as the same end each other's connection.
    @Override
    public Optional<String> wrong(KeptAccount account) {
        return misread(account).or(() -> isTaken(account(account)) ? Optional.of("jid") : Optional.empty());
    }

    private boolean isTaken(XmppAccount account) {
        return all().stream()
                .anyMatch(it -> it.jid().equals(account.jid()) && !it.id().equals(account.id()));
    }

    private XmppAccount account(KeptAccount it) {
        var server = settings.server(domain(it.field("jid")))
                .orElseThrow(() -> new IllegalArgumentException(
                        "jid is on no server of linli.channels.xmpp.servers (expected: name@domain)"));
        return new XmppAccount(
                it.id(),
                it.field("jid"),
                it.field("password"),
                server.host(),
                server.port(),
                server.security(),
                server.certificate(),
                it.field("nickname").isEmpty() ? XmppAccount.NICKNAME : it.field("nickname"),
                it.community().value(),
                rooms(it.field("rooms")),
                server.uploadHosts());
    }

    private static String domain(String jid) {
        EntityBareJid address = JidCreate.entityBareFromOrNull(jid);
        return address == null ? "" : address.getDomain().toString();
    }

    /// With whatever people put between them.
    private static List<String> rooms(String typed) {
        return Stream.of(typed.split("[\\s,;，；、]+")).filter(it -> !it.isEmpty()).toList();
    }
}
