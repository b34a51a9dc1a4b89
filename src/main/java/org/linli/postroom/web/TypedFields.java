package org.linli.postroom.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.channels.kept.AccountKind;
import org.springframework.util.MultiValueMap;

/// What was typed into the form of an account.
final class TypedFields {

    /// The names of spare secrets that are to be forgotten.
    private static final String FORGET = "forget";

    private TypedFields() {}

    /// Without what surrounds it. A secret that was left blank stays as it is, unless it is to be forgotten.
    ///
    /// @param before what it is to take the place of; empty fields for a new one
    static Map<String, String> of(AccountKind kind, MultiValueMap<String, String> form, Map<String, String> before) {
        var fields = new TreeMap<String, String>();
        for (AccountKind.Field field : kind.fields()) {
            String said = said(form, field.name());
            String value = said.isEmpty() && stays(field, form) ? before.getOrDefault(field.name(), "") : said;
            if (!value.isEmpty()) {
                fields.put(field.name(), value);
            }
        }
        return fields;
    }

    private static boolean stays(AccountKind.Field field, MultiValueMap<String, String> form) {
        return field.isSecret() && !form.getOrDefault(FORGET, List.of()).contains(field.name());
    }

    static String said(MultiValueMap<String, String> form, String field) {
        String said = form.getFirst(field);
        return said == null ? "" : said.strip();
    }
}
