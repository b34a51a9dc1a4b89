package org.linli.channels.wechat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one kind of letter fills one of the platform's templates.
///
/// @param ids  of that template, by our account's name: each account has its own
/// @param page of ours that opens when it is tapped, like `/my`; [#LINK]: what the letter links to; `null` for none
record Form(
        Map<String, String> ids,
        List<Filling> fields,
        @Nullable String page) {

    static final String LINK = "{link}";

    Form {
        ids = Map.copyOf(ids);
        fields = List.copyOf(fields);
    }

    /// Empty in an account that has no such template.
    Optional<String> idIn(WechatAccount account) {
        return Optional.ofNullable(ids.get(account.id()));
    }

    /// The whole address that opens; empty for none.
    String address(WechatAccount account, Map<String, String> facts, Site site) {
        return LINK.equals(page) ? facts.getOrDefault("link", "") : site.address(account, page);
    }

    /// What stands in each field; empty where one of them would be empty.
    Optional<Map<String, String>> filled(Map<String, String> facts) {
        var filled = new LinkedHashMap<String, String>();
        fields.forEach(it -> filled.put(it.field(), it.with(facts)));
        return filled.containsValue("") ? Optional.empty() : Optional.of(filled);
    }
}
