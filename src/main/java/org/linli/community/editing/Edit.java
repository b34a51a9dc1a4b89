package org.linli.community.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.linli.community.Unit;
import org.linli.community.file.EditFile;

/// One everyday change of a community. It says nothing of whether it is allowed: the file's rules do.
public sealed interface Edit {

    /// What it is about, like `b3`.
    String id();

    /// Whether what it is about is there.
    default boolean applies(EditFile file) {
        return true;
    }

    EditFile on(EditFile file);

    /// @param cells by the columns of the file; blank ones are empty
    record AddPlace(String id, Map<String, ?> cells) implements Edit {

        @Override
        public EditFile on(EditFile file) {
            return file.add("places", with(id, cells));
        }
    }

    /// @param cells those that change
    record ChangePlace(String id, Map<String, ?> cells) implements Edit {

        @Override
        public boolean applies(EditFile file) {
            return file.has("places", id);
        }

        @Override
        public EditFile on(EditFile file) {
            return file.change("places", id, cells);
        }
    }

    /// With all that lies within it; nothing may be there any more.
    record ClosePlace(String id) implements Edit {

        @Override
        public boolean applies(EditFile file) {
            return file.has("places", id)
                    && file.standing().places().stream().anyMatch(it -> it.id().equals(id));
        }

        @Override
        public EditFile on(EditFile file) {
            return file.change("places", id, Map.of("closed", true));
        }
    }

    /// With all that lies within it, but for what was closed by itself. Below one that is closed it would stay so.
    record ReopenPlace(String id) implements Edit {

        @Override
        public boolean applies(EditFile file) {
            return file.standing().place(id).filter(file.standing()::reopens).isPresent();
        }

        @Override
        public EditFile on(EditFile file) {
            return file.change("places", id, Map.of("closed", false));
        }
    }

    /// @param cells by the columns of the file; blank ones are empty
    record AddUnit(String id, Map<String, ?> cells) implements Edit {

        @Override
        public EditFile on(EditFile file) {
            return file.add("units", with(id, cells));
        }
    }

    /// Also who takes care of what: `places` and `labels`.
    ///
    /// @param cells those that change
    record ChangeUnit(String id, Map<String, ?> cells) implements Edit {

        @Override
        public boolean applies(EditFile file) {
            return file.has("units", id);
        }

        @Override
        public EditFile on(EditFile file) {
            return file.change("units", id, cells);
        }
    }

    /// Its staff, groups and units below it come to another one, and so do its places where both take care of the same
    /// there.
    ///
    /// @param successor the id of a unit
    record RetireUnit(String id, String successor) implements Edit {

        @Override
        public boolean applies(EditFile file) {
            return isActing(file, id) && isActing(file, successor) && !id.equals(successor);
        }

        @Override
        public EditFile on(EditFile file) {
            var map = file.standing();
            map.staffOf(id).forEach(it -> file.change("staff", it.id(), Map.of("unit", successor)));
            map.groups().stream()
                    .filter(it -> id.equals(it.unit()))
                    .forEach(it -> file.change("groups", it.code(), Map.of("unit", successor)));
            map.units().stream()
                    .filter(it -> id.equals(it.parent()))
                    .forEach(it -> file.change(
                            "units", it.id(), Map.of("parent", it.id().equals(successor) ? "" : successor)));
            handOver(file);
            return file.change("units", id, Map.of("retired", true));
        }

        private void handOver(EditFile file) {
            var map = file.standing();
            var from = map.unit(id).orElseThrow();
            map.units().stream()
                    .filter(it -> it.id().equals(successor))
                    .filter(it -> it.labels().equals(from.labels()))
                    .forEach(it -> file.change("units", it.id(), Map.of("places", both(it, from))));
        }

        private static List<String> both(Unit one, Unit other) {
            return Stream.concat(one.places().stream(), other.places().stream())
                    .distinct()
                    .toList();
        }
    }

    /// With the places and labels that it had. Its staff stays where it is.
    record BringBackUnit(String id) implements Edit {

        @Override
        public boolean applies(EditFile file) {
            return file.has("units", id) && !isActing(file, id);
        }

        @Override
        public EditFile on(EditFile file) {
            return file.change("units", id, Map.of("retired", false));
        }
    }

    private static boolean isActing(EditFile file, String id) {
        return file.standing().units().stream().anyMatch(it -> it.id().equals(id));
    }

    private static Map<String, Object> with(String id, Map<String, ?> cells) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", Objects.requireNonNull(id));
        row.putAll(cells);
        return row;
    }
}
