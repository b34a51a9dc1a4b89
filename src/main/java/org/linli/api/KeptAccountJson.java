package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.AccountKind.Field;
import org.linli.channels.kept.KeptAccount;
import org.linli.postroom.SetUpAccounts;

/// An account that was set up here, as programs see it: of its secrets, no more than which are stored.
final class KeptAccountJson {

    private KeptAccountJson() {}

    static Map<String, @Nullable Object> of(KeptAccount it, SetUpAccounts setUp) {
        String channel = it.channel().value();
        var fields = setUp.kind(channel).map(AccountKind::fields).orElse(List.of());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("channel", channel);
        json.put("id", it.id());
        json.put("name", it.name());
        json.put("version", it.version());
        json.put("webhook", SetUpAccounts.isCalled(channel) ? "/webhooks/%s/%s".formatted(channel, it.id()) : null);
        json.put("fields", open(it, fields));
        json.put("secrets", secrets(it, fields));
        return json;
    }

    private static Map<String, String> open(KeptAccount it, List<Field> fields) {
        var open = new TreeMap<String, String>();
        for (Field field : fields) {
            if (!field.isSecret() && it.fields().containsKey(field.name())) {
                open.put(field.name(), it.field(field.name()));
            }
        }
        return open;
    }

    private static List<String> secrets(KeptAccount it, List<Field> fields) {
        return fields.stream()
                .filter(Field::isSecret)
                .map(Field::name)
                .filter(it.fields()::containsKey)
                .sorted()
                .toList();
    }
}
