package org.linli.channels.wechat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.YamlFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads one file of forms and finds all of its faults.
final class ReadForms {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> KINDS = Set.of("template", "subscription", "once");
    private static final Set<String> PARTS = Set.of("id", "fields", "page");

    private final String file;
    private final List<String> faults = new ArrayList<>();

    private ReadForms(String file) {
        this.file = file;
    }

    /// @param template     for messages that the account may send by itself (模板消息)
    /// @param subscription for those that people allowed (订阅通知)
    /// @param once         for one that somebody allowed, follower or not (一次性订阅消息): title and content
    /// @param faults       each names file, place, what was found and what was expected; then nothing else counts
    record Result(
            @Nullable Form template,
            @Nullable Form subscription,
            @Nullable Form once,
            List<String> faults) {}

    /// @param file for messages, like `templates/wechat/case-accepted.yml`
    static Result from(String file, String text) {
        return new ReadForms(file).read(text);
    }

    private Result read(String text) {
        try {
            JsonNode all = YAML.readTree(text);
            only(all, KINDS, "");
            return new Result(form(all, "template"), form(all, "subscription"), once(all), List.copyOf(faults));
        } catch (JacksonException broken) {
            var fault = YamlFault.of(broken);
            return new Result(null, null, null, List.of("%s:%d: %s".formatted(file, fault.line(), fault)));
        }
    }

    private @Nullable Form once(JsonNode all) {
        Form form = form(all, "once");
        if (form != null) {
            var names = form.fields().stream().map(Filling::field).sorted().toList();
            expect(names.equals(List.of("content", "title")), "once.fields", names.toString(), "title and content");
        }
        return form;
    }

    private @Nullable Form form(JsonNode all, String kind) {
        JsonNode form = all.get(kind);
        if (form == null) {
            return null;
        }
        only(form, PARTS, kind);
        return new Form(
                ids(form.path("id"), kind + ".id"), fields(form.path("fields"), kind + ".fields"), page(form, kind));
    }

    private Map<String, String> ids(JsonNode ids, String where) {
        var found = new LinkedHashMap<String, String>();
        entries(ids, where).forEach(it -> {
            expect(
                    it.getValue().matches("[A-Za-z0-9_-]{20,64}"),
                    where + "." + it.getKey(),
                    it.getValue(),
                    "the platform's id of a template");
            found.put(it.getKey(), it.getValue());
        });
        return found;
    }

    private List<Filling> fields(JsonNode fields, String where) {
        return entries(fields, where).stream().map(it -> field(it, where)).toList();
    }

    private Filling field(Map.Entry<String, String> entry, String where) {
        var filling = new Filling(entry.getKey(), entry.getValue());
        String here = where + "." + entry.getKey();
        expect(Filling.FIELD.matcher(filling.field()).matches(), here, filling.field(), "a field's name like thing2");
        expect(
                !filling.words().isBlank() && filling.isWellFormed(),
                here,
                filling.words(),
                "words and facts like {number} or {where|本小区}");
        return filling;
    }

    private @Nullable String page(JsonNode form, String kind) {
        String page =
                Optional.ofNullable(form.get("page")).map(it -> it.asString("")).orElse(null);
        expect(
                page == null || page.equals(Form.LINK) || page.matches("/[A-Za-z0-9/_-]*"),
                kind + ".page",
                page,
                "a page of ours like /my, or {link}");
        return page;
    }

    private List<Map.Entry<String, String>> entries(JsonNode node, String where) {
        expect(
                node.isObject() && !node.isEmpty(),
                where,
                node.isMissingNode() ? "nothing" : node.toString(),
                "names with a value each");
        return node.properties().stream()
                .map(it -> Map.entry(it.getKey(), it.getValue().asString("")))
                .toList();
    }

    private void only(JsonNode node, Set<String> names, String where) {
        expect(
                node.isObject() && !node.isEmpty(),
                where,
                node.toString(),
                names.stream().sorted().toList() + "");
        node.propertyNames().stream()
                .filter(it -> !names.contains(it))
                .forEach(it -> expect(false, where, it, names.stream().sorted().toList() + ""));
    }

    private void expect(boolean good, String where, @Nullable String found, String expected) {
        if (!good) {
            faults.add("%s: %s '%s' (expected: %s)"
                    .formatted(file, where.isEmpty() ? "top level" : where, found, expected));
        }
    }
}
