package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CaseWords;
import org.linli.cases.Step;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;
import org.linli.platform.words.Masked;

/// A case as programs see it: not who reported it, and its words without names and numbers of people.
final class CaseJson {

    private final CommunityMap map;
    private final CaseWords words;

    CaseJson(CommunityMap map, CaseWords words) {
        this.map = map;
        this.words = words;
    }

    /// @param version that an act has to name: as the desk shows it
    Map<String, @Nullable Object> of(Case it, long version, int supporters) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", it.number());
        json.put("label", named(it.problem().label(), words.label(it.problem().label())));
        json.put("state", named(it.state().word(), words.state(it.state())));
        json.put("priority", it.care().priority().word());
        json.put("place", place(it.problem().place()));
        json.put("detail", Masked.words(it.problem().detail()));
        json.put("words", Masked.words(it.problem().words()));
        json.put("unit", named(it.care().unit(), unit(it.care().unit())));
        json.put("opened_at", it.openedAt().toString());
        json.put("due_at", it.care().dueAt().toString());
        json.put("resolved_at", it.resolvedAt() == null ? null : it.resolvedAt().toString());
        json.put("stars", it.rating() == null ? null : it.rating().stars());
        json.put("supporters", supporters);
        json.put("version", version);
        return json;
    }

    List<Map<String, Object>> history(List<Step> steps) {
        return steps.stream().map(this::step).toList();
    }

    private Map<String, Object> step(Step it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("at", it.at().toString());
        json.put("by", it.by().kind().name().toLowerCase(Locale.ROOT));
        json.put("state", it.state().word());
        json.put("unit", it.unit());
        json.put("words", Masked.words(it.words()));
        return json;
    }

    private @Nullable Map<String, String> place(@Nullable String id) {
        return id == null
                ? null
                : map.place(id).map(it -> named(it.id(), map.display(it))).orElse(named(id, id));
    }

    private String unit(String id) {
        return map.unit(id).map(Unit::name).orElse(id);
    }

    private static Map<String, String> named(String id, String name) {
        var json = new LinkedHashMap<String, String>();
        json.put("id", id);
        json.put("name", name);
        return json;
    }
}
