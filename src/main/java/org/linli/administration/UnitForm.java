package org.linli.administration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.editing.Edit;

/// What the form about a unit hands in.
///
/// @param places that it takes care of; missing: none
/// @param labels that it takes care of; missing: none
/// @param fresh  `true` where it is to be added
record UnitForm(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String name,
        @Nullable List<String> places,
        @Nullable List<String> labels,
        @Nullable String parent,
        @Nullable String hours,
        @Nullable String fresh) {

    public boolean isFresh() {
        return "true".equals(fresh);
    }

    Edit edit() {
        return isFresh() ? new Edit.AddUnit(Typed.text(id), cells()) : new Edit.ChangeUnit(Typed.text(id), cells());
    }

    private Map<String, Object> cells() {
        var cells = new LinkedHashMap<String, Object>();
        cells.put("kind", Typed.text(kind));
        cells.put("name", Typed.text(name));
        cells.put("places", places == null ? List.of() : places);
        cells.put(
                "labels",
                labels == null
                        ? List.of()
                        : labels.stream()
                                .flatMap(it -> Typed.texts(it).stream())
                                .toList());
        cells.put("parent", Typed.text(parent));
        cells.put("hours", Typed.text(hours));
        return cells;
    }
}
