package org.linli.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.editing.Edit;

/// What the forms about a place hand in. Names that people use are separated by commas or spaces.
///
/// @param fresh `true` where it is to be added
/// @param units of a building that is added, with `floors` and `doors`
record PlaceForm(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String parent,
        @Nullable String aliases,
        @Nullable String latitude,
        @Nullable String longitude,
        @Nullable String units,
        @Nullable String floors,
        @Nullable String doors,
        @Nullable String fresh) {

    public boolean isFresh() {
        return "true".equals(fresh);
    }

    Edit edit() {
        return isFresh() ? new Edit.AddPlace(Typed.text(id), added()) : new Edit.ChangePlace(Typed.text(id), changed());
    }

    private Map<String, Object> changed() {
        var cells = new LinkedHashMap<String, Object>();
        cells.put("name", Typed.text(name));
        cells.put("parent", Typed.text(parent));
        cells.put("aliases", Typed.texts(aliases));
        cells.put("latitude", Typed.text(latitude));
        cells.put("longitude", Typed.text(longitude));
        return cells;
    }

    private Map<String, Object> added() {
        var cells = changed();
        cells.put("kind", Typed.text(kind));
        cells.put("units", Typed.text(units));
        cells.put("floors", Typed.text(floors));
        cells.put("doors", Typed.text(doors));
        return cells;
    }
}
