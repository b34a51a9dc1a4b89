package org.linli.postroom.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.channels.ChannelId;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// The kinds of accounts that can be made on a page, and those that were.
@Component
class SetUpAccounts {

    private final ObjectProvider<AccountKind> kinds;
    private final KeptAccounts accounts;

    SetUpAccounts(ObjectProvider<AccountKind> kinds, KeptAccounts accounts) {
        this.kinds = kinds;
        this.accounts = accounts;
    }

    List<ChannelId> channels() {
        return all().filter(AccountKind::isOffered).map(AccountKind::channel).toList();
    }

    Optional<AccountKind> kind(String channel) {
        return all().filter(it -> it.channel().value().equals(channel)).findFirst();
    }

    Optional<KeptAccount> find(CommunityId community, String channel, String id) {
        return accounts.find(community, channel, id);
    }

    boolean isKept(String channel, String id) {
        return kind(channel)
                .map(AccountKind::channel)
                .filter(it -> accounts.of(it).stream().anyMatch(one -> one.id().equals(id)))
                .isPresent();
    }

    /// What administrators call those that were made on pages, by their ids.
    Map<String, String> names(List<AccountView> shown) {
        return shown.stream()
                .map(AccountView::channel)
                .distinct()
                .flatMap(it -> kind(it).stream())
                .flatMap(it -> accounts.of(it.channel()).stream())
                .collect(Collectors.toMap(KeptAccount::id, KeptAccount::name, (one, _) -> one));
    }

    /// What was typed, without what surrounds it. A secret that was left blank stays as it is.
    ///
    /// @param before what it is to take the place of; empty fields for a new one
    static Map<String, String> typed(AccountKind kind, MultiValueMap<String, String> form, Map<String, String> before) {
        var fields = new TreeMap<String, String>();
        for (AccountKind.Field field : kind.fields()) {
            String said = said(form, field.name());
            String value = said.isEmpty() && field.isSecret() ? before.getOrDefault(field.name(), "") : said;
            if (!value.isEmpty()) {
                fields.put(field.name(), value);
            }
        }
        return fields;
    }

    static String said(MultiValueMap<String, String> form, String field) {
        String said = form.getFirst(field);
        return said == null ? "" : said.strip();
    }

    private Stream<AccountKind> all() {
        return kinds.orderedStream()
                .sorted((one, other) ->
                        one.channel().value().compareTo(other.channel().value()));
    }
}
